import { raw } from 'hono/html';
import { questionText } from '#app/methods/questionnaire/answer-text.ts';
import { idOf, nameOf } from '#app/methods/questionnaire/form/field-names.ts';
import type { Issue } from '#app/methods/questionnaire/issue.ts';
import { renderFields } from '#app/methods/questionnaire/render/form.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import { Checkboxes, type FieldErrors, Radios, Select } from '#app/ui/components/fields.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { StepButton } from '#app/ui/components/step-button.tsx';
import { colon } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { reviewerPaths } from '../reviewer/paths.ts';
import { sessionPaths } from '../session/paths.ts';
import type { Code } from '../session/queries.ts';
import { sessionWords } from '../session/words.ts';
import type { Filled } from './input.ts';
import { filePaths } from './paths.ts';
import { checklistForm } from './questionnaire.ts';
import type { ReviewFile } from './queries.ts';
import { conclusions } from './rules.ts';
import { checklistWords } from './words.ts';

type Head = { frame: PageFrame; file: ReviewFile; codes: readonly Code[] };

export const labelOf = (codes: readonly Code[], code: string | null, language: PageFrame['language']) => codes.find((one) => one.code === code)?.label[language] ?? code ?? '';

function FileHead({ frame: { language }, file, codes }: Head) {
  const words = checklistWords[language];
  return (
    <>
      <Breadcrumbs language={language} steps={[{ path: sessionPaths.list, label: sessionWords[language].title }, { path: sessionPaths.show(file.session), label: sessionWords[language].session }]} />
      <h1>{words.file(file.pseudonym)}</h1>
      <p>{words.code}{colon(language)}<strong>{labelOf(codes, file.code, language)}</strong></p>
    </>
  );
}

/** A file before its reviewer has begun, and after she handed in. */
export function FilePage({ frame, file, codes, state }: Head & { state: 'free' | 'taken' | 'waiting' | 'both' }) {
  const words = checklistWords[frame.language];
  return (
    <StaffLayout frame={frame}>
      <FileHead frame={frame} file={file} codes={codes} />
      {state === 'free' ? <StepButton frame={frame} to={filePaths.begin(file.id)} label={words.begin} hint={words.beginHint} /> : null}
      {state === 'taken' ? <p class="inset">{words.taken}</p> : null}
      {state === 'waiting' ? <p class="inset" role="status">{words.waiting}</p> : null}
      {state === 'both' ? <p class="inset">{words.bothIn} <a href={localized(frame.language, filePaths.compare(file.id))}>{words.compare}</a></p> : null}
      <Recusal frame={frame} file={file} />
    </StaffLayout>
  );
}

function Recusal({ frame, file }: { frame: PageFrame; file: ReviewFile }) {
  const words = checklistWords[frame.language];
  return (
    <details class="panel">
      <summary>{words.recusal}</summary>
      <StepButton frame={frame} to={reviewerPaths.recuse(file.id)} label={words.recuse} hint={words.recusalHint} quiet />
    </details>
  );
}

type FormProps = Head & { filled: Filled; issues?: readonly Issue[]; errors?: FieldErrors; saved?: boolean };

/** The checklist of a file, with its conclusion. */
export function ChecklistPage({ frame, file, codes, filled, issues = [], errors = {}, saved = false }: FormProps) {
  const { language } = frame;
  const words = checklistWords[language];
  const lines = Object.fromEntries(issues.map((issue) => {
    const linkId = [...issue.expression.matchAll(/linkId='([^']*)'/g)].at(-1)?.[1] ?? '';
    return [idOf(nameOf(linkId)), `${questionText(checklistForm, linkId, language)}${colon(language)}${issue.text}`];
  }));
  return (
    <StaffLayout frame={frame}>
      <FileHead frame={frame} file={file} codes={codes} />
      <ErrorSummary language={language} errors={{ ...lines, ...errors }} />
      {saved ? <p class="inset" role="status">{words.saved}</p> : null}
      <p>{words.lead}</p>
      <form method="post" action={localized(language, filePaths.show(file.id))} novalidate autocomplete="off">
        <Csrf frame={frame} />
        {raw(renderFields(checklistForm, filled.answers, { language, issues }))}
        <h2>{words.conclusion}</h2>
        <Radios name="conclusion" label={words.conclusion} error={errors.conclusion} value={filled.conclusion ?? undefined} options={conclusions.map((value) => ({ value, label: words.conclusions[value] }))} />
        <Select name="to-code" label={words.toCode} hint={words.toCodeHint} error={errors['to-code']} value={filled.toCode ?? undefined} empty={words.noCode}
          options={codes.filter(({ code }) => code !== file.code).map(({ code, label }) => ({ value: code, label: label[language] }))} />
        <Checkboxes name="more" label={words.more} values={[...(filled.contact ? ['contact'] : []), ...(filled.systemic ? ['systemic'] : [])]} options={[{ value: 'contact', label: words.contact }, { value: 'systemic', label: words.systemic }]} />
        <p class="hint">{words.handInHint}</p>
        <div class="buttons">
          <button class="button quiet" type="submit" name="do" value="save">{words.save}</button>
          <button class="button" type="submit" name="do" value="hand-in">{words.handIn}</button>
        </div>
      </form>
      <Recusal frame={frame} file={file} />
    </StaffLayout>
  );
}
