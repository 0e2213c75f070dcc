import { isDay } from './format.ts';

export const dateOrders = ['ymd', 'dmy', 'mdy'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** A day as a file writes it, a time behind it left out; undefined where it is none. Year first is always read; day or month first by what was chosen, never guessed. */
export function readDate(text: string, order: DateOrder): string | undefined {
  const [, first = '', second = '', third = ''] = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[ T].*)?$/.exec(text) ?? [];
  const [year, month, day] = first.length === 4 ? [first, second, third] : order === 'dmy' ? [third, second, first] : order === 'mdy' ? [third, first, second] : ['', '', ''];
  if (year.length !== 4 || day.length > 2) return undefined;
  const read = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(read) && read >= '1900-01-01' ? read : undefined;
}

// What a spreadsheet would take for a formula, with any number of apostrophes before it.
const formula = /^'*[=+\-@\t]/;
/** A cell that no spreadsheet runs: a sign that begins a formula gets an apostrophe before it. `openCell` takes it off again. */
export const closeCell = (text: string): string => (formula.test(text) ? `'${text}` : text);
export const openCell = (text: string): string => (text.startsWith("'") && formula.test(text) ? text.slice(1) : text);
