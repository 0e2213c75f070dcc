import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { type Cents, centsOf } from '../money.ts';

/** What was given in earlier years as a source tells it; an amount that no source gives is undefined. */
export type PastGrant = {
  readonly slug: string; readonly fundYear: number; readonly recipient: string; readonly purpose: Bilingual | null; readonly amount: Cents | undefined; readonly years: number;
  readonly awardedOn: string; readonly approximate: boolean; readonly sources: readonly string[];
};
export type FundYear = { readonly slug: string; readonly fundYear: number; readonly amount: Cents; readonly approximate: boolean; readonly note: Bilingual; readonly sources: readonly string[] };

export async function listPastGrants(scope: Scope): Promise<PastGrant[]> {
  const rows = await scope.sql<(Omit<PastGrant, 'amount'> & { amount: string | null })[]>`select slug, fund_year as "fundYear", recipient, purpose, amount::text, years, awarded_on as "awardedOn", approximate, sources
    from funding.past_grant where removed_at is null order by fund_year desc, amount desc nulls last, recipient`;
  return rows.map((row) => ({ ...row, amount: row.amount === null ? undefined : centsOf(row.amount) }));
}

export async function listFundYears(scope: Scope): Promise<FundYear[]> {
  const rows = await scope.sql<(Omit<FundYear, 'amount'> & { amount: string })[]>`select slug, fund_year as "fundYear", amount::text, approximate, note, sources from funding.fund_year where removed_at is null order by fund_year desc`;
  return rows.map((row) => ({ ...row, amount: centsOf(row.amount) }));
}

/** The category under which each grant was applied for, by the grant; one from the reserve has none. */
export async function listAwardCategories(scope: Scope): Promise<ReadonlyMap<string, string>> {
  const rows = await scope.sql<{ award: string; category: string }[]>`select award_id as award, category_id as category from funding.award_categories()`;
  return new Map(rows.map((row) => [row.award, row.category]));
}
/** How many applications were sent to each call that has closed, by the call. */
export async function listSentCounts(scope: Scope): Promise<ReadonlyMap<string, number>> {
  const rows = await scope.sql<{ call: string; sent: number }[]>`select call_id as call, sent from funding.sent_counts()`;
  return new Map(rows.map((row) => [row.call, row.sent]));
}
