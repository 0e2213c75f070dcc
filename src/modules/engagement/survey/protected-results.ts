import { valuesOf } from '#app/methods/questionnaire/fhir.ts';
import { isMet } from '#app/methods/questionnaire/enable-when.ts';
import type { Compiled, CompiledCondition, CompiledItem } from '#app/methods/questionnaire/model.ts';
import { isSmall, protectPart, protectTable } from '../report/protect.ts';
import type { Counted, Shown } from './results.ts';

/** What everybody may see of a closed survey; `responses` is null where they are too few for anything to be shown. */
export type ProtectedResults = { readonly responses: number | null; readonly questions: readonly Shown[] };

/**
 * The results of a survey with small numbers protected, in each table and between tables: all questions are about the same people, so whoever did not
 * answer one is counted by subtraction from all responses, from the answers that led to the question, and from the question that it stands under.
 * A question after an answer that is not shown is not shown either.
 */
export function protectResults(compiled: Compiled, counted: readonly Counted[], responses: number): ProtectedResults {
  const shown = new Map<string, Shown>();
  for (const one of counted) {
    const item = compiled.byLinkId.get(one.linkId);
    if (!item) continue;
    const wholes = isSmall(responses) ? [undefined] : [responses, ...wholesOf(item, shown, responses)];
    shown.set(one.linkId, isWords(item, one) ? { linkId: one.linkId, answered: null, free: true, rows: [] } : protectQuestion(one, wholes, !item.repeats));
  }
  return { responses: isSmall(responses) ? null : responses, questions: [...shown.values()] };
}

// What everybody may see counts the codes of the questions alone: any other answer may be somebody's words.
function isWords(item: CompiledItem, { free }: Counted): boolean {
  return free || (item.type === 'choice' && (item.options.unresolved !== undefined || item.options.list.some((option) => option.type !== 'Coding')));
}

/** One question beside the numbers of people who include those who answered it; undefined for one that is not shown. `single`: each gives one answer. */
export function protectQuestion({ linkId, answered, rows }: Counted, wholes: readonly (number | undefined)[], single: boolean): Shown {
  const known = wholes.flatMap((whole) => whole ?? []);
  const counts = rows.map((row) => row.count);
  const hidden = { linkId, answered: null, free: false, rows: rows.map((row) => ({ ...row, count: null })) };
  if (isSmall(answered) || known.length < wholes.length) return hidden;
  const silent = known.map((whole) => whole - answered).filter(isSmall);
  // Those who stayed silent are one more cell of the table, never shown.
  const cells = protectTable(single && silent.length > 0 ? [...counts, Math.min(...silent)] : counts);
  const isOpen = (count: number, index: number) => typeof cells?.[index] === 'number' && [answered, ...known].every((whole) => typeof protectPart(count, whole) === 'number');
  return { ...hidden, answered: silent.length > 0 ? null : answered, rows: rows.map((row, index) => ({ ...row, count: isOpen(row.count, index) ? row.count : null })) };
}

/** Numbers of the results that count everybody who was asked a question, or more people than them; undefined for each that is not shown. */
function wholesOf(item: CompiledItem, shown: ReadonlyMap<string, Shown>, responses: number): (number | undefined)[] {
  const above = item.parent ? wholesOf(item.parent, shown, responses) : [];
  const question = item.parent ? shown.get(item.parent.linkId) : undefined;
  const under = question && !question.free ? [question.answered ?? undefined] : [];
  const led = item.conditions.map((one) => wholeOf(one, shown, responses));
  if (item.behavior === 'all' || led.length < 2) return [...above, ...under, ...led.flat()];
  // Any of several answers to one question that takes one: their sum. Of several questions, nobody can say who is among whom.
  const sources = new Set(item.conditions.map((one) => one.source));
  const summed = sources.size === 1 && ![...sources].some((source) => source.repeats) && item.conditions.every((one) => one.condition.operator === '=');
  return [...above, ...under, ...(summed ? [led.flat().reduce((a, b) => (a === undefined || b === undefined ? undefined : a + b), 0)] : [])];
}

/** How many met a condition, where the results could say it; none where its question is answered in words. */
function wholeOf({ condition, source }: CompiledCondition, shown: ReadonlyMap<string, Shown>, responses: number): (number | undefined)[] {
  const result = shown.get(source.linkId);
  if (!result || result.free) return [];
  const [wanted] = valuesOf(condition, 'answer');
  if (condition.operator === 'exists') return [result.answered === null ? undefined : wanted?.value === true ? result.answered : responses - result.answered];
  if (condition.operator !== '=' && condition.operator !== '!=') return [];
  const row = result.rows.find((one) => isMet({ ...condition, operator: '=' }, [{ type: one.kind.slice('value'.length), value: one.value }]));
  const count = row ? row.count : 0;
  return [count === null ? undefined : condition.operator === '=' ? count : responses - count];
}
