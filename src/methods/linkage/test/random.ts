import { seeded } from '#test/seeded.ts';

/** Repeatable randomness for made-up records. */
export type Random = { readonly unit: () => number; readonly below: (limit: number) => number; readonly pick: <Item>(items: readonly Item[]) => Item; readonly chance: (share: number) => boolean };

export function createRandom(seed: number): Random {
  const unit = seeded(seed);
  const below = (limit: number) => Math.floor(unit() * limit);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  return { unit, below, pick, chance: (share) => unit() < share };
}

/** Picks by rank with a long tail: the chance of rank r falls as 1 / (r + shift). */
export function pickByRank(random: Random, count: number, shift: number): number {
  const total = Math.log((count + shift) / shift);
  return Math.min(count - 1, Math.floor(shift * Math.exp(random.unit() * total) - shift));
}
