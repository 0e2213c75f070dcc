import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Facts } from '../consent/rules.ts';
import type { Section, WrittenSection } from '../sections.ts';

export type Person = { readonly id: string; readonly agency: string; readonly state: 'active' | 'inactive' | 'merged' | 'void'; readonly mergedInto: string | null; readonly anonymous: boolean; readonly language: 'en' | 'fr'; readonly doNotContact: boolean; readonly demonstration: boolean };
export type Identity = { readonly givenName: string; readonly familyName: string; readonly birthDate: string | null; readonly birthEstimated: boolean; readonly gender: string | null; readonly municipality: string | null; readonly languages: readonly string[]; readonly interpreter: boolean };
export type Contact = { readonly phone: string | null; readonly email: string | null; readonly address: string | null; readonly postcode: string | null; readonly safeToLeaveMessage: boolean; readonly preference: string };
export type Alias = { readonly givenName: string; readonly familyName: string };
export type Entry = { readonly id: string; readonly agency: string; readonly body: string; readonly writtenAt: Date };

/** The record itself; undefined where it is hidden, also when only its identity is withheld. */
export async function findPerson(scope: Scope, id: string): Promise<Person | undefined> {
  return (await scope.sql<Person[]>`select id, agency_id as agency, state, merged_into as "mergedInto", anonymous, language, do_not_contact as "doNotContact", demonstration from access.person where id = ${id}`)[0];
}
export async function findIdentity(scope: Scope, person: string): Promise<Identity | undefined> {
  return (await scope.sql<Identity[]>`select given_name as "givenName", family_name as "familyName", birth_date as "birthDate", birth_estimated as "birthEstimated", gender, municipality, languages, interpreter
    from access.person_identity where person_id = ${person}`)[0];
}
export async function listAliases(scope: Scope, person: string): Promise<Alias[]> {
  return await scope.sql<Alias[]>`select given_name as "givenName", family_name as "familyName" from access.person_alias where person_id = ${person} order by id`;
}
export async function findContact(scope: Scope, person: string): Promise<Contact | undefined> {
  return (await scope.sql<Contact[]>`select phone, email, address, postcode, safe_to_leave_message as "safeToLeaveMessage", preference from access.person_contact where person_id = ${person}`)[0];
}
/** A section behind its function, which writes the audit line first. */
export async function readSection(scope: Scope, person: string, section: WrittenSection): Promise<Entry[]> {
  return await scope.sql<Entry[]>`select id, agency_id as agency, body, written_at as "writtenAt" from access.read_section(${person}, ${section})`;
}

export type PersonLine = { readonly id: string; readonly agency: string; readonly state: Person['state']; readonly anonymous: boolean; readonly givenName: string | null; readonly familyName: string | null; readonly birthDate: string | null; readonly demonstration: boolean };
export type Sought = { readonly family: string; readonly given: string; readonly birth: string | null };
/**
 * Own and shared people by the beginnings of their names, by how the names sound, or by the day of birth, best first; the asker's own when nothing
 * is sought. At most 100. The functions find ids by index; the policies decide over the rows.
 */
export async function listPersons(scope: Scope, sought?: Sought): Promise<PersonLine[]> {
  const { sql } = scope;
  const found = sought ? sql`access.find_persons(${sought.family}, ${sought.given}, ${sought.birth})` : sql`access.own_persons()`;
  // An array leads to the index; joined as a table the planner would read the whole register.
  return await sql<PersonLine[]>`with f as materialized (select array(select ${found}) as ids)
    select p.id, p.agency_id as agency, p.state, p.anonymous, p.demonstration, i.given_name as "givenName", i.family_name as "familyName", i.birth_date as "birthDate"
    from access.person p left join access.person_identity i on i.person_id = p.id where p.id = any ((select ids from f)::uuid[]) and p.state <> 'void'
    order by ${sought ? sql`array_position((select ids from f), p.id)` : sql`i.search_key nulls last, p.id`} limit 100`;
}

/** A line at each record that a search showed. */
export async function writeFound(scope: Scope, people: readonly { readonly id: string }[]): Promise<void> {
  await scope.sql`select platform.write_audit('access.search-persons', 'person', p, 'permit', '{}') from unnest(${people.map((one) => one.id)}::text[]) p`;
}

export type Elsewhere = { readonly person: string; readonly initials: string; readonly birthYear: number; readonly agency: string };
/** Records that fit both names and the day of birth and that the asker may not read: initials, year, agency. Each match is written to the audit trail. */
export async function searchElsewhere(scope: Scope, key: string, birth: string): Promise<Elsewhere[]> {
  return await scope.sql<Elsewhere[]>`select person_id as person, initials, birth_year as "birthYear", agency_id as agency from access.search_elsewhere(${key}, ${birth})`;
}

export type AgencyLine = { readonly id: string; readonly name: Bilingual };
/** Organisations of today, which are public facts. Made-up ones stand among themselves: never a made-up person beside a real organisation. */
export async function listAgencies(scope: Scope): Promise<AgencyLine[]> {
  return await scope.sql<AgencyLine[]>`select id, name from identity.agency where (to_date is null or to_date >= ${scope.today})
    and demonstration is not distinct from (select own.demonstration from identity.agency own where own.id = (select platform.ctx_agency())) order by name ->> 'en'`;
}
export type Colleague = { readonly account: string; readonly name: string };
export async function listColleagues(scope: Scope): Promise<Colleague[]> {
  return await scope.sql<Colleague[]>`select account_id as account, name from access.list_colleagues()`;
}

