import type { Candidates } from './candidates.ts';

/** A pair that is suggested because both records link strongly to a third, and not by its own likeness. */
export type ThroughThird = { readonly a: number; readonly b: number; readonly third: number; readonly odds: number };

/** Links from these odds on carry to a third record. */
const carrying = 3;
/** Of a record with more links only the strongest carry, so that a busy record does not join strangers. */
const linkLimit = 12;

type Neighbour = { readonly place: number; readonly odds: number };

/** For each two records that link to a common third but stay below `least` by themselves: the best third, with the weaker of the two odds. */
export function findThroughThird(candidates: Candidates, odds: Float64Array, size: number, least: number): ThroughThird[] {
  const neighbours = new Map<number, Neighbour[]>();
  const direct = new Set<number>();
  const add = (place: number, neighbour: Neighbour) => {
    const list = neighbours.get(place);
    if (list) list.push(neighbour);
    else neighbours.set(place, [neighbour]);
  };
  for (const [pair, score] of odds.entries()) {
    const [a, b] = [candidates.left[pair] ?? 0, candidates.right[pair] ?? 0];
    if (score >= least) direct.add(keyOf(a, b, size));
    if (score < carrying) continue;
    add(a, { place: b, odds: score });
    add(b, { place: a, odds: score });
  }
  const found = new Map<number, ThroughThird>();
  for (const [third, list] of neighbours) {
    const strongest = list.length > linkLimit ? list.toSorted((one, other) => other.odds - one.odds || one.place - other.place).slice(0, linkLimit) : list;
    for (const [order, one] of strongest.entries())
      for (const other of strongest.slice(0, order)) {
        const [a, b] = one.place < other.place ? [one.place, other.place] : [other.place, one.place];
        const key = keyOf(a, b, size);
        const weaker = Math.min(one.odds, other.odds);
        if (!direct.has(key) && weaker > (found.get(key)?.odds ?? -1)) found.set(key, { a, b, third, odds: weaker });
      }
  }
  return [...found.values()];
}

function keyOf(a: number, b: number, size: number): number {
  return a < b ? a * size + b : b * size + a;
}
