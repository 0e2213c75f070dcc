import type { Keys } from './group.ts';
import { type CountedCell, protectTable, type Rule } from './protect.ts';
import type { Release } from './release.ts';

/** A made-up table whose counts are scattered around `mean`, many of them small. */
export function randomTable(random: () => number, sizes: Readonly<Record<string, number>>, mean: number): CountedCell[] {
  let groups: Keys[] = [{}];
  for (const [dimension, size] of Object.entries(sizes)) groups = groups.flatMap((keys) => Array.from({ length: size }, (_, value) => ({ ...keys, [dimension]: `${dimension}${value}` })));
  return groups.map((keys) => ({ keys, count: Math.floor(-Math.log(1 - random()) * mean) }));
}

/** Two protected tables about the same people: one broken down by a and b (and c), the other by a (and b) and a breakdown of its own. */
export function linkedReleases(random: () => number, rule: Rule, secret: string): { table: CountedCell[]; releases: Release[] } {
  const size = () => 2 + Math.floor(random() * 3);
  const sizes: Record<string, number> = random() < 0.5 ? { a: size(), b: size() } : { a: size(), b: size(), c: size() };
  const table = randomTable(random, sizes, [3, 8, 20, 60][Math.floor(random() * 4)] ?? 8);
  const kept = Object.keys(sizes).slice(0, -1);
  const sums = new Map<string, CountedCell>();
  for (const { keys, count } of table) {
    const part = Object.fromEntries(kept.map((dimension) => [dimension, keys[dimension] ?? '']));
    const code = JSON.stringify(part);
    sums.set(code, { keys: part, count: (sums.get(code)?.count ?? 0) + count });
  }
  const second = [...sums.values()].flatMap(({ keys, count }) => {
    const first = Math.floor(count * random());
    return [{ keys: { ...keys, z: 'z0' }, count: first }, { keys: { ...keys, z: 'z1' }, count: count - first }];
  });
  return { table, releases: [{ rule, cells: protectTable(rule, secret, table, Object.keys(sizes)) }, { rule, cells: protectTable(rule, secret, second, [...kept, 'z']) }] };
}
