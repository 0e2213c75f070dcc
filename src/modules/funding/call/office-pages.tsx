import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { dateIn } from '#app/platform/clock/clock.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { Checkboxes, type FieldErrors, HiddenFields, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs, SummaryList } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { StepButton } from '#app/ui/components/step-button.tsx';
import { formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { applicationPaths } from '../application/paths.ts';
import { awardPaths } from '../award/paths.ts';
import { awardWords } from '../award/words.ts';
import { FormsTable } from '../form/lists.tsx';
import type { Form as ReportForm } from '../form/model.ts';
import { centsOf, decimalOf, formatMoney } from '../money.ts';
import { callPaths } from './paths.ts';
import type { Call, Category, Criterion, Question, Session } from './queries.ts';
import { type Lack, legalKinds, statementKinds, stateOf } from './rules.ts';
import { callWords } from './words.ts';

export function OfficePage({ frame, calls, now }: { frame: PageFrame; calls: readonly Call[]; now: Date }) {
  const { language, site } = frame;
  const words = callWords[language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.office}</h1>
      <p><a class="button" href={localized(language, callPaths.make)}>{words.make}</a></p>
      {calls.length === 0 ? <p>{words.noneYet}</p> : (
        <table class="stack">
          <caption class="hidden-text">{words.office}</caption>
          <thead><tr><th scope="col">{words.office}</th><th scope="col">{words.state}</th><th scope="col">{words.closes}</th><th scope="col">{words.envelope}</th></tr></thead>
          <tbody>{calls.map((one) => (
            <tr>
              <th scope="row"><a href={localized(language, callPaths.keep(one.slug))}>{one.title[language]}</a></th>
              <td data-label={words.state}>{words.states[stateOf(one, now)]}</td>
              <td data-label={words.closes}>{formatMoment(language, one.closesAt, site.timeZone)}</td>
              <td data-label={words.envelope} class="n">{formatMoney(language, one.envelope)}</td>
            </tr>
          ))}</tbody>
        </table>
      )}
    </StaffLayout>
  );
}

export function MakePage({ frame, typed, errors }: { frame: PageFrame; typed: PostedForm; errors?: FieldErrors | undefined }) {
  const words = callWords[frame.language];
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={frame.language} steps={[{ path: callPaths.office, label: words.office }]} />
      <h1>{words.make}</h1>
      <p class="lead">{words.makeLead}</p>
      <Form frame={frame} errors={errors} submit={words.save}><CallFields frame={frame} values={(name) => typed.text(name)} errors={errors} /></Form>
    </StaffLayout>
  );
}

function CallFields({ frame: { language }, values, errors = {} }: { frame: PageFrame; values: (name: string) => string; errors?: FieldErrors | undefined }) {
  const words = callWords[language];
  return (
    <>
      <TextInput name="title-en" label={words.titleEn} value={values('title-en')} error={errors['title-en']} />
      <TextInput name="title-fr" label={words.titleFr} value={values('title-fr')} error={errors['title-fr']} />
      <Textarea name="lead-en" label={words.leadEn} value={values('lead-en')} error={errors['lead-en']} rows={3} />
      <Textarea name="lead-fr" label={words.leadFr} value={values('lead-fr')} error={errors['lead-fr']} rows={3} />
      <TextInput name="year" label={words.year} value={values('year')} error={errors.year} width="short" inputmode="numeric" />
      <TextInput name="opens-on" label={words.opensOn} hint={words.dateHint} value={values('opens-on')} error={errors['opens-on']} width="short" />
      <TextInput name="opens-time" label={words.opensTime} hint={words.timeHint} value={values('opens-time')} error={errors['opens-time']} width="short" />
      <TextInput name="closes-on" label={words.closesOn} hint={words.dateHint} value={values('closes-on')} error={errors['closes-on']} width="short" />
      <TextInput name="closes-time" label={words.closesTime} hint={words.timeHint} value={values('closes-time')} error={errors['closes-time']} width="short" />
      <TextInput name="envelope" label={words.envelope} hint={words.moneyHint} value={values('envelope')} error={errors.envelope} width="medium" />
      <TextInput name="reserve" label={words.reserve} hint={words.moneyHint} value={values('reserve')} error={errors.reserve} width="medium" />
    </>
  );
}

/** The typed fields of a call as it stands, `title-en` and so on. */
function fieldOf(call: Call, zone: string): (name: string) => string {
  const time = (moment: Date) => new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(moment);
  const values: Readonly<Record<string, string>> = {
    'title-en': call.title.en, 'title-fr': call.title.fr, 'lead-en': call.lead.en, 'lead-fr': call.lead.fr, year: String(call.fundYear),
    'opens-on': dateIn(zone, call.opensAt), 'opens-time': time(call.opensAt), 'closes-on': dateIn(zone, call.closesAt), 'closes-time': time(call.closesAt),
    envelope: decimalOf(call.envelope), reserve: decimalOf(call.reserve),
  };
  return (name) => values[name] ?? '';
}

