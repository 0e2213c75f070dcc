import type { Scope } from '#app/platform/db/scope.ts';
import { listDatasets, listSchemas, type SchemaVersion } from '../dataset/queries.ts';
import { listPlaces, listSeries, type PublicPlace } from './queries.ts';
import type { Denominator } from './recipe.ts';
import { computationWords } from './words.ts';

/** What a computation over a dataset can be made of. */
export type Choices = { readonly schema: SchemaVersion; readonly places: readonly PublicPlace[]; readonly denominators: readonly { readonly value: string; readonly label: { readonly en: string; readonly fr: string }; readonly of: Denominator }[] };

/** The choices for a dataset; undefined where there is none. Of other datasets, every sum of whole numbers can be a population; its place and year are found by their columns. */
export async function choicesFor(scope: Scope, dataset: string): Promise<Choices | undefined> {
  const [schema] = await listSchemas(scope, dataset);
  if (!schema) return undefined;
  const series = (await listSeries(scope)).map(({ slug, name }) => ({ value: `figures:${slug}`, label: { en: computationWords.en.figuresOf(name.en), fr: computationWords.fr.figuresOf(name.fr) }, of: { kind: 'figures', series: slug } as const }));
  const others = [];
  for (const other of (await listDatasets(scope)).filter(({ slug, number }) => slug !== dataset && number !== null)) {
    const [own] = await listSchemas(scope, other.slug);
    const place = own?.columns.find((one) => one.type === 'code');
    const year = own?.columns.find((one) => one.type === 'whole' && /^(year|annee)$/.test(one.name));
    for (const column of own?.columns.filter((one) => one.type === 'whole' && one !== year && (one.from ?? -1) >= 0) ?? [])
      others.push({ value: `dataset:${other.slug}:${column.name}`, label: { en: computationWords.en.datasetOf(other.name.en, column.label.en), fr: computationWords.fr.datasetOf(other.name.fr, column.label.fr) }, of: { kind: 'dataset', dataset: other.slug, column: column.name, ...(place ? { place: place.name } : {}), ...(year ? { year: year.name } : {}) } as const });
  }
  return { schema, places: await listPlaces(scope), denominators: [...others, ...series] };
}
