import { isId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Answer } from '#app/platform/http/answer.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { readOrganizations } from '../directory/read.ts';
import { absent, resource } from './outcome.ts';

/** An organisation, which is a public fact, by its id: one of this installation, or one that stands in the directory alone. */
export async function organization(scope: Scope, id: string): Promise<Answer> {
  if (!isId(id)) return absent;
  const [agency] = await scope.sql<{ name: Bilingual }[]>`select name from identity.agency where id = ${id}`;
  const name = agency?.name ?? (await readOrganizations(scope, [id]))[0]?.row.name;
  return name ? resource({ resourceType: 'Organization', id, active: true, name: name.en, ...(name.fr === '' ? {} : { alias: [name.fr] }) }) : absent;
}

/** The reference to whoever answers for a service: an agency of this installation where it is one. */
export const organizationOf = (agency: string | null, organization: string): string => `Organization/${agency ?? organization}`;
