import { attack } from '../disclosure/attack.ts';
import type { Published, Rule } from '../disclosure/protect.ts';
import { rangeOf } from '../disclosure/release.ts';
import { loadSolver } from '../disclosure/solver.ts';
import type { Row, Target } from '../disclosure/system.ts';

/** What a list releases of a month. */
export const releasedMeasures = ['active', 'inflow', 'outflow', 'chronic'] as const;
export type ReleasedMeasure = (typeof releasedMeasures)[number];
/** A released month. `follows`: its number of active people is that of the month before plus those who came less those who went, which an outsider may suppose. */
export type ReleasedMonth = { readonly month: string; readonly follows: boolean; readonly published: Readonly<Partial<Record<ReleasedMeasure, Published>>> };
export type Narrowed = { readonly month: string; readonly measure: ReleasedMeasure };

/**
 * The hidden numbers of all released months of one list, oldest first and none missing between those that follow each other, for which fewer than `k` counts
 * remain possible to somebody who solves linear programmes over the whole book: each month's rounded numbers, and the balance that ties the months together.
 */
export async function narrowedMonths(months: readonly ReleasedMonth[], rule: Rule, k: number): Promise<Narrowed[]> {
  const column = (month: number, measure: ReleasedMeasure) => month * releasedMeasures.length + releasedMeasures.indexOf(measure);
  const [rows, targets]: [Row[], Target[]] = [[], []];
  const cells = new Map<string, Narrowed>();
  for (const [at, { month, follows, published }] of months.entries()) {
    for (const measure of releasedMeasures) {
      const value = published[measure];
      if (value === undefined) continue;
      const [members, keys] = [[column(at, measure)], { month, measure }];
      const { low, high } = rangeOf({ keys, published: value }, rule);
      rows.push({ members, low, high });
      if (typeof value === 'number') continue;
      const code = `${month} ${measure}`;
      targets.push({ code, keys, members, low, high });
      cells.set(code, keys);
    }
    if (follows && at > 0) rows.push({ members: [column(at, 'active'), column(at - 1, 'active'), column(at, 'inflow'), column(at, 'outflow')], signs: [1, -1, -1, 1], low: 0, high: 0 });
  }
  const ranges = attack(await loadSolver(), { columns: months.length * releasedMeasures.length, rows, targets });
  return [...ranges].flatMap(([code, { low, high }]) => (high - low + 1 < k ? (cells.get(code) ?? []) : []));
}
