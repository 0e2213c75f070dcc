import type { Pack } from '#app/community-pack/schema.ts';
import { type Kept, keepRows } from '#app/platform/db/keep-rows.ts';
import type { Scope } from '#app/platform/db/scope.ts';

/** Loads the clearance codes of a pack, with their sources written out. A list that ends keeps its rows: earlier sessions were coded by it. */
export async function loadReview(scope: Scope, { review, sources }: Pick<Pack, 'review' | 'sources'>): Promise<Kept> {
  return await keepRows(scope, 'review.clearance_code', review.codes.map((one) => ({
    slug: `${one.code}/${one.from}`, code: one.code, from_date: one.from, to_date: one.to ?? null, unfounded: one.unfounded, position: one.order, label: one.label,
    sources: one.sources.flatMap((id) => (sources[id] ? [{ title: sources[id].title, url: sources[id].url }] : [])),
  })));
}
