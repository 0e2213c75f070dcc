import { answersFromForm } from '#app/methods/questionnaire/form/answers-from-form.ts';
import type { Json } from '#app/methods/questionnaire/fhir.ts';
import type { Issue } from '#app/methods/questionnaire/issue.ts';
import { settleResponse } from '#app/methods/questionnaire/settle.ts';
import { validate } from '#app/methods/questionnaire/validate.ts';
import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { checklistForm } from './questionnaire.ts';
import type { Judged, ReviewFile } from './queries.ts';
import { isConclusion } from './rules.ts';
import { checklistWords } from './words.ts';

export type Filled = Judged & { readonly answers: Json };
export type ReadChecklist = { readonly value: Filled; readonly issues: readonly Issue[]; readonly errors: Readonly<Record<string, string>> };

/** Reads a checklist. What stands against handing it in is given with it; a draft is kept with any question open. */
export function readChecklist(form: Form, file: ReviewFile, codes: readonly string[], { language, now, handIn }: { language: Language; now: Date; handIn: boolean }): ReadChecklist {
  const words = checklistWords[language].errors;
  const { response } = answersFromForm(checklistForm, form.entries());
  const moment = { now: now.toISOString() };
  const answers = handIn ? settleResponse(checklistForm, response, 'completed', moment) : response;
  const issues = handIn ? validate(checklistForm, answers, { language, ...moment }).issues.filter(({ severity }) => severity === 'error') : [];
  const [given, code] = [form.text('conclusion'), form.text('to-code')];
  const conclusion = isConclusion(given) ? given : null;
  const toCode = conclusion === 'recode' && codes.includes(code) && code !== file.code ? code : null;
  const errors: Record<string, string> = {};
  if (handIn && conclusion === null) errors.conclusion = words.conclusion;
  if (handIn && conclusion === 'recode' && toCode === null) errors['to-code'] = words.toCode;
  return { value: { answers, conclusion, toCode, contact: form.list('more').includes('contact'), systemic: form.list('more').includes('systemic') }, issues, errors };
}
