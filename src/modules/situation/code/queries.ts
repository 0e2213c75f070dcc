import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

export const codeLists = ['risk', 'protective', 'flag', 'affected', 'service', 'reject', 'close'] as const;
export type CodeList = (typeof codeLists)[number];
export type Code = { readonly slug: string; readonly list: CodeList; readonly category: string; readonly categoryName: Bilingual; readonly name: Bilingual; readonly criminal: boolean; readonly confirmed: boolean; readonly removed: boolean };

/** Every code in the order of its list, with those that were withdrawn: an older discussion may bear one. */
export async function listCodes(scope: Scope): Promise<Code[]> {
  return await scope.sql<Code[]>`select slug, list, category, category_name as "categoryName", name, criminal, confirmed, removed_at is not null as removed from situation.code order by position, slug`;
}

/** The codes of one list that can be chosen, by category in their order. */
export function byCategory(codes: readonly Code[], list: CodeList): readonly (readonly [Bilingual, readonly Code[]])[] {
  const own = codes.filter((code) => code.list === list && !code.removed);
  return [...Map.groupBy(own, ({ category }) => category).values()].flatMap((group) => (group[0] ? [[group[0].categoryName, group] as const] : []));
}
