import type { Pack } from '#app/community-pack/schema.ts';
import { type Kept, keepRows, sumKept } from '#app/platform/db/keep-rows.ts';
import type { Scope } from '#app/platform/db/scope.ts';

/** Loads what the agencies of a community agreed on for plans of care: pathways, ages and amounts, each with the day from which it holds. */
export async function loadCare(scope: Scope, { care: { pathways, ages, amounts }, sources }: Pack): Promise<Kept> {
  const sourced = (ids: readonly string[]) => ids.flatMap((id) => (sources[id] ? [{ title: `${sources[id].title}, ${sources[id].publisher}`, url: sources[id].url }] : []));
  return sumKept([
    await keepRows(scope, 'access.care_pathway', pathways.map((one) => ({ slug: `${one.id}/${one.from}`, name: one.name, steps: one.steps, note: one.note ?? null, from_date: one.from, confirmed: one.confirmed, sources: sourced(one.sources) }))),
    await keepRows(scope, 'access.care_age', ages.map((one) => ({
      slug: `${one.id}/${one.from}`, audience: one.audience, age: one.age, due: one.due, text: one.text, from_date: one.from, until_date: one.until ?? null, confirmed: one.confirmed, sources: sourced(one.sources),
    }))),
    await keepRows(scope, 'access.care_amount', amounts.map((one) => ({
      slug: `${one.kind}-${one.age}/${one.from}`, age: one.age, kind: one.kind, dollars: one.dollars, from_date: one.from, until_date: one.until ?? null, sources: sourced(one.sources),
    }))),
  ]);
}
