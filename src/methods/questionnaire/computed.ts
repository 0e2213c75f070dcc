import { judge, type ReadAnswer, type Tell } from './answer.ts';
import { plainValues } from './expression.ts';
import { extensionValue } from './extensions.ts';
import { isObject, textAt, type Typed } from './fhir.ts';
import type { CompiledItem } from './model.ts';
import { urls } from './urls.ts';
import type { IssueWords } from './words.ts';

/**
 * What an expression gave, as answers of its item: the type of the item decides. A result that does not fit the item (a text for an integer, several values
 * for one answer, a code that is not offered) gives no answer and is told.
 */
export function answersFrom(item: CompiledItem, result: readonly unknown[], words: IssueWords, tell: Tell): readonly ReadAnswer[] {
  const values = plainValues(result);
  if (values.length > 1 && !item.repeats) {
    tell('invalid', words.notRepeated);
    return [];
  }
  return values.map((value) => judge(item, typedFor(item, value), words, tell)).filter((answer) => answer.sound);
}

function typedFor(item: CompiledItem, value: unknown): Typed {
  const [only] = item.answerTypes;
  if (item.type === 'choice' || item.type === 'open-choice') return choiceFor(item, value);
  if (item.type === 'quantity' && typeof value === 'number') return { type: 'Quantity', value: { value, ...unitFor(item) } };
  if (item.type === 'string' || item.type === 'text') return { type: 'String', value: isObject(value) ? (textAt(value, 'display') ?? textAt(value, 'code') ?? JSON.stringify(value)) : String(value) };
  if (item.type === 'date' && typeof value === 'string') return { type: 'Date', value: value.slice(0, 10) };
  return { type: only ?? 'String', value };
}

function choiceFor(item: CompiledItem, value: unknown): Typed {
  if (isObject(value)) {
    const { extension: _, ...coding } = value;
    return { type: 'Coding', value: coding };
  }
  const option = item.options.list.find((one) => one.value === value || textAt(one.value, 'code') === value);
  return option ? { type: option.type, value: option.value } : { type: item.type === 'open-choice' ? 'String' : 'Coding', value };
}

function unitFor(item: CompiledItem): object {
  const unit = extensionValue(item.definition, urls.unit)?.value;
  if (!isObject(unit)) return {};
  const [code, system, display] = [textAt(unit, 'code'), textAt(unit, 'system'), textAt(unit, 'display')];
  return { ...((display ?? code) === undefined ? {} : { unit: display ?? code }), ...(code === undefined || system === undefined ? {} : { system, code }) };
}
