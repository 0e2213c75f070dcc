import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { activityKinds } from '../stay/queries.ts';
import { insertList } from './queries.ts';

/** Kinds of news that can keep somebody active on a list. */
export const newsKinds: readonly string[] = ['shelter', 'stay', ...activityKinds];

/** Opens a list, or changes its name and rules by its slug; false where there is no such agency. The worker's alone. */
export async function keepList(scope: Scope, given: { slug: string; agency: string; name: Bilingual; inactiveAfter: number; staleAfter: number; qualifying: readonly string[] }): Promise<boolean> {
  const [agency] = await scope.sql<{ id: string; demonstration: boolean }[]>`select id, demonstration from identity.agency where slug = ${given.agency}`;
  if (!agency) return false;
  await insertList(scope, { ...given, id: newId(), agency: agency.id, demonstration: agency.demonstration });
  return true;
}
