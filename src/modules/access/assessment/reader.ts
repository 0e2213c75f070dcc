import { isId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Visit } from '#app/platform/http/route.ts';
import { explain, mayWrite } from '../consent/rules.ts';
import { listDecided } from '../instrument/queries.ts';
import { isOffered } from '../instrument/rules.ts';
import { listShelf, type Version } from '../instrument/shelf.ts';
import { personIn } from '../person/desk.ts';
import { nameOf } from '../person/list-page.tsx';
import { findIdentity, findPerson, listFacts } from '../person/queries.ts';
import type { Section } from '../sections.ts';

/** Sections that the forms of the program belong to. */
export const formSections: readonly Section[] = [...new Set(listShelf().map((version) => version.section))];

/** What the reader may do with the forms of a person. */
export type Reader = { readonly id: string; readonly reads: boolean; readonly withheld: boolean; readonly writes: readonly Section[] };

/** Undefined where no form of the person exists for whoever asks: hidden and absent are one. */
export async function readerOf(visit: Visit): Promise<Reader | undefined> {
  const id = personIn(visit);
  return id ? await readerFor(visit, id) : undefined;
}

/** The same for a person who is not named in the address. */
export async function readerFor(scope: Scope, id: string): Promise<Reader | undefined> {
  const facts = await listFacts(scope, id, formSections);
  if (facts.length === 0) return undefined;
  const outcomes = facts.map((one) => explain(one.facts).outcome);
  return { id, reads: outcomes.includes('permit'), withheld: outcomes.includes('mask'), writes: facts.filter((one) => mayWrite(one.facts)).map((one) => one.section) };
}

/** The instruments that the reader may fill in for the person. */
export async function listOffered(visit: Visit, reader: Reader): Promise<readonly Version[]> {
  if (reader.writes.length === 0) return [];
  const decided = await listDecided(visit);
  return listShelf().filter((version) => reader.writes.includes(version.section) && isOffered(version, decided));
}

/** The person's name as the reader may see it. */
export async function nameIn(visit: Visit, id: string): Promise<string> {
  const [person, identity] = [await findPerson(visit, id), await findIdentity(visit, id)];
  return nameOf({ id, anonymous: person?.anonymous ?? false, givenName: identity?.givenName ?? null, familyName: identity?.familyName ?? null }, visit.language);
}

export const idIn = (visit: Visit, name: string): string | undefined => (isId(visit.params[name]) ? visit.params[name] : undefined);
