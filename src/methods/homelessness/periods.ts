import type { Day } from '../timeline/day.ts';
import type { Convention } from './stay.ts';
import type { StayTable } from './stay-table.ts';

/** Days in a row, both ends included. */
export type Period = { readonly from: Day; readonly to: Day };

/**
 * The union of a person's counting stays up to the as-of date: overlapping and adjoining stays become one period. Days before `since` are cut off. Earliest first.
 * `counts` is from `countingCodes`.
 */
export function periodsOf(table: StayTable, person: number, asOf: Day, convention: Convention, counts: Uint8Array, since = Number.NEGATIVE_INFINITY): Period[] {
  const cut = convention === 'nights' ? 1 : 0;
  const periods: { from: Day; to: Day }[] = [];
  for (let row = table.first[person] ?? 0; row < (table.first[person + 1] ?? 0); row += 1) {
    const end = table.end[row] ?? 0;
    if (end < since) break;
    if (counts[table.kind[row] ?? 0] === 0) continue;
    const from = Math.max(table.start[row] ?? 0, since);
    const to = Math.min(end - cut, asOf);
    if (to < from) continue;
    const earliest = periods.at(-1);
    if (earliest && to >= earliest.from - 1) earliest.from = Math.min(earliest.from, from);
    else periods.push({ from, to });
  }
  return periods.reverse();
}

/** The days between periods. */
export function gapsBetween(periods: readonly Period[]): Period[] {
  return periods.slice(1).map((period, index) => ({ from: (periods[index]?.to ?? 0) + 1, to: period.from - 1 }));
}
