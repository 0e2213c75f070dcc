import type { IdentityClaim } from '#app/methods/homelessness/outcomes.ts';
import type { Group } from '#app/methods/list/reconciliation.ts';
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
