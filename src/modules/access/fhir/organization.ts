import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { readOrganizations } from '../directory/read.ts';
import type { Json } from './outcome.ts';

/** An organisation, which is a public fact, by its id: one of this installation, or one that stands in the directory alone. */
export async function organization(scope: Scope, id: string): Promise<Json | undefined> {
  const [agency] = await scope.sql<{ name: Bilingual }[]>`select name from identity.agency where id = ${id}`;
  const name = agency?.name ?? (await readOrganizations(scope, [id]))[0]?.row.name;
  return name ? { resourceType: 'Organization', id, active: true, name: name.en, ...(name.fr === '' ? {} : { alias: [name.fr] }) } : undefined;
}

/** The reference to whoever answers for a service: an agency of this installation where it is one. */
export const organizationOf = (agency: string | null, organization: string): string => `Organization/${agency ?? organization}`;
