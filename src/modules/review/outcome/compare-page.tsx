import { answerText, questionText } from '#app/methods/questionnaire/answer-text.ts';
import { flattenAnswers } from '#app/methods/questionnaire/flat-answers.ts';
import type { Form as PostedForm } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { Checkboxes, type FieldErrors, Radios, Select, Textarea } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { checklistForm } from '../checklist/questionnaire.ts';
import { labelOf } from '../checklist/pages.tsx';
import type { Checklist, ReviewFile } from '../checklist/queries.ts';
import { agreed, conclusions } from '../checklist/rules.ts';
import { checklistWords } from '../checklist/words.ts';
import { sessionPaths } from '../session/paths.ts';
import type { Code } from '../session/queries.ts';
import { sessionWords } from '../session/words.ts';
import { OutcomeSummary } from './outcome-table.tsx';
import { outcomePaths } from './paths.ts';
import type { Outcome } from './queries.ts';
import { settleReasons } from './rules.ts';
import { outcomeWords } from './words.ts';

type Props = { frame: PageFrame; file: ReviewFile; codes: readonly Code[]; pair: readonly [Checklist, Checklist]; outcome: Outcome | undefined; typed: PostedForm; errors?: FieldErrors | undefined };

/** Both checklists where they differ, and what came of it. */
export function ComparePage({ frame, file, codes, pair, outcome, typed, errors = {} }: Props) {
  const { language } = frame;
  const words = outcomeWords[language];
  const lines = differencesOf(language, codes, pair);
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: sessionPaths.list, label: sessionWords[language].title }, { path: sessionPaths.show(file.session), label: sessionWords[language].session }]} />
      <h1>{words.title(file.pseudonym)}</h1>
      {agreed(pair[0], pair[1]) ? <p class="inset">{words.same}</p> : null}
      {lines.length === 0 ? <p>{words.noDiffer}</p> : (
        <table class="stack">
          <caption>{words.caption}</caption>
          <thead><tr><th scope="col">{words.question}</th><th scope="col">{words.first}</th><th scope="col">{words.second}</th></tr></thead>
          <tbody>{lines.map((line) => <tr><th scope="row">{line.question}</th><td data-label={words.first}>{line.first}</td><td data-label={words.second}>{line.second}</td></tr>)}</tbody>
        </table>
      )}
      {outcome ? <><h2>{words.recorded}</h2><OutcomeSummary language={language} outcome={outcome} codes={codes} /></> : <SettleForm frame={frame} file={file} codes={codes} typed={typed} errors={errors} />}
    </StaffLayout>
  );
}

function SettleForm({ frame, file, codes, typed, errors }: Pick<Props, 'frame' | 'file' | 'codes' | 'typed'> & { errors: FieldErrors }) {
  const { language } = frame;
  const [words, own] = [outcomeWords[language], checklistWords[language]];
  return (
    <>
      <h2>{words.settle}</h2>
      <p>{words.settleLead}</p>
      <Form frame={frame} errors={errors} action={localized(language, outcomePaths.show(file.id))} submit={words.record}>
        <Radios name="conclusion" label={words.result} error={errors.conclusion} value={typed.text('conclusion')} options={conclusions.map((value) => ({ value, label: own.conclusions[value] }))} />
        <Select name="to-code" label={own.toCode} hint={own.toCodeHint} error={errors['to-code']} value={typed.text('to-code')} empty={own.noCode} options={codes.filter(({ code }) => code !== file.code).map(({ code, label }) => ({ value: code, label: label[language] }))} />
        <Checkboxes name="more" label={own.more} values={typed.list('more')} options={[{ value: 'contact', label: own.contact }, { value: 'systemic', label: own.systemic }]} />
        <Radios name="reason" label={words.reason} error={errors.reason} value={typed.text('reason')} options={settleReasons.map((value) => ({ value, label: words.reasons[value] }))} />
        <Textarea name="note" label={words.note} hint={words.noteHint} error={errors.note} value={typed.text('note')} rows={3} />
      </Form>
    </>
  );
}

type Line = { readonly question: string; readonly first: string; readonly second: string };
/** Every question that the two answered differently, their conclusions last. */
function differencesOf(language: Language, codes: readonly Code[], [a, b]: readonly [Checklist, Checklist]): Line[] {
  const words = outcomeWords[language];
  const texts = ({ answers }: Checklist) => new Map(flattenAnswers(answers).map((line) => [line.linkId, answerText(checklistForm, line, language)]));
  const [first, second] = [texts(a), texts(b)];
  const concluded = (one: Checklist) => (one.conclusion === null ? words.open : one.toCode === null ? words.conclusions[one.conclusion] : `${words.conclusions[one.conclusion]} (${labelOf(codes, one.toCode, language)})`);
  const yes = (value: boolean) => (value ? words.yes : words.no);
  return [
    ...[...new Set([...first.keys(), ...second.keys()])].map((linkId) => ({ question: questionText(checklistForm, linkId, language), first: first.get(linkId) ?? words.open, second: second.get(linkId) ?? words.open })),
    { question: words.conclusion, first: concluded(a), second: concluded(b) },
    { question: words.contact, first: yes(a.contact), second: yes(b.contact) },
    { question: words.systemic, first: yes(a.systemic), second: yes(b.systemic) },
  ].filter((line) => line.first !== line.second);
}
