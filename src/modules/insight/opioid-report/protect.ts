import { protectTable, type Rule } from '#app/methods/disclosure/protect.ts';
import { withhold } from '#app/methods/disclosure/suppress.ts';
import type { MonthCount, ReleaseRow } from './queries.ts';

/** Counts of health are published from 6 on, by municipality and month, every number rounded to base 5; a zero is hidden as every small count. */
export const rule: Rule = { base: 5, k: 6 };

/**
 * The protected table of a month and measure: each area and all of them together, by random rounding with a cell key, and then the audit of everything in it:
 * what would leave a hidden count fewer than 6 values is left out too. Nothing at all where it does not pass even so. An area without a count takes
 * part as zero, so that an empty cell cannot be told from a small one. Numbers by neighbourhood are not published; they would need 20.
 */
export async function protectMonth(secret: string, given: { month: string; series: string; measure: MonthCount['measure']; areas: readonly string[]; counts: readonly MonthCount[] }): Promise<ReleaseRow[]> {
  const { month, series, measure, areas, counts } = given;
  if (areas.length === 0) return [];
  const cells = areas.map((area) => ({ keys: { area, month, series, measure }, count: counts.find((one) => one.area === area)?.n ?? 0 }));
  const { release, safe } = await withhold({ rule, cells: protectTable(rule, secret, cells, ['area']) }, rule.k);
  if (!safe) return [];
  return release.cells.map(({ keys, published }) => ({
    month, series, measure, area: keys.area ?? 'all', published: published ?? 'suppressed', k: rule.k, demonstration: counts.some((one) => one.demonstration),
  }));
}
