import { stringify } from 'csv-stringify/sync';
import type { Language } from '#app/platform/language/language.ts';
import type { Code } from '../code/queries.ts';
import { discussionWords } from '../discussion/words.ts';
import type { TrackingRow } from './queries.ts';
import { trackingWords } from './words.ts';

/**
 * Rows in the shape of the provincial Risk-driven Tracking Database: one line a discussion, several values of a field parted by "; ", codes beside the
 * names. Its exact columns are not published; what a line holds is that of its data dictionary as far as it is known. Of what was not taken on the
 * details stay empty. UTF-8 with a mark, so that a spreadsheet opens it rightly.
 */
export function trackingCsv(rows: readonly TrackingRow[], codes: readonly Code[], language: Language): string {
  const [words, own] = [trackingWords[language], discussionWords[language]];
  const named = (slug: string) => `${codes.find((code) => code.slug === slug)?.name[language] ?? slug} [${slug}]`;
  const ofList = (row: TrackingRow, list: Code['list']) => row.codes.filter((slug) => codes.some((code) => code.slug === slug && code.list === list)).map(named).join('; ');
  const lines = rows.map((row) => [
    `${row.year}-${String(row.number).padStart(3, '0')}`, row.openedOn, own.kinds[row.kind], row.originator[language], row.lead?.[language] ?? '', row.assisting.map((one) => one[language]).join('; '), own.ageBands[row.ageBand], own.sexes[row.sex],
    ofList(row, 'risk'), ofList(row, 'protective'), ofList(row, 'flag'), ofList(row, 'affected'), row.services.map(({ service, standing }) => `${named(service)} (${own.standings[standing]})`).join('; '),
    row.state === 'rejected' ? words.rejected : words.accepted, named(row.reason), row.closedOn,
  ]);
  // A cell that begins like a formula is shown as text.
  return `\uFEFF${stringify([words.columns, ...lines], { escape_formulas: true })}`;
}
