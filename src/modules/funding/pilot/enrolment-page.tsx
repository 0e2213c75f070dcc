import { accessPaths } from '#app/modules/access/index.ts';
import type { Form as Posted } from '#app/platform/http/form.ts';
import { Checkboxes, type FieldErrors, HiddenFields, Radios, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs, SummaryList } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate, formatNumber } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { StepList, WordList } from '../own-plan/pieces.tsx';
import { areas, proofs } from '../own-plan/rules.ts';
import { ownPlanWords } from '../own-plan/words.ts';
import { contactWays, leftReasons, points, windowOf } from '../pilot-outcome/rules.ts';
import { outcomeWords } from '../pilot-outcome/words.ts';
import type { ReadinessItem, SchemeRow } from '../support/queries.ts';
import { SupportsSection } from '../support/supports-section.tsx';
import { pilotPaths } from './paths.ts';
import type { Enrolment, EnrolmentContent, Pilot } from './queries.ts';
import { pilotWords } from './words.ts';

export type EnrolmentProps = {
  frame: PageFrame; enrolment: Enrolment; content: EnrolmentContent; name: string; birth: string | null; pilot: Pilot | undefined; colleagues: readonly { account: string; name: string }[];
  scheme: SchemeRow | undefined; items: readonly ReadinessItem[]; today: string; typed: Posted; errors?: FieldErrors | undefined;
};

