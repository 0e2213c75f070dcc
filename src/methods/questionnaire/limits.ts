import { extensionNumber, extensionsOf, extensionText, extensionValue } from './extensions.ts';
import { isObject, type Item, plainText, textAt, type Typed, valuesOf } from './fhir.ts';
import { compareMoments, lengthOf } from './formats.ts';
import type { IssueCode } from './issue.ts';
import type { CompiledItem } from './model.ts';
import { amountOf, quantityDifference, unitOf } from './quantity.ts';
import { urls } from './urls.ts';
import type { IssueWords } from './words.ts';

export type Fault = { readonly code: IssueCode; readonly text: string };

/** Which limits of its question a well-formed answer breaks: length, range, precision, pattern, unit, file and reference type. */
export function brokenLimits(item: CompiledItem, answer: Typed, words: IssueWords): readonly Fault[] {
  const { definition } = item;
  return [
    ...(typeof answer.value === 'string' ? textFaults(item, answer.value, words) : []),
    ...patternFaults(item, answer, words),
    ...rangeFaults(definition, answer, words),
    ...precisionFaults(definition, answer, words),
    ...(answer.type === 'Quantity' ? unitFaults(definition, answer.value, words) : []),
    ...(answer.type === 'Attachment' ? fileFaults(definition, answer.value, words) : []),
    ...(answer.type === 'Reference' ? referenceFaults(definition, answer.value, words) : []),
  ];
}

function textFaults(item: CompiledItem, text: string, words: IssueWords): readonly Fault[] {
  if (!['string', 'text', 'url', 'open-choice', 'choice'].includes(item.type)) return [];
  const [length, most, least] = [lengthOf(text), item.definition.maxLength, extensionNumber(item.definition, urls.minLength)];
  return [
    ...(most !== undefined && length > most ? [{ code: 'too-long', text: words.tooLong(most, length) } as const] : []),
    ...(least !== undefined && length < least ? [{ code: 'value', text: words.tooShort(least) } as const] : []),
  ];
}

function patternFaults({ pattern, definition }: CompiledItem, { value }: Typed, words: IssueWords): readonly Fault[] {
  if (!pattern || isObject(value) || pattern.matches(plainText(value))) return [];
  return [{ code: 'value', text: words.pattern(extensionText(definition, urls.entryFormat) ?? '') }];
}

function rangeFaults(definition: Item, answer: Typed, words: IssueWords): readonly Fault[] {
  const limits = [[urls.minValue, -1], [urls.minQuantity, -1], [urls.maxValue, 1], [urls.maxQuantity, 1]] as const;
  return limits.flatMap(([url, side]): readonly Fault[] => {
    const limit = extensionValue(definition, url);
    if (!limit) return [];
    const difference = differenceOf(answer, limit);
    const shown = shownValue(limit.value);
    if (difference === undefined) return answer.type === 'Quantity' ? [{ code: 'value', text: words.unitUnlike(unitOf(limit.value) ?? shown) }] : [];
    if (difference * side <= 0) return [];
    return [{ code: 'value', text: side < 0 ? words.tooSmall(shown) : words.tooLarge(shown) }];
  });
}

/** a - b, by value, moment or amount; undefined when the two cannot be compared. */
export function differenceOf(a: Typed, b: Typed): number | undefined {
  if (isNumeric(a) && isNumeric(b)) return Number(a.value) - Number(b.value);
  if (a.type === 'Quantity') return quantityDifference(a.value, b.value);
  const moments = ['Date', 'DateTime', 'Time'];
  if (moments.includes(a.type) && moments.includes(b.type)) return compareMoments(plainText(a.value), plainText(b.value));
  return undefined;
}

function isNumeric({ type, value }: Typed): boolean {
  return (type === 'Integer' || type === 'Decimal') && typeof value === 'number';
}

function shownValue(value: unknown): string {
  return isObject(value) ? `${amountOf(value) ?? ''} ${textAt(value, 'unit') ?? textAt(value, 'code') ?? ''}`.trim() : plainText(value);
}

function precisionFaults(definition: Item, { value }: Typed, words: IssueWords): readonly Fault[] {
  const [places, amount] = [extensionNumber(definition, urls.maxDecimalPlaces), amountOf(value)];
  if (places === undefined || amount === undefined) return [];
  const [mantissa = '', exponent = '0'] = String(amount).split('e');
  const used = Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent));
  return used > places ? [{ code: 'value', text: words.tooPrecise(places) }] : [];
}

function unitFaults(definition: Item, quantity: unknown, words: IssueWords): readonly Fault[] {
  const fixed = extensionsOf(definition, urls.unit);
  const offered = [...fixed, ...extensionsOf(definition, urls.unitOption)].map((one) => valuesOf(one)[0]?.value);
  if (offered.length === 0 || extensionText(definition, urls.unitOpen) === 'optionsOrType' || extensionText(definition, urls.unitOpen) === 'optionsOrString') return [];
  const [code, unit] = [textAt(quantity, 'code'), textAt(quantity, 'unit')];
  if (code === undefined && unit === undefined) return fixed.length > 0 ? [] : [{ code: 'value', text: words.unit }];
  const fits = offered.some((one) => (code === undefined ? unit === textAt(one, 'display') || unit === textAt(one, 'code') : code === textAt(one, 'code') && textAt(quantity, 'system') === textAt(one, 'system')));
  return fits ? [] : [{ code: 'value', text: words.unit }];
}

function fileFaults(definition: Item, attachment: unknown, words: IssueWords): readonly Fault[] {
  const types = extensionsOf(definition, urls.mimeType).map((one) => plainText(valuesOf(one)[0]?.value));
  const type = textAt(attachment, 'contentType')?.split(';')[0]?.trim().toLowerCase() ?? '';
  const fits = types.length === 0 || types.some((one) => (one.endsWith('/*') ? type.startsWith(one.slice(0, -1)) : one.toLowerCase() === type));
  const most = extensionNumber(definition, urls.maxSize);
  const data = textAt(attachment, 'data')?.replaceAll(/[\s=]/g, '');
  const stated = isObject(attachment) && typeof attachment.size === 'number' ? attachment.size : 0;
  const size = data === undefined ? stated : Math.floor((data.length * 3) / 4);
  return [
    ...(fits ? [] : [{ code: 'value', text: words.fileType(types.join(', ')) } as const]),
    ...(most !== undefined && size > most ? [{ code: 'too-long', text: words.fileSize(most) } as const] : []),
  ];
}

function referenceFaults(definition: Item, value: unknown, words: IssueWords): readonly Fault[] {
  const types = extensionsOf(definition, urls.referenceResource).map((one) => plainText(valuesOf(one)[0]?.value));
  const named = textAt(value, 'type') ?? /(?:^|\/)([A-Z][A-Za-z]+)\/[A-Za-z0-9.-]{1,64}(?:\/_history\/.*)?$/.exec(textAt(value, 'reference') ?? '')?.[1];
  return types.length === 0 || named === undefined || types.includes(named) ? [] : [{ code: 'value', text: words.referenceType(types.join(', ')) }];
}
