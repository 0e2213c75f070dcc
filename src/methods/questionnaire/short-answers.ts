import { InputRefused } from '../method.ts';
import { judge } from './answer.ts';
import { isObject, type Json, textAt, type Typed } from './fhir.ts';
import type { Compiled, CompiledItem } from './model.ts';
import { issueWords } from './words.ts';

/**
 * Turns the short form `{linkId: value}` into a response. A value is a scalar, an object of FHIR (a coding, a quantity), the code of an option, or a list of
 * these for a repeating question; null, '' and [] leave the question open. A number that is no option's value or code picks the one option of that weight.
 * Throws InputRefused, naming the linkId, for what the questionnaire does not know.
 */
export function responseFromShort(compiled: Compiled, answers: Json): Json {
  const given = new Map<CompiledItem, readonly Typed[]>();
  for (const [linkId, value] of Object.entries(answers)) {
    const item = compiled.byLinkId.get(linkId);
    if (!item) throw new InputRefused(`answers.${linkId}: there is no such item`);
    const values = (Array.isArray(value) ? value : [value]).filter((one) => one !== null && one !== '' && one !== undefined);
    if (values.length === 0) continue;
    if (item.answerTypes.length === 0) throw new InputRefused(`answers.${linkId}: a ${item.type} cannot have an answer`);
    if (values.length > 1 && !item.repeats) throw new InputRefused(`answers.${linkId}: one answer only`);
    given.set(item, values.map((one) => checked(item, typedOf(item, one))));
  }
  const itemsOf = (items: readonly CompiledItem[]): readonly Json[] => items.flatMap((item) => entryOf(item, given.get(item) ?? [], itemsOf(item.children)));
  return { resourceType: 'QuestionnaireResponse', status: 'in-progress', item: itemsOf(compiled.items) };
}

function entryOf(item: CompiledItem, values: readonly Typed[], nested: readonly Json[]): readonly Json[] {
  if (item.type === 'group') return nested.length > 0 ? [{ linkId: item.linkId, item: nested }] : [];
  const [first] = values;
  if (!first) {
    const [orphan] = nested;
    if (orphan) throw new InputRefused(`answers.${String(orphan.linkId)}: its question ${item.linkId} has no answer`);
    return [];
  }
  const answer = values.map((value, place) => ({ [`value${value.type}`]: value.value, ...(place === 0 && nested.length > 0 ? { item: nested } : {}) }));
  return [{ linkId: item.linkId, answer }];
}

function checked(item: CompiledItem, value: Typed): Typed {
  judge(item, value, issueWords('en'), (_code, text, severity) => {
    if (severity !== 'information') throw new InputRefused(`answers.${item.linkId}: ${text}`);
  });
  return value;
}

function typedOf(item: CompiledItem, value: unknown): Typed {
  if (item.type === 'choice' || item.type === 'open-choice') return choiceOf(item, value);
  if (item.type === 'quantity' && typeof value === 'number') return { type: 'Quantity', value: { value } };
  if (item.type === 'reference' && typeof value === 'string') return { type: 'Reference', value: { reference: value } };
  return { type: item.answerTypes[0] ?? 'String', value };
}

function choiceOf(item: CompiledItem, value: unknown): Typed {
  const { list, unresolved } = item.options;
  if (isObject(value)) return { type: value.reference === undefined ? 'Coding' : 'Reference', value: list.find((one) => sameCode(one.value, value))?.value ?? value };
  const found = list.filter((one) => one.value === value || textAt(one.value, 'code') === String(value));
  const weighed = typeof value === 'number' && found.length === 0 ? list.filter((one) => one.weight === value) : found;
  const [only, other] = weighed;
  if (other) throw new InputRefused(`answers.${item.linkId}: ${String(value)} stands for more than one option; give the coding`);
  if (only) return { type: only.type, value: only.value };
  if (item.type === 'open-choice') return { type: 'String', value };
  return unresolved === undefined ? { type: 'Coding', value: { code: String(value) } } : { type: 'Coding', value: { code: value } };
}

function sameCode(option: unknown, given: Json): boolean {
  return textAt(option, 'code') === textAt(given, 'code') && (given.system === undefined || textAt(option, 'system') === given.system);
}
