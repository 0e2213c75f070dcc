import type { IdentityClaim } from '#app/methods/homelessness/outcomes.ts';
import type { Group } from '#app/methods/list/reconciliation.ts';
import type { Stay } from '#app/methods/homelessness/stay.ts';
import type { Narrowed } from '#app/methods/list/released-months.ts';
import type { Scope } from '#app/platform/db/scope.ts';

/** The people of a list and of the own agency on a day, in groups by all that could explain a difference; the function writes the audit line. */
export async function listGroups(scope: Scope, list: string, day: string): Promise<Group[]> {
  return await scope.sql<Group[]>`select listed, listed_now as "listedNow", consented, stands, whereabouts, heard, nights, people
    from access.reconcile_list(${list}, ${day}, (${day}::date + 1)::timestamp at time zone ${scope.timeZone})`;
}

export type Traits = { readonly person: string; readonly age: number | null; readonly family: boolean; readonly claim: IdentityClaim | null };
/** What sub-populations are made of, for people who agreed to the list; the function writes the audit line. */
export async function listTraits(scope: Scope, list: string, day: string): Promise<Traits[]> {
  return await scope.sql<Traits[]>`select person_id as person, age, family, claim from access.list_traits(${list}, ${day})`;
}

/** The stays that the protected counts are made from; for the worker alone. */
export async function listReleaseStays(scope: Scope, list: string, day: string): Promise<Stay[]> {
  return await scope.sql<Stay[]>`select person_id as person, kind, start_date as start, end_date as "end" from access.release_stays(${list}, ${day})`;
}
export type ReleasedMonth = { readonly month: string; readonly list: string; readonly measure: string; readonly published: string };
/** The protected counts of all lists, newest month first. */
export async function listReleasedMonths(scope: Scope): Promise<ReleasedMonth[]> {
  return await scope.sql<ReleasedMonth[]>`select to_char(month, 'YYYY-MM') as month, step as list, measure, published from access.release_count where subject = 'list' order by step, month desc`;
}
export type BlockedMonth = { readonly month: string; readonly list: string; readonly cells: readonly Narrowed[] };
/** The months that were not released, newest first. */
export async function listBlockedMonths(scope: Scope): Promise<BlockedMonth[]> {
  return await scope.sql<BlockedMonth[]>`select to_char(b.month, 'YYYY-MM') as month, l.slug as list, b.cells from access.list_block b join access.list l on l.id = b.list_id order by b.month desc, l.slug`;
}
export async function insertBlock(scope: Scope, list: string, month: string, cells: readonly Narrowed[]): Promise<void> {
  const { sql, now } = scope;
  await sql`insert into access.list_block (list_id, month, cells, blocked_at) values (${list}, ${`${month}-01`}, ${sql.json(cells as never)}, ${now}) on conflict do nothing`;
}
