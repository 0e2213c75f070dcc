import { compileServices } from '#app/methods/matching/compile.ts';
import { type Explanation, explain } from '#app/methods/matching/explain.ts';
import type { Profile, ServiceRules } from '#app/methods/matching/service-rules.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { ScheduleRow } from './entry.ts';
import { type Freshness, freshnessOf } from './freshness.ts';
import { weekHours } from './hours.ts';
import type { CapacityCode } from './offer.ts';
import { conditionTaxonomy, needTaxonomy } from './pack.ts';

/** A service as a list shows it. */
export type ServiceLine = {
  readonly id: string; readonly name: Bilingual; readonly description: Bilingual; readonly organization: string; readonly organizationName: Bilingual; readonly agency: string | null; readonly phone: string | null;
  readonly how: Bilingual | null; readonly fees: Bilingual | null; readonly status: string; readonly takesReferrals: boolean; readonly assuredDate: string | null; readonly assuredBy: Bilingual | null; readonly demonstration: boolean;
  readonly capacity: CapacityCode | null; readonly capacityUpdated: Date | null; readonly real: boolean; readonly freshness: Freshness;
};
export type Matched = { readonly line: ServiceLine; readonly rules: ServiceRules; readonly explanation: Explanation };

type Row = Omit<ServiceLine, 'freshness'> & {
  readonly minimumAge: number | null; readonly maximumAge: number | null; readonly areas: readonly { slug: string | null; everywhere: boolean }[]; readonly languages: readonly string[];
  readonly costs: readonly (number | null)[]; readonly schedules: readonly ScheduleRow[]; readonly needs: readonly string[]; readonly conditions: readonly string[];
};

/** Active services, with what matching needs of each. */
export async function listRules(scope: Scope): Promise<{ line: ServiceLine; rules: ServiceRules }[]> {
  const { sql, today } = scope;
  const part = (column: ReturnType<typeof sql>, table: ReturnType<typeof sql>) => sql`(select coalesce(jsonb_agg(${column}), '[]') from ${table} where t.service_id = s.id)`;
  const terms = (taxonomy: string) => part(sql`x.code`, sql`access.attribute t join access.taxonomy_term x on x.id = t.taxonomy_term_id and x.taxonomy_id = ${taxonomy}`);
  const rows = await sql<Row[]>`
    select s.id, s.name, s.description, s.organization_id as organization, o.name as "organizationName", o.agency_id as agency, (select p.number from access.phone p where p.service_id = s.id order by p.position, p.id limit 1) as phone,
      s.application_process as how, s.fees_description as fees, s.status, s.takes_referrals as "takesReferrals", s.assured_date as "assuredDate", s.assured_by as "assuredBy", s.demonstration, c.code as capacity, c.updated as "capacityUpdated",
      s.sources <> '[]' as real, s.minimum_age::float8 as "minimumAge", s.maximum_age::float8 as "maximumAge", ${part(sql`jsonb_build_object('slug', t.municipality_slug, 'everywhere', t.everywhere)`, sql`access.service_area t`)} as areas,
      ${part(sql`t.code`, sql`access.language t`)} as languages, ${part(sql`t.amount`, sql`access.cost_option t`)} as costs, ${terms(needTaxonomy.id)} as needs, ${terms(conditionTaxonomy.id)} as conditions,
      coalesce(nullif(${part(sql`to_jsonb(t)`, sql`access.schedule t`)}, '[]'),
        (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from access.schedule t join access.service_at_location a on a.location_id = t.location_id where a.service_id = s.id)) as schedules
    from access.service s join access.organization o on o.id = s.organization_id left join access.service_capacity c on c.service_id = s.id
    where s.withdrawn_at is null and o.withdrawn_at is null and s.known_from <= ${today} and s.status = 'active' order by s.name ->> 'en', s.id`;
  return rows.map((row) => ({ line: { ...row, freshness: freshnessOf(row.assuredDate, today) }, rules: rulesOf(row, today) }));
}

function rulesOf(row: Row, today: string): ServiceRules {
  const languages = row.languages.filter((code) => code !== null);
  const costs = row.costs.filter((amount) => amount !== null);
  const slugs = row.areas.flatMap(({ slug }) => (slug === null ? [] : [slug]));
  return {
    id: row.id, needs: row.needs, minimumAge: row.minimumAge, maximumAge: row.maximumAge, areas: row.areas.some(({ everywhere }) => everywhere) ? 'everywhere' : slugs.length > 0 ? slugs : null,
    languages: languages.length > 0 ? languages : null, lowestCost: costs.length > 0 ? Math.min(...costs) : null, hours: weekHours(row.schedules, today) ?? null, conditions: row.conditions,
  };
}

/** Whether a service may be sent people now: active, taking referrals, checked within a year. */
export function isOfferable({ status, takesReferrals, freshness }: ServiceLine): boolean {
  return status === 'active' && takesReferrals && (freshness === 'fresh' || freshness === 'amber');
}

/**
 * Every service that stands against a person's profile: those that fit first, then those to ask about, then those that do not fit, each with its
 * reasons. With `offerable`, only services that may be sent people now.
 */
export async function matchFor(scope: Scope, profile: Profile, only: { offerable?: boolean } = {}): Promise<Matched[]> {
  const all = (await listRules(scope)).filter(({ line }) => !only.offerable || isOfferable(line));
  const codes = compileServices(all.map(({ rules }) => rules)).match(profile);
  const found = all.map(({ line, rules }, place) => ({ line, rules, explanation: explain(rules, profile, codes[place] ?? 0) }));
  const order = { fits: 0, ask: 1, 'does-not-fit': 2 } as const;
  return found.toSorted((a, b) => order[a.explanation.verdict] - order[b.explanation.verdict] || a.explanation.failed.length - b.explanation.failed.length);
}