export async function insertPerson(scope: Scope, row: { id: string; agency: string; anonymous: boolean; language: string; account: string | null; demonstration: boolean }): Promise<void> {
  await scope.sql`insert into access.person (id, agency_id, anonymous, language, demonstration, entered_by, entered_at, changed_at)
    values (${row.id}, ${row.agency}, ${row.anonymous}, ${row.language}, ${row.demonstration}, ${row.account}, ${scope.now}, ${scope.now})`;
}
export async function insertAssignment(scope: Scope, row: { id: string; person: string; account: string; by: string | null }): Promise<void> {
  await scope.sql`insert into access.assignment (id, person_id, account_id, from_date, assigned_by, entered_at) values (${row.id}, ${row.person}, ${row.account}, ${scope.today}, ${row.by}, ${scope.now})`;
}
export type Assignment = { readonly id: string; readonly account: string; readonly from: string };
/** Who works with the person now, for the supervisor of the agency. */
export async function listAssignments(scope: Scope, person: string): Promise<Assignment[]> {
  return await scope.sql<Assignment[]>`select id, account_id as account, from_date as "from" from access.assignment where person_id = ${person} and (to_date is null or to_date >= ${scope.today}) order by from_date, id`;
}
/** Ends an assignment at once: yesterday was its last day. False where it is hidden or ended before. */
export async function updateAssignmentEnded(scope: Scope, person: string, id: string): Promise<boolean> {
  return (await scope.sql`update access.assignment set to_date = ${scope.today}::date - 1 where id = ${id} and person_id = ${person} and (to_date is null or to_date >= ${scope.today})`).count > 0;
}
export async function insertIdentity(scope: Scope, person: string, agency: string, i: Identity, key: string): Promise<void> {
  await scope.sql`insert into access.person_identity (person_id, agency_id, given_name, family_name, birth_date, birth_estimated, gender, municipality, languages, interpreter, search_key)
    values (${person}, ${agency}, ${i.givenName}, ${i.familyName}, ${i.birthDate}, ${i.birthEstimated}, ${i.gender}, ${i.municipality}, ${[...i.languages]}, ${i.interpreter}, ${key})`;
}
/** False where there is no identity that the actor may change. */
export async function updateIdentity(scope: Scope, person: string, i: Identity, key: string): Promise<boolean> {
  return (await scope.sql`update access.person_identity set given_name = ${i.givenName}, family_name = ${i.familyName}, birth_date = ${i.birthDate}, birth_estimated = ${i.birthEstimated},
    gender = ${i.gender}, municipality = ${i.municipality}, languages = ${[...i.languages]}, interpreter = ${i.interpreter}, search_key = ${key} where person_id = ${person}`).count > 0;
}
export async function insertAlias(scope: Scope, row: { id: string; person: string; agency: string; given: string; family: string; key: string }): Promise<void> {
  await scope.sql`insert into access.person_alias (id, person_id, agency_id, given_name, family_name, search_key) values (${row.id}, ${row.person}, ${row.agency}, ${row.given}, ${row.family}, ${row.key})`;
}
export async function insertContact(scope: Scope, person: string, agency: string, c: Contact): Promise<void> {
  await scope.sql`insert into access.person_contact (person_id, agency_id, phone, email, address, postcode, safe_to_leave_message, preference)
    values (${person}, ${agency}, ${c.phone}, ${c.email}, ${c.address}, ${c.postcode}, ${c.safeToLeaveMessage}, ${c.preference})`;
}
export async function updateContact(scope: Scope, person: string, c: Contact): Promise<boolean> {
  return (await scope.sql`update access.person_contact set phone = ${c.phone}, email = ${c.email}, address = ${c.address}, postcode = ${c.postcode}, safe_to_leave_message = ${c.safeToLeaveMessage},
    preference = ${c.preference} where person_id = ${person}`).count > 0;
}
/** Marks the record as changed and sets what the record itself holds; false where the actor may not write in it. */
export async function updatePerson(scope: Scope, person: string, set: { anonymous?: boolean; language?: string; doNotContact?: boolean }): Promise<boolean> {
  const { sql, now } = scope;
  return (await sql`update access.person set changed_at = ${now}, anonymous = coalesce(${set.anonymous ?? null}, anonymous), language = coalesce(${set.language ?? null}, language),
    do_not_contact = coalesce(${set.doNotContact ?? null}, do_not_contact) where id = ${person}`).count > 0;
}
export async function insertEntry(scope: Scope, row: { id: string; person: string; agency: string; section: WrittenSection; body: string; account: string }): Promise<void> {
  const { sql, now } = scope;
  await sql`insert into ${sql(`access.person_${row.section}`)} (id, person_id, agency_id, body, written_by, written_at) values (${row.id}, ${row.person}, ${row.agency}, ${row.body}, ${row.account}, ${now})`;
}
/** What the decision about each section rests on, for whoever asks; a section that she does not see is left out. */
export async function listFacts(scope: Scope, person: string, of: readonly Section[]): Promise<{ section: Section; facts: Facts }[]> {
  return await scope.sql<{ section: Section; facts: Facts }[]>`select s.section, s.facts from (select u.section, u.place, access.decision_facts(${person}, u.section) as facts
    from unnest(${[...of]}::text[]) with ordinality u(section, place)) s where s.facts is not null order by s.place`;
}
export async function findFacts(scope: Scope, person: string, section: Section): Promise<Facts | undefined> {
  return (await listFacts(scope, person, [section]))[0]?.facts;
}
