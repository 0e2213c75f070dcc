import { randomUUID } from 'node:crypto';
import { addMonths, promise } from '#app/modules/commitment/index.ts';
import type { Pack } from '#app/community-pack/schema.ts';
import type { DemoIds } from '#app/modules/identity/index.ts';
import { newId } from '#app/platform/db/id.ts';
import { actWithin, type Scope } from '#app/platform/db/scope.ts';
import { formVersion } from '../consent/actions.ts';
import { insertConsent, insertInstruction } from '../consent/queries.ts';
import { suggestPairs } from '../duplicate/jobs.ts';
import { glassWords } from '../glass/words.ts';
import { accessPaths } from '../paths.ts';
import { insertAlias, insertAssignment, insertContact, insertEntry, insertIdentity, insertPerson } from '../person/queries.ts';
import { searchKey } from '../person/search-key.ts';
import { insertPastGlass } from './queries.ts';
import { daysBefore, named } from './stage.ts';

type DemoPerson = Pack['demo']['people'][number];

/**
 * Enters the made-up people who are helped, with all that hangs on them, each on the day since which she is known, and compares their records as the
 * nightly job does. Gives their ids by those of the pack. Only the first start of a demonstration calls it; elsewhere the database refuses.
 */
export async function enterDemoPeople(scope: Scope, people: readonly DemoPerson[], ids: DemoIds): Promise<Map<string, string>> {
  const [account, made] = [named(ids.accounts), new Map<string, string>()];
  for (const one of people) {
    const person = randomUUID();
    made.set(one.id, person);
    await actWithin(scope, { as: 'worker', purpose: 'first start' }, daysBefore(scope, one.since), async (past) => await enterPerson(past, one, person, ids));
    for (const glass of one.glass) await enterGlass(scope, person, { ...glass, by: account(glass.by) });
  }
  await suggestPairs(scope);
  return made;
}

async function enterPerson(scope: Scope, one: DemoPerson, person: string, ids: DemoIds): Promise<void> {
  const [agency, account] = [named(ids.agencies), named(ids.accounts)];
  const [held, first] = [agency(one.agency), account(one.assigned[0] ?? '')];
  await insertPerson(scope, { id: person, agency: held, anonymous: one.family === undefined, language: one.language, account: first, demonstration: true });
  for (const worker of one.assigned) await insertAssignment(scope, { id: newId(), person, account: account(worker), by: null });
  await enterNames(scope, one, person, held);
  for (const section of ['housing', 'health', 'note'] as const)
    for (const entry of one[section === 'note' ? 'notes' : section]) await insertEntry(scope, { id: newId(), person, agency: held, section, body: entry.text, account: account(entry.by) });
  for (const { to, months, ...given } of one.consents)
    await insertConsent(scope, { ...given, id: newId(), person, account: first, formVersion, givenBy: 'self', relation: null, authority: null, toAgencies: to.map(agency), language: one.language, interpreter: one.interpreter,
      conditions: null, startsOn: scope.today, expiresOn: addMonths(scope.today, months) });
  for (const { what, said, ...from } of one.instructions)
    await insertInstruction(scope, { id: newId(), person, by: first, category: what ?? null, agency: from.agency ? agency(from.agency) : null, account: from.account ? account(from.account) : null, hideMark: false, inWords: said });
}

async function enterNames(scope: Scope, one: DemoPerson, person: string, agency: string): Promise<void> {
  const { given, family, contact } = one;
  if (given !== undefined && family !== undefined)
    await insertIdentity(scope, person, agency, { givenName: given, familyName: family, birthDate: one.birth ?? null, birthEstimated: one.estimated, gender: one.gender ?? null, municipality: one.municipality ?? null,
      languages: one.languages, interpreter: one.interpreter }, searchKey(given, family));
  for (const alias of one.aliases) await insertAlias(scope, { id: newId(), person, agency, ...alias, key: searchKey(alias.given, alias.family) });
  if (contact)
    await insertContact(scope, person, agency, { phone: contact.phone ?? null, email: contact.email ?? null, address: null, postcode: contact.postcode ?? null, safeToLeaveMessage: contact.message, preference: contact.preference });
}

async function enterGlass(scope: Scope, person: string, { by, ground, reason, hoursAgo }: DemoPerson['glass'][number]): Promise<void> {
  const id = newId();
  await insertPastGlass(scope, { id, person, account: by, ground, reason, openedAt: new Date(scope.now.getTime() - hoursAgo * 3_600_000) });
  await promise(scope, { kind: 'glass-review', subject: { kind: 'break-glass', id }, what: { en: glassWords.en.owed, fr: glassWords.fr.owed }, owedTo: { en: glassWords.en.owedTo, fr: glassWords.fr.owedTo },
    owedBy: { role: 'privacy-officer' }, due: { unit: 'working-days', count: 2 }, path: accessPaths.glass });
}
