import type { Pack } from '#app/community-pack/schema.ts';
import { type Kept, keepRows } from '#app/platform/db/keep-rows.ts';
import type { Scope } from '#app/platform/db/scope.ts';

/** Loads the points of access of a content pack, with their sources written out. */
export async function loadPoints(scope: Scope, { access_points, sources }: Pick<Pack, 'access_points' | 'sources'>): Promise<Kept> {
  const sourced = (ids: readonly string[]) => ids.flatMap((id) => (sources[id] ? [{ title: sources[id].title, url: sources[id].url }] : []));
  return await keepRows(scope, 'access.access_point', access_points.map((one) => ({
    slug: one.id, name: one.name, about: one.about, agency_slug: one.agency, telephone: one.telephone, place: one.place ?? null, ages: one.ages, condition: one.condition ?? null, doors: one.doors,
    professions: one.professions.map((profession) => ({ ...profession, sources: sourced(profession.sources) })), triage: one.triage, levels: one.levels, priority_slug: one.priority ?? null,
    position: one.order, demonstration: one.demonstration, known_from: one.knownFrom,
  })));
}
