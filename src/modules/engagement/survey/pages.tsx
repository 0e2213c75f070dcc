import { raw } from 'hono/html';
import { renderFields } from '#app/methods/questionnaire/render/form.ts';
import type { Compiled } from '#app/methods/questionnaire/model.ts';
import { releasePaths } from '#app/modules/insight/index.ts';
import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { type FieldErrors, Radios, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Consultation } from '../consultation/queries.ts';
import { answerText, questionText } from '../response/answer-text.ts';
import { type ComposedType, conditionsOf, itemsOf } from './compose.ts';
import { surveyPaths } from './paths.ts';
import type { Survey } from './queries.ts';
import type { QuestionResult } from './results.ts';
import { isClosed, isOpen } from './rules.ts';
import { surveyWords } from './words.ts';

type Typed = { frame: PageFrame; typed: PostedForm; errors?: FieldErrors | undefined };

/** The surveys that are or were open, for everybody. */
export function SurveysPage({ frame, surveys, today }: { frame: PageFrame; surveys: readonly Survey[]; today: string }) {
  const { language } = frame;
  const words = surveyWords[language];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {surveys.length === 0 ? <p>{words.none}</p> : (
        <ul class="issues">
          {surveys.map((survey) => (
            <li class="issue">
              <h2><a href={localized(language, surveyPaths.show(survey.slug))}>{survey.title[language]}</a></h2>
              <p>{survey.lead[language]}</p>
              <footer><span>{standing(language, survey, today)}</span>{survey.demonstration ? <span>{words.demonstration}</span> : null}{survey.resultsPublic && isClosed(survey, today) ? <a href={localized(language, surveyPaths.results(survey.slug))}>{words.results}</a> : null}</footer>
            </li>
          ))}
        </ul>
      )}
      <p><a href={localized(language, surveyPaths.resume)}>{words.resume}</a></p>
    </PublicLayout>
  );
}

function standing(language: 'en' | 'fr', survey: Survey, today: string): string {
  const words = surveyWords[language];
  if (survey.closesOn && isClosed(survey, today)) return words.closed(formatDate(language, survey.closesOn));
  return isOpen(survey, today) ? words.open(survey.closesOn ? formatDate(language, survey.closesOn) : undefined) : words.closedNow;
}

/** All surveys, for the plan office and analysts. */
export function OfficePage({ frame, surveys, today, mayMake }: { frame: PageFrame; surveys: readonly Survey[]; today: string; mayMake: boolean }) {
  const { language } = frame;
  const words = surveyWords[language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.office}</h1>
      {mayMake ? <p><a class="button" href={localized(language, surveyPaths.make)}>{words.make}</a></p> : null}
      {surveys.length === 0 ? <p>{words.none}</p> : <ul>{surveys.map((survey) => <li><a href={localized(language, surveyPaths.keep(survey.slug))}>{survey.title[language]}</a><br /><span class="small">{standing(language, survey, today)}</span></li>)}</ul>}
    </StaffLayout>
  );
}

export function MakePage({ frame, typed, errors = {} }: Typed) {
  const words = surveyWords[frame.language];
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={frame.language} steps={[{ path: surveyPaths.office, label: words.office }]} />
      <h1>{words.make}</h1>
      <Form frame={frame} errors={errors} submit={words.make} files>
        <div class="pair">
          <TextInput name="title-en" label={words.titleEn} value={typed.text('title-en')} error={errors['title-en']} maxlength={200} />
          <TextInput name="title-fr" label={words.titleFr} value={typed.text('title-fr')} error={errors['title-fr']} maxlength={200} />
          <Textarea name="lead-en" lang="en" rows={3} label={words.leadEn} value={typed.text('lead-en')} error={errors['lead-en']} />
          <Textarea name="lead-fr" lang="fr" rows={3} label={words.leadFr} value={typed.text('lead-fr')} error={errors['lead-fr']} />
        </div>
        <div class="choice"><input type="checkbox" id="distress" name="distress" value="yes" checked={typed.text('distress') === 'yes'} /><label for="distress">{words.distress}</label></div>
        <FileField name="file" label={words.file} hint={words.fileHint} error={errors.file} />
      </Form>
    </StaffLayout>
  );
}

function FileField({ name, label, hint, error }: { name: string; label: string; hint: string; error?: string | undefined }) {
  return (
    <div class={error ? 'field bad' : 'field'}>
      <label for={name}>{label}</label>
      <p class="hint" id={`${name}-hint`}>{hint}</p>
      {error ? <p class="error-text" id={`${name}-error`}>{error}</p> : null}
      <input type="file" id={name} name={name} accept=".json,application/json" aria-describedby={error ? `${name}-hint ${name}-error` : `${name}-hint`} />
    </div>
  );
}

