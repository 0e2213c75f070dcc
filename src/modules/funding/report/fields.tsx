import { raw } from 'hono/html';
import type { Json } from '#app/methods/questionnaire/fhir.ts';
import { answersFromForm } from '#app/methods/questionnaire/form/answers-from-form.ts';
import type { Issue } from '#app/methods/questionnaire/issue.ts';
import { renderFields } from '#app/methods/questionnaire/render/form.ts';
import { settleResponse } from '#app/methods/questionnaire/settle.ts';
import type { Form as PostedForm } from '#app/platform/http/form.ts';
import type { Visit } from '#app/platform/http/route.ts';
import { type FieldErrors, TextInput } from '#app/ui/components/fields.tsx';
import type { PageFrame } from '#app/ui/page-frame.ts';
import { compiledOf, fieldErrors, issuesIn } from '../application/answers.ts';
import { type Cents, decimalOf, formatMoney, readMoney } from '../money.ts';
import type { Report, ReportGiven } from './queries.ts';
import { reportWords } from './words.ts';

/** What was typed into a report that could not be taken, and why. */
export type ReportTyped = { readonly report: string; readonly form: PostedForm; readonly response: Json; readonly issues: readonly Issue[]; readonly errors: FieldErrors };
const keyOf = (report: Report) => `report ${report.formId ?? 'of no form'}`;

/** The fields of a report: the two numbers from which totals are made, then the questions of its form. A follow-up has the questions alone. */
export function ReportFields({ frame, report, typed }: { frame: PageFrame; report: Report; typed: ReportTyped | undefined }) {
  const words = reportWords[frame.language];
  const own = typed?.report === report.id ? typed : undefined;
  const kept = { spent: report.spent === undefined ? '' : decimalOf(report.spent), people: report.people?.toString() ?? '' };
  return (
    <>
      {report.followUp ? null : (
        <>
          <TextInput name="spent" label={words.spent} value={own ? own.form.text('spent') : kept.spent} error={own?.errors.spent} width="medium" />
          <TextInput name="people" label={words.people} value={own ? own.form.text('people') : kept.people} error={own?.errors.people} width="short" inputmode="numeric" />
        </>
      )}
      <p class="hint">{words.noNames}</p>
      {raw(renderFields(compiledOf(keyOf(report), report.questionnaire), own?.response ?? report.answers, { language: frame.language, issues: own?.issues ?? [], branches: 'hidden', zone: frame.site.timeZone }))}
    </>
  );
}

/** Reads a report as it was posted; `most` is the grant, of which no more can be spent. */
export function readReport(visit: Visit, report: Report, most: Cents): { value: ReportGiven; typed?: undefined } | { value?: undefined; typed: ReportTyped } {
  const { form, language } = visit;
  const words = reportWords[language];
  const errors: Record<string, string> = {};
  const spent = report.followUp ? undefined : readMoney(form.text('spent'));
  if (!report.followUp && spent === undefined) errors.spent = words.badMoney;
  else if (spent !== undefined && spent > most) errors.spent = words.more(formatMoney(language, most));
  if (!report.followUp && !/^\d{1,7}$/.test(form.text('people'))) errors.people = words.badPeople;
  const compiled = compiledOf(keyOf(report), report.questionnaire);
  const { response } = answersFromForm(compiled, form.entries(), { before: report.answers, zone: visit.timeZone });
  const issues = issuesIn(keyOf(report), report.questionnaire, response, language);
  const all = { ...errors, ...fieldErrors(compiled, issues, language) };
  if (Object.keys(all).length > 0) return { typed: { report: report.id, form, response, issues, errors: all } };
  return { value: { spent, people: report.followUp ? undefined : Number(form.text('people')), answers: settleResponse(compiled, response, 'completed') } };
}