type KeepProps = {
  frame: PageFrame; call: Call; categories: readonly Category[]; criteria: readonly Criterion[]; sessions: readonly Session[]; questions: readonly Question[]; forms: readonly ReportForm[]; lacks: readonly Lack[]; now: Date;
  typed: PostedForm; step?: string | undefined; errors?: FieldErrors | undefined;
};

/** A call as the office keeps it. */
export function KeepPage({ frame, call, categories, criteria, sessions, questions, forms, lacks, now, typed, step, errors }: KeepProps) {
  const { language, site } = frame;
  const words = callWords[language];
  const own = (name: string) => (step === name ? errors : undefined);
  const value = (name: string) => (field: string) => (step === name ? typed.text(field) : '');
  const to = (name: Parameters<typeof callPaths.step>[1]) => localized(language, callPaths.step(call.slug, name));
  const changes = stateOf(call, now) === 'draft' || stateOf(call, now) === 'to-come';
  const removal = (kind: string, id: string, name: string) => changes ? (
    <form method="post" action={to('remove')}><Csrf frame={frame} /><HiddenFields fields={[['kind', kind], ['id', id]]} /><button class="button link" type="submit">{words.remove}<span class="hidden-text">{`: ${name}`}</span></button></form>
  ) : null;
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: callPaths.office, label: words.office }]} />
      <h1>{call.title[language]}</h1>
      <p>{words.states[stateOf(call, now)]}. {call.demonstration ? words.demonstration : ''}</p>
      <ul class="links">
        {call.publishedAt ? <li><a href={localized(language, callPaths.show(call.slug))}>{words.publicPage}</a></li> : null}
        <li><a href={localized(language, applicationPaths.list(call.slug))}>{words.applications}</a></li>
        <li><a href={localized(language, awardPaths.list(call.slug))}>{awardWords[language].awards}</a></li>
      </ul>
      {call.publishedAt === null ? (
        <section class="panel">
          <h2>{words.publish}</h2>
          {lacks.length > 0 ? <ul>{lacks.map((one) => <li>{words.lacks[one]}</li>)}</ul> : <StepButton frame={frame} to={callPaths.step(call.slug, 'publish')} label={words.publish} hint={words.publishHint} />}
        </section>
      ) : null}
      <section class="band">
        <h2>{words.categories}</h2>
        {categories.length === 0 ? <p>{words.noCategories}</p> : null}
        {categories.map((one) => (
          <div>
            <h3>{one.name[language]}</h3>
            <SummaryList rows={[
              { label: words.most, value: one.rules.most === null ? words.noMost : formatMoney(language, centsOf(one.rules.most)) }, { label: words.years, value: words.yearsText(one.rules.mostYears) },
              { label: words.board, value: words.boardText(one.rules.boardUnrelated) }, { label: words.statementsTitle, value: words.statements[one.rules.statements] },
            ]} />
            {removal('category', one.id, one.name[language])}
          </div>
        ))}
        {changes ? <details open={own('category') !== undefined}><summary>{words.addCategory}</summary><CategoryForm frame={frame} action={to('category')} value={value('category')} chosen={step === 'category' ? typed.list('kinds') : []} errors={own('category')} /></details> : null}
      </section>
      <FormsTable frame={frame} call={call} categories={categories} forms={forms} changes={changes} />
      <section class="band">
        <h2>{words.criteriaTitle}</h2>
        {criteria.length === 0 ? <p>{words.noCriteria}</p> : <ul>{criteria.map((one) => <li>{one.name[language]}, {one.weight}{language === 'fr' ? '\u00a0' : ''}% {removal('criterion', one.id, one.name[language])}</li>)}</ul>}
        {changes ? (
          <details open={own('criterion') !== undefined}>
            <summary>{words.addCriterion}</summary>
            <Form frame={frame} errors={own('criterion')} action={to('criterion')} submit={words.save}>
              <TextInput name="criterion-en" label={words.nameEn} value={value('criterion')('criterion-en')} error={own('criterion')?.['criterion-en']} />
              <TextInput name="criterion-fr" label={words.nameFr} value={value('criterion')('criterion-fr')} error={own('criterion')?.['criterion-fr']} />
              <TextInput name="weight" label={words.weightLabel} value={value('criterion')('weight')} error={own('criterion')?.weight} width="short" inputmode="numeric" />
              <TextInput name="points" label={words.pointsLabel} value={value('criterion')('points') || '5'} error={own('criterion')?.points} width="short" inputmode="numeric" />
            </Form>
          </details>
        ) : null}
      </section>
      <section class="band">
        <h2>{words.sessions}</h2>
        {sessions.length === 0 ? <p>{words.noSessions}</p> : <ul>{sessions.map((one) => <li>{formatMoment(language, one.startsAt, site.timeZone)}, {one.place[language]} {removal('session', one.id, one.place[language])}</li>)}</ul>}
        <details open={own('session') !== undefined}>
          <summary>{words.addSession}</summary>
          <Form frame={frame} errors={own('session')} action={to('session')} submit={words.save}>
            <TextInput name="session-on" label={words.sessionOn} hint={words.dateHint} value={value('session')('session-on')} error={own('session')?.['session-on']} width="short" />
            <TextInput name="session-time" label={words.sessionTime} hint={words.timeHint} value={value('session')('session-time')} error={own('session')?.['session-time']} width="short" />
            <TextInput name="place-en" label={words.placeEn} value={value('session')('place-en')} error={own('session')?.['place-en']} />
            <TextInput name="place-fr" label={words.placeFr} value={value('session')('place-fr')} error={own('session')?.['place-fr']} />
          </Form>
        </details>
      </section>
      {questions.length > 0 ? <section class="band"><h2>{words.answerTitle}</h2>{questions.map((one) => <AnswerForm frame={frame} action={to('answer')} question={one} errors={step === 'answer' && typed.text('id') === one.id ? errors : undefined} typed={typed} />)}</section> : null}
      <section class="band">
        <h2>{words.dates}</h2>
        {stateOf(call, now) === 'closed' ? <p>{words.notSaved}</p> : (
          <Form frame={frame} errors={own('dates')} action={to('dates')} submit={words.save}><CallFields frame={frame} values={step === 'dates' ? (name) => typed.text(name) : fieldOf(call, site.timeZone)} errors={own('dates')} /></Form>
        )}
      </section>
    </StaffLayout>
  );
}

