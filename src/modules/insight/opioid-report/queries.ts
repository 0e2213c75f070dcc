import type { Scope } from '#app/platform/db/scope.ts';
import { listReleased } from '../release/queries.ts';
import { cubeName } from './cubes.ts';

/** A month of protected counts: those of its areas, and of all of them; null where a number was left out. */
export type ReleasedMonth = { readonly month: string; readonly k: number; readonly demonstration: boolean; readonly cells: Readonly<Record<string, string | null>> };
export type Measure = 'overdoses' | 'naloxone';

/** The protected counts of a series that the gate filed, the newest month first: by area, or how often naloxone was given; `all` for everybody. */
export async function listReleasedMonths(scope: Scope, series: string, measure: Measure, most = 12): Promise<ReleasedMonth[]> {
  const [{ demonstration } = { demonstration: false }] = await scope.sql<{ demonstration: boolean }[]>`select platform.is_demonstration() as demonstration`;
  return (await listReleased(scope, [cubeName(series, measure)])).slice(0, most).map(({ period, k, cells }) => ({
    month: `${period}-01`, k, demonstration, cells: Object.fromEntries(cells.map(({ keys, published }) => [keys.area ?? keys.naloxone ?? 'all', published])),
  }));
}

export type MonthCount = { readonly month: string; readonly area: string; readonly measure: Measure; readonly n: number };
/** True counts by month and area, for the gate alone: read by the worker. */
export async function countMonths({ sql, timeZone }: Scope, series: { readonly slug: string; readonly source: 'events' | 'reports' }, before: string): Promise<MonthCount[]> {
  return series.source === 'events'
    ? await sql<MonthCount[]>`select date_trunc('month', occurred_at at time zone ${timeZone})::date as month, area_slug as area, m.measure, count(*) filter (where m.measure = 'overdoses' or naloxone in ('one', 'two', 'more'))::integer as n
        from insight.overdose cross join (values ('overdoses'), ('naloxone')) m (measure) where withdrawn_at is null and (occurred_at at time zone ${timeZone})::date < ${before} group by 1, 2, 3`
    : await sql<MonthCount[]>`select date_trunc('month', day)::date as month, area as area, 'overdoses' as measure, sum(n)::integer as n from (
        select distinct on (day, area_slug) day, area_slug as area, n from insight.overdose_report where series_slug = ${series.slug} and day < ${before} order by day, area_slug, reported_on desc) r group by 1, 2`;
}
