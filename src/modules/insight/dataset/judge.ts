import type { DateOrder } from '#app/ui/file-cells.ts';
import { openCell, readDate } from '#app/ui/file-cells.ts';
import { showsPerson } from './identifier.ts';
import type { Column, Schema } from './schema.ts';

export const reasons = ['cells', 'missing', 'not-whole', 'not-decimal', 'bad-date', 'bad-month', 'future', 'unknown-code', 'too-small', 'too-large', 'too-long', 'person', 'twice'] as const;
export type Reason = (typeof reasons)[number];
export type Refused = { readonly column: string | null; readonly reason: Reason };
export type Value = string | number;
export type Values = Readonly<Record<string, Value>>;
export type Judged = { readonly line: number; readonly values: Values; readonly key: string } | ({ readonly line: number } & Refused);
export type Mapping = { readonly dates: DateOrder; /** Headings of the file by our columns. */ readonly columns: Readonly<Record<string, string>> };
export type Line = { readonly line: number; readonly cells: readonly string[] };

const longest = 200;

/** Judges the rows of a file one by one: typed values with the key, or the column and the reason. Rows with the same key are the caller's to find. `today` is the last day or month that a row may have. */
export function judge(schema: Schema, headers: readonly string[], mapping: Mapping, today: string): (line: Line) => Judged {
  const places = schema.columns.map((column) => ({ column, place: headers.indexOf(mapping.columns[column.name] ?? '') }));
  return ({ line, cells }) => {
    if (cells.length < headers.length || cells.slice(headers.length).some((cell) => cell !== '')) return { line, column: null, reason: 'cells' };
    const values: Record<string, Value> = {};
    for (const { column, place } of places) {
      const text = place < 0 ? '' : openCell(cells[place] ?? '').trim();
      if (text === '') {
        if (column.required) return { line, column: column.name, reason: 'missing' };
        continue;
      }
      const read = readValue(column, text, mapping.dates, today);
      if (typeof read === 'object') return { line, column: column.name, reason: read.reason };
      values[column.name] = read;
    }
    return { line, values, key: keyOf(schema, line, values) };
  };
}

/** The key of a row; the line where the schema has none. */
export function keyOf({ key }: Pick<Schema, 'key'>, line: number, values: Values): string {
  return key.length === 0 ? `#${line}` : JSON.stringify(key.map((name) => values[name]));
}

export const isRefused = (judged: Judged): judged is { readonly line: number } & Refused => 'reason' in judged;

function readValue(column: Column, text: string, dates: DateOrder, today: string): Value | { readonly reason: Reason } {
  switch (column.type) {
    case 'whole': return inRange(column, wholeOf(text), 'not-whole');
    case 'decimal': return inRange(column, decimalOf(text), 'not-decimal');
    case 'date': return untilToday(readDate(text, dates), today, 'bad-date');
    case 'month': return untilToday(readMonth(text, dates), today.slice(0, 7), 'bad-month');
    case 'code': return codeOf(column, text) ?? { reason: 'unknown-code' };
    case 'text': return text.length > longest ? { reason: 'too-long' } : showsPerson(text) ? { reason: 'person' } : text;
  }
}

function inRange({ from, to }: Column, number: number | undefined, reason: Reason): number | { readonly reason: Reason } {
  if (number === undefined) return { reason };
  if (from !== undefined && number < from) return { reason: 'too-small' };
  return to !== undefined && number > to ? { reason: 'too-large' } : number;
}

function untilToday(read: string | undefined, last: string, reason: Reason): string | { readonly reason: Reason } {
  if (read === undefined) return { reason };
  return read > last ? { reason: 'future' } : read;
}

/** A whole number, with spaces or commas between thousands where they stand rightly, or with ".0" as spreadsheets write. */
export function wholeOf(text: string): number | undefined {
  const plain = /^[-−]?\d{1,3}([ ,\u00a0\u202f]\d{3})+$/.test(text) ? text.replaceAll(/[ ,\u00a0\u202f]/g, '') : text.replace(/\.0+$/, '');
  return /^[-−]?\d{1,15}$/.test(plain) ? Number(plain.replace('−', '-')) : undefined;
}

/** A number with a point or a comma for decimals, or as programs write very small ones (6.94e-05); a comma before three digits could be either and is refused. */
export function decimalOf(text: string): number | undefined {
  const plain = text.replace('−', '-').replaceAll(/[\u00a0\u202f ]/g, '');
  if (/^-?\d{1,12}(\.\d{1,15})?(e[-+]?\d{1,2})?$/i.test(plain)) return Number(plain);
  return /^-?\d{1,12},(\d{1,2}|\d{4,12})$/.test(plain) ? Number(plain.replace(',', '.')) : undefined;
}

const monthNames = [['january', 'janvier'], ['february', 'fevrier'], ['march', 'mars'], ['april', 'avril'], ['may', 'mai'], ['june', 'juin'], ['july', 'juillet'], ['august', 'aout'], ['september', 'septembre'], ['october', 'octobre'], ['november', 'novembre'], ['december', 'decembre']];

/** A month as YYYY-MM, from that, from a day of it, from 05/2019 or from its name with the year in English or French. */
export function readMonth(text: string, dates: DateOrder): string | undefined {
  const [, first = '', second = ''] = /^(\d{1,4})[-/.](\d{1,4})$/.exec(text) ?? [];
  const [year, month] = first.length === 4 ? [first, second] : second.length === 4 ? [second, first] : ['', ''];
  if (year !== '' && Number(month) >= 1 && Number(month) <= 12) return `${year}-${month.padStart(2, '0')}`;
  const [, word = '', written = ''] = /^(\p{L}{3,})\.?[ -](\d{4})$/u.exec(text) ?? [];
  const said = word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const fits = monthNames.flatMap((names, index) => (said !== '' && names.some((name) => name === said || (said.length >= 3 && name.startsWith(said))) ? [index + 1] : []));
  if (fits.length === 1) return `${written}-${String(fits[0]).padStart(2, '0')}`;
  return readDate(text, dates)?.slice(0, 7);
}

function codeOf(column: Column, text: string): string | undefined {
  const said = plainOf(text);
  return column.codes.find((one) => [one.code, one.en, one.fr, ...one.also].some((word) => plainOf(word) === said))?.code;
}
const plainOf = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[\s_-]+/g, ' ').trim();
