import type { Child } from 'hono/jsx';
import type { Form as Posted } from '#app/platform/http/form.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { type FieldErrors, Radios, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { SummaryList } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatDate, formatMoment, formatTime } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { accessPaths } from '../paths.ts';
import type { Colleague } from '../person/queries.ts';
import { outreachPaths } from './paths.ts';
import type { Outreach } from './queries.ts';
import { leftReasons, measureNames } from './rules.ts';
import { ScoreTable } from './score-table.tsx';
import { outreachWords } from './words.ts';

/** Which form of the page was refused, and why. */
export type Wrong = { readonly form: 'slot' | 'score' | 'leave' | 'check'; readonly errors: FieldErrors };
type Props = { frame: PageFrame; one: Outreach; colleagues: readonly Colleague[]; may: { plan: boolean; check: boolean; record: boolean }; typed: Posted; wrong: Wrong | undefined; today: string; timeZone: string };

/** One person who is accompanied: how to reach her, calls, notes, schedule, scores, and what may be done now. */
export function OutreachPage({ frame, one, colleagues, may, typed, wrong, today, timeZone }: Props) {
  const { language } = frame;
  const words = outreachWords[language];
  const at = (path: string) => localized(language, path);
  const live = one.state === 'new' || one.state === 'joined';
  const errorsOf = (form: Wrong['form']) => (wrong?.form === form ? wrong.errors : undefined);
  const button = (path: string, label: string) => <form method="post" action={at(path)}><Csrf frame={frame} /><button class="button quiet" type="submit">{label}</button></form>;
  return (
    <StaffLayout frame={frame}>
      <p><a href={at(outreachPaths.list)}>{words.back}</a></p>
      <h1>{frame.title}</h1>
      {one.consent === 'unsure' && one.state === 'new' ? <p class="panel"><b>{words.unsureNote}</b></p> : null}
      {may.check ? <div class="panel"><h2>{words.checkTitle}</h2><p>{words.checkLead}</p><Form frame={frame} errors={errorsOf('check')} action={at(outreachPaths.check(one.id))} submit={words.checkDone}>
        <Textarea name="done" label={words.done} rows={3} value={typed.text('done')} error={errorsOf('check')?.done} /></Form></div> : null}
      <SummaryList rows={[
        { label: words.state, value: words.states[one.state] }, { label: words.consent, value: words.consents[one.consent] }, { label: words.referredBy, value: `${words.whos[one.referredBy]}, ${formatDate(language, one.receivedOn)}` },
        ...(one.contact ? [{ label: words.telephone, value: one.contact.telephone }, { label: words.language, value: words[one.contact.language] }, ...(one.contact.goodTimes ? [{ label: words.agreedParts['good-times'], value: one.contact.goodTimes }] : [])] : [{ label: words.reach, value: words.erased }]),
        ...(one.leftReason ? [{ label: words.reason, value: words.reasons[one.leftReason] }] : []),
      ]} />
      {live ? <p class="go"><a class="button" href={at(outreachPaths.attempt(one.id))}>{words.attemptTitle}</a></p> : null}
      {one.state === 'new' && one.consent === 'agrees' && one.attempts.length > 0 ? <div class="go">{button(outreachPaths.join(one.id), words.join)} {button(outreachPaths.leave(one.id), words.unreachable)}</div> : null}

      <Section title={words.attemptList}>
        {one.attempts.length === 0 ? <p>{words.none}</p> : <ul>{one.attempts.map((attempt) => <li>{formatDate(language, attempt.on)}{colon(language)}{words.outcomes[attempt.outcome]}</li>)}</ul>}
      </Section>
      {one.notes.length > 0 ? <Section title={words.notes}>{one.notes.map((note) => <article class="panel"><p class="hint">{formatMoment(language, new Date(note.writtenAt), timeZone)}</p>{note.body.split('\n').map((line) => <p>{line}</p>)}</article>)}</Section> : null}

      <Section title={words.schedule}>
        {one.slots.length === 0 ? <p>{words.noSlot}</p> : <ul>{one.slots.map((slot) => <li>{words.weekdays[slot.weekday - 1]}, {formatTime(language, slot.at)}{colon(language)}{slot.name} {may.plan ? button(outreachPaths.endSlot(one.id, slot.id), words.endSlot) : null}</li>)}</ul>}
        {live && may.plan ? (
          <details open={wrong?.form === 'slot'}>
            <summary>{words.addSlot}</summary>
            <Form frame={frame} errors={errorsOf('slot')} action={at(outreachPaths.schedule(one.id))} submit={words.addSlot}>
              <Select name="caller" label={words.caller} hint={words.callerHint} empty="" options={colleagues.map((colleague) => ({ value: colleague.account, label: colleague.name }))} value={typed.text('caller')} error={errorsOf('slot')?.caller} />
              <Select name="weekday" label={words.weekday} empty="" options={words.weekdays.map((label, index) => ({ value: String(index + 1), label }))} value={typed.text('weekday')} error={errorsOf('slot')?.weekday} />
              <TextInput name="at" label={words.at} hint={words.atHint} width="short" autocomplete="off" value={typed.text('at')} error={errorsOf('slot')?.at} />
            </Form>
          </details>
        ) : null}
      </Section>

      <Section title={words.scores}>
        <ScoreTable language={language} scores={one.scores} />
        {one.state === 'joined' ? (
          <details open={wrong?.form === 'score'}>
            <summary>{words.addScore}</summary>
            <Form frame={frame} errors={errorsOf('score')} action={at(outreachPaths.score(one.id))} submit={words.save}>
              <Radios name="measure" label={words.measure} options={measureNames.map((value) => ({ value, label: words.measures[value] }))} value={typed.text('measure') || 'own'} error={errorsOf('score')?.measure} />
              <TextInput name="score" label={words.score} width="short" inputmode="numeric" autocomplete="off" value={typed.text('score')} error={errorsOf('score')?.score} />
              <TextInput name="on" label={words.on} hint={words.dateHint} width="short" autocomplete="off" value={typed.has('on') ? typed.text('on') : today} error={errorsOf('score')?.on} />
            </Form>
          </details>
        ) : null}
      </Section>

      {one.person ? <p><a href={at(accessPaths.person(one.person))}>{words.toRecord}</a></p> : one.state === 'joined' && may.record ? <Section title={words.toRecord}><p>{words.recordLead}</p>{button(outreachPaths.record(one.id), words.openRecord)}</Section> : null}
      {one.state === 'joined' ? (
        <Section title={words.leaveTitle}>
          <details open={wrong?.form === 'leave'}>
            <summary>{words.leave}</summary>
            <Form frame={frame} errors={errorsOf('leave')} action={at(outreachPaths.leave(one.id))} submit={words.leave}>
              <Radios name="reason" label={words.reason} options={leftReasons.map((value) => ({ value, label: words.reasons[value] }))} value={typed.text('reason')} error={errorsOf('leave')?.reason} />
            </Form>
          </details>
        </Section>
      ) : null}
    </StaffLayout>
  );
}

function Section({ title, children }: { title: string; children: Child }) {
  return <section><h2>{title}</h2>{children}</section>;
}
