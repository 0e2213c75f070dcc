import { isObject } from '#app/methods/questionnaire/fhir.ts';
import type { FlatAnswer } from '#app/methods/questionnaire/flat-answers.ts';
import type { Compiled, CompiledItem } from '#app/methods/questionnaire/model.ts';
import type { Language } from '#app/platform/language/language.ts';
import { answerText } from '../response/answer-text.ts';
import type { AnswerCount } from '../response/queries.ts';

export type CountedRow = { readonly kind: string; readonly value: unknown; readonly count: number };
/** One question's answers counted. `free` ones are answered in words and never counted word by word. */
export type Counted = { readonly linkId: string; readonly answered: number; readonly free: boolean; readonly rows: readonly CountedRow[] };
/** The same as it is shown; null where a number is not. */
export type Shown = { readonly linkId: string; readonly answered: number | null; readonly free: boolean; readonly rows: readonly (Omit<CountedRow, 'count'> & { readonly count: number | null })[] };
/** One question with its words. */
export type QuestionResult = Omit<Shown, 'rows'> & { readonly number: string; readonly rows: readonly { readonly text: string; readonly count: number | null }[] };

const countable = new Set(['choice', 'boolean']);

/** The answers of a survey counted, question by question; an option that nobody chose counts 0. */
export function countedOf(compiled: Compiled, counts: readonly AnswerCount[]): Counted[] {
  return compiled.all.filter((item) => item.type !== 'group' && item.type !== 'display' && !item.hidden).map((item) => {
    const own = counts.filter((one) => one.linkId === item.linkId);
    const free = !countable.has(item.type);
    const rows = new Map(optionsOf(item).map((option) => [keyOf(compiled, item, option), { ...option, count: 0 }]));
    for (const { kind, value, count } of free ? [] : own) {
      const key = keyOf(compiled, item, { kind, value });
      const known = rows.get(key);
      rows.set(key, { kind, value, ...known, count: (known?.count ?? 0) + count });
    }
    return { linkId: item.linkId, answered: own[0]?.answered ?? 0, free, rows: free ? [] : [...rows.values()] };
  });
}

// A coding may come with or without its display and system: its words say which option it is.
function keyOf(compiled: Compiled, item: CompiledItem, answer: { kind: string; value: unknown }): string {
  return answerText(compiled, { linkId: item.linkId, ...answer }, 'en');
}

function optionsOf(item: CompiledItem): { kind: string; value: unknown }[] {
  return item.type === 'boolean' ? [true, false].map((value) => ({ kind: 'valueBoolean', value })) : item.options.list.map((option) => ({ kind: `value${option.type}`, value: option.value }));
}

/** Results with the words of a language. */
export function inWords(compiled: Compiled, results: readonly Shown[], language: Language): QuestionResult[] {
  return results.map((one) => ({
    ...one, number: compiled.byLinkId.get(one.linkId)?.number ?? '', rows: one.rows.map(({ kind, value, count }) => ({ text: answerText(compiled, { linkId: one.linkId, kind, value }, language), count })),
  }));
}

/** A value in the cell of a table: the code of a coding, a text as it is, everything else as JSON. */
export function cellOf({ kind, value }: Pick<FlatAnswer, 'kind' | 'value'>): string {
  if (kind === 'valueCoding' && isObject(value) && typeof value.code === 'string') return value.code;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