export type Checks = { readonly gradeEn: string; readonly gradeFr: string; readonly gaps: readonly string[] };
type KeepProps = Typed & { survey: Survey; compiled: Compiled; checks: Checks; responses: number; versions: readonly number[]; consultations: readonly Consultation[]; types: readonly ComposedType[]; office: boolean };

/** One survey where it is made: dates, questions with a preview beside them, checks, paper forms, results and exports. */
export function KeepPage({ frame, typed, errors = {}, survey, compiled, checks, responses, versions, consultations, types, office }: KeepProps) {
  const { language } = frame;
  const words = surveyWords[language];
  const { slug } = survey;
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: surveyPaths.office, label: words.office }]} />
      <h1>{survey.title[language]}</h1>
      <p class="lead">{words.responses(responses)}</p>
      <p class="buttons">
        {office ? <a class="button quiet" href={localized(language, surveyPaths.entry(slug))}>{words.entry}</a> : null}
        <a class="button quiet" href={localized(language, surveyPaths.results(slug))}>{words.results}</a> <a class="button quiet" href={localized(language, surveyPaths.print(slug))}>{words.print}</a>
      </p>
      <section class="band">
        <h2>{words.exports}</h2>
        {versions.toReversed().map((number) => (
          <>
            {versions.length > 1 ? <h3>{words.version(number)}</h3> : null}
            <ul>{([['answers.csv', words.answersCsv], ['responses.csv', words.responsesCsv], ['codebook.csv', words.codebook], ['questionnaire.json', words.json]] as const).map(([file, label]) => <li><a href={localized(language, surveyPaths.export(slug, file, versions.length > 1 ? number : undefined))}>{label}</a></li>)}</ul>
          </>
        ))}
      </section>
      {office ? (
        <section class="band">
          <h2>{words.dates}</h2>
          <form method="post" action={localized(language, surveyPaths.step(slug, 'dates'))} novalidate>
            <Csrf frame={frame} />
            <TextInput name="opens-on" type="date" width="short" label={words.opensOn} hint={words.dateHint} value={typed.has('opens-on') ? typed.text('opens-on') : (survey.opensOn ?? '')} error={errors['opens-on']} />
            <TextInput name="closes-on" type="date" width="short" label={words.closesOn} value={typed.has('closes-on') ? typed.text('closes-on') : (survey.closesOn ?? '')} error={errors['closes-on']} />
            {consultations.length > 0 ? <Select name="consultation" label={words.consultation} hint={words.consultationHint} empty={words.noConsultation} error={errors.consultation} value={typed.has('opens-on') ? typed.text('consultation') : (survey.consultation ?? '')} options={consultations.map((one) => ({ value: one.slug, label: one.name[language] }))} /> : null}
            <div class="choice"><input type="checkbox" id="results-public" name="results-public" value="yes" checked={survey.resultsPublic} /><label for="results-public">{words.resultsPublic}</label></div>
            <button class="button" type="submit">{words.saveDates}</button>
          </form>
        </section>
      ) : null}
      <section class="band">
        <h2>{words.checks}</h2>
        <p>{words.grade}{colon(language)}English {checks.gradeEn}, français {checks.gradeFr}</p>
        {checks.gaps.length === 0 ? <p>{words.noGaps}</p> : <><p>{words.gaps}</p><ul>{checks.gaps.map((gap) => <li><code>{gap}</code></li>)}</ul></>}
      </section>
      <div class="split">
        <section>
          <h2>{words.compose}</h2>
          {responses > 0 ? <p class="inset">{words.locked}</p> : office ? <Compose frame={frame} typed={typed} errors={errors} survey={survey} compiled={compiled} types={types} /> : null}
          {office ? (
            <form method="post" action={localized(language, surveyPaths.step(slug, 'version'))} enctype="multipart/form-data" class="step">
              <Csrf frame={frame} />
              <FileField name="file" label={words.file} hint={words.fileHint} error={errors.file} />
              <button class="button quiet" type="submit">{words.saveDates}</button>
            </form>
          ) : null}
        </section>
        <section aria-label={words.preview}>
          <h2>{words.preview}</h2>
          {compiled.items.length === 0 ? <p>{words.noQuestions}</p> : <div class="panel">{raw(renderFields(compiled, undefined, { language, branches: 'absent' }))}</div>}
        </section>
      </div>
    </StaffLayout>
  );
}

