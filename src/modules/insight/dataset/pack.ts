import type { Pack } from '#app/community-pack/schema.ts';
import { type Kept, keepRows, sumKept } from '#app/platform/db/keep-rows.ts';
import type { Scope } from '#app/platform/db/scope.ts';

/** Loads the schemas of a content pack. One by which files came in is never changed: the database refuses, and a new version is given instead. */
export async function loadDatasets(scope: Scope, { datasets: { datasets } }: Pick<Pack, 'datasets'>): Promise<Kept> {
  const newest = datasets.filter((one) => !datasets.some((other) => other.id === one.id && other.version > one.version));
  return sumKept([
    await keepRows(scope, 'insight.dataset', newest.map(({ id, name, text }, position) => ({ slug: id, position, name, text }))),
    await keepRows(scope, 'insight.dataset_schema', datasets.map(({ id, version, row, columns, key, why }) => ({ slug: `${id}/${version}`, dataset_slug: id, version, row_text: row, columns, key, change_reason: why ?? null }))),
  ]);
}
