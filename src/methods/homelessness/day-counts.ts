import type { Day } from '../timeline/day.ts';
import type { WindowDefinition } from './definition.ts';
import type { Convention } from './stay.ts';
import { countingCodes, type StayTable } from './stay-table.ts';

/** One row a person, in the order of the table's people. */
export type DayCounts = { readonly short: Int32Array; readonly long: Int32Array; /** 1 when a counting stay covers the as-of date. */ readonly current: Uint8Array };

/**
 * Days in both windows of a definition for everybody, in one pass over the stays: a day counts once, whoever recorded it and however often.
 */
export function countDays(table: StayTable, asOf: Day, convention: Convention, definition: WindowDefinition): DayCounts {
  const { first, start, end, kind } = table;
  const people = table.people.length;
  const [short, long, current] = [new Int32Array(people), new Int32Array(people), new Uint8Array(people)];
  const counts = countingCodes(definition.counts);
  const [shortStart, longStart] = [asOf - definition.short.days + 1, asOf - definition.long.days + 1];
  const cut = convention === 'nights' ? 1 : 0;
  for (let person = 0; person < people; person += 1) {
    const stop = first[person + 1] ?? 0;
    // Stays come by their end, the last first: whatever lies between `floor` and the end of the next one is counted already.
    let floor = asOf + 1;
    let inShort = 0;
    let inLong = 0;
    let covers = 0;
    for (let row = first[person] ?? 0; row < stop; row += 1) {
      const ends = end[row] ?? 0;
      if (ends < longStart) break;
      const starts = start[row] ?? 0;
      if (starts > asOf || counts[kind[row] ?? 0] === 0) continue;
      if (ends >= asOf) covers = 1;
      const last = ends - cut < floor ? ends - cut : floor - 1;
      const from = starts > longStart ? starts : longStart;
      if (last < from) continue;
      inLong += last - from + 1;
      if (last >= shortStart) inShort += last - (from > shortStart ? from : shortStart) + 1;
      floor = from;
    }
    short[person] = inShort;
    long[person] = inLong;
    current[person] = covers;
  }
  return { short, long, current };
}