/** One person in a pilot: her own plan first, then support and its dates, contacts, how she fares, and what changes her part. */
export function EnrolmentPage({ frame, enrolment, content, name, birth, pilot, colleagues, scheme, items, today, typed, errors }: EnrolmentProps) {
  const { language } = frame;
  const [words, own, outcome] = [pilotWords[language], ownPlanWords[language], outcomeWords[language]];
  const to = (path: string) => localized(language, path);
  const day = (date: string) => formatDate(language, date);
  const of = (...names: string[]) => (errors && names.some((one) => errors[one] !== undefined) ? errors : undefined);
  const mentor = colleagues.find((one) => one.account === enrolment.mentor);
  const { id, joinedOn } = enrolment;
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: pilotPaths.enrolments, label: words.title }]} />
      <h1>{name}</h1>
      <p class="lead">{pilot?.name[language]}. {enrolment.leftOn ? words.left(day(enrolment.leftOn)) : joinedOn ? words.takesPart(day(joinedOn)) : words.prepares}</p>
      <p>{words.agreed(day(enrolment.agreedOn))} {enrolment.counted ? words.isCounted : words.notCounted} <a href={to(accessPaths.person(enrolment.person))}>{words.recordLink}</a></p>
      <form method="post" action={to(pilotPaths.code(id))}><Csrf frame={frame} /><button class="button" type="submit">{content.hasCode ? words.againCode : words.newCode}</button></form>
      <h2>{words.plan}</h2>
      <p>{words.planLead}</p>
      {content.goals.length === 0 ? <p>{words.noGoals}</p> : content.goals.map((goal) => (
        <article class="panel own-goal">
          <h3>{goal.inWords}</h3>
          <p class="small">{own.areas[goal.area]} · {own.states[goal.state]} · {words.sides[goal.side]}</p>
          <StepList language={language} steps={goal.steps} />
          {goal.steps.filter((step) => !step.doneOn).map((step) => (
            <form class="own-step" method="post" action={to(pilotPaths.tick(id))}><Csrf frame={frame} /><HiddenFields fields={[['step', step.id], ['done', 'yes']]} />
              <label class="inline">{words.proof} <select name="proof">{proofs.map((one) => <option value={one}>{own.proofs[one]}</option>)}</select></label>
              <button class="button quiet" type="submit">{words.tick}: {step.inWords}</button></form>
          ))}
          <WordList language={language} said={goal.words} timeZone={frame.site.timeZone} by={words.by} />
        </article>
      ))}
      <details open={of('words', 'area') !== undefined}>
        <summary>{words.suggest}</summary>
        <Form frame={frame} errors={of('words', 'area')} action={to(pilotPaths.goal(id))} submit={words.suggest}>
          <Textarea name="words" label={own.goal} rows={2} value={typed.text('words')} error={errors?.words} />
          <Select name="area" label={own.area} empty={words.choose} options={areas.map((value) => ({ value, label: own.areas[value] }))} value={typed.text('area')} error={errors?.area} />
        </Form>
      </details>
      {content.goals.length > 0 ? (
        <details open={of('word-words', 'goal') !== undefined}>
          <summary>{words.addWord}</summary>
          <Form frame={frame} errors={of('word-words', 'goal')} action={to(pilotPaths.word(id))} submit={words.addWord}>
            <Select name="goal" label={words.goalLabel} empty={words.choose} options={content.goals.map((one) => ({ value: one.id, label: one.inWords }))} value={typed.text('goal')} error={errors?.goal} />
            <Textarea name="word-words" label={words.wordLabel} rows={2} value={typed.text('word-words')} error={errors?.['word-words']} />
          </Form>
        </details>
      ) : null}
      <SupportsSection frame={frame} birth={birth} today={today} studies={enrolment.studies} scheme={scheme} />
      {joinedOn === null || Object.keys(content.ready).length > 0 ? (
        <><h2>{words.ready}</h2><p>{words.readyCount(items.filter((one) => content.ready[one.slug]).length, items.length)}</p>
          <ul>{items.map((one) => <li>{one.text[language]} <span class="small">{content.ready[one.slug] ? own.since(day(content.ready[one.slug] ?? today)) : words.no}</span></li>)}</ul></>
      ) : null}
      <h2>{words.mentor}</h2>
      <Form frame={frame} errors={of('mentor')} action={to(pilotPaths.mentor(id))} submit={words.keepMentor}>
        <Select name="mentor" label={words.mentor} empty={words.noMentor} options={colleagues.map((one) => ({ value: one.account, label: one.name }))} value={mentor?.account} error={errors?.mentor} />
      </Form>
      <h2>{words.contacts}</h2>
      <p>{content.contacts.length === 0 ? words.noContacts : words.contactsIn(content.contacts.filter((one) => one.reached).length, content.contacts.length)}</p>
      {content.contacts.length > 0 ? <ul>{content.contacts.slice(0, 12).map((one) => <li>{day(one.onDate)}, {(contactWays.find((way) => way === one.how) ? words.ways[contactWays.find((way) => way === one.how) ?? 'phone'] : one.how).toLowerCase()}{one.reached ? one.minutes > 0 ? `, ${one.minutes} min` : '' : `, ${words.notReached.toLowerCase()}`}</li>)}</ul> : null}
      <details open={of('contact-day', 'way', 'minutes') !== undefined}>
        <summary>{words.addContact}</summary>
        <Form frame={frame} errors={of('contact-day', 'way', 'minutes')} action={to(pilotPaths.contacts(id))} submit={words.addContact}>
          <TextInput name="contact-day" label={words.contactDay} hint={words.dateHint} width="short" autocomplete="off" value={typed.text('contact-day') || today} error={errors?.['contact-day']} />
          <Radios name="way" label={words.way} inline options={contactWays.map((value) => ({ value, label: words.ways[value] }))} value={typed.text('way')} error={errors?.way} />
          <Checkboxes name="reached" label={words.contacts} options={[{ value: 'yes', label: words.reached }]} values={typed.list('reached')} />
          <TextInput name="minutes" label={words.minutes} width="short" inputmode="numeric" autocomplete="off" value={typed.text('minutes')} error={errors?.minutes} />
        </Form>
      </details>
      {joinedOn ? (
        <>
          <h2>{words.outcomes}</h2>
          <SummaryList rows={points.map((point) => {
            const known = content.outcomes.find((one) => one.point === point);
            const { due, from, to: last } = windowOf(joinedOn, point);
            const done = known && (known.activities.length === 0 ? outcome.noActivity : known.activities.map((one) => outcome.activity[one]).join(', '));
            return {
              label: `${outcome.points[point]}, ${words.due(day(due))}`,
              value: known ? `${outcome.told(done ?? '', formatNumber(language, known.hours))}. ${outcome.dimension.satisfied}: ${outcome.satisfactions[known.satisfied].toLowerCase()}. ${outcome.housings[known.housing]}.` : from > today ? words.notYet : last < today ? words.missed : '',
              ...(known || from > today || last < today ? {} : { action: <a href={to(pilotPaths.outcome(id, String(point)))}>{words.ask}<span class="hidden-text"> ({outcome.points[point]})</span></a> }),
            };
          })} />
        </>
      ) : (
        <Form frame={frame} errors={of('joined')} action={to(pilotPaths.joined(id))} submit={words.join}>
          <TextInput name="joined" label={words.joinDay} hint={words.dateHint} width="short" autocomplete="off" value={typed.text('joined')} error={errors?.joined} />
        </Form>
      )}
      {enrolment.leftOn ? null : (
        <details open={of('left', 'reason') !== undefined}>
          <summary>{words.leave}</summary>
          <Form frame={frame} errors={of('left', 'reason')} action={to(pilotPaths.left(id))} submit={words.keepLeft}>
            <TextInput name="left" label={words.leaveDay} hint={words.dateHint} width="short" autocomplete="off" value={typed.text('left')} error={errors?.left} />
            <Radios name="reason" label={words.leaveReason} options={leftReasons.map((value) => ({ value, label: words.reasons[value] }))} value={typed.text('reason')} error={errors?.reason} />
          </Form>
        </details>
      )}
    </StaffLayout>
  );
}
