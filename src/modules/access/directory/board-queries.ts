import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Status } from './entry.ts';
import type { CapacityCode } from './offer.ts';
import { placesUnit } from './pack.ts';

export type BoardLine = {
  readonly id: string; readonly name: Bilingual; readonly organizationName: Bilingual; readonly own: boolean; readonly status: Status; readonly takesReferrals: boolean; readonly demonstration: boolean;
  readonly assuredDate: string | null; readonly code: CapacityCode | null; readonly available: number | null; readonly updated: Date | null;
};

/** Every service that stands, by how much room there is and then by how long ago it was checked; `own` where the asker may change it. */
export async function listBoard(scope: Scope): Promise<BoardLine[]> {
  const { sql, today } = scope;
  return await sql<BoardLine[]>`
    select s.id, s.name, o.name as "organizationName", o.id in (select access.own_organizations()) as own, s.status, s.takes_referrals as "takesReferrals", s.demonstration, s.assured_date as "assuredDate",
      c.code, c.available::float8 as available, c.updated
    from access.service s join access.organization o on o.id = s.organization_id left join access.service_capacity c on c.service_id = s.id
    where s.known_from <= ${today} order by array_position(array['capacity', 'waitlist', 'additional-assessment-required', 'no-capacity'], c.code), s.assured_date desc nulls last, s.name ->> 'en', s.id`;
}

/** Whose entry it is, where the asker may change it. */
export async function findOwn(scope: Scope, id: string): Promise<{ organizationName: Bilingual } | undefined> {
  return (await scope.sql<{ organizationName: Bilingual }[]>`select o.name as "organizationName" from access.service s join access.organization o on o.id = s.organization_id where s.id = ${id} and s.id in (select access.own_services())`)[0];
}

export async function markChecked(scope: Scope, id: string, by: Bilingual, account: string): Promise<void> {
  const { sql, now, today } = scope;
  await sql`update access.service set assured_date = ${today}, assured_by = ${sql.json(by)}, assured_account = ${account}, changed_at = ${now} where id = ${id}`;
}

/** Sets how much room there is; gives what stood before. */
export async function setCapacity(scope: Scope, id: string, code: CapacityCode, available: number): Promise<string> {
  const { sql, now } = scope;
  const [before] = await sql<{ id: string; code: string }[]>`select id, code from access.service_capacity where service_id = ${id}`;
  if (before) await sql`update access.service_capacity set code = ${code}, available = ${available}, updated = ${now} where id = ${before.id}`;
  else await sql`insert into access.service_capacity (id, service_id, unit_id, code, available, updated) values (${newId()}, ${id}, ${placesUnit.id}, ${code}, ${available}, ${now})`;
  return before?.code ?? '';
}

export type Change = { readonly field: string; readonly from: string; readonly to: string };
/** What changed, as HSDS publishes it: by the organisation, never by a person's name. */
export async function insertChanges(scope: Scope, service: string, by: string, changes: readonly Change[]): Promise<void> {
  for (const { field, from, to } of changes)
    await scope.sql`insert into access.metadata (id, resource_id, resource_type, last_action_date, last_action_type, field_name, previous_value, replacement_value, updated_by)
      values (${newId()}, ${service}, 'service', ${scope.today}, 'update', ${field}, ${from}, ${to}, ${by})`;
}

export type Edited = {
  readonly name: Bilingual; readonly description: Bilingual; readonly status: Status; readonly minimumAge: number | null; readonly maximumAge: number | null; readonly eligibility: Bilingual | null; readonly how: Bilingual | null;
  readonly takesReferrals: boolean; readonly phone: string; /** Undefined leaves the hours as they are. */ readonly hours: readonly { readonly day: string; readonly from: string; readonly to: string }[] | undefined;
};

/** Writes an entry that staff changed; from now on a pack or a feed leaves it to them. */
export async function updateEntry(scope: Scope, id: string, edited: Edited, by: Bilingual, account: string): Promise<void> {
  const { sql, now, today } = scope;
  const text = (value: Bilingual | null) => (value ? sql.json(value) : null);
  await sql`update access.service set name = ${sql.json(edited.name)}, description = ${sql.json(edited.description)}, only_language = null, status = ${edited.status}, minimum_age = ${edited.minimumAge}, maximum_age = ${edited.maximumAge},
    eligibility_description = ${text(edited.eligibility)}, application_process = ${text(edited.how)}, takes_referrals = ${edited.takesReferrals}, origin = 'staff', content_hash = null,
    assured_date = ${today}, assured_by = ${sql.json(by)}, assured_account = ${account}, changed_at = ${now} where id = ${id}`;
  const [phone] = await sql<{ id: string }[]>`select id from access.phone where service_id = ${id} order by position, id limit 1`;
  if (phone && edited.phone === '') await sql`delete from access.phone where id = ${phone.id}`;
  else if (phone) await sql`update access.phone set number = ${edited.phone} where id = ${phone.id}`;
  else if (edited.phone !== '') await sql`insert into access.phone (id, service_id, number, type) values (${newId()}, ${id}, ${edited.phone}, 'voice')`;
  if (!edited.hours) return;
  await sql`delete from access.schedule where service_id = ${id} and byday is not null`;
  for (const [position, one] of edited.hours.entries())
    await sql`insert into access.schedule (id, service_id, freq, byday, opens_at, closes_at, position) values (${newId()}, ${id}, 'WEEKLY', ${one.day}, ${one.from}, ${one.to}, ${position})`;
}
