import type { Day } from '../timeline/day.ts';
import { type DayWindow, reachingHome } from './definition.ts';
import { type Period, periodsOf } from './periods.ts';
import { countingCodes, type StayTable } from './stay-table.ts';

/**
 * The days up to `asOf` on which a person is chronically homeless, as periods: homeless on the day and over the threshold of either window that ends
 * on it. `homeless` are her united episodes under the convention. As in `chronicStates` the last day of a stay is one on which she is homeless under both
 * conventions, and the day counts of a past day are those of stays as they are known now.
 */
export function chronicDays(table: StayTable, person: number, homeless: readonly Period[], asOf: Day): Period[] {
  const total = homeless.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  if (total < reachingHome.short.atLeast) return [];
  const found: { from: Day; to: Day }[] = [];
  for (const { from, to } of periodsOf(table, person, asOf, 'touched', countingCodes(reachingHome.counts))) {
    for (let day = from; day <= to; day += 1) {
      if (!reaches(homeless, day, reachingHome.short) && !reaches(homeless, day, reachingHome.long)) continue;
      const last = found.at(-1);
      if (last && last.to === day - 1) last.to = day;
      else found.push({ from: day, to: day });
    }
  }
  return found;
}

function reaches(homeless: readonly Period[], day: Day, window: DayWindow): boolean {
  let days = 0;
  for (const { from, to } of homeless) days += Math.max(0, Math.min(to, day) - Math.max(from, day - window.days + 1) + 1);
  return days >= window.atLeast;
}
