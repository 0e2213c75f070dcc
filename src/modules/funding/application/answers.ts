import { createHash } from 'node:crypto';
import { answerText, questionText } from '#app/methods/questionnaire/answer-text.ts';
import { compile } from '#app/methods/questionnaire/compile.ts';
import { extensionNumber } from '#app/methods/questionnaire/extensions.ts';
import { flattenAnswers } from '#app/methods/questionnaire/flat-answers.ts';
import type { Json } from '#app/methods/questionnaire/fhir.ts';
import { idOf, nameOf } from '#app/methods/questionnaire/form/field-names.ts';
import type { Issue } from '#app/methods/questionnaire/issue.ts';
import type { Compiled } from '#app/methods/questionnaire/model.ts';
import { settleResponse } from '#app/methods/questionnaire/settle.ts';
import { urls } from '#app/methods/questionnaire/urls.ts';
import { validate } from '#app/methods/questionnaire/validate.ts';
import type { Language } from '#app/platform/language/language.ts';
import { colon } from '#app/ui/format.ts';
import { formatMoney } from '../money.ts';

const compiledOnce = new Map<string, Compiled>();
/** The compiled questions of a category, once a process for each text of them. */
export function compiledOf(category: string, questionnaire: unknown): Compiled {
  const key = `${category} ${createHash('sha256').update(JSON.stringify(questionnaire)).digest('hex')}`;
  const known = compiledOnce.get(key) ?? compile(questionnaire);
  if (compiledOnce.size > 100) compiledOnce.clear();
  compiledOnce.set(key, known);
  return known;
}

/** What stands against answers that are finished. */
export function issuesIn(category: string, questionnaire: unknown, answers: Json, language: Language): Issue[] {
  const compiled = compiledOf(category, questionnaire);
  return validate(compiled, settleResponse(compiled, answers, 'completed'), { language }).issues.filter((issue) => issue.severity === 'error');
}

/** What stands against answers, by the field that shows it; each names its question, because the summary stands apart from it. */
export function fieldErrors(compiled: Compiled, issues: readonly Issue[], language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries(issues.map((issue) => {
    const linkId = /linkId='([^']*)'/.exec(issue.expression)?.[1] ?? '';
    return [idOf(nameOf(linkId)), `${questionText(compiled, linkId, language)}${colon(language)}${issue.text}`];
  }));
}

/** Answers as people read them, each under its question; an amount of money as money. */
export function answerRows(compiled: Compiled, answers: Json, language: Language): { label: string; value: string }[] {
  return flattenAnswers(answers).map((line) => {
    const money = line.kind === 'valueDecimal' && isMoney(compiled, line.linkId) && Number.isSafeInteger(Math.round(Number(line.value) * 100));
    return { label: questionText(compiled, line.linkId, language), value: money ? formatMoney(language, Math.round(Number(line.value) * 100)) : answerText(compiled, line, language) };
  });
}

/** A number with two places is an amount of money: so the forms of the fund write it. */
function isMoney(compiled: Compiled, linkId: string): boolean {
  const item = compiled.byLinkId.get(linkId);
  return item?.type === 'decimal' && extensionNumber(item.definition, urls.maxDecimalPlaces) === 2;
}
