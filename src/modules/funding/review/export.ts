import { stringify } from 'csv-stringify/sync';
import { safe } from '../application/export.ts';
import { decimalOf } from '../money.ts';
import type { Ranked } from './rules.ts';

/** A ranking as its reader sees it: no row of an application that is closed to her. */
export function rankingCsv(rows: readonly Ranked[]): string {
  return stringify(rows.map((row) => [row.rank, safe(row.organisation), row.perCent?.toFixed(2) ?? '', decimalOf(row.asked), row.funds ? decimalOf(row.asked) : '0.00', row.why]), { header: true, columns: ['rank', 'organisation', 'perCent', 'asked', 'granted', 'result'] });
}
