import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { type Desk, enterPerson, writeEntry } from '../person/actions.ts';
import type { Identity } from '../person/queries.ts';
import { insertStay } from '../stay/queries.ts';
import type { Stayed } from './input.ts';
import { joinHousehold, type Relation } from './queries.ts';

/** A line of the form: somebody known, or somebody to be entered. */
export type Settled = { readonly relation: Relation; readonly identity: Identity; readonly known: string | undefined };

/**
 * Enters a household: people who are not known yet, the household of all of them, the same stay for each, and what they need in the record of the first.
 * Gives the id of the first. Throws where somebody cannot be joined: what was checked before has changed, and nothing must stay half entered.
 */
export async function enterHousehold(scope: Scope, desk: Desk, given: { lines: readonly Settled[]; language: 'en' | 'fr'; stay: Stayed | undefined; needs: string }): Promise<string> {
  const household = newId();
  const people: string[] = [];
  for (const { relation, identity, known } of given.lines) {
    const person = known ?? (await enterPerson(scope, desk, { identity, language: given.language }));
    const joined = await joinHousehold(scope, { household, person, relation, from: given.stay?.start ?? scope.today });
    if (joined !== 'done') throw new Error(`a person could not be joined: ${joined}`);
    people.push(person);
  }
  const [first] = people;
  if (!first) throw new Error('a household needs a person');
  if (given.stay) await stayTogether(scope, desk, people, given.stay);
  if (given.needs !== '') await writeEntry(scope, desk, first, 'housing', given.needs);
  return first;
}

/** Writes the same stay for each of these people. */
export async function stayTogether(scope: Scope, desk: Desk, people: readonly string[], stay: Stayed): Promise<void> {
  for (const person of people) await insertStay(scope, { ...stay, id: newId(), person, agency: desk.agency, account: desk.account });
}
