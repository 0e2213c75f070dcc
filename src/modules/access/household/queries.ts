import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';

export const relations = ['head', 'partner', 'child', 'parent', 'other'] as const;
export type Relation = (typeof relations)[number];
export type Member = {
  readonly household: string; readonly member: string; readonly person: string; readonly relation: Relation; readonly from: string; readonly to: string | null;
  readonly givenName: string | null; readonly familyName: string | null; readonly birthDate: string | null; readonly writes: boolean;
};

/** With whom a person lives or lived, head first, of those whom the reader may know; the function writes the audit line. Nothing where her housing is closed. */
export async function readHousehold(scope: Scope, person: string): Promise<Member[]> {
  return await scope.sql<Member[]>`select household, member, person, relation, from_date as "from", to_date as "to", given_name as "givenName", family_name as "familyName", birth_date as "birthDate", writes
    from access.read_household(${person})`;
}
export type Joined = 'done' | 'member' | 'head' | 'day' | 'refused';
/** Puts a person into a household, which begins with its first member. */
export async function joinHousehold(scope: Scope, row: { household: string; person: string; relation: Relation; from: string }): Promise<Joined> {
  return (await scope.sql<{ answer: Joined }[]>`select access.join_household(${newId()}, ${row.household}, ${row.person}, ${row.relation}, ${row.from}) as answer`)[0]?.answer ?? 'refused';
}
/** Ends a membership on a day; false where it is hidden, ended before, or the day is none of it. */
export async function leaveHousehold(scope: Scope, member: string, day: string): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select access.leave_household(${member}, ${day}) as done`)[0]?.done ?? false;
}
export type ListedMember = { readonly person: string; readonly household: string; readonly relation: Relation };
/** Who of a list lives together, for those who keep it. */
export async function listHouseholds(scope: Scope, list: string, day: string): Promise<ListedMember[]> {
  return await scope.sql<ListedMember[]>`select person_id as person, household_id as household, relation from access.list_households(${list}, ${day})`;
}
