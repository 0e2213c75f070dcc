import type { Day } from '../timeline/day.ts';
import type { Period } from './periods.ts';
import { stayKinds } from './stay.ts';
import type { StayTable } from './stay-table.ts';

/** A return to homelessness on a day: out of a home of one's own, or after a time of which nothing is known. */
export type Return = { readonly day: Day; readonly from: 'housing' | 'inactive' };

const homeOwned = stayKinds.indexOf('housed');

/**
 * The returns of a person, earliest first. `homeless` are her united episodes. A return begins an episode after a break in which she had a home on
 * at least one day, or no known place at all on more than `inactiveAfter` days in a row. A break in transitional housing or an institution is neither.
 */
export function returnsOf(table: StayTable, person: number, homeless: readonly Period[], asOf: Day, inactiveAfter: number): Return[] {
  return homeless.slice(1).flatMap(({ from: day }, index): Return[] => {
    const gap = { from: (homeless[index]?.to ?? 0) + 1, to: day - 1 };
    const within = placesIn(table, person, gap, asOf);
    if (within.some(({ kind }) => kind === homeOwned)) return [{ day, from: 'housing' }];
    return longestUnknown(within, gap) > inactiveAfter ? [{ day, from: 'inactive' }] : [];
  });
}

type Known = Period & { readonly kind: number };

function placesIn(table: StayTable, person: number, gap: Period, asOf: Day): Known[] {
  const known: Known[] = [];
  for (let row = table.first[person] ?? 0; row < (table.first[person + 1] ?? 0); row += 1) {
    const [from, to] = [Math.max(table.start[row] ?? 0, gap.from), Math.min(table.end[row] ?? 0, gap.to, asOf)];
    if (from <= to) known.push({ from, to, kind: table.kind[row] ?? 0 });
  }
  return known.sort((a, b) => a.from - b.from);
}

function longestUnknown(known: readonly Period[], gap: Period): number {
  let [floor, longest] = [gap.from, 0];
  for (const { from, to } of known) {
    longest = Math.max(longest, from - floor);
    floor = Math.max(floor, to + 1);
  }
  return Math.max(longest, gap.to + 1 - floor);
}
