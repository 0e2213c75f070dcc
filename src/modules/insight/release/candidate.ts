import { createHmac } from 'node:crypto';
import { dimensionsOf, gather, groupCode, type Keys } from '#app/methods/disclosure/group.ts';
import { type CountedCell, fewerThan, protectCount, withTotals } from '#app/methods/disclosure/protect.ts';
import type { Release, ReleasedCell } from '#app/methods/disclosure/release.ts';
import type { Cube } from './cube.ts';
import { readPeriod } from './period.ts';

/**
 * A true count as it comes to the gate. `value`: a median or the like of the group, of a cube that is a statistic. `left`: its owner leaves it out of print
 * for reasons that the counts do not tell; the attack still knows that the group is there.
 */
export type TrueCell = CountedCell & { readonly value?: number; readonly left?: boolean };

/** The true cells with their totals, under the whole names of their groups: indicator and period included. Throws RangeError where they do not fit the cube. */
export function countedGroups(cube: Cube, period: string, cells: readonly TrueCell[]): TrueCell[] {
  const own = { indicator: cube.indicator, ...readPeriod(period).keys };
  const byBreakdown = gather(cells, ({ keys }) => dimensionsOf(keys).filter((name) => !cube.geography.includes(name)).join());
  const groups = new Map<string, TrueCell>();
  for (const [breakdown, part] of byBreakdown) {
    if (breakdown !== '' && !cube.breakdowns.includes(breakdown)) throw new RangeError(`cells: ${breakdown} is not one of the breakdowns of ${cube.slug}`);
    const named = part.map((cell) => ({ ...cell, keys: { ...cell.keys, ...own } }));
    for (const cell of withTotals(named, cube.totals.filter((name) => name === breakdown || cube.geography.includes(name)))) {
      const code = groupCode(cell.keys);
      const known = groups.get(code);
      if (known && known.count !== cell.count) throw new RangeError(`cells: the breakdowns of ${cube.slug} do not add up to the same total`);
      if (!known) groups.set(code, cell);
    }
  }
  const missing = cells.find(({ keys }) => cube.geography.some((name) => keys[name] === undefined));
  if (missing) throw new RangeError(`cells: a cell of ${cube.slug} lacks its place`);
  return [...groups.values()];
}

/** The groups as they would be printed, before the audit. */
export function protectGroups(cube: Cube, secret: string, groups: readonly TrueCell[]): Release {
  if (cube.form === 'exact') return { cells: groups.map(({ keys, count, left }): ReleasedCell => ({ keys, published: left ? null : count < cube.k ? fewerThan(cube.k) : count })) };
  const rule = { base: cube.base, k: cube.k };
  return { rule, cells: groups.map(({ keys, count, left }) => ({ keys, published: left ? null : protectCount(rule, secret, { keys, count }) })) };
}

/** HMAC-SHA-256 of the true counts in the order of their groups: whoever lacks the secret cannot find small numbers by trying. */
export function inputsHash(secret: string, groups: readonly TrueCell[]): string {
  const lines = groups.map(({ keys, count, value }) => [groupCode(keys), count, value ?? null] as const).sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  return createHmac('sha256', secret).update('inputs').update(JSON.stringify(lines)).digest('hex');
}

/** The group without what the gate wrote into it: as its owner named it. */
export function ownKeys(cube: Pick<Cube, 'geography' | 'breakdowns'>, keys: Keys): Keys {
  return Object.fromEntries(Object.entries(keys).filter(([name]) => cube.geography.includes(name) || cube.breakdowns.includes(name)));
}
