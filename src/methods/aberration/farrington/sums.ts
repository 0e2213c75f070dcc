import type { Rows } from './rows.ts';

/** Sums over rows: by group those of the weights, weight × time and weight × working value; over all rows those with time squared. */
export type Sums = {
  readonly weight: Float64Array;
  readonly time: Float64Array;
  readonly working: Float64Array;
  squaredTime: number;
  workingTime: number;
  /** The weighted spread of time within groups. */
  spread: number;
  /** The mean of each group at time 0, while sums are made. */
  readonly base: Float64Array;
};

export function createSums(groups: number): Sums {
  return { weight: new Float64Array(groups), time: new Float64Array(groups), working: new Float64Array(groups), squaredTime: 0, workingTime: 0, spread: 0, base: new Float64Array(groups) };
}

const cached = 2048;
const logs = Float64Array.from({ length: cached }, (_, n) => (n === 0 ? 0 : Math.log(n)));
const startLogs = Float64Array.from({ length: cached }, (_, n) => Math.log(n + 0.1));
const logOf = (n: number) => logs[n] ?? Math.log(n);
const startLogOf = (n: number) => startLogs[n] ?? Math.log(n + 0.1);

type First = { readonly rows: number; readonly groups: number; readonly saturated: number; readonly firstDeviance: number };

/**
 * The sums of the first round, with every mean at count + 0.1. `totals` receives, for all rounds, the sums of the prior weights, of prior × count
 * by group, and of prior × count × time.
 */
export function firstSums(rows: Rows, prior: Float64Array, trend: boolean, into: { sums: Sums; totals: Sums; means: Float64Array }): First {
  const { sums, totals, means } = into;
  const { count: counts, group, time, length } = rows;
  clear(sums);
  clear(totals);
  let [used, groups, saturated, product, excess] = [0, 0, 0, 0, 0];
  for (let i = 0; i < length; i += 1) {
    const g = group[i] ?? 0;
    const count = counts[i] ?? 0;
    const t = time[i] ?? 0;
    const weight = prior[i] ?? 0;
    const mean = count + 0.1;
    const w = weight * mean;
    const eta = startLogOf(count);
    means[i] = mean;
    const value = w * eta - weight * 0.1;
    sums.weight[g] = (sums.weight[g] ?? 0) + w;
    sums.working[g] = (sums.working[g] ?? 0) + value;
    totals.working[g] = (totals.working[g] ?? 0) + weight * count;
    if (trend) {
      sums.time[g] = (sums.time[g] ?? 0) + w * t;
      sums.squaredTime += w * t * t;
      sums.workingTime += value * t;
      totals.workingTime += weight * count * t;
    }
    if (weight > 0) {
      used += 1;
      if (totals.weight[g] === 0) groups += 1;
    }
    totals.weight[g] = (totals.weight[g] ?? 0) + weight;
    saturated += weight * count * (logOf(count) - 1);
    product += weight * count * eta;
    excess += w;
  }
  return { rows: used, groups, saturated, firstDeviance: saturated - product + excess };
}

/** The sums of weights for the means of a model, which are written by row; gives the sum of prior × mean. */
export function addUp(rows: Rows, prior: Float64Array, trend: boolean, levels: Float64Array, slope: number, sums: Sums, means: Float64Array): number {
  clear(sums);
  return trend ? addWithTrend(rows, prior, levels, slope, sums, means) : addLevels(rows, prior, levels, sums, means);
}

function addWithTrend({ group, time, length }: Rows, prior: Float64Array, levels: Float64Array, slope: number, sums: Sums, means: Float64Array): number {
  const { weight, time: times, base } = sums;
  for (let g = 0; g < levels.length; g += 1) base[g] = Math.exp(levels[g] ?? 0);
  let total = 0;
  let squaredTime = 0;
  let [last, growth] = [0, 1];
  const step = Math.exp(slope);
  const steep = Math.abs(slope * (time[0] ?? 0)) > 30;
  for (let i = length - 1; i >= 0; i -= 1) {
    const g = group[i] ?? 0;
    const t = time[i] ?? 0;
    // Neighbours in time follow by one division; a steep slope would carry the products out of range.
    growth = last - t === 1 ? growth / step : Math.exp(slope * t);
    last = t;
    const mean = Math.max(steep ? Math.exp((levels[g] ?? 0) + slope * t) : (base[g] ?? 0) * growth, Number.EPSILON);
    means[i] = mean;
    if (prior[i] === 0) continue;
    const w = (prior[i] ?? 0) * mean;
    total += w;
    const wt = w * t;
    weight[g] = (weight[g] ?? 0) + w;
    times[g] = (times[g] ?? 0) + wt;
    squaredTime += wt * t;
  }
  sums.squaredTime = squaredTime;
  return total;
}

function addLevels({ group, length }: Rows, prior: Float64Array, levels: Float64Array, sums: Sums, means: Float64Array): number {
  const { weight, base } = sums;
  for (let g = 0; g < levels.length; g += 1) base[g] = Math.max(Math.exp(levels[g] ?? 0), Number.EPSILON);
  let total = 0;
  for (let i = 0; i < length; i += 1) {
    const g = group[i] ?? 0;
    const mean = base[g] ?? 0;
    means[i] = mean;
    if (prior[i] === 0) continue;
    const w = (prior[i] ?? 0) * mean;
    total += w;
    weight[g] = (weight[g] ?? 0) + w;
  }
  return total;
}

function clear(sums: Sums): void {
  sums.weight.fill(0);
  sums.time.fill(0);
  sums.working.fill(0);
  sums.squaredTime = 0;
  sums.workingTime = 0;
  sums.spread = 0;
}
