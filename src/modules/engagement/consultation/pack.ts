import type { Pack } from '#app/community-pack/schema.ts';
import { type Kept, keepRows, sumKept } from '#app/platform/db/keep-rows.ts';
import type { Scope } from '#app/platform/db/scope.ts';

/** Loads the consultations of a content pack, the counts that were taken by hand, and the census that they are held against. */
export async function loadVoice(scope: Scope, { consultations, census }: Pack): Promise<Kept> {
  return sumKept([
    await keepRows(scope, 'engagement.consultation', consultations.map((one) => ({
      slug: one.id, name: one.name, question: one.question, from_date: one.from, until_date: one.until, approximate: one.approximate, facts: one.facts, demonstration: one.demonstration,
      sources: one.sources, known_from: one.knownFrom,
    }))),
    await keepRows(scope, 'engagement.heard_count', consultations.flatMap((one) => one.heard.map((count) => ({
      slug: `${one.id}/${count.id}`, consultation_slug: one.id, channel: count.channel, people: count.people, one_each: count.oneEach, known_from: one.knownFrom,
    })))),
    await keepRows(scope, 'engagement.census_margin', census.flatMap((one) => [
      { slug: `${one.year}/total`, year: one.year, dimension: 'total', category: 'total', position: 0, label: { en: 'All', fr: 'Ensemble' }, people: one.total, confirmed: true, sources: one.sources, known_from: one.knownFrom },
      ...one.margins.flatMap((margin) => margin.categories.map((category, position) => ({
        slug: `${one.year}/${margin.dimension}/${category.id}`, year: one.year, dimension: margin.dimension, category: category.id, position, label: category.label, people: category.people,
        confirmed: margin.confirmed, sources: margin.sources, known_from: one.knownFrom,
      }))),
    ])),
  ]);
}
