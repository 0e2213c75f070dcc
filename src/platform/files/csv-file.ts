import { CsvError, parse } from 'csv-parse/sync';

export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1252';
/** A file as rows of cells; `row` is what a spreadsheet calls it, the heading being 1. */
export type CsvFile = { readonly headers: readonly string[]; readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]; readonly encoding: Encoding };
export type Unreadable = { readonly problem: 'empty' | 'not-text' | 'no-rows' | 'headings' | 'quotes' | 'too-many'; readonly at?: number };

/** The most rows that one file may have. */
export const mostRows = 150_000;

/**
 * Reads a CSV file as spreadsheets write it: UTF-8 with or without a mark, UTF-16 with one, else Windows-1252; comma, semicolon or tab, told by
 * the heading. Blank rows are passed over. Says what is wrong with the whole file; single rows are judged later.
 */
export function readCsv(content: Uint8Array): CsvFile | Unreadable {
  const decoded = decode(content);
  if (!decoded) return { problem: 'not-text' };
  if (decoded.text.trim() === '') return { problem: 'empty' };
  const [heading] = decoded.text.split(/\r\n|\n|\r/, 1);
  let table: string[][];
  try {
    table = parse(decoded.text, { delimiter: delimiterOf(heading ?? ''), relax_column_count: true, skip_empty_lines: false, trim: true });
  } catch (error) {
    return error instanceof CsvError ? { problem: 'quotes', at: typeof error.lines === 'number' ? error.lines : 0 } : { problem: 'not-text' };
  }
  return tableOf(table, decoded.encoding);
}

/** A table of cells as a file, its first row being the heading. */
export function tableOf(table: readonly (readonly string[])[], encoding: Encoding): CsvFile | Unreadable {
  const headers = (table[0] ?? []).map((one) => one.slice(0, 100));
  while (headers.at(-1) === '') headers.pop();
  const named = headers.filter((one) => one !== '');
  if (named.length < 2 || headers.length > 300 || new Set(named).size < named.length) return { problem: 'headings' };
  const rows = table.slice(1).map((cells, index) => ({ row: index + 2, cells })).filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (rows.length === 0) return { problem: 'no-rows' };
  return rows.length > mostRows ? { problem: 'too-many', at: rows.length } : { headers, rows, encoding };
}

function decode(content: Uint8Array): { text: string; encoding: Encoding } | undefined {
  const marked = content[0] === 0xff && content[1] === 0xfe;
  const text = marked ? attempt('utf-16le', content) : (attempt('utf-8', content) ?? attempt('windows-1252', content));
  if (!text || isBinary(text.text)) return text?.text === '' ? text : undefined;
  return text;
}

function attempt(encoding: Encoding, content: Uint8Array): { text: string; encoding: Encoding } | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(content), encoding };
  } catch {
    return undefined;
  }
}

// A spreadsheet's own file, a picture, an archive: signs that no text has.
function isBinary(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.startsWith('PK\u0003\u0004') || /[\u0000-\u0008\u000e-\u001f]/.test(text);
}

function delimiterOf(heading: string): string {
  const plain = heading.replaceAll(/"[^"]*"/g, '');
  const count = (sign: string) => plain.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