type CategoryProps = { frame: PageFrame; action: string; value: (field: string) => string; chosen: readonly string[]; errors: FieldErrors | undefined };
function CategoryForm({ frame, action, value, chosen, errors = {} }: CategoryProps) {
  const words = callWords[frame.language];
  return (
    <Form frame={frame} errors={errors} action={action} submit={words.save} files>
      <TextInput name="name-en" label={words.nameEn} value={value('name-en')} error={errors['name-en']} />
      <TextInput name="name-fr" label={words.nameFr} value={value('name-fr')} error={errors['name-fr']} />
      <TextInput name="most" label={words.mostLabel} hint={words.moneyHint} value={value('most')} error={errors.most} width="medium" />
      <TextInput name="years" label={words.yearsLabel} value={value('years') || '1'} error={errors.years} width="short" inputmode="numeric" />
      <Checkboxes name="kinds" label={words.who} options={legalKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))} values={chosen} error={errors.kinds} />
      <TextInput name="board" label={words.boardLabel} value={value('board') || '3'} error={errors.board} width="short" inputmode="numeric" />
      <Select name="statements" label={words.statementsLabel} options={statementKinds.map((kind) => ({ value: kind, label: words.statements[kind] }))} value={value('statements') || 'compiled'} />
      <TextInput name="audited" label={words.auditedLabel} hint={words.moneyHint} value={value('audited')} error={errors.audited} width="medium" />
      <div class={errors.file ? 'field bad' : 'field'}><label for="file">{words.fileLabel}</label>{errors.file ? <p class="error-text" id="file-error">{errors.file}</p> : null}<input type="file" id="file" name="file" accept="application/json" /></div>
    </Form>
  );
}

function AnswerForm({ frame, action, question, errors = {}, typed }: { frame: PageFrame; action: string; question: Question; errors?: FieldErrors | undefined; typed: PostedForm }) {
  const { language } = frame;
  const words = callWords[language];
  const given: Readonly<Record<string, string | undefined>> = { 'question-en': question.question?.en, 'question-fr': question.question?.fr, 'answer-en': question.answer?.en, 'answer-fr': question.answer?.fr };
  const value = (name: string) => (Object.keys(errors).length > 0 ? typed.text(name) : (given[name] ?? ''));
  return (
    <details open={Object.keys(errors).length > 0}>
      <summary>{question.question?.[language] ?? `${words.notAnswered}${language === 'fr' ? '\u00a0' : ''}: ${question.asked?.slice(0, 100)}`}</summary>
      <p><strong>{words.typed}</strong></p>
      <blockquote lang={question.language ?? undefined}>{question.asked}</blockquote>
      <Form frame={frame} errors={errors} action={action} submit={words.publishAnswer} hidden={[['id', question.id]]}>
        <Textarea name="question-en" label={words.questionEn} value={value('question-en')} error={errors['question-en']} rows={2} />
        <Textarea name="question-fr" label={words.questionFr} value={value('question-fr')} error={errors['question-fr']} rows={2} />
        <Textarea name="answer-en" label={words.answerEn} value={value('answer-en')} error={errors['answer-en']} rows={3} />
        <Textarea name="answer-fr" label={words.answerFr} value={value('answer-fr')} error={errors['answer-fr']} rows={3} />
      </Form>
    </details>
  );
}
