import { isObject, type Item, type Json, textAt, type Typed, valuesOf } from './fhir.ts';
import { extensionFlag } from './extensions.ts';
import { urls } from './urls.ts';
import { expandValueSet, ownWeight, type Shelf } from './value-sets.ts';

export type Option = Typed & {
  /** What a form posts for this option; unique within the item. */
  readonly token: string;
  readonly weight: number | undefined;
  readonly exclusive: boolean;
  readonly selected: boolean;
  /** Where its texts stand: the coding, the concept, or the option itself. */
  readonly textSource: Json;
  readonly option: Json | undefined;
};

/** `unresolved` names a value set that is not at hand: then any coding is accepted and the list is not shown. */
export type Options = { readonly list: readonly Option[]; readonly unresolved: string | undefined };

type Bare = Omit<Option, 'token'>;

/** The possible answers of a choice; empty for other items. */
export function optionsOf(item: Item, shelf: Shelf): Options {
  const own = (item.answerOption ?? []).flatMap(fromOption);
  const coded = item.type === 'choice' || item.type === 'open-choice';
  if (item.answerValueSet === undefined || !coded) return { list: withTokens(own), unresolved: undefined };
  const concepts = expandValueSet(item.answerValueSet, shelf);
  if (!concepts) return { list: [], unresolved: item.answerValueSet };
  const list = concepts.map(({ system, code, display, weight, source }) => ({
    type: 'Coding', value: { ...(system === undefined ? {} : { system }), code, ...(display === undefined ? {} : { display }) }, weight, exclusive: false, selected: false, textSource: source, option: undefined,
  }));
  return { list: withTokens(list), unresolved: undefined };
}

function fromOption(option: Json): readonly Bare[] {
  const [typed] = valuesOf(option);
  if (!typed) return [];
  const weight = ownWeight(option) ?? ownWeight(typed.value) ?? ownWeight(option[`_value${typed.type}`]);
  return [{ ...typed, weight, exclusive: extensionFlag(option, urls.optionExclusive), selected: option.initialSelected === true, textSource: isObject(typed.value) ? typed.value : option, option }];
}

function withTokens(list: readonly Bare[]): readonly Option[] {
  const seen = new Map<string, number>();
  const short = list.map(({ value }) => textAt(value, 'code') ?? textAt(value, 'reference') ?? (isObject(value) ? JSON.stringify(value) : String(value)));
  for (const token of short) seen.set(token, (seen.get(token) ?? 0) + 1);
  const used = new Set<string>();
  return list.map((option, index) => {
    const plain = short[index] ?? '';
    const wide = `${textAt(option.value, 'system') ?? ''}|${plain}`;
    const token = [plain, wide, `${wide}#${index}`].find((one) => !used.has(one) && (one !== plain || seen.get(plain) === 1) && !one.startsWith('~')) ?? `#${index}`;
    used.add(token);
    return { ...option, token };
  });
}

/** Whether two values are the same answer: codings by system and code, numbers by value, references by address. */
export function sameValue(a: Typed, b: Typed): boolean {
  if (a.type !== b.type) return false;
  if (a.type === 'Coding') return textAt(a.value, 'code') === textAt(b.value, 'code') && textAt(a.value, 'system') === textAt(b.value, 'system') && (textAt(a.value, 'code') !== undefined || textAt(a.value, 'display') === textAt(b.value, 'display'));
  if (a.type === 'Reference') return textAt(a.value, 'reference') === textAt(b.value, 'reference');
  return a.value === b.value;
}

export function findOption(options: Options, answer: Typed): Option | undefined {
  return options.list.find((option) => sameValue(option, answer));
}
