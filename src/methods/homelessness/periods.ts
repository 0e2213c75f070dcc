import type { Day } from '../timeline/day.ts';
import type { Convention } from './stay.ts';
import type { StayTable } from './stay-table.ts';

/** Days in a row, both ends included. */
export type Period = { readonly from: Day; readonly to: Day };

/**
 * The union of a person's counting stays up to the as-of date: overlapping and adjoining stays become one period. Days before `since` are cut off.
 * `counts` is from `countingCodes`.
 */
export function periodsOf(table: StayTable, person: number, asOf: Day, convention: Convention, counts: Uint8Array, since = Number.NEGATIVE_INFINITY): Period[] {
  const cut = convention === 'nights' ? 1 : 0;
  const periods: { from: Day; to: Day }[] = [];
  for (let row = table.first[person] ?? 0; row < (table.first[person + 1] ?? 0); row += 1) {
    if (counts[table.kind[row] ?? 0] === 0) continue;
    const from = Math.max(table.start[row] ?? 0, since);
    const to = Math.min((table.end[row] ?? 0) - cut, asOf);
    if (to < from) continue;
    const last = periods.at(-1);
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else periods.push({ from, to });
  }
  return periods;
}

/** The days between periods. */
export function gapsBetween(periods: readonly Period[]): Period[] {
  return periods.slice(1).map((period, index) => ({ from: (periods[index]?.to ?? 0) + 1, to: period.from - 1 }));
}
