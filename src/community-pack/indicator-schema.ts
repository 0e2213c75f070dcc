import { z } from 'zod';
import type { PackFigures } from './figure-schema.ts';
import { bilingual, date, slug, sources } from './values.ts';

export const indicatorLevels = ['output', 'immediate', 'intermediate', 'long-term'] as const;
export const indicatorColumns = ['outcome', 'name', 'baseline', 'target', 'source', 'method', 'frequency', 'responsibility'] as const;

/** What a target asks of the number; without `value` it is words alone. */
const target = bilingual.extend({ value: z.number().optional(), direction: z.enum(['at-most', 'at-least']).optional(), by: date.optional() })
  .refine((one) => (one.value === undefined) === (one.direction === undefined), { path: ['direction'], message: 'must be given with value' });

/**
 * The eight columns of the provincial template (`target` absent: none is published), where the indicator stands in the framework, and the series
 * whose figures are its values. `months` is how often a value is expected, from the period that begins with `expectedFrom`, each up to `lagDays`
 * after its end. `madeUp` names the columns that no source says.
 */
const indicator = z.strictObject({
  id: slug, name: bilingual, outcome: bilingual, baseline: bilingual, target: target.optional(), source: bilingual, method: bilingual, months: z.int().min(1).max(120), frequency: bilingual.optional(), responsibility: bilingual,
  level: z.enum(indicatorLevels), accountability: z.enum(['population', 'programme']), domain: slug, areas: z.array(slug).min(1), priorities: z.array(slug).default([]),
  series: slug, place: slug, part: slug.optional(), expectedFrom: date, lagDays: z.int().min(0).max(1500), sources, madeUp: z.array(z.enum(indicatorColumns)).default([]), knownFrom: date,
  retired: z.strictObject({ on: date, reason: bilingual }).optional(),
});
export const indicatorsSchema = z.strictObject({ indicators: z.array(indicator).default([]) });
export type PackIndicators = z.infer<typeof indicatorsSchema>;
export type PackIndicator = PackIndicators['indicators'][number];

type Ids = { readonly domain: ReadonlySet<string>; readonly area: ReadonlySet<string>; readonly priority: ReadonlySet<string>; readonly source: ReadonlySet<string> };

/** What is wrong with the indicators of a pack beyond their form, each as a sentence. */
export function findIndicatorProblems({ indicators }: PackIndicators, figures: PackFigures, ids: Ids): string[] {
  const series = new Map(figures.series.map((one) => [one.id, one]));
  const places = new Set(figures.places.map((one) => one.id));
  const missing = (one: PackIndicator, kind: string, name: string) => `indicators.yaml: ${one.id} names the ${kind} ${name}, which does not exist`;
  return [
    ...indicators.filter((one, index) => indicators.findIndex(({ id }) => id === one.id) !== index).map((one) => `indicators.yaml: there are two indicators ${one.id}`),
    ...indicators.flatMap((one) => [
      ...(ids.domain.has(one.domain) ? [] : [missing(one, 'domain', one.domain)]),
      ...one.areas.filter((area) => !ids.area.has(area)).map((area) => missing(one, 'area', area)),
      ...one.priorities.filter((priority) => !ids.priority.has(priority)).map((priority) => missing(one, 'priority', priority)),
      ...one.sources.filter((source) => !ids.source.has(source)).map((source) => missing(one, 'source', source)),
      ...(places.has(one.place) ? [] : [missing(one, 'place', one.place)]),
      ...(series.has(one.series) ? [] : [missing(one, 'series', one.series)]),
      ...(one.part !== undefined && !series.get(one.series)?.figures.some((figure) => figure.breakdown?.id === one.part) ? [missing(one, 'part', one.part)] : []),
    ]),
  ];
}
