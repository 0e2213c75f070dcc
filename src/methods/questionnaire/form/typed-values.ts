import { extensionsOf, extensionValue } from '../extensions.ts';
import { isObject, type Json, textAt, type Typed, valuesOf } from '../fhir.ts';
import { isDateTime } from '../formats.ts';
import type { CompiledItem } from '../model.ts';
import { urls } from '../urls.ts';
import { localTime, withOffset } from './moments.ts';

const numberPattern = /^[+-]?\d+([.,]\d+)?([eE][+-]?\d+)?$/;

export type Posted = { readonly text: string; readonly unit: string; readonly kept: unknown };

/**
 * What somebody typed, as the value of its type. What cannot be read stays as it was typed (`abc` for an integer becomes valueInteger "abc"), so that the
 * validation can refuse it and the form can show it again. Undefined when nothing was typed.
 */
export function typedValue(item: CompiledItem, posted: Posted, zone: string): Typed | undefined {
  const { text } = posted;
  const trimmed = text.trim();
  const type = item.answerTypes[0] ?? 'String';
  if (item.type === 'attachment') return attachmentValue(trimmed, posted.kept);
  if (item.type === 'quantity') return quantityValue(item, trimmed, posted);
  if (trimmed === '') return undefined;
  switch (item.type) {
    case 'integer':
    case 'decimal': return { type, value: numberOf(trimmed) ?? trimmed };
    case 'boolean': return { type, value: trimmed === 'true' ? true : trimmed === 'false' ? false : trimmed };
    case 'time': return { type, value: /^\d{2}:\d{2}$/.test(trimmed) ? `${trimmed}:00` : trimmed };
    case 'dateTime': return { type, value: momentOf(trimmed, zone) };
    case 'date':
    case 'url': return { type, value: trimmed };
    case 'reference': return { type, value: referenceValue(trimmed, posted.kept) };
    default: return { type: 'String', value: text.replaceAll(/\r\n?/g, '\n') };
  }
}

function numberOf(text: string): number | undefined {
  const value = numberPattern.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

function momentOf(text: string, zone: string): string {
  const local = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? `${text}:00` : text;
  const withSeconds = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?$/.exec(local);
  if (!withSeconds || !isDateTime(`${local.slice(0, 19)}Z`)) return text;
  return withOffset(local.slice(0, 19), zone);
}

/** The moment that a field showed, when the field still shows it; so that fractions and another offset are not lost. */
export function unchangedMoment(before: unknown, value: unknown, zone: string): unknown {
  const same = typeof before === 'string' && typeof value === 'string' && isDateTime(before) && before.includes('T') && value.includes('T') && isDateTime(value) && localTime(before, zone) === localTime(value, zone);
  return same ? before : value;
}

function referenceValue(text: string, kept: unknown): Json {
  const same = isObject(kept) && (textAt(kept, 'reference') ?? textAt(kept, 'display')) === text;
  return same ? kept : { reference: text };
}

function attachmentValue(text: string, kept: unknown): Typed | undefined {
  if (text.startsWith('{')) {
    const value = parseJson(text);
    return { type: 'Attachment', value: isObject(value) ? value : text };
  }
  return isObject(kept) ? { type: 'Attachment', value: kept } : undefined;
}

function quantityValue(item: CompiledItem, text: string, { unit, kept }: Posted): Typed | undefined {
  const [fixed] = extensionsOf(item.definition, urls.unit);
  if (text === '' && (unit === '' || fixed)) return undefined;
  const value = numberOf(text) ?? text;
  const before = isObject(kept) ? kept : {};
  const sameUnit = fixed !== undefined || unit === (textAt(before, 'code') ?? textAt(before, 'unit') ?? '') || unit === textAt(before, 'unit');
  if (before.value === value && sameUnit) return { type: 'Quantity', value: before };
  const offered = extensionsOf(item.definition, urls.unitOption).map((one) => valuesOf(one)[0]?.value).find((one) => textAt(one, 'code') === unit);
  const coding = extensionValue(item.definition, urls.unit)?.value ?? offered;
  const named = isObject(coding) ? unitParts(coding) : unit === '' ? {} : { unit };
  return { type: 'Quantity', value: { ...(value === '' ? {} : { value }), ...named } };
}

function unitParts(coding: Json): Json {
  const [code, system, display] = [textAt(coding, 'code'), textAt(coding, 'system'), textAt(coding, 'display')];
  const unit = display ?? code;
  return { ...(unit === undefined ? {} : { unit }), ...(code !== undefined && system !== undefined ? { system, code } : {}) };
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
