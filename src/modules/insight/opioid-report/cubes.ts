import type { CubeDeclaration } from '../release/cube.ts';
import type { TrueCell } from '../release/candidate.ts';
import type { Area, Series } from '../alert/rule.ts';
import type { Measure, MonthCount } from './queries.ts';
import { opioidWords } from './words.ts';

/** The cube of a measure of a series. */
export const cubeName = (series: string, measure: Measure): string => `overdose/${series}/${measure}`;

/**
 * What of a series may be counted: everybody by area and, of what responders enter, everybody by whether naloxone was given. Both are about the same people
 * and are attacked together. Counts of health are told from 6 on, by municipality; numbers by neighbourhood are not published, they would need 20.
 */
export function overdoseCubes(series: Series, areas: readonly Area[]): { readonly measure: Measure; readonly declaration: CubeDeclaration }[] {
  const { en, fr } = opioidWords;
  const own = { indicator: `overdose/${series.slug}`, owner: 'insight', kind: 'health', review: 'rule' } as const;
  const area = { en: en.area, fr: fr.area, values: Object.fromEntries(areas.map(({ slug, name }) => [slug, name])) };
  const naloxone = { en: en.naloxone, fr: fr.naloxone, values: { given: { en: en.given, fr: fr.given }, none: { en: en.notGiven, fr: fr.notGiven } } };
  return [
    { measure: 'overdoses', declaration: { ...own, slug: cubeName(series.slug, 'overdoses'), title: { en: `${series.name.en}: ${en.byArea}`, fr: `${series.name.fr}\u00a0: ${fr.byArea}` }, geography: ['area'], labels: { area } } },
    ...(series.source === 'events' ? [{ measure: 'naloxone', declaration: { ...own, slug: cubeName(series.slug, 'naloxone'), title: { en: `${series.name.en}: ${en.byNaloxone}`, fr: `${series.name.fr}\u00a0: ${fr.byNaloxone}` }, breakdowns: ['naloxone'], labels: { naloxone } } } as const] : []),
  ];
}

/** The true cells of a month for the gate: an area without a count takes part as zero, so that an empty cell cannot be told from a small one. */
export function monthCells(measure: Measure, areas: readonly Area[], counts: readonly MonthCount[]): TrueCell[] {
  const of = (one: Measure, area: string) => counts.find((count) => count.measure === one && count.area === area)?.n ?? 0;
  if (measure === 'overdoses') return areas.map(({ slug }) => ({ keys: { area: slug }, count: of('overdoses', slug) }));
  const [all, given] = (['overdoses', 'naloxone'] as const).map((one) => areas.reduce((sum, { slug }) => sum + of(one, slug), 0));
  return [{ keys: { naloxone: 'given' }, count: given ?? 0 }, { keys: { naloxone: 'none' }, count: (all ?? 0) - (given ?? 0) }];
}
