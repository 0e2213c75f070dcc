import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { flattenAnswers } from '#app/methods/questionnaire/flat-answers.ts';
import { idOf, nameOf } from '#app/methods/questionnaire/form/field-names.ts';
import type { Issue } from '#app/methods/questionnaire/issue.ts';
import type { Compiled } from '#app/methods/questionnaire/model.ts';
import { renderFields } from '#app/methods/questionnaire/render/form.ts';
import { renderPrint } from '#app/methods/questionnaire/render/print.ts';
import { stepsOf } from '#app/methods/questionnaire/settle.ts';
import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import { HiddenFields, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import type { Language } from '#app/platform/language/language.ts';
import { Breadcrumbs, Crisis } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { colon } from '#app/ui/format.ts';
import { surveyPaths } from '../survey/paths.ts';
import type { Survey } from '../survey/queries.ts';
import { wordyIn } from '../survey/told.ts';
import { surveyWords } from '../survey/words.ts';
import { answerText, questionText } from './answer-text.ts';
import { fields, type Progress } from './course.ts';

type Base = { frame: PageFrame; survey: Survey; compiled: Compiled };

/** What the survey is, how it keeps nobody's name, and the ways to answer. */
export function StartPage({ frame, survey, compiled, steps, once, isOpen }: Base & { steps: number; once: string; isOpen: boolean }) {
  const { language } = frame;
  const words = surveyWords[language];
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: surveyPaths.list, label: words.title }]} />
      <h1>{survey.title[language]}</h1>
      {survey.demonstration ? <p><span class="tag">{words.demonstration}</span></p> : null}
      <p class="lead">{survey.lead[language]}</p>
      {survey.distress ? <Crisis language={language} /> : null}
      <section class="inset"><h2>{words.anonymous}</h2><p>{words.anonymousText}</p></section>
      {isOpen ? (
        <>
          <p>{words.questions(steps)}</p>
          <form method="post" action={localized(language, surveyPaths.answer(survey.slug))}>
            <HiddenFields fields={[[fields.version, survey.version], [fields.once, once], [fields.action, 'begin']]} />
            <div class="buttons"><button class="button" type="submit">{words.start}</button> <a class="button quiet" href={localized(language, surveyPaths.resume)}>{words.resume}</a></div>
          </form>
          <p><a href={localized(language, surveyPaths.print(survey.slug))}>{words.print}</a></p>
        </>
      ) : <p>{words.closedNow}</p>}
      {compiled.items.length === 0 ? <p>{words.noQuestions}</p> : null}
    </PublicLayout>
  );
}

function Frame({ frame, survey, progress, children }: { frame: PageFrame; survey: Survey; progress: Progress; children: Child }) {
  return (
    <form method="post" action={localized(frame.language, surveyPaths.answer(survey.slug))} novalidate>
      <HiddenFields fields={[[fields.version, survey.version], [fields.once, progress.once], [fields.soFar, JSON.stringify(progress.response)], [fields.step, progress.step ?? ''], [fields.code, progress.code], ...(progress.quote && progress.step !== undefined ? [[fields.quote, 'yes'] as const] : [])]} />
      {children}
    </form>
  );
}

/** Errors by the id of their field, for the summary. */
export function fieldErrors(issues: readonly Issue[]): Record<string, string> {
  return Object.fromEntries(issues.map((issue) => [idOf(nameOf(lastLinkId(issue.expression))), issue.text]));
}
const lastLinkId = (expression: string) => [...expression.matchAll(/linkId='((?:[^'\\]|\\.)*)'/g)].at(-1)?.[1] ?? '';

type AskProps = Base & { progress: Progress; step: string; issues: readonly Issue[]; blanks: ReadonlyMap<string, number>; named: readonly string[] };

/** One step of the questions; everything answered before travels along. */
export function AskPage({ frame, survey, compiled, progress, step, issues, blanks, named }: AskProps) {
  const { language, site } = frame;
  const words = surveyWords[language];
  const steps = stepsOf(compiled, progress.response);
  return (
    <PublicLayout frame={frame} script="response">
      <h1>{survey.title[language]}</h1>
      <p class="small">{steps.indexOf(step) + 1} / {steps.length}</p>
      <ErrorSummary language={language} errors={fieldErrors(issues)} />
      {named.length > 0 ? <NameWarning language={language} named={named} /> : null}
      <Frame frame={frame} survey={survey} progress={progress}>
        <HiddenFields fields={named.map((text) => [fields.seen, text] as const)} />
        {raw(renderFields(compiled, progress.response, { language, step, issues, blanks, branches: 'hidden', zone: site.timeZone }))}
        <div class="buttons">
          <button class="button" type="submit" name={fields.action} value="next">{words.next}</button>
          {steps.indexOf(step) > 0 ? <button class="button quiet" type="submit" name={fields.action} value="back">{words.back}</button> : null}
          <button class="button quiet" type="submit" name={fields.action} value="save">{words.save}</button>
        </div>
        <p class="hint">{words.noNames}</p>
      </Frame>
    </PublicLayout>
  );
}

