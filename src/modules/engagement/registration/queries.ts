import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Language } from '#app/platform/language/language.ts';
import type { Need, RegistrationGiven, RegistrationState } from './rules.ts';

/** A registration as its owner sees it, who shows its key. */
export type OwnRegistration = {
  readonly id: string; readonly eventId: string; readonly state: RegistrationState; readonly people: number; readonly language: Language; readonly spoken: string;
  readonly name: string; readonly email: string; readonly needs: readonly Need[];
  /** Whether a mail with the link goes or went to this address. */
  readonly mailed: boolean;
};
export type Registered = { readonly id: string; readonly state: RegistrationState; readonly key: string; /** The same form had been sent before. */ readonly again: boolean; readonly promoted: readonly string[] };
export type Changed = { readonly outcome: 'changed'; readonly id: string; readonly promoted: readonly string[] } | { readonly outcome: 'full'; readonly left: number } | { readonly outcome: 'closed' };

/** Registers under a lock on the meeting; undefined where it takes no registrations. The same seed twice is one registration. */
export async function register(scope: Scope, meeting: string, seed: string, given: RegistrationGiven): Promise<Registered | undefined> {
  const { sql } = scope;
  const [row] = await sql<{ done: Registered | null }[]>`select engagement.register(${meeting}, ${newId()}, ${seed}, ${sql.json({ ...given })}) as done`;
  return row?.done ?? undefined;
}
/** The registration whose key was shown. */
export async function findOwnRegistration(scope: Scope): Promise<OwnRegistration | undefined> {
  return (await scope.sql<{ own: OwnRegistration | null }[]>`select engagement.own_registration() as own`)[0]?.own ?? undefined;
}
export async function changeOwnRegistration(scope: Scope, given: RegistrationGiven): Promise<Changed> {
  const { sql } = scope;
  return (await sql<{ done: Changed }[]>`select engagement.change_registration(${sql.json({ ...given })}) as done`)[0]?.done ?? { outcome: 'closed' };
}
/** Gives the places back and erases who it was and what was written to her; undefined where it is too late. */
export async function cancelOwnRegistration(scope: Scope): Promise<{ id: string; promoted: readonly string[] } | undefined> {
  return (await scope.sql<{ done: { id: string; promoted: string[] } | null }[]>`select engagement.cancel_registration() as done`)[0]?.done ?? undefined;
}
/** Gives places that a change of the meeting made free; says which registrations got one. */
export async function settleEvent(scope: Scope, meeting: string): Promise<readonly string[]> {
  return (await scope.sql<{ given: string[] }[]>`select engagement.settle_event(${meeting}) as given`)[0]?.given ?? [];
}
/** Places that are left, null where there is no limit. */
export async function placesLeft(scope: Scope, meeting: string): Promise<number | null> {
  return (await scope.sql<{ left: number | null }[]>`select engagement.places_left(${meeting}) as left`)[0]?.left ?? null;
}

export type Counts = { readonly state: RegistrationState; readonly registrations: number; readonly people: number };
export async function countRegistrations(scope: Scope, meeting: string): Promise<Counts[]> {
  return await scope.sql<Counts[]>`select state, count(*)::integer as registrations, sum(people)::integer as people from engagement.registration where event_id = ${meeting} group by state order by state`;
}
export type NeedTotal = { readonly need: string; readonly amount: number; readonly notes: readonly string[] };
/** What those who have a place need, in totals, without a name. */
export async function listNeeds(scope: Scope, meeting: string): Promise<NeedTotal[]> {
  return await scope.sql<NeedTotal[]>`select need, amount::integer as amount, notes from engagement.event_needs(${meeting}) order by need`;
}
export type AtDoor = { readonly name: string | null; readonly people: number; readonly state: RegistrationState };
/** Names for the door, with an audit row; empty for whoever may not. */
export async function readDoorList(scope: Scope, meeting: string): Promise<AtDoor[]> {
  return await scope.sql<AtDoor[]>`select name, people, state from engagement.read_door_list(${meeting})`;
}
