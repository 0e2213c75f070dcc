import type { MonthMeasures } from '#app/methods/list/measures.ts';
import type { ListEvent, ListState } from '#app/methods/list/event.ts';
import type { Stay } from '#app/methods/homelessness/stay.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

export type List = { readonly id: string; readonly slug: string; readonly name: Bilingual; readonly agency: string; readonly inactiveAfter: number; readonly staleAfter: number; readonly qualifying: readonly string[]; readonly demonstration: boolean };
const columns = (sql: Scope['sql']) => sql`id, slug, name, agency_id as agency, inactive_after as "inactiveAfter", stale_after as "staleAfter", qualifying, demonstration`;

/** Lists that the actor's agency keeps. */
export async function listKept(scope: Scope): Promise<List[]> {
  return await scope.sql<List[]>`select ${columns(scope.sql)} from access.list where id in (select access.kept_lists()) order by slug`;
}
export async function findKept(scope: Scope, slug: string): Promise<List | undefined> {
  return (await listKept(scope)).find((one) => one.slug === slug);
}

/** Where a person is known to be: counts as homeless, or the kind of her last stay, or not known. */
export type Whereabouts = 'homeless' | 'transitional' | 'institution' | 'housed' | 'unknown';
export type Listed = {
  readonly person: string; readonly givenName: string | null; readonly familyName: string | null; readonly demonstration: boolean;
  readonly whereabouts: Whereabouts; readonly lastActivity: string | null; readonly lastKind: string | null; readonly state: ListState | null; readonly since: string | null; readonly onList: boolean;
};
/** Everybody who agreed to the list, with the state of each on a day; the function writes the audit line. */
export async function readList(scope: Scope, list: string, day: string): Promise<Listed[]> {
  return await scope.sql<Listed[]>`select person_id as person, given_name as "givenName", family_name as "familyName", demonstration, whereabouts, last_activity as "lastActivity", last_kind as "lastKind",
    state, since, on_list as "onList" from access.read_list(${list}, ${day})`;
}
/** What somebody of a list is called; the function writes the audit line at her record. Nothing where the actor keeps no such list, or she does not stand on it for her. */
export async function findListed(scope: Scope, list: string, person: string): Promise<Pick<Listed, 'person' | 'givenName' | 'familyName'> | undefined> {
  return (await scope.sql<Pick<Listed, 'person' | 'givenName' | 'familyName'>[]>`select ${person}::uuid as person, given_name as "givenName", family_name as "familyName" from access.read_listed(${list}, ${person})`)[0];
}
/** The stays that a list counts days from, as `methods/homelessness` reads them. */
export async function listStays(scope: Scope, list: string, day: string): Promise<Stay[]> {
  return await scope.sql<Stay[]>`select person_id as person, agency_id as provider, kind, start_date as start, end_date as "end", evidence from access.list_stays(${list}, ${day})`;
}
/** The changes of a list as `methods/list` reads them. Whoever is closed to the actor stands there under a number that is good for this answer alone. */
export async function listEvents(scope: Scope, list: string): Promise<ListEvent[]> {
  const rows = await scope.sql<{ person: string; effective: string; recorded: Date; from: ListState | null; to: ListState; reason: string }[]>`
    select person_id as person, effective, recorded_at as recorded, from_state as "from", to_state as "to", reason from access.list_events(${list})`;
  return rows.map((row) => ({ ...row, recorded: row.recorded.toISOString() }));
}

export type Standing = { readonly list: string; readonly name: Bilingual; readonly consented: boolean; readonly whereabouts: Whereabouts; readonly lastActivity: string | null; readonly lastKind: string | null; readonly active: boolean; readonly inactiveAfter: number; readonly state: ListState | null; readonly since: string | null; readonly onList: boolean };
/** Each list with what decides whether a person is on it; nothing for whoever may not read her housing. */
export async function whyListed(scope: Scope, person: string): Promise<Standing[]> {
  return await scope.sql<Standing[]>`select list_id as list, name, consented, whereabouts, last_activity as "lastActivity", last_kind as "lastKind", active, inactive_after as "inactiveAfter", state, since, on_list as "onList" from access.why_listed(${person})`;
}

export type NewChange = { readonly id: string; readonly list: string; readonly person: string; readonly state: ListState; readonly reason: string; readonly effective: string; readonly note: string | null };
/** Changes a person's state; false where the list has no such transition or it is not the actor's to make. */
export async function changeList(scope: Scope, change: NewChange): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select access.change_list(${change.id}, ${change.list}, ${change.person}, ${change.state}, ${change.reason}, ${change.effective}, ${change.note}) as done`)[0]?.done ?? false;
}
/** Brings the states of every list up to date; gives how many changed. The worker's alone. */
export async function settleLists(scope: Scope): Promise<number> {
  return (await scope.sql<{ changed: number }[]>`select coalesce(sum(access.settle_list(l.id)), 0)::int as changed from access.list l`)[0]?.changed ?? 0;
}

/** People counted without a name, because they refuse consent, in a month (its first day). */
export async function countRefusals(scope: Scope, list: string, month: string): Promise<number> {
  return (await scope.sql<{ n: number }[]>`select count(*)::int as n from access.list_refusal where list_id = ${list} and from_month <= ${month} and (to_month is null or to_month >= ${month})`)[0]?.n ?? 0;
}
export async function insertRefusal(scope: Scope, row: { id: string; list: string; month: string }): Promise<void> {
  await scope.sql`insert into access.list_refusal (id, list_id, from_month, recorded_at) values (${row.id}, ${row.list}, ${row.month}, ${scope.now})`;
}
export type Snapshot = { readonly month: string; readonly measures: MonthMeasures; readonly refusals: number; readonly frozenAt: Date };
/** The months as they were first stated, oldest first. */
export async function listSnapshots(scope: Scope, list: string): Promise<Snapshot[]> {
  return await scope.sql<Snapshot[]>`select to_char(month, 'YYYY-MM') as month, measures, refusals, frozen_at as "frozenAt" from access.list_snapshot where list_id = ${list} order by month`;
}
/** States a month for the first time; nothing where it was stated before. The worker's alone. */
export async function insertSnapshot(scope: Scope, list: string, measures: MonthMeasures, refusals: number): Promise<void> {
  const { sql, now } = scope;
  await sql`insert into access.list_snapshot (list_id, month, measures, refusals, frozen_at) values (${list}, ${`${measures.month}-01`}, ${sql.json(measures)}, ${refusals}, ${now}) on conflict do nothing`;
}
export async function listAll(scope: Scope): Promise<List[]> {
  return await scope.sql<List[]>`select ${columns(scope.sql)} from access.list order by slug`;
}
export async function insertList(scope: Scope, row: Omit<List, 'id'> & { id: string }): Promise<void> {
  const { sql } = scope;
  await sql`insert into access.list (id, slug, name, agency_id, inactive_after, stale_after, qualifying, demonstration) values (${row.id}, ${row.slug}, ${sql.json(row.name)}, ${row.agency}, ${row.inactiveAfter}, ${row.staleAfter}, ${[...row.qualifying]}, ${row.demonstration})
    on conflict (slug) do update set name = excluded.name, inactive_after = excluded.inactive_after, stale_after = excluded.stale_after, qualifying = excluded.qualifying`;
}
