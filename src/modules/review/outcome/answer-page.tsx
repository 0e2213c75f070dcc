import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { type FieldErrors, Radios, Select, Textarea } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { ReviewFile } from '../checklist/queries.ts';
import { sessionPaths } from '../session/paths.ts';
import type { Code } from '../session/queries.ts';
import { sessionWords } from '../session/words.ts';
import { OutcomeSummary } from './outcome-table.tsx';
import { outcomePaths } from './paths.ts';
import type { Outcome } from './queries.ts';
import { answerKinds, declineReasons } from './rules.ts';
import { outcomeWords } from './words.ts';

/** What the police did about an outcome. */
export function AnswerPage({ frame, file, outcome, codes, typed, errors = {} }: { frame: PageFrame; file: ReviewFile; outcome: Outcome; codes: readonly Code[]; typed: PostedForm; errors?: FieldErrors | undefined }) {
  const { language } = frame;
  const words = outcomeWords[language];
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: sessionPaths.list, label: sessionWords[language].title }, { path: sessionPaths.show(file.session), label: sessionWords[language].session }]} />
      <h1>{words.title(file.pseudonym)}</h1>
      <OutcomeSummary language={language} outcome={outcome} codes={codes} />
      {outcome.answer !== null ? <p class="inset">{words.answers[outcome.answer]}</p> : (
        <>
          <p>{words.answerLead}</p>
          <Form frame={frame} errors={errors} action={localized(language, outcomePaths.answer(file.id))} submit={words.answer}>
            <Radios name="answer" label={words.kind} error={errors.answer} value={typed.text('answer')} options={answerKinds.map((value) => ({ value, label: words.answers[value] }))} />
            <Select name="new-code" label={words.newCode} value={typed.text('new-code')} empty={words.keepCode} options={codes.filter(({ code }) => code !== file.code).map(({ code, label }) => ({ value: code, label: label[language] }))} />
            <Select name="why" label={words.why} hint={words.whyHint} error={errors.why} value={typed.text('why')} empty="" options={declineReasons.map((value) => ({ value, label: words.declineReasons[value] }))} />
            <Textarea name="note" label={words.note} hint={words.noteHint} error={errors.note} value={typed.text('note')} rows={3} />
          </Form>
        </>
      )}
    </StaffLayout>
  );
}
