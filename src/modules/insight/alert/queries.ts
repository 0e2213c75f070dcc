import type { Scope } from '#app/platform/db/scope.ts';
import type { DayCount } from './counts.ts';
import type { TimedEvent } from './onsets.ts';
import type { Area, Rule, Series } from './rule.ts';

export async function listAreas({ sql }: Scope): Promise<Area[]> {
  return await sql<Area[]>`select slug, name from insight.alert_area where removed_at is null order by position, slug`;
}

export async function listSeries({ sql }: Scope): Promise<Series[]> {
  return await sql<Series[]>`select slug, name, text, basis, source, delay_weeks as "delayWeeks" from insight.alert_series where removed_at is null order by position, slug`;
}

const ruleColumns = (sql: Scope['sql']) => sql`id, rule, version, series_slug as series, name, method, unit, each_area as "eachArea", options, active, valid_from as "validFrom", reason`;

/** The version of each rule that is in force today, switched-off ones too. */
export async function listRules({ sql, today }: Scope): Promise<Rule[]> {
  return await sql<Rule[]>`select * from (select distinct on (rule) ${ruleColumns(sql)}, position from insight.alert_rule where removed_at is null and valid_from <= ${today} order by rule, version desc) r order by position, rule`;
}

/** Every version of a rule, newest first. */
export async function listVersions({ sql, today }: Scope, rule: string): Promise<Rule[]> {
  return await sql<Rule[]>`select ${ruleColumns(sql)} from insight.alert_rule where rule = ${rule} and removed_at is null and valid_from <= ${today} order by version desc`;
}

export type NewVersion = { readonly id: string; readonly from: Rule; readonly options: Rule['options']; readonly active: boolean; readonly reason: { readonly en: string; readonly fr: string }; readonly madeBy: string | null };
/** Adds a version of a rule, valid from today; false when somebody else added one meanwhile. */
export async function insertVersion({ sql, today }: Scope, { id, from, options, active, reason, madeBy }: NewVersion): Promise<boolean> {
  const done = await sql`insert into insight.alert_rule (slug, id, rule, version, position, series_slug, name, method, unit, each_area, options, active, valid_from, reason, made_by, origin)
    select ${`${from.rule}/${from.version + 1}`}, ${id}, r.rule, r.version + 1, r.position, r.series_slug, r.name, r.method, r.unit, r.each_area, ${sql.json(options)}, ${active}, ${today}, ${sql.json(reason)}, ${madeBy}, 'staff'
    from insight.alert_rule r where r.id = ${from.id} on conflict do nothing`;
  return done.count > 0;
}

/** Counts by local day and area of a series: events that were not taken back, or the newest report of each day. */
export async function countDays({ sql, timeZone }: Scope, series: Series): Promise<DayCount[]> {
  return series.source === 'events'
    ? await sql<DayCount[]>`select (occurred_at at time zone ${timeZone})::date as day, area_slug as area, count(*)::integer as n from insight.overdose where withdrawn_at is null group by 1, 2 order by 1, 2`
    : await sql<DayCount[]>`select distinct on (day, area_slug) day, area_slug as area, n from insight.overdose_report where series_slug = ${series.slug} order by day, area_slug, reported_on desc`;
}

/** How many became known on which day, by the day they belong to: of events the day of entry, of counts the rise from one report to the next. */
export type Arrival = { readonly day: string; readonly reported: string; readonly n: number };
export async function listArrivals({ sql, timeZone }: Scope, series: Series): Promise<Arrival[]> {
  return series.source === 'events'
    ? await sql<Arrival[]>`select (occurred_at at time zone ${timeZone})::date as day, (entered_at at time zone ${timeZone})::date as reported, count(*)::integer as n from insight.overdose where withdrawn_at is null group by 1, 2`
    : await sql<Arrival[]>`select day, reported_on as reported, sum(greatest(0, n - before))::integer as n from (
        select day, reported_on, n, coalesce(max(n) over (partition by day, area_slug order by reported_on rows between unbounded preceding and 1 preceding), 0) as before
        from insight.overdose_report where series_slug = ${series.slug}) r group by 1, 2`;
}

/** The events since a moment, in time, for the rule of clusters. */
export async function listTimed({ sql }: Scope, since: Date): Promise<TimedEvent[]> {
  return await sql<TimedEvent[]>`select occurred_at as at, area_slug as area, same_place as "samePlace", contaminated from insight.overdose where withdrawn_at is null and occurred_at > ${since} order by occurred_at, id`;
}