function NameWarning({ language, named }: { language: Language; named: readonly string[] }) {
  const words = surveyWords[language];
  return (
    <div class="inset" role="alert" tabindex={-1} autofocus>
      <h2>{words.warnTitle}</h2>
      <p>{words.warnText}</p>
      <ul>{named.map((text) => <li><b>{text}</b></li>)}</ul>
    </div>
  );
}

/** Everything that was answered, each with the way to change it, before it is sent. */
export function ReviewPage({ frame, survey, compiled, progress }: Base & { progress: Progress }) {
  const { language } = frame;
  const words = surveyWords[language];
  const lines = flattenAnswers(progress.response);
  return (
    <PublicLayout frame={frame}>
      <h1>{words.review}</h1>
      <p class="lead">{words.reviewLead}</p>
      <Frame frame={frame} survey={survey} progress={{ ...progress, step: undefined }}>
        {stepsOf(compiled, progress.response).map((step) => {
          const own = lines.filter((line) => line.path.startsWith(`${encodeURIComponent(step)}[`));
          return (
            <section class="band">
              <h2>{questionText(compiled, step, language)}</h2>
              {own.length === 0 ? <p>{words.unanswered}</p> : <ul>{own.map((line) => <li>{line.linkId === step ? '' : introduced(language, questionText(compiled, line.linkId, language))}{answerText(compiled, line, language)}</li>)}</ul>}
              <button class="button link" type="submit" name={fields.action} value={`to:${step}`}>{words.change}<span class="hidden-text">{`: ${questionText(compiled, step, language)}`}</span></button>
            </section>
          );
        })}
        {wordyIn(compiled).length > 0 ? <MayQuote language={language} checked={progress.quote} /> : null}
        <div class="buttons"><button class="button" type="submit" name={fields.action} value="send">{words.send}</button></div>
      </Frame>
    </PublicLayout>
  );
}

/** A question before its answer on one line: with a colon where it does not end as a question. */
function introduced(language: Language, question: string): string {
  return /[?!:]$/.test(question) ? `${question} ` : `${question}${colon(language)}`;
}

/** Whether words may be quoted: asked once, before sending; no is what holds where nothing is said. */
export function MayQuote({ language, checked }: { language: Language; checked: boolean }) {
  return <div class="field choice"><input type="checkbox" id="may-quote" name={fields.quote} value="yes" checked={checked} /><label for="may-quote">{surveyWords[language].mayQuote}</label></div>;
}

export function MessagePage({ frame, title, lead, code }: { frame: PageFrame; title: string; lead: string; code?: string }) {
  const words = surveyWords[frame.language];
  return (
    <PublicLayout frame={frame}>
      <h1>{title}</h1>
      {code ? <div class="panel"><p>{words.code}<span class="code">{code}</span></p></div> : null}
      <p class="lead">{lead}</p>
      {code ? <p><a href={localized(frame.language, surveyPaths.resume)}>{words.resume}</a></p> : null}
    </PublicLayout>
  );
}

export function ResumePage({ frame, typed, error }: { frame: PageFrame; typed: string; error?: string | undefined }) {
  const words = surveyWords[frame.language];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.resume}</h1>
      <p class="lead">{words.resumeLead}</p>
      <Form frame={frame} errors={error ? { code: error } : {}} submit={words.next}>
        <TextInput name="code" label={words.code} value={typed} error={error} width="short" autocomplete="off" spellcheck={false} />
      </Form>
    </PublicLayout>
  );
}

/** The printed form, with the numbers of the questions online. */
export function PrintPage({ frame, survey, compiled }: Base) {
  const { language } = frame;
  const words = surveyWords[language];
  return (
    <PublicLayout frame={frame}>
      <h1>{survey.title[language]}</h1>
      <p class="lead">{survey.lead[language]}</p>
      <p>{words.anonymousText} {words.noNames}</p>
      {raw(renderPrint(compiled, language))}
      {wordyIn(compiled).length > 0 ? <p class="paper-question"><span class="paper-box" aria-hidden="true">☐</span> {words.mayQuote}</p> : null}
    </PublicLayout>
  );
}
