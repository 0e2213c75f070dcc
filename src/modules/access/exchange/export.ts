import { stringify } from 'csv-stringify/sync';
import { closeCell, writeNames } from './cells.ts';
import { type ConsentCode, clientFields, type FileKind, headings, stayFields } from './fields.ts';
import type { ClientLine, ExportedStay } from './queries.ts';

// With a mark, so that spreadsheets take it for UTF-8.
const mark = '\uFEFF';
const write = (kind: FileKind, rows: readonly (readonly (string | null)[])[]): string => {
  const columns = (kind === 'client' ? clientFields : stayFields).map((field) => headings[kind][field] ?? field);
  return mark + stringify(rows.map((row) => row.map((cell) => closeCell(cell ?? ''))), { header: true, columns });
};

/** Clients as the import takes them, a line for each consent. */
export function clientsCsv(lines: readonly ClientLine[]): string {
  return write('client', lines.map((one) => [one.client, one.given, one.family, one.birth, one.gender, one.language, writeNames(one.aliases), one.consent, one.consent === null ? null : consentCode(one.purposes ?? []), one.to, one.starts, one.expires]));
}

/** Stays as the import takes them. */
export function staysCsv(stays: readonly ExportedStay[]): string {
  return write('stay', stays.map((one) => [one.client, one.stay, one.kind, one.place, one.start, one.end, one.evidence]));
}

/** What the file can say of the purposes, never more than they are. */
function consentCode(purposes: readonly string[]): ConsentCode {
  const [care, list] = [purposes.includes('care'), purposes.includes('list')];
  return care && list ? 'both' : list ? 'coordinated-access' : 'explicit';
}
