import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { offeredFor } from './freshness.ts';

/** The capacity codes of HL7 SDOH Clinical Care. */
export const capacityCodes = ['capacity', 'waitlist', 'additional-assessment-required', 'no-capacity'] as const;
export type CapacityCode = (typeof capacityCodes)[number];

/** A service that partners may send people to. */
export type Offerable = {
  readonly id: string; readonly name: Bilingual;
  readonly organization: string; readonly organizationName: Bilingual;
  /** The organisation of this installation that answers here; null where a referral can only be made outside. */
  readonly agency: string | null;
  readonly assuredDate: string; readonly capacity: CapacityCode | null; readonly available: number | null; readonly demonstration: boolean;
};

/**
 * Services that take referrals, stand in the directory as active and were checked within the last year; those without room are among them, with
 * their code. Give `ids` to ask about some only.
 */
export async function listOfferable(scope: Scope, ids?: readonly string[]): Promise<Offerable[]> {
  const { sql, today } = scope;
  return await sql<Offerable[]>`
    select s.id, s.name, s.organization_id as organization, o.name as "organizationName", o.agency_id as agency, s.assured_date as "assuredDate",
      c.code as capacity, c.available::float8 as available, s.demonstration
    from access.service s join access.organization o on o.id = s.organization_id left join access.service_capacity c on c.service_id = s.id
    where s.status = 'active' and s.takes_referrals and s.withdrawn_at is null and o.withdrawn_at is null and s.known_from <= ${today} and s.assured_date >= ${today}::date - ${offeredFor}::int
      and ${ids ? sql`s.id in ${sql(ids.length > 0 ? [...ids] : ['00000000-0000-0000-0000-000000000000'])}` : sql`true`}
    order by s.name ->> 'en', s.id`;
}
