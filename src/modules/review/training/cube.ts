import { type CubeSource, declareCubes, releaseThroughGate, type TrueCell } from '#app/modules/insight/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { trainingPaths } from './paths.ts';
import { listCourses, listEndedYears, listStrengthAt, listTrained, listUnitNames } from './queries.ts';
import { rankBands } from './rules.ts';
import { trainingWords } from './words.ts';

/** Officers who had taken a course by the end of a year, each counted once in it; and the officers that a unit had. */
export const trainedCube = 'review/officers-trained';
export const strengthCube = 'review/officers';
/** Rounded at random to multiples of `base`; a count under `k` is not told. */
export const trainingRule = { base: 10, k: 10 } as const;

/**
 * Trained officers by course and unit, and by course and rank band, never crossed: a sergeant of a small unit is somebody. There is no sum over courses,
 * because an officer stands in each course that she took. What a year holds is everybody up to its end, so two years differ by those who came in between,
 * and a later number that is printed lower than an earlier one would tell that they are few. Therefore the base is 10 and not 5: whatever is printed, nine or
 * more numbers of them stay possible (`training.test.ts` tries all).
 */
export const trainingCubes: CubeSource = {
  declare: async (scope) => {
    const { en, fr } = trainingWords;
    const units = Object.fromEntries((await listUnitNames(scope)).map((one) => [one.id, one.name]));
    const courses = Object.fromEntries((await listCourses(scope)).map((one) => [one.id, one.title]));
    const ranks = Object.fromEntries(rankBands.map((one): [string, Bilingual] => [one, { en: en.ranks[one], fr: fr.ranks[one] }]));
    const common = { owner: 'review', kind: 'service', ...trainingRule, review: 'rule', page: trainingPaths.list } as const;
    return [
      { ...common, slug: trainedCube, indicator: trainedCube, title: { en: en.cubeTrained, fr: fr.cubeTrained }, geography: ['course'], breakdowns: ['unit', 'rank'], totals: ['unit', 'rank'],
        labels: { course: { en: en.course, fr: fr.course, values: courses }, unit: { en: en.unit, fr: fr.unit, values: units }, rank: { en: en.rank, fr: fr.rank, values: ranks } } },
      { ...common, slug: strengthCube, indicator: strengthCube, title: { en: en.cubeOfficers, fr: fr.cubeOfficers }, breakdowns: ['unit'], totals: ['unit'], labels: { unit: { en: en.unit, fr: fr.unit, values: units } } },
    ];
  },
  counts: (cube) => cube === trainedCube || cube === strengthCube,
  count: async (scope, cube, period) => {
    if (!/^\d{4}$/.test(period) || Number(period) >= Number(scope.today.slice(0, 4))) return undefined;
    const cells = cube === strengthCube ? await strengthCells(scope, period) : await trainedCells(scope, period);
    return cells.length > 0 ? cells : undefined;
  },
};

async function strengthCells(scope: Scope, year: string): Promise<TrueCell[]> {
  return (await listStrengthAt(scope, `${year}-12-31`)).map(({ unit, officers }) => ({ keys: { unit }, count: officers }));
}

async function trainedCells(scope: Scope, year: string): Promise<TrueCell[]> {
  const trained = await listTrained(scope, `${year}-12-31`);
  const units = [...new Set([...(await listStrengthAt(scope, `${year}-12-31`)), ...trained].map(({ unit }) => unit))].sort();
  const sum = (rows: typeof trained) => rows.reduce((total, one) => total + one.firstTime, 0);
  return [...new Set(trained.map(({ course }) => course))].flatMap((course): TrueCell[] => {
    const own = trained.filter((one) => one.course === course);
    return [
      ...units.map((unit) => ({ keys: { course, unit }, count: sum(own.filter((one) => one.unit === unit)) })),
      ...rankBands.map((rank) => ({ keys: { course, rank }, count: sum(own.filter((one) => one.rank === rank)) })),
    ];
  });
}

/** Hands every year that is over to the gate; what was entered or corrected later replaces what stood, the same counts change nothing. The worker's alone. */
export async function releaseTraining(scope: Scope): Promise<void> {
  const years = await listEndedYears(scope);
  if (years.length > 0) await declareCubes(scope, [trainingCubes]);
  for (const year of years) for (const cube of [strengthCube, trainedCube]) {
    const cells = await trainingCubes.count(scope, cube, String(year));
    if (cells) await releaseThroughGate(scope, { cube, period: String(year), cells, again: 'revise' });
  }
}

export const trainingJobs: readonly Job[] = [{ name: 'release-training', every: '20 3 * * *', on: ['review.training-entered', 'platform.started'], run: async (_delivery, { inWorker }) => await inWorker(releaseTraining) }];
