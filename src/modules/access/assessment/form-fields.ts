import { answerText, questionText } from '#app/methods/questionnaire/answer-text.ts';
import type { Json } from '#app/methods/questionnaire/fhir.ts';
import { flattenAnswers } from '#app/methods/questionnaire/flat-answers.ts';
import { answersFromForm, type FromForm } from '#app/methods/questionnaire/form/answers-from-form.ts';
import { idOf, nameOf } from '#app/methods/questionnaire/form/field-names.ts';
import type { Issue } from '#app/methods/questionnaire/issue.ts';
import type { Compiled } from '#app/methods/questionnaire/model.ts';
import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { colon, formatDate, isDay } from '#app/ui/format.ts';
import type { Wish } from './actions.ts';

/** Fields of the form beside those of the questionnaire: no linkId can be called so. */
export const fields = { id: '~assessment', revision: '~revision', hash: '~version', action: '~do', key: '~key' } as const;

export function wishOf(form: Form): Wish {
  const action = form.text(fields.action);
  return action === 'finish' || action === 'close' ? action : 'save';
}

/** The save that the form was drawn from; 0 for a new one. */
export function revisionOf(form: Form): number {
  const text = form.text(fields.revision);
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** The answers of a posted form, over those that were kept. */
export function answersOf(compiled: Compiled, form: Form, before: Json, zone: string): FromForm {
  return answersFromForm(compiled, form.entries(), { before, zone });
}

/** Errors by the id of their field, for the summary; each names its question. */
export function fieldErrors(compiled: Compiled, issues: readonly Issue[], language: Language): Record<string, string> {
  const lastLinkId = (expression: string) => [...expression.matchAll(/linkId='((?:[^'\\]|\\.)*)'/g)].at(-1)?.[1] ?? '';
  return Object.fromEntries(issues.map((issue) => {
    const linkId = lastLinkId(issue.expression);
    return [idOf(nameOf(linkId)), `${questionText(compiled, linkId, language)}${colon(language)}${issue.text}`];
  }));
}

export { questionText };
/** What was answered to a question, as people read it; undefined where it has no answer. */
export function answered(compiled: Compiled, response: Json, linkId: string, language: Language): string | undefined {
  const lines = flattenAnswers(response).filter((line) => line.linkId === linkId);
  return lines.length === 0 ? undefined : lines.map((line) => (line.kind === 'valueDate' && typeof line.value === 'string' && isDay(line.value) ? formatDate(language, line.value) : answerText(compiled, line, language))).join('; ');
}
