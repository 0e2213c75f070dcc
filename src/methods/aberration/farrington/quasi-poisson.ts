import type { Rows } from './rows.ts';
import { addUp, createSums, firstSums, type Sums } from './sums.ts';

/** A fitted log-linear model: one level for each group of rows and, with a trend, one slope over time. */
export type Fit = {
  readonly converged: boolean;
  /** The logarithm of each group's mean at time 0; NaN for a group without rows. */
  readonly levels: Float64Array;
  readonly slope: number;
  readonly trend: boolean;
  /** Weighted sums under the working weights of the last round, from which variances are computed. */
  readonly sums: Sums;
  /** Means under which those weights were computed, and the fitted means, by row. */
  readonly meansBefore: Float64Array;
  readonly means: Float64Array;
  /** Degrees of freedom left over. */
  readonly degrees: number;
};

export type Fitter = (rows: Rows, prior: Float64Array, trend: boolean) => Fit | undefined;

const rounds = 25;
const halvings = 25;
const tolerance = 1e-8;

/**
 * Fits quasi-Poisson regressions by iteratively reweighted least squares (McCullagh and Nelder, 1989, section 2.5), started at count + 0.1
 * and ended, as R's `glm` is, when the deviance changes by less than 1e-8 of itself (plus 0.1) or after 25 rounds. Groups have no common
 * intercept, so each round needs only sums by group. The buffers are used again: a fit holds until the next call of the same fitter.
 * Gives undefined when no fit exists.
 */
export function createFitter(capacity: number, groups: number): Fitter {
  const [levels, levelsBefore] = [new Float64Array(groups), new Float64Array(groups)];
  const totals = createSums(groups);
  let [sums, next] = [createSums(groups), createSums(groups)];
  let [means, meansNext] = [new Float64Array(capacity), new Float64Array(capacity)];

  return (rows, prior, trend) => {
    const constant = firstSums(rows, prior, trend, { sums, totals, means });
    let deviance = 2 * constant.firstDeviance;
    let [slope, slopeBefore] = [0, 0];
    let converged = false;
    for (let round = 0; round < rounds && !converged; round += 1) {
      levelsBefore.set(levels);
      slopeBefore = slope;
      slope = solveRound(sums, trend, levels, round === 0 ? undefined : () => centredRound(rows, prior, means, sums, slopeBefore));
      if (Number.isNaN(slope)) return undefined;
      let now = Number.NaN;
      for (let halved = 0; ; halved += 1) {
        const total = addUp(rows, prior, trend, levels, slope, next, meansNext);
        now = 2 * (constant.saturated - productOf(levels, totals, slope) + total);
        if (Number.isFinite(now)) break;
        if (round === 0 || halved >= halvings) return undefined;
        slope = (slope + slopeBefore) / 2;
        for (let g = 0; g < groups; g += 1) levels[g] = ((levels[g] ?? 0) + (levelsBefore[g] ?? 0)) / 2;
      }
      converged = Math.abs(now - deviance) / (Math.abs(now) + 0.1) < tolerance;
      deviance = now;
      if (converged || round === rounds - 1) return { converged, levels, slope, trend, sums, meansBefore: means, means: meansNext, degrees: constant.rows - constant.groups - (trend ? 1 : 0) };
      prepareRound(next, totals, levels, slope);
      [sums, next] = [next, sums];
      [means, meansNext] = [meansNext, means];
    }
    return undefined;
  };
}

/** Weighted least squares in the working values: the levels are written, the slope returned (0 without a trend, NaN when it cannot be found). */
function solveRound(sums: Sums, trend: boolean, levels: Float64Array, centred?: () => readonly [spread: number, slope: number]): number {
  const { weight, time, working } = sums;
  let slope = 0;
  if (trend) {
    let [spread, shared] = [sums.squaredTime, sums.workingTime];
    for (let g = 0; g < weight.length; g += 1) {
      const w = weight[g] ?? 0;
      if (w === 0) continue;
      spread -= ((time[g] ?? 0) * (time[g] ?? 0)) / w;
      shared -= ((time[g] ?? 0) * (working[g] ?? 0)) / w;
    }
    slope = shared / spread;
    if (centred && !(spread > 1e-8 * sums.squaredTime)) [spread, slope] = centred();
    if (!(spread > 1e-22 * sums.squaredTime)) return Number.NaN;
    sums.spread = spread;
  }
  for (let g = 0; g < weight.length; g += 1) levels[g] = ((working[g] ?? 0) - slope * (time[g] ?? 0)) / (weight[g] ?? 0);
  return slope;
}

/** Spread and slope by row, around the groups' mean times: for weights so uneven that the difference of sums would lose its digits. */
function centredRound({ count, time, group, length }: Rows, prior: Float64Array, means: Float64Array, sums: Sums, slopeBefore: number): readonly [number, number] {
  let [spread, pull] = [0, 0];
  for (let i = 0; i < length; i += 1) {
    if (prior[i] === 0) continue;
    const g = group[i] ?? 0;
    const away = (time[i] ?? 0) - (sums.time[g] ?? 0) / (sums.weight[g] ?? 0);
    spread += (prior[i] ?? 0) * (means[i] ?? 0) * away * away;
    pull += (prior[i] ?? 0) * ((count[i] ?? 0) - (means[i] ?? 0)) * away;
  }
  return [spread, slopeBefore + pull / spread];
}

/** The sums of the working values follow from those of the weights: weight × (eta + (count - mean) / mean) adds up by group. */
function prepareRound(sums: Sums, totals: Sums, levels: Float64Array, slope: number): void {
  const { weight, time, working } = sums;
  let workingTime = slope * sums.squaredTime + totals.workingTime;
  for (let g = 0; g < weight.length; g += 1) {
    if (weight[g] === 0) continue;
    working[g] = (levels[g] ?? 0) * (weight[g] ?? 0) + slope * (time[g] ?? 0) + (totals.working[g] ?? 0) - (weight[g] ?? 0);
    workingTime += (levels[g] ?? 0) * (time[g] ?? 0) - (time[g] ?? 0);
  }
  sums.workingTime = workingTime;
}

/** The sum of prior weight × count × eta. */
function productOf(levels: Float64Array, totals: Sums, slope: number): number {
  let sum = slope * totals.workingTime;
  for (let g = 0; g < levels.length; g += 1) if ((totals.weight[g] ?? 0) > 0) sum += (levels[g] ?? 0) * (totals.working[g] ?? 0);
  return sum;
}
