import { newId } from '#app/platform/db/id.ts';
import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Indicator, IndicatorText } from './indicator.ts';

/** Every indicator known today in its newest version, retired ones too, in the order of the framework. */
export async function listIndicators(scope: Scope): Promise<Indicator[]> {
  const rows = await scope.sql<{ indicator: Indicator }[]>`
    select distinct on (i.indicator_slug) jsonb_strip_nulls(${indicatorObject(scope)} || jsonb_build_object(
      'retired', (select jsonb_build_object('on', r.known_from, 'reason', r.reason) from insight.indicator_retirement r where r.indicator_slug = i.indicator_slug and r.removed_at is null and r.known_from <= ${scope.today} limit 1),
      'checked', (select jsonb_build_object('on', c.on_date, 'role', c.as_role) from insight.indicator_check c where c.indicator_slug = i.indicator_slug and c.on_date <= ${scope.today} order by c.on_date desc, c.id desc limit 1))) as indicator
    from insight.indicator i where i.removed_at is null and i.known_from <= ${scope.today} order by i.indicator_slug, i.version desc`;
  return rows.map((row) => row.indicator).toSorted((a, b) => a.position - b.position || a.slug.localeCompare(b.slug));
}

export async function findIndicator(scope: Scope, slug: string): Promise<Indicator | undefined> {
  return (await listIndicators(scope)).find((one) => one.slug === slug);
}

/** The versions of an indicator known today, the newest first. */
export async function listVersions(scope: Scope, slug: string): Promise<Indicator[]> {
  const rows = await scope.sql<{ indicator: Indicator }[]>`
    select jsonb_strip_nulls(${indicatorObject(scope)}) as indicator from insight.indicator i
    where i.indicator_slug = ${slug} and i.removed_at is null and i.known_from <= ${scope.today} order by i.version desc`;
  return rows.map((row) => row.indicator);
}

function indicatorObject({ sql }: Scope) {
  return sql`jsonb_build_object('slug', i.indicator_slug, 'version', i.version, 'position', i.position, 'name', i.name, 'outcome', i.outcome, 'baseline', i.baseline, 'target', i.target,
      'aim', case when i.target_value is not null then jsonb_build_object('value', i.target_value, 'direction', i.target_direction, 'by', i.target_by) end,
      'source', i.source, 'method', i.method, 'months', i.frequency_months, 'frequencyNote', i.frequency_note, 'responsibility', i.responsibility, 'level', i.level, 'accountability', i.accountability)
    || jsonb_build_object('domain', i.domain_slug, 'areas', i.area_slugs, 'priorities', i.priority_slugs, 'series', i.series_slug, 'place', i.place_slug, 'part', i.breakdown_slug,
      'expectedFrom', i.expected_from, 'lagDays', i.lag_days, 'sources', i.sources, 'madeUp', i.made_up, 'changeReason', i.change_reason, 'knownFrom', i.known_from)`;
}

export type Check = { readonly on: string; readonly role: 'analyst' | 'plan-manager'; readonly by: string; readonly note: string | null };

/** The checks of an indicator, the last one first; for staff. */
export async function listChecks(scope: Scope, slug: string): Promise<Check[]> {
  return await scope.sql<Check[]>`select on_date as on, as_role as role, by_name as by, note from insight.indicator_check where indicator_slug = ${slug} order by on_date desc, id desc`;
}

export async function insertCheck(scope: Scope, slug: string, given: { role: Check['role']; by: string; note: string | undefined }): Promise<void> {
  await scope.sql`insert into insight.indicator_check (id, indicator_slug, on_date, as_role, by_account, by_name, note)
    values (${newId()}, ${slug}, ${scope.today}, ${given.role}, ${accountOf(scope)}, ${given.by}, ${given.note ?? null})`;
}

type NewVersion = { readonly slug: string; readonly version: number; readonly position: number; readonly sources: readonly string[]; readonly madeUp: readonly string[]; readonly changeReason: Bilingual | undefined };

/** A version of an indicator as staff wrote it; the first one makes the indicator. */
export async function insertVersion(scope: Scope, given: IndicatorText & NewVersion): Promise<void> {
  const { sql } = scope;
  const json = (value: Bilingual | undefined) => (value ? sql.json(value) : null);
  await sql`insert into insight.indicator (slug, indicator_slug, version, position, name, outcome, baseline, target, target_value, target_direction, target_by, source, method, frequency_months, frequency_note,
      responsibility, level, accountability, domain_slug, area_slugs, priority_slugs, series_slug, place_slug, breakdown_slug, expected_from, lag_days, sources, made_up, change_reason, known_from, origin, entered_by, entered_at)
    values (${`${given.slug}/${given.version}`}, ${given.slug}, ${given.version}, ${given.position}, ${json(given.name)}, ${json(given.outcome)}, ${json(given.baseline)}, ${json(given.target)}, ${given.aim?.value ?? null},
      ${given.aim?.direction ?? null}, ${given.aim?.by ?? null}, ${json(given.source)}, ${json(given.method)}, ${given.months}, ${json(given.frequencyNote)}, ${json(given.responsibility)}, ${given.level}, ${given.accountability},
      ${given.domain}, ${[...given.areas]}, ${[...given.priorities]}, ${given.series}, ${given.place}, ${given.part ?? null}, ${given.expectedFrom}, ${given.lagDays}, ${[...given.sources]}, ${[...given.madeUp]},
      ${json(given.changeReason)}, ${scope.today}, 'staff', ${accountOf(scope)}, ${scope.now})`;
}

export async function insertRetirement(scope: Scope, slug: string, reason: Bilingual): Promise<void> {
  await scope.sql`insert into insight.indicator_retirement (slug, indicator_slug, reason, known_from, origin, entered_by, entered_at)
    values (${newId()}, ${slug}, ${scope.sql.json(reason)}, ${scope.today}, 'staff', ${accountOf(scope)}, ${scope.now})`;
}

export type Named = { readonly slug: string; readonly name: Bilingual };
/** A municipality with its tile on the board, where the community's content gives it one. */
export type Municipality = { readonly id: string; readonly name: Bilingual; readonly tile?: { readonly column: number; readonly row: number } };
export type Surroundings = {
  readonly domains: readonly Named[];
  readonly areas: readonly Named[];
  readonly priorities: readonly Named[];
  readonly sources: readonly { readonly slug: string; readonly title: string; readonly publisher: string; readonly url: string }[];
  readonly municipalities: readonly Municipality[];
};

/** What the pages of indicators show of the plan, as the plan publishes it. */
export async function readSurroundings({ sql }: Scope): Promise<Surroundings> {
  const [community] = await sql<{ municipalities: Municipality[] }[]>`select municipalities from plan.published_community`;
  return {
    domains: await sql<Named[]>`select slug, name from plan.published_domain order by position`,
    areas: await sql<Named[]>`select slug, name from plan.published_area order by position`,
    priorities: await sql<Named[]>`select slug, title as name from plan.published_priority order by position, known_from, slug`,
    sources: await sql<Surroundings['sources'][number][]>`select slug, title, publisher, url from plan.published_source order by publisher, title`,
    municipalities: community?.municipalities ?? [],
  };
}
