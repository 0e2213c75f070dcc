import { gammaDensity, gammaShareBelow } from './gamma-distribution.ts';
import type { Gender, PopulationRow, Settings } from './rows.ts';

/** How the current drinkers of a group spread over grams of ethanol a day. */
export type Exposure = {
  readonly row: PopulationRow;
  /** Grams a day for each person. */
  readonly mean: number;
  readonly drinkers: number;
  /** Current drinkers per gram at x, as a share of the population; integrates to their share between the bounds. */
  readonly mass: (x: number) => number;
  readonly bounds: { readonly lower: number; readonly barrier: number; readonly upper: number };
  /** The share whose daily mean is above the barrier, and what they are scaled by when more than all who binge. */
  readonly aboveBarrier: number;
  readonly correctionAbove: number;
  /** Of those below the barrier, the shares who never binge and who do. */
  readonly nonBingers: number;
  readonly bingers: number;
};

/** Kehoe et al., Population Health Metrics 10, 2012: standard deviation of consumption by its mean. */
const gammaConstant: Readonly<Record<Gender, number>> = { Female: 1.258, Male: 1.171 };
const gramsInLitre = 1000 * 0.7893;
/** 1 / 365 as InterMAHP rounds it. */
const yearInDay = 0.002739726;

/**
 * The exposure of every group, after InterMAHP 2.1 (Sherk et al., 2020). In a scenario (scale other than 1) the share who binge moves with the share
 * above the barrier. Throws RangeError for a group whose consumption leaves nobody between the bounds.
 */
export function exposuresOf(population: readonly PopulationRow[], settings: Settings): Exposure[] {
  const totals = new Map<string, { people: number; weighted: number }>();
  for (const row of population) {
    const { people, weighted } = totals.get(areaOf(row)) ?? { people: 0, weighted: 0 };
    totals.set(areaOf(row), { people: people + row.population, weighted: weighted + row.relative * row.population });
  }
  return population.map((row) => {
    const { people, weighted } = totals.get(areaOf(row)) ?? { people: 0, weighted: 0 };
    const meanAt = (scale: number) => row.litres * scale * gramsInLitre * yearInDay * row.correction * people * (row.relative / weighted);
    const base = exposureOf(row, meanAt(1), row.binge, settings);
    if (settings.scale === 1) return base;
    const moved = exposureOf(row, meanAt(settings.scale), row.binge, settings);
    if (!(base.aboveBarrier > 0 && moved.aboveBarrier > 0)) return moved;
    return exposureOf(row, meanAt(settings.scale), (row.binge * moved.aboveBarrier) / base.aboveBarrier, settings);
  });
}

function exposureOf(row: PopulationRow, mean: number, binge: number, { lowerBound: lower, upperBound, bingeBarrier }: Settings): Exposure {
  const barrier = bingeBarrier[row.gender];
  const constant = row.gammaConstant ?? gammaConstant[row.gender];
  const gamma = { shape: 1 / constant ** 2, scale: constant ** 2 * mean };
  const below = (x: number) => gammaShareBelow(gamma, x);
  const inside = below(upperBound) - below(lower);
  if (!(inside > 0)) throw new RangeError(`nobody drinks between the bounds among ${row.gender} ${row.ageGroup}, ${row.region} ${row.year}`);
  const share = row.current / inside;
  const density = gammaDensity(gamma);
  const above = share * (below(upperBound) - below(barrier));
  const aboveBarrier = Math.min(above, binge);
  const others = row.current - aboveBarrier;
  return {
    row,
    mean,
    drinkers: row.population * row.current,
    mass: (x) => share * density(x),
    bounds: { lower, barrier, upper: below(barrier) === 1 ? barrier : upperBound },
    aboveBarrier,
    correctionAbove: above > binge ? binge / above : 1,
    nonBingers: others > 0 ? (row.current - binge) / others : 0,
    bingers: others > 0 ? (binge - aboveBarrier) / others : 0,
  };
}

function areaOf({ region, year }: PopulationRow): string {
  return JSON.stringify([region, year]);
}
