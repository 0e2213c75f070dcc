import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Indicator } from '../indicator/indicator.ts';
import { readSurroundings } from '../indicator/queries.ts';
import { listReadings } from '../indicator/readings.ts';

/** An indicator as the catalogue lists it: the day of its last change or value, its place, and the addresses of its sources. */
export type OpenIndicator = { readonly indicator: Indicator; readonly changed: string; readonly place: Bilingual; readonly sources: readonly string[] };

/** The indicators that have a value, in the order of the framework; one without has nothing to give as data. */
export async function listOpenIndicators(scope: Scope): Promise<OpenIndicator[]> {
  const { sources } = await readSurroundings(scope);
  return (await listReadings(scope)).flatMap(({ indicator, figures }) => {
    const [first] = figures;
    if (!first) return [];
    const changed = figures.reduce((day, one) => (one.knownFrom > day ? one.knownFrom : day), indicator.knownFrom);
    return [{ indicator, changed, place: first.geography, sources: sources.filter(({ slug }) => indicator.sources.includes(slug)).map(({ url }) => url) }];
  });
}
