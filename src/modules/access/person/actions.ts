import { randomUUID } from 'node:crypto';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { WrittenSection } from '../sections.ts';
import { type Contact, type Identity, insertAlias, insertAssignment, insertContact, insertEntry, insertIdentity, insertPerson, listAssignments, updateContact, updateIdentity, updatePerson } from './queries.ts';
import { searchKey } from './search-key.ts';

/** A member of staff in her agency. */
export type Desk = { readonly account: string; readonly agency: string };
export type Named = { readonly identity: Identity; readonly language: 'en' | 'fr' };

/** Enters a person and assigns the one who enters; without identity the record is anonymous and help goes on all the same. Gives the new random id. */
export async function enterPerson(scope: Scope, desk: Desk, given: { identity?: Identity | undefined; language: 'en' | 'fr' }): Promise<string> {
  const id = randomUUID();
  await insertPerson(scope, { id, agency: desk.agency, anonymous: given.identity === undefined, language: given.language, account: desk.account, demonstration: false });
  await insertAssignment(scope, { id: newId(), person: id, account: desk.account, by: desk.account });
  if (given.identity) await insertIdentity(scope, id, desk.agency, given.identity, searchKey(given.identity.givenName, given.identity.familyName));
  return id;
}

/** Writes the identity, also of a person who was anonymous until now. */
export async function namePerson(scope: Scope, desk: Desk, person: string, { identity, language }: Named): Promise<void> {
  const key = searchKey(identity.givenName, identity.familyName);
  if (!(await updateIdentity(scope, person, identity, key))) await insertIdentity(scope, person, desk.agency, identity, key);
  await updatePerson(scope, person, { anonymous: false, language });
}

export async function addAlias(scope: Scope, desk: Desk, person: string, name: { given: string; family: string }): Promise<void> {
  await insertAlias(scope, { id: newId(), person, agency: desk.agency, ...name, key: searchKey(name.given, name.family) });
  await updatePerson(scope, person, {});
}

export async function recordContact(scope: Scope, desk: Desk, person: string, { contact, doNotContact }: { contact: Contact; doNotContact: boolean }): Promise<void> {
  if (!(await updateContact(scope, person, contact))) await insertContact(scope, person, desk.agency, contact);
  await updatePerson(scope, person, { doNotContact });
}

export async function writeEntry(scope: Scope, desk: Desk, person: string, section: WrittenSection, body: string): Promise<void> {
  await insertEntry(scope, { id: newId(), person, agency: desk.agency, section, body, account: desk.account });
}

/** Lets a colleague work with the person; of somebody who does already no second assignment is made, which would outlast the end of the first. */
export async function assignColleague(scope: Scope, desk: Desk, person: string, account: string): Promise<void> {
  if (!(await listAssignments(scope, person)).some((one) => one.account === account)) await insertAssignment(scope, { id: newId(), person, account, by: desk.account });
}
