import { isId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Answer } from '#app/platform/http/answer.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { absent, resource } from './outcome.ts';

/** An organisation, which is a public fact, by its id. */
export async function organization(scope: Scope, id: string): Promise<Answer> {
  const [found] = isId(id) ? await scope.sql<{ name: Bilingual }[]>`select name from identity.agency where id = ${id}` : [];
  return found ? resource({ resourceType: 'Organization', id, active: true, name: found.name.en, alias: [found.name.fr] }) : absent;
}
