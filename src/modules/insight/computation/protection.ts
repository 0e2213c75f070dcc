import { groupCode } from '#app/methods/disclosure/group.ts';
import { type CountedCell, type Published, protectCount, type Rule } from '#app/methods/disclosure/protect.ts';
import type { Release } from '#app/methods/disclosure/release.ts';
import { withhold } from '#app/methods/disclosure/suppress.ts';

/** The one place where computed numbers are protected: each by its cell key, then what would let a hidden one be worked out is left out too. */
export type Protected = { readonly published: ReadonlyMap<string, Published | null>; readonly release: Release; readonly safe: boolean };

/** A count that may not be complete is left out of what is published, and nobody takes it for 0. */
export type Protectable = CountedCell & { readonly known: boolean };

/** Protects counts; `published` is by `groupCode` of the keys, null where a number is left out for its neighbours' sake. */
export async function protectCells(rule: Rule, secret: string, cells: readonly Protectable[], earlier: readonly Release[] = []): Promise<Protected> {
  const own: Release = { rule, cells: cells.map(({ keys, count, known }) => ({ keys, published: known ? protectCount(rule, secret, { keys, count }) : null })) };
  const { release, safe } = await withhold(own, rule.k, earlier);
  return { release, safe, published: new Map(release.cells.map(({ keys, published }) => [groupCode(keys), published])) };
}
