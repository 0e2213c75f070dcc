import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

export type Source = { readonly title: string; readonly url: string };
type Dated = { readonly from: string; readonly until: string | null };
/** A rule of support as the community keeps it: dates as text, money in whole cents. */
export type SchemeRow = {
  readonly slug: string; readonly name: Bilingual; readonly from: string; readonly endsAtAge: number; readonly amounts: readonly (Dated & { readonly age: number; readonly kind: 'monthly' | 'study'; readonly cents: number })[];
  readonly work: readonly (Dated & { readonly hours: number })[]; readonly advice: readonly Bilingual[]; readonly sources: readonly Source[];
};
/** The rule that holds today, the youngest where there are several; undefined where none does. */
export async function findScheme(scope: Scope): Promise<SchemeRow | undefined> {
  return (await scope.sql<SchemeRow[]>`select slug, name, from_date as "from", ends_at_age as "endsAtAge", amounts, work, advice, sources from funding.support_scheme
    where removed_at is null and from_date <= ${scope.today} and (until_date is null or until_date >= ${scope.today}) order by from_date desc, slug limit 1`)[0];
}

export type ReadinessItem = { readonly slug: string; readonly text: Bilingual; readonly confirmed: boolean; readonly sources: readonly Source[] };
/** The basics that should be there before 18. */
export async function listReadiness(scope: Scope): Promise<ReadinessItem[]> {
  return await scope.sql<ReadinessItem[]>`select slug, text, confirmed, sources from funding.readiness_item where removed_at is null order by position, slug`;
}
