import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

export type Municipality = { readonly id: string; readonly name: Bilingual };

/** The community that this installation serves. */
export type Community = {
  readonly slug: string;
  readonly name: Bilingual;
  readonly place: Bilingual;
  readonly notServiceOf: Bilingual;
  readonly timeZone: string;
  readonly adopted: boolean;
  readonly referencePrefix: string;
  readonly municipalities: readonly Municipality[];
  readonly mail: { readonly sender: Bilingual; readonly onBehalfOf: Bilingual; readonly postalAddress: string; readonly contact: string };
  readonly privacy: { readonly authority: Bilingual; readonly purpose: Bilingual; readonly contact: string };
};

type Settings = Pick<Community, 'referencePrefix' | 'municipalities' | 'mail' | 'privacy'>;

/** The community; undefined before a content pack is loaded. */
export async function findCommunity(scope: Scope): Promise<Community | undefined> {
  const [row] = await scope.sql<(Omit<Community, keyof Settings> & { settings: Settings })[]>`
    select slug, name, place, not_service_of as "notServiceOf", time_zone as "timeZone", adopted, settings from plan.community where removed_at is null`;
  if (!row) return undefined;
  const { settings, ...community } = row;
  return { ...community, ...settings };
}
