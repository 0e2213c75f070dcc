import { z } from 'zod';
import type { Schema } from '../dataset/schema.ts';

export const grains = ['month', 'quarter', 'year', 'all'] as const;
export type Grain = (typeof grains)[number];
export const scales = [1000, 10_000, 100_000] as const;
const bilingual = z.strictObject({ en: z.string().min(1), fr: z.string().min(1) });
const denominator = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('figures'), series: z.string() }),
  z.strictObject({ kind: z.literal('dataset'), dataset: z.string(), column: z.string(), place: z.string().optional(), year: z.string().optional() }),
]);
export type Denominator = z.infer<typeof denominator>;

/**
 * A computation over the rows of a dataset, as data: what is counted, over which periods, by place and by at most one part. `absent` says what it
 * means when no row stands for a period and place. `per` divides by a population. `whole` names the place of all places together.
 */
export const recipeSchema = z.strictObject({
  measure: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('count') }), z.strictObject({ kind: z.literal('sum'), column: z.string() })]),
  period: z.strictObject({ column: z.string(), by: z.enum(grains) }),
  whole: z.strictObject({ slug: z.string(), name: bilingual }),
  place: z.string().optional(), breakdown: z.string().optional(), where: z.strictObject({ column: z.string(), code: z.string() }).optional(),
  absent: z.enum(['zero', 'unknown']),
  per: z.strictObject({ scale: z.union([z.literal(1000), z.literal(10_000), z.literal(100_000)]), of: denominator }).optional(),
});
export type Recipe = z.infer<typeof recipeSchema>;

/** The parts of a recipe that do not fit the columns of a schema, by name. */
export function misfits(recipe: Recipe, schema: Schema): string[] {
  const is = (name: string | undefined, ...types: string[]) => name === undefined || schema.columns.some((one) => one.name === name && types.includes(one.type));
  const { measure, period, place, breakdown, where } = recipe;
  return [
    ...(measure.kind === 'sum' && !schema.columns.some((one) => one.name === measure.column && one.type === 'whole' && (one.from ?? -1) >= 0) ? ['measure'] : []),
    ...(is(period.column, 'month', 'date') && schema.columns.some((one) => one.name === period.column && one.required) ? [] : ['period']),
    ...(is(place, 'code') ? [] : ['place']), ...(is(breakdown, 'code') && (breakdown === undefined || breakdown !== place) ? [] : ['breakdown']),
    ...(where === undefined || schema.columns.some((one) => one.name === where.column && one.codes.some(({ code }) => code === where.code)) ? [] : ['where']),
  ];
}
