import type { Pack } from '#app/community-pack/schema.ts';
import { type Kept, keepRows } from '#app/platform/db/keep-rows.ts';
import type { Scope } from '#app/platform/db/scope.ts';

/** Loads the figures of a content pack. The pack says which figure replaced one; here the newer names the older, so that the link hides with it. */
export async function loadFigures(scope: Scope, { figures }: Pack): Promise<Kept> {
  return await keepRows(scope, 'insight.figure', figures.map((figure, index) => ({
    slug: figure.id, position: index, label: figure.label, definition: figure.definition, value: figure.value, number: figure.number, unit: figure.unit,
    period: figure.period, geography: figure.geography, provisional: figure.provisional, featured: figure.featured,
    supersedes: figures.find((older) => older.supersededBy === figure.id)?.id ?? null, sources: figure.sources, known_from: figure.knownFrom,
  })), { ids: true });
}
