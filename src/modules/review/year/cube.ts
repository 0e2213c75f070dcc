import type { CubeSource, TrueCell } from '#app/modules/insight/index.ts';
import { countYear } from './queries.ts';
import { yearWords } from './words.ts';

export const yearCube = 'review/sexual-assault';
export const measures = ['reported', 'unfounded', 'reviewed'] as const;
export type Measure = (typeof measures)[number];

const values = Object.fromEntries(measures.map((one) => [one, { en: yearWords.en.measures[one], fr: yearWords.fr.measures[one] }]));

/** The three counts of the yearly report. They are about overlapping people, so there is no sum; a count under 20 is never told. */
export const reviewCubes: CubeSource = {
  declare: async () => [{
    slug: yearCube, indicator: yearCube, owner: 'review', kind: 'sexual-violence', breakdowns: ['measure'], totals: [], page: '/insight/publications',
    title: { en: yearWords.en.cube, fr: yearWords.fr.cube }, labels: { measure: { en: yearWords.en.measure, fr: yearWords.fr.measure, values } },
  }],
  counts: (cube) => cube === yearCube,
  count: async (scope, _cube, period) => {
    const counted = /^\d{4}$/.test(period) ? await countYear(scope, Number(period)) : undefined;
    return counted && measures.map((measure): TrueCell => ({ keys: { measure }, count: counted[measure] }));
  },
};
