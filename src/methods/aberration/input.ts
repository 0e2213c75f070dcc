import { z } from 'zod';
import { transformNames } from './cusum-transform.ts';

const share = z.number().gt(0, 'must lie between 0 and 1').lt(1, 'must lie between 0 and 1');
const wholeFrom = (least: number) => z.int(`must be a whole number of ${least} or more`).min(least, `must be a whole number of ${least} or more`).max(100_000);
const positive = z.number().gt(0, 'must be above 0');
const notNegative = z.number().min(0, 'must be 0 or more');

/** The options of all rules, with the names of R's `surveillance`; an option that is null is not given. What a rule does not use it ignores. */
const options = z.strictObject({
  alpha: share,
  baseline: wholeFrom(1),
  minSigma: notNegative,
  b: wholeFrom(1),
  w: wholeFrom(0),
  reweight: z.boolean(),
  weightsThreshold: z.number(),
  trend: z.boolean(),
  pThresholdTrend: notNegative,
  limit54: z.tuple([notNegative, wholeFrom(1)]),
  powertrans: z.enum(['2/3', '1/2', 'none']),
  noPeriods: wholeFrom(1),
  pastWeeksNotIncluded: wholeFrom(0),
  thresholdMethod: z.enum(['delta', 'nbPlugin', 'muan']),
  k: z.number(),
  h: positive,
  trans: z.enum(transformNames),
  m: z.union([positive, z.literal('glm')]),
  threshold: wholeFrom(1),
  window: wholeFrom(1),
  rate: positive,
  falsePositiveRate: share,
  verbose: z.boolean(),
  glmWarnings: z.boolean(),
  plot: z.boolean(),
  populationOffset: z.literal(false, 'is not supported'),
}).partial();

export const ruleNames = ['ears-c1', 'ears-c2', 'ears-c3', 'farrington', 'farrington-flexible', 'cusum', 'rolling-window', 'exact', 'daily'] as const;

const message = 'must be a whole number from 0 to 10,000,000, or null where it is missing';
const count = z.int(message).min(0, message).max(10_000_000, message).nullable();

/** What `method aberration` asks for. */
export const aberrationInput = z.object({
  method: z.enum(ruleNames, `is one of ${ruleNames.join(', ')}`),
  counts: z.array(count).min(1, 'must not be empty'),
  frequency: z.int('must be a whole number of 1 to 366').min(1, 'must be a whole number of 1 to 366').max(366, 'must be a whole number of 1 to 366').default(52),
  start: z.tuple([z.int(), z.int().min(1)]).default([1, 1]),
  range: z.tuple([z.int(), z.int()]).optional(),
  options: z.preprocess(withoutNulls, options).default({}),
}).superRefine(({ range, counts, method, options: { baseline, w }, frequency }, context) => {
  if (range && !(range[0] >= 0 && range[0] <= range[1] && range[1] < counts.length)) context.addIssue({ code: 'custom', path: ['range'], message: `must be [first, last] with 0 <= first <= last <= ${counts.length - 1}` });
  if (method.startsWith('ears') && baseline !== undefined && baseline < 3) context.addIssue({ code: 'custom', path: ['options', 'baseline'], message: 'must be 3 or more' });
  if (method.startsWith('farrington') && (w ?? 3) >= frequency) context.addIssue({ code: 'custom', path: ['options', 'w'], message: 'must be below the frequency' });
});

export type AberrationInput = z.infer<typeof aberrationInput>;

/** Options without those that are undefined. */
export function given<T extends object>(all: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return JSON.parse(JSON.stringify(all));
}

function withoutNulls(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null)) : value;
}
