import { isObject } from '#app/methods/questionnaire/fhir.ts';
import type { FlatAnswer } from '#app/methods/questionnaire/flat-answers.ts';
import type { Compiled } from '#app/methods/questionnaire/model.ts';
import type { Language } from '#app/platform/language/language.ts';
import { isSmall, protectPart, protectTable } from '../report/protect.ts';
import { answerText } from '../response/answer-text.ts';
import type { AnswerCount } from '../response/queries.ts';

/** One question's answers counted; `undefined` where a number is not shown. `free` questions are never counted word by word. */
export type QuestionResult = { readonly linkId: string; readonly number: string; readonly answered: number | undefined; readonly free: boolean; readonly rows: readonly { readonly text: string; readonly count: number | undefined }[] };

const countable = new Set(['choice', 'boolean']);

/** The results of a survey, question by question; for the public with small numbers protected, so that none follows from another. */
export function resultsOf(compiled: Compiled, counts: readonly AnswerCount[], language: Language, reader: 'public' | 'office'): QuestionResult[] {
  return compiled.all.filter((item) => item.type !== 'group' && item.type !== 'display' && !item.hidden).map((item) => {
    const own = counts.filter((one) => one.linkId === item.linkId);
    const people = own[0]?.answered ?? 0;
    // What everybody may see counts codes alone: another kind of answer may be somebody's words.
    const free = !countable.has(item.type) || (reader === 'public' && item.type === 'choice' && item.options.list.some((option) => option.type !== 'Coding'));
    const options = item.type === 'boolean' ? [true, false].map((value) => ({ kind: 'valueBoolean', value })) : item.options.list.map((option) => ({ kind: `value${option.type}`, value: option.value }));
    const rows = new Map(options.map((option) => [answerText(compiled, { linkId: item.linkId, ...option }, language), 0]));
    for (const one of free ? [] : own) {
      const text = answerText(compiled, one, language);
      rows.set(text, (rows.get(text) ?? 0) + one.count);
    }
    const few = reader === 'public' && isSmall(people);
    const shown = reader === 'public' ? shownToAll([...rows.values()], people) : [...rows.values()];
    return { linkId: item.linkId, number: item.number, answered: few ? undefined : people, free, rows: free ? [] : [...rows.keys()].map((text, index) => ({ text, count: few ? undefined : shown[index] })) };
  });
}

/** The counts of one question as everybody may see them; a count is also hidden where few of those who answered are left outside it. */
export function shownToAll(counts: readonly number[], people: number): readonly (number | undefined)[] {
  const cells = protectTable(counts);
  return counts.map((count, index) => (typeof cells?.[index] === 'number' && typeof protectPart(count, people) === 'number' ? count : undefined));
}

/** A value in the cell of a table: the code of a coding, a text as it is, everything else as JSON. */
export function cellOf({ kind, value }: Pick<FlatAnswer, 'kind' | 'value'>): string {
  if (kind === 'valueCoding' && isObject(value) && typeof value.code === 'string') return value.code;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
