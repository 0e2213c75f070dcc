import { type Condition, plainText, textAt, type Typed, valuesOf } from './fhir.ts';
import { compareMoments } from './formats.ts';
import { differenceOf } from './limits.ts';
import type { CompiledCondition } from './model.ts';
import { quantityDifference } from './quantity.ts';
import { childrenOf, type Node } from './tree.ts';

export type Memory = Map<Node, Map<string, readonly Node[]>>;

/**
 * Whether an item's enableWhen conditions are met at one of its occurrences, after FHIR R5 (questionnaire-enable-operator): a condition looks at all
 * occurrences of its question under the nearest ancestor that both share; `=` and the orderings hold when any answer satisfies them, `!=` when no answer
 * equals (so also while there is none), `exists` compares "has an answer" with its boolean. `answersOf` says which answers count.
 */
export function conditionsMet(node: Node, answersOf: (source: Node, condition: CompiledCondition) => readonly Typed[], memory: Memory): boolean {
  const { item } = node;
  if (!item || item.conditions.length === 0) return true;
  const met = (condition: CompiledCondition) => isMet(condition.condition, occurrencesOf(condition, node, memory).flatMap((source) => answersOf(source, condition)));
  return item.behavior === 'any' ? item.conditions.some(met) : item.conditions.every(met);
}

function occurrencesOf({ ancestor, down, source }: CompiledCondition, node: Node, memory: Memory): readonly Node[] {
  let top = node.parent;
  while (top && top.item !== ancestor) top = top.parent;
  if (!top) return [];
  const known = memory.get(top)?.get(source.linkId);
  if (known) return known;
  const found = down.reduce<readonly Node[]>((nodes, item) => nodes.flatMap((one) => childrenOf(one).filter((child) => child.item === item)), [top]);
  memory.set(top, (memory.get(top) ?? new Map()).set(source.linkId, found));
  return found;
}

export function isMet(condition: Condition, answers: readonly Typed[]): boolean {
  const [wanted] = valuesOf(condition, 'answer');
  if (!wanted) return false;
  switch (condition.operator) {
    case 'exists': return answers.length > 0 === wanted.value;
    case '=': return answers.some((answer) => equals(answer, wanted));
    case '!=': return !answers.some((answer) => equals(answer, wanted));
    default: return answers.some((answer) => ordered(answer, wanted, condition.operator));
  }
}

function equals(answer: Typed, wanted: Typed): boolean {
  const numbers = ['Integer', 'Decimal'];
  if (numbers.includes(answer.type) && numbers.includes(wanted.type)) return answer.value === wanted.value;
  if (answer.type !== wanted.type) return false;
  switch (answer.type) {
    case 'Coding': return equalCodings(answer.value, wanted.value);
    case 'Quantity': return quantityDifference(answer.value, wanted.value) === 0;
    case 'Reference': return textAt(answer.value, 'reference') === textAt(wanted.value, 'reference');
    case 'Date': return answer.value === wanted.value;
    case 'DateTime': return answer.value === wanted.value || (isMoment(answer) && isMoment(wanted) && compareMoments(plainText(answer.value), plainText(wanted.value)) === 0);
    case 'Time': return compareMoments(plainText(answer.value), plainText(wanted.value)) === 0;
    default: return answer.value === wanted.value;
  }
}

function isMoment({ value }: Typed): boolean {
  return typeof value === 'string' && value.includes('T');
}

function equalCodings(answer: unknown, wanted: unknown): boolean {
  const system = textAt(wanted, 'system');
  return textAt(answer, 'code') === textAt(wanted, 'code') && (system === undefined || textAt(answer, 'system') === system);
}

function ordered(answer: Typed, wanted: Typed, operator: Condition['operator']): boolean {
  const difference = answer.type === 'String' && wanted.type === 'String' ? plainText(answer.value).localeCompare(plainText(wanted.value), 'en') : differenceOf(answer, wanted);
  if (difference === undefined) return false;
  if (operator === '>') return difference > 0;
  if (operator === '<') return difference < 0;
  return operator === '>=' ? difference >= 0 : difference <= 0;
}
