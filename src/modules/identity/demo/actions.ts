import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { hashPassword } from '../password/hash.ts';
import { demoPassword } from './password.ts';
import { insertDemoAccount, insertDemoAgency } from './queries.ts';

export type DemoPerson = { readonly id: string; readonly name: string; readonly email: string; readonly role: string; readonly agency: string; readonly body?: string | undefined };
export type DemoAgency = { readonly id: string; readonly kind: string; readonly name: Bilingual };

export type DemoIds = { readonly accounts: ReadonlyMap<string, string>; readonly agencies: ReadonlyMap<string, string> };

/** Makes the invented agencies and people of a demonstration; gives the ids of accounts and agencies by those of the pack. Only the first start of a demonstration calls it. */
export async function createDemoAccounts(scope: Scope, agencies: readonly DemoAgency[], people: readonly DemoPerson[]): Promise<DemoIds> {
  const ids = new Map<string, string>();
  for (const agency of agencies) {
    const id = newId();
    ids.set(agency.id, id);
    await insertDemoAgency(scope, { id, slug: agency.id, kind: agency.kind, name: agency.name });
  }
  const hash = await hashPassword(demoPassword);
  const accounts = new Map(people.map((person) => [person.id, newId()]));
  for (const person of people) await insertDemoAccount(scope, { ...person, id: accounts.get(person.id) ?? newId(), membership: newId(), agencyId: ids.get(person.agency) ?? null, hash });
  return { accounts, agencies: ids };
}
