import type { Pack } from '#app/community-pack/schema.ts';
import { type Kept, keepRows, sumKept } from '#app/platform/db/keep-rows.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { readableSlug } from '#app/ui/readable-slug.ts';

/** Loads what the fund gave in earlier years from a content pack, each with its source. */
export async function loadGrants(scope: Scope, { grants }: Pack): Promise<Kept> {
  const seen = new Map<string, number>();
  const slugOf = (name: string) => {
    const n = (seen.get(name) ?? 0) + 1;
    seen.set(name, n);
    return n === 1 ? name : `${name}-${n}`;
  };
  return sumKept([
    await keepRows(scope, 'funding.fund_year', grants.years.map((one) => ({ slug: String(one.year), fund_year: one.year, amount: one.amount, approximate: one.approximate, note: one.note, known_from: one.knownFrom, sources: one.sources }))),
    await keepRows(scope, 'funding.past_grant', grants.grants.map((one) => ({
      slug: slugOf(`${one.year}-${readableSlug(one.recipient)}`), fund_year: one.year, recipient: one.recipient, purpose: one.purpose ?? null, amount: one.amount ?? null, years: one.years,
      awarded_on: one.awarded, approximate: one.approximate, known_from: one.knownFrom, sources: one.sources,
    }))),
  ]);
}
