import type { DecisionInputs } from '#app/methods/priority/decision.ts';
import { compareGroups, type GroupFares, type PastPerson, replay } from '#app/methods/priority/replay.ts';
import type { Facts } from '#app/methods/priority/rule.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { addDays } from '#app/ui/format.ts';
import { type Priority, ruleSetOf } from './queries.ts';

type Past = { readonly token: string; readonly person: string; readonly closed: boolean; readonly givenName: string | null; readonly familyName: string | null; readonly declined: boolean; readonly accepted: boolean };
/** A vacancy of the past with what was decided on and who stood behind the tokens. */
export type PastDecision = { readonly id: string; readonly name: string; readonly day: string; readonly inputs: DecisionInputs; readonly people: readonly Past[] };
/** As much of it as a comparison needs. */
export type Replayable = Omit<PastDecision, 'name' | 'people'> & { readonly people: readonly Pick<Past, 'token' | 'person' | 'closed' | 'declined'>[] };
/** The decisions of a list between two days (both included), for those who keep it; the function writes the audit line. */
export async function readReplay(scope: Scope, list: string, from: string, to: string): Promise<PastDecision[]> {
  return (await scope.sql<{ past: PastDecision[] | null }[]>`select access.read_replay(${list}, ${from}, ${to}, ${scope.timeZone}) as past`)[0]?.past ?? [];
}

/**
 * Everybody, and the groups whose fare is compared: by facts of the day of each decision. Nobody is counted into a group by a fact that is not known, nor
 * whoever is closed to the reader: exact numbers beside the names that she sees would tell what is closed.
 */
const groupsOf = (facts: Facts, closed: boolean): string[] => ['all', ...(closed ? [] : comparedGroups.filter((field) => facts[field] === true))];
export const comparedGroups = ['chronic', 'youth', 'veteran', 'indigenous'] as const;

/** Smaller groups are not shown, and no number from which a smaller part of a group could be worked out. */
export const fewestInGroup = 6;
export type Fare = GroupFares & { readonly shown: boolean };
export type ReplayLine = { readonly id: string; readonly name: string; readonly day: string; readonly first: Past | undefined; readonly second: Past | undefined; readonly really: Past | undefined };
export type Replayed = { readonly lines: readonly ReplayLine[]; readonly differ: number; readonly fares: readonly Fare[] };

/** The people of past decisions with their groups, and who is offered what under each of two versions. */
export function runBoth(past: readonly Replayable[], first: Priority, second: Priority) {
  const people = peopleOf(past);
  const vacancies = past.map(({ id, day, inputs }) => ({ id, day, requirements: inputs.vacancy.requirements, draw: inputs.draw }));
  return { people, one: replay(vacancies, people, ruleSetOf(first)), other: replay(vacancies, people, ruleSetOf(second)) };
}

/** Runs past vacancies under two versions of the rules, with the facts that were known on the day of each. */
export function replayUnder(past: readonly PastDecision[], first: Priority, second: Priority): Replayed {
  const { people, one, other } = runBoth(past, first, second);
  const lines = past.map(({ id, name, day, people: behind }) => ({
    id, name, day, first: behind.find(({ person }) => person === one.offered.get(id)), second: behind.find(({ person }) => person === other.offered.get(id)), really: behind.find(({ accepted }) => accepted),
  }));
  const fares = compareGroups(people, one, other);
  const everybody = fares.find(({ group }) => group === 'all')?.people ?? 0;
  return {
    lines, differ: lines.filter((line) => line.first?.person !== line.second?.person).length,
    fares: fares.map((fare) => ({ ...fare, shown: fare.people >= fewestInGroup && (fare.group === 'all' || everybody - fare.people === 0 || everybody - fare.people >= fewestInGroup) })),
  };
}

/** One stretch of a day for each person and day: who was on the list then, with the facts of that day. Groups are those she was in on any day. */
function peopleOf(past: readonly Replayable[]): PastPerson[] {
  const found = new Map<string, { person: string; closed: boolean; day: string; facts: Facts; declines: string[] }>();
  for (const { id, day, inputs, people } of past) {
    const facts = new Map(inputs.people.map((one) => [one.person, one.facts]));
    for (const { token, person, closed, declined } of people) {
      const key = `${day} ${person}`;
      const known = found.get(key) ?? { person, closed, day, facts: {}, declines: [] };
      found.set(key, { ...known, facts: facts.get(token) ?? known.facts, declines: declined ? [...known.declines, id] : known.declines });
    }
  }
  const groups = new Map<string, Set<string>>();
  for (const { person, closed, facts } of found.values()) groups.set(person, new Set([...(groups.get(person) ?? []), ...groupsOf(facts, closed)]));
  return [...found.values()].map(({ person, day, facts, declines }) => ({ person, from: day, to: addDays(day, 1), groups: [...(groups.get(person) ?? [])], facts: [{ from: day, facts }], declines }));
}
