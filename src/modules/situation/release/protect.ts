import { fewerThan, protectCount, protectTable, type Rule } from '#app/methods/disclosure/protect.ts';
import type { ReleasedCell } from '#app/methods/disclosure/release.ts';
import { withhold } from '#app/methods/disclosure/suppress.ts';
import type { Count, ReleaseRow, Series } from './queries.ts';

/** Discussions touch health: counts under 6 are hidden, zeros among them, and every number is rounded at random to base 5. */
export const rule: Rule = { base: 5, k: 6 };
const additive = { decision: ['acutely-elevated', 'not-taken-on'], close: ['lowered', 'still', 'other'] } as const satisfies Partial<Record<Series, readonly string[]>>;

/**
 * The protected counts of a year: decisions and ends with their totals through the audit (nothing of a table that does not pass), risk categories one by
 * one, because one discussion has several and no total ties them together, and the median days to the door as it is.
 */
export async function protectYear(secret: string, given: { body: string; year: number; counts: readonly Count[] }): Promise<ReleaseRow[]> {
  const { body, year, counts } = given;
  const keys = (series: Series, value: string) => ({ body, year: String(year), series, value });
  const rows: ReleaseRow[] = [];
  for (const series of ['decision', 'close'] as const) {
    const cells = additive[series].map((value) => ({ keys: keys(series, value), count: counts.find((one) => one.series === series && one.value === value)?.n ?? 0 }));
    const { release, safe } = await withhold({ rule, cells: protectTable(rule, secret, cells, ['value']) }, rule.k);
    if (safe) rows.push(...release.cells.map((cell: ReleasedCell) => ({ series, value: cell.keys.value ?? 'all', published: String(cell.published ?? 'suppressed') })));
  }
  for (const { series, value, n } of counts.filter((one) => one.series === 'risk')) {
    const published = protectCount(rule, secret, { keys: keys(series, value), count: n });
    if (published !== fewerThan(rule.k)) rows.push({ series, value, published: String(published) });
  }
  return [...rows, ...counts.filter((one) => one.series === 'door').map(({ series, value, n }) => ({ series, value, published: String(n) }))];
}
