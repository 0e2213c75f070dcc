import { audit, isSafe } from '#app/methods/disclosure/audit.ts';
import type { Keys } from '#app/methods/disclosure/group.ts';
import { Contradiction, type Release } from '#app/methods/disclosure/release.ts';
import type { Published } from '#app/methods/disclosure/protect.ts';
import { withhold } from '#app/methods/disclosure/suppress.ts';
import type { MonthMeasures } from '#app/methods/list/measures.ts';
import { type Narrowed, narrowedMonths, type ReleasedMonth } from '#app/methods/list/released-months.ts';
import { formatMonth, leadingMonth } from '#app/methods/timeline/month.ts';
import { careRule } from '../care-plan/release-gate.ts';

/** What may go out: the release, with numbers left out where that is needed; or the groups that it would give away. */
export type Passed = { readonly release: Release } | { readonly blocked: readonly Keys[] };

/**
 * The gate before protected counts go out: everything released before and this one are attacked together, and `k` counts must remain possible for every
 * hidden one. What says otherwise than an earlier release is blocked too.
 */
export async function gate(release: Release, earlier: readonly Release[], k: number): Promise<Passed> {
  try {
    const { safe, release: left } = await withhold(release, k, earlier);
    return safe ? { release: left } : { blocked: (await audit([...earlier, left], k)).cells.filter((cell) => !isSafe(cell, k)).map(({ keys }) => keys) };
  } catch (error) {
    if (!(error instanceof Contradiction)) throw error;
    return { blocked: [{}] };
  }
}

/** A flow of the book as one number. */
export const totalOf = (flow: Readonly<Record<string, number>>): number => Object.values(flow).reduce((total, one) => total + one, 0);

/**
 * The hidden numbers that a list's month would give away together with the months released before, its own or theirs. `stated`: the exact books, of which
 * only those count whose balance an outsider would rightly suppose.
 */
export async function narrowedBy(month: string, published: ReleasedMonth['published'], earlier: readonly { readonly month: string; readonly measure: string; readonly published: string }[], stated: readonly MonthMeasures[]): Promise<Narrowed[]> {
  const released = new Map([...Map.groupBy(earlier, (one) => one.month)].map(([name, cells]) => [name, Object.fromEntries(cells.map((one) => [one.measure, readPublished(one.published)]))]));
  released.set(month, published);
  const [first, last] = [[...released.keys()].sort()[0] ?? month, leadingMonth(`${month}-01`) ?? 0];
  const from = leadingMonth(`${first}-01`) ?? last;
  const books = new Map(stated.map((one) => [one.month, one]));
  const chain = Array.from({ length: last - from + 1 }, (_, n): ReleasedMonth => {
    const [before, name] = [books.get(formatMonth(from + n - 1)), formatMonth(from + n)];
    const own = books.get(name);
    return { month: name, published: released.get(name) ?? {}, follows: own !== undefined && before !== undefined && own.active === before.active + totalOf(own.inflow) - totalOf(own.outflow) };
  });
  return await narrowedMonths(chain, careRule, careRule.k);
}

/** A published count as it was printed. */
export const readPublished = (text: string): Published => (/^\d+$/.test(text) ? Number(text) : text);
