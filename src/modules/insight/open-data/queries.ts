import type { Pack } from '#app/community-pack/schema.ts';
import { type Kept, keepRows } from '#app/platform/db/keep-rows.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

/** Under what everybody may use the data, and whom to ask about it. */
export type Terms = { readonly name: Bilingual; readonly url: string; readonly contact: string };

export async function findTerms(scope: Scope): Promise<Terms | undefined> {
  return (await scope.sql<Terms[]>`select name, url, contact from insight.open_data_terms where removed_at is null`)[0];
}
/** Loads the one licence of a content pack. */
export async function loadTerms(scope: Scope, { community }: Pick<Pack, 'community'>): Promise<Kept> {
  return await keepRows(scope, 'insight.open_data_terms', [{ slug: 'licence', name: community.licence.name, url: community.licence.url, contact: community.mail.contact }]);
}
