import { createHash } from 'node:crypto';
import { compile } from '#app/methods/questionnaire/compile.ts';
import type { Json } from '#app/methods/questionnaire/fhir.ts';
import type { Issue } from '#app/methods/questionnaire/issue.ts';
import type { Compiled } from '#app/methods/questionnaire/model.ts';
import { settleResponse } from '#app/methods/questionnaire/settle.ts';
import { validate } from '#app/methods/questionnaire/validate.ts';
import type { Language } from '#app/platform/language/language.ts';

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
