import { plainText, textAt, valuesOf } from '../fhir.ts';
import { nameOf } from '../form/field-names.ts';
import type { CompiledCondition, CompiledItem } from '../model.ts';
import { sameValue } from '../options.ts';
import { attribute } from './escape.ts';

/**
 * `data-enable-when` for a small script: `{"behavior": "all", "conditions": [{"field", "operator", "answer"}]}`, where `field` is the name of the input and
 * `answer` what it would post. Nothing for conditions that only the server can decide: expressions, questions in another repetition, amounts and moments.
 */
export function branchAttribute(item: CompiledItem, suffix: string): string {
  if (item.conditions.length === 0 || item.enableExpression) return '';
  const conditions = item.conditions.map((one) => simpleCondition(one, suffix));
  if (conditions.some((one) => one === undefined)) return '';
  return attribute('data-enable-when', JSON.stringify({ behavior: item.behavior, conditions }));
}

function simpleCondition({ condition, source, ancestor, down }: CompiledCondition, suffix: string): object | undefined {
  const [wanted] = valuesOf(condition, 'answer');
  const between = down.slice(0, -1);
  if (!wanted || between.some((one) => one.repeats) || (source.repeats && source.options.list.length === 0) || source.calculated) return undefined;
  const depth = repeatsAbove(ancestor);
  const indexes = suffix.match(/\[\d+\]/g) ?? [];
  const field = nameOf(source.linkId, indexes.slice(0, depth).join(''));
  const answer = answerToken(source, wanted, condition.operator === 'exists');
  return answer === undefined ? undefined : { field, operator: condition.operator, answer };
}

function answerToken(source: CompiledItem, wanted: { type: string; value: unknown }, exists: boolean): string | boolean | number | undefined {
  if (exists) return wanted.value === true;
  if (wanted.type === 'Coding') return source.options.list.find((option) => sameValue(option, wanted) || (option.type === 'Coding' && textAt(wanted.value, 'system') === undefined && textAt(option.value, 'code') === textAt(wanted.value, 'code')))?.token;
  if (wanted.type === 'Integer' || wanted.type === 'Decimal') return Number(wanted.value);
  return ['Boolean', 'String', 'Date'].includes(wanted.type) ? plainText(wanted.value) : undefined;
}

/** How many indexes a name has that stands under an item. */
function repeatsAbove(item: CompiledItem | undefined): number {
  let count = 0;
  for (let one = item; one; one = one.parent) if (one.repeats) count += 1;
  return count;
}
