import type { Pack } from '#app/community-pack/schema.ts';
import { type Kept, keepRows, sumKept } from '#app/platform/db/keep-rows.ts';
import type { Scope } from '#app/platform/db/scope.ts';

/** Loads the clearance codes and the centres of a pack, with their sources written out. A list that ends keeps its rows: earlier sessions were coded by it. */
export async function loadReview(scope: Scope, { review, sources }: Pick<Pack, 'review' | 'sources'>): Promise<Kept> {
  const sourced = (ids: readonly string[]) => ids.flatMap((id) => (sources[id] ? [{ title: sources[id].title, url: sources[id].url }] : []));
  const centres = await keepRows(scope, 'review.centre', review.centres.map((one, at) => ({
    slug: one.id, name: one.name, phone: one.phone ?? null, address: one.address ?? null, position: at, sources: sourced(one.sources),
  })));
  const codes = await keepRows(scope, 'review.clearance_code', review.codes.map((one) => ({
    slug: `${one.code}/${one.from}`, code: one.code, from_date: one.from, to_date: one.to ?? null, unfounded: one.unfounded, position: one.order, label: one.label,
    sources: sourced(one.sources),
  })));
  return sumKept([centres, codes]);
}
