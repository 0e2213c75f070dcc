import { extensionNumber, extensionsOf } from '../extensions.ts';
import { isObject, plainText, textAt, type Typed, valuesOf } from '../fhir.ts';
import { isDate, isDateTime, isTime } from '../formats.ts';
import { idOf } from '../form/field-names.ts';
import { localTime } from '../form/moments.ts';
import type { CompiledItem } from '../model.ts';
import { amountOf } from '../quantity.ts';
import { urls } from '../urls.ts';
import type { Drawing } from './context.ts';
import { attribute, escapeHtml } from './escape.ts';

/** Attributes that bind an input to its notes and errors. */
export type Binding = { readonly describedBy: string | undefined; readonly invalid: boolean; readonly required: boolean; readonly labelledBy?: string | undefined };

/** The input of one answer, with what was typed, even where it is malformed: a date input would drop `abc`, so such a value stands in a text input. */
export function inputFor(drawing: Drawing, item: CompiledItem, name: string, answer: Typed | undefined, binding: Binding): string {
  const value = answer?.value;
  const text = plainText(value);
  const plain = (type: string, more = '', shown = text) => `<input type="${type}"${identity(name)}${attribute('value', shown)}${more}${bindingOf(binding)} autocomplete="off">`;
  switch (item.type) {
    case 'integer': return plain(...numeric(item, value, 'numeric', drawing));
    case 'decimal': return plain(...numeric(item, value, 'decimal', drawing));
    case 'date': return plain(text === '' || (isDate(text) && text.length === 10) ? 'date' : 'text', ' class="short"');
    case 'time': return plain(text === '' || isTime(text) ? 'time' : 'text', ' class="short" step="1"');
    case 'dateTime': return momentInput(drawing, text, plain);
    case 'text': return `<textarea${identity(name)} rows="5"${attribute('data-maxlength', item.definition.maxLength)}${bindingOf(binding)} autocomplete="off">\n${escapeHtml(text)}</textarea>`;
    case 'url': return plain('text', ' inputmode="url" spellcheck="false"');
    case 'reference': return plain('text', ' spellcheck="false"', textAt(value, 'reference') ?? textAt(value, 'display') ?? '') + kept(name, value);
    case 'attachment': return fileInput(drawing, item, name, value, binding);
    case 'quantity': return quantityInputs(drawing, item, name, value, binding);
    default: return plain('text', attribute('data-maxlength', item.definition.maxLength));
  }
}

export function identity(name: string): string {
  const id = idOf(name);
  return id === name ? ` id="${escapeHtml(id)}" name="${escapeHtml(name)}"` : attribute('id', id) + attribute('name', name);
}

export function bindingOf({ describedBy, invalid, required, labelledBy }: Binding): string {
  return attribute('aria-labelledby', labelledBy) + attribute('aria-describedby', describedBy) + (invalid ? ' aria-invalid="true"' : '') + (required ? ' aria-required="true"' : '');
}

/** Carries along what an input cannot hold. */
export function kept(name: string, value: unknown): string {
  return value === undefined ? '' : `<input type="hidden"${attribute('name', `${name}~kept`)}${attribute('value', JSON.stringify(value))}>`;
}

function numeric(item: CompiledItem, value: unknown, mode: 'numeric' | 'decimal', drawing: Drawing): [string, string, string] {
  const shown = numberText(value, drawing.language);
  if (item.control !== 'slider' && item.control !== 'spinner') return ['text', ` class="short" inputmode="${mode}"`, shown];
  const limit = (url: string) => extensionNumber(item.definition, url);
  const step = limit(urls.sliderStep) ?? (mode === 'numeric' ? 1 : undefined);
  return [value === undefined || typeof value === 'number' ? 'number' : 'text', ` class="short"${attribute('min', limit(urls.minValue))}${attribute('max', limit(urls.maxValue))}${attribute('step', step ?? 'any')}`, plainText(value)];
}

/** A value in words, a number with the decimal sign of the language. */
export function numberText(value: unknown, language: string): string {
  return typeof value === 'number' && language === 'fr' ? String(value).replace('.', ',') : plainText(value);
}

function momentInput(drawing: Drawing, text: string, plain: (type: string, more: string, shown: string) => string): string {
  if (text === '') return plain('datetime-local', ' class="medium" step="1"', '');
  return isDateTime(text) && text.includes('T') ? plain('datetime-local', ' class="medium" step="1"', localTime(text, drawing.zone)) : plain('text', ' class="medium"', text);
}

function fileInput(drawing: Drawing, item: CompiledItem, name: string, value: unknown, binding: Binding): string {
  const types = extensionsOf(item.definition, urls.mimeType).map((one) => plainText(valuesOf(one)[0]?.value)).join(',');
  const stored = isObject(value) ? `<p class="hint">${escapeHtml(drawing.words.fileKept(textAt(value, 'title') ?? textAt(value, 'url') ?? drawing.words.file))}</p>` : '';
  return `${stored}<input type="file"${identity(name)}${attribute('accept', types || undefined)}${bindingOf(binding)}>${kept(name, value)}`;
}

function quantityInputs(drawing: Drawing, item: CompiledItem, name: string, value: unknown, binding: Binding): string {
  const amount = isObject(value) ? numberText(value.value, drawing.language) : plainText(value);
  const number = `<input type="text"${identity(name)} class="short" inputmode="decimal"${attribute('value', amount)}${bindingOf(binding)} autocomplete="off">`;
  const fixed = extensionsOf(item.definition, urls.unit).map((one) => valuesOf(one)[0]?.value)[0];
  if (fixed !== undefined) return `${number} <span class="unit"${attribute('id', `${idOf(name)}-unit`)}>${escapeHtml(textAt(fixed, 'display') ?? textAt(fixed, 'code') ?? '')}</span>${kept(name, value)}`;
  const unitName = `${name}~unit`;
  const label = `<label${attribute('for', idOf(unitName))}>${drawing.words.unit}</label>`;
  const units = extensionsOf(item.definition, urls.unitOption).map((one) => valuesOf(one)[0]?.value);
  const current = textAt(value, 'code') ?? textAt(value, 'unit') ?? '';
  if (units.length === 0) return `${number} ${label} <input type="text"${identity(unitName)} class="short"${attribute('value', textAt(value, 'unit') ?? textAt(value, 'code') ?? '')} autocomplete="off">${kept(name, amountOf(value) === undefined ? undefined : value)}`;
  const options = units.map((unit) => `<option${attribute('value', textAt(unit, 'code'))}${attribute('selected', textAt(unit, 'code') === current)}>${escapeHtml(textAt(unit, 'display') ?? textAt(unit, 'code') ?? '')}</option>`);
  const other = current !== '' && !units.some((unit) => textAt(unit, 'code') === current) ? `<option selected${attribute('value', current)}>${escapeHtml(current)}</option>` : '';
  return `${number} ${label} <select${identity(unitName)} autocomplete="off"><option value=""></option>${options.join('')}${other}</select>${kept(name, value)}`;
}