function Compose({ frame, typed, errors = {}, survey, compiled, types }: Typed & { survey: Survey; compiled: Compiled; types: readonly ComposedType[] }) {
  const { language } = frame;
  const words = surveyWords[language];
  const value = (name: string) => typed.text(name);
  const after = conditionsOf(survey.questionnaire).map((one) => ({
    value: one.value, label: `${questionText(compiled, String(one.item.linkId), language)} → ${answerText(compiled, { linkId: String(one.item.linkId), kind: typeof one.option === 'boolean' ? 'valueBoolean' : 'valueCoding', value: one.option }, language)}`,
  }));
  return (
    <>
      <ol class="agenda">
        {itemsOf(survey.questionnaire).map((item, index) => (
          <li>
            {questionText(compiled, String(item.linkId), language)}
            <form method="post" class="step" action={localized(language, surveyPaths.step(survey.slug, 'remove'))}><Csrf frame={frame} /><input type="hidden" name="item" value={String(item.linkId)} />
              <button class="button link" type="submit">{words.remove}<span class="hidden-text">{`: ${questionText(compiled, String(item.linkId), language)}`}</span></button>
              {index > 0 ? <button class="button link" type="submit" formaction={localized(language, surveyPaths.step(survey.slug, 'up'))}>{words.up}<span class="hidden-text">{`: ${questionText(compiled, String(item.linkId), language)}`}</span></button> : null}
            </form>
          </li>
        ))}
      </ol>
      <Form frame={frame} errors={errors} action={localized(language, surveyPaths.step(survey.slug, 'compose'))} submit={words.add}>
        <Radios name="type" label={words.type} value={value('type') || 'choice'} error={errors.type} options={types.map((type) => ({ value: type, label: words.types[type] }))} />
        <TextInput name="text-en" label={words.textEn} value={value('text-en')} error={errors['text-en']} maxlength={500} />
        <TextInput name="text-fr" label={words.textFr} value={value('text-fr')} error={errors['text-fr']} maxlength={500} />
        <Textarea name="options" rows={5} label={words.options} hint={words.optionsHint} value={value('options')} error={errors.options} />
        <div class="choice"><input type="checkbox" id="many" name="many" value="yes" checked={value('many') === 'yes'} /><label for="many">{words.many}</label></div>
        <div class="choice"><input type="checkbox" id="needed" name="needed" value="yes" checked={value('needed') === 'yes'} /><label for="needed">{words.needed}</label></div>
        {after.length > 0 ? <Select name="after" label={words.after} hint={words.afterHint} empty="" value={value('after')} options={after} /> : null}
      </Form>
    </>
  );
}

type ResultsProps = { frame: PageFrame; survey: Survey; compiled: Compiled; /** Undefined while they are not counted, null where they are too few. */ responses: number | null | undefined; /** The gate lets nothing of them be shown. */ blocked: boolean; results: readonly QuestionResult[]; versions: readonly number[]; staff: boolean };

/** What was answered, question by question: a bar and the same numbers in a table. */
export function ResultsPage({ frame, survey, compiled, responses, blocked, results, versions, staff }: ResultsProps) {
  const { language } = frame;
  const words = surveyWords[language];
  const Layout = staff ? StaffLayout : PublicLayout;
  return (
    <Layout frame={frame}>
      <Breadcrumbs language={language} steps={[staff ? { path: surveyPaths.keep(survey.slug), label: survey.title[language] } : { path: surveyPaths.list, label: words.title }]} />
      <h1>{words.results}</h1>
      <p class="lead">{survey.title[language]}</p>
      {versions.length > 1 ? (
        <nav aria-label={words.versions}>
          <ul>{versions.map((number) => <li><a href={localized(language, surveyPaths.results(survey.slug, number))} aria-current={number === survey.number ? 'page' : undefined}>{words.version(number)}</a></li>)}</ul>
        </nav>
      ) : null}
      {blocked ? <p class="inset">{words.blocked}</p> : responses === undefined ? <p class="inset">{words.counting}</p> : <p class="inset">{responses === null ? words.fewResponses : words.responses(responses)}. {words.resultsLead}</p>}
      {staff || blocked || responses === undefined ? null : <p class="small">{words.rounded} <a href={localized(language, releasePaths.protection)}>{words.protection}</a></p>}
      {results.map((result) => {
        const top = Math.max(1, ...result.rows.map((row) => row.count ?? 0));
        return (
          <section class="band">
            <h2>{result.number} {questionText(compiled, result.linkId, language)}</h2>
            {result.free && !staff ? null : <p>{result.answered === null ? words.answeredHidden : words.answersTo(String(result.answered))}</p>}
            {result.free ? <p>{words.free}</p> : (
              <table>
                <caption class="hidden-text">{questionText(compiled, result.linkId, language)}</caption>
                <thead><tr><th scope="col">{words.answer}</th><th scope="col">{words.count}</th></tr></thead>
                <tbody>
                  {result.rows.map((row) => (
                    <tr>
                      <th scope="row">{row.text}</th>
                      <td class="n">{row.count ?? words.hidden}{row.count === null ? null : <svg class="bar" width="100" height="8" viewBox="0 0 100 8" aria-hidden="true" focusable="false"><rect width={(100 * row.count) / top} height="8" fill="currentColor" /></svg>}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            {!result.free && (result.answered === null || result.rows.some((row) => row.count === null)) ? <p class="small">{words.hiddenNote}</p> : null}
          </section>
        );
      })}
    </Layout>
  );
}
