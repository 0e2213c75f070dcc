import type { Scope } from '#app/platform/db/scope.ts';
import type { Published } from '#app/methods/disclosure/protect.ts';

/** A month of protected counts by area, `all` for the sum; a text where the count is hidden. */
export type ReleasedMonth = { readonly month: string; readonly k: number; readonly demonstration: boolean; readonly cells: Readonly<Record<string, Published>> };
export type Measure = 'overdoses' | 'naloxone';

/** The protected counts of a series, the newest month first. */
export async function listReleased({ sql }: Scope, series: string, measure: Measure, most = 12): Promise<ReleasedMonth[]> {
  return await sql<ReleasedMonth[]>`select month, max(k) as k, bool_or(demonstration) as demonstration, jsonb_object_agg(area_slug, published) as cells
    from insight.overdose_release where series_slug = ${series} and measure = ${measure} group by month order by month desc limit ${most}`;
}

export type MonthCount = { readonly month: string; readonly area: string; readonly measure: Measure; readonly n: number; readonly demonstration: boolean };
/** True counts by month and area, for the protection alone: read by the worker. */
export async function countMonths({ sql, timeZone }: Scope, series: { readonly slug: string; readonly source: 'events' | 'reports' }, before: string): Promise<MonthCount[]> {
  return series.source === 'events'
    ? await sql<MonthCount[]>`select date_trunc('month', occurred_at at time zone ${timeZone})::date as month, area_slug as area, m.measure, count(*) filter (where m.measure = 'overdoses' or naloxone in ('one', 'two', 'more'))::integer as n, bool_or(demonstration) as demonstration
        from insight.overdose cross join (values ('overdoses'), ('naloxone')) m (measure) where withdrawn_at is null and (occurred_at at time zone ${timeZone})::date < ${before} group by 1, 2, 3`
    : await sql<MonthCount[]>`select date_trunc('month', day)::date as month, area as area, 'overdoses' as measure, sum(n)::integer as n, bool_or(demonstration) as demonstration from (
        select distinct on (day, area_slug) day, area_slug as area, n, demonstration from insight.overdose_report where series_slug = ${series.slug} and day < ${before} order by day, area_slug, reported_on desc) r group by 1, 2`;
}

export type ReleaseRow = { readonly month: string; readonly series: string; readonly measure: Measure; readonly area: string; readonly published: Published; readonly k: number; readonly demonstration: boolean };
/** Keeps what passed the protection. A month that was released stays as it is: a second version beside the first would give small changes away. */
export async function insertReleased({ sql, now }: Scope, rows: readonly ReleaseRow[]): Promise<void> {
  for (const row of rows)
    await sql`insert into insight.overdose_release (month, series_slug, measure, area_slug, published, k, demonstration, released_at)
      values (${row.month}, ${row.series}, ${row.measure}, ${row.area}, ${sql.json(row.published)}, ${row.k}, ${row.demonstration}, ${now}) on conflict do nothing`;
}

export async function findKey({ sql }: Scope): Promise<string> {
  const [row] = await sql<{ secret: string }[]>`select secret from insight.overdose_key`;
  if (!row) throw new Error('the key of overdose counts is missing');
  return row.secret;
}

/** The months of a series and measure that are out already. */
export async function listReleasedMonths({ sql }: Scope): Promise<{ readonly month: string; readonly series: string; readonly measure: Measure }[]> {
  return await sql<{ month: string; series: string; measure: Measure }[]>`select distinct month, series_slug as series, measure from insight.overdose_release`;
}
