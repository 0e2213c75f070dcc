import { studentBeyond } from '../../distribution/tails.ts';
import { createFitter, type Fit, type Fitter } from './quasi-poisson.ts';
import { createRows, type Rows } from './rows.ts';

export type ModelOptions = {
  readonly trend: boolean;
  readonly reweight: boolean;
  readonly weightsThreshold: number;
  readonly pThresholdTrend: number;
  /** Years of reference values; a trend needs three. */
  readonly b: number;
  /** Where the judged unit belongs. */
  readonly group: number;
  /**
   * Which variance the standard errors rest on. `working`: the working weights and the dispersion held at 1 or more (the first publication).
   * `prior`: the weights given to the counts, dispersion free below 1 (what R's `farringtonFlexible` does after reweighting).
   */
  readonly variance: 'working' | 'prior';
  /** Whether a model that does not converge even without a trend is used all the same (R's `farrington`). */
  readonly useUnconverged: boolean;
};

/** What is expected at the judged unit: logarithm of the mean, its standard error, the dispersion (1 or more), and whether there is a trend. */
export type Expectation = { readonly eta: number; readonly standardError: number; readonly phi: number; readonly trend: boolean };

export type Model = { readonly rows: Rows; readonly expect: (options: ModelOptions) => Expectation | undefined };

type Weighted = { readonly fit: Fit; readonly phi: number; readonly dispersion: number };

/**
 * The reference model of Farrington, Andrews, Beale and Catchpole (1996, JRSS A 159): fitted, then fitted again with less weight for past outbreaks
 * (large Anscombe residuals), with a trend only where it is significant, rests on three years and does not point above all that was seen.
 * The caller fills `rows` and asks what to expect; `expect` gives undefined where no model can be had.
 */
export function createModel(capacity: number, groups: number): Model {
  const rows = createRows(capacity);
  const fitter = createFitter(capacity, groups);
  const [even, weights] = [new Float64Array(capacity).fill(1), new Float64Array(capacity)];

  const expect = (options: ModelOptions): Expectation | undefined => {
    const model = fitWeighted(fitter, rows, even, weights, options.trend, options);
    if (!model) return undefined;
    if (!model.fit.trend) return expectation(model, options);
    if (options.b >= 3) {
      const { slope, sums, degrees } = model.fit;
      const p = studentBeyond(slope / Math.sqrt(model.dispersion / sums.spread), degrees);
      const trended = expectation(model, options);
      if (Math.exp(trended.eta) <= largest(rows)) {
        if (Number.isNaN(p)) return undefined;
        if (p < options.pThresholdTrend) return trended;
      }
    }
    const level = fitWeighted(fitter, rows, even, weights, false, options);
    return level && expectation(level, options);
  };
  return { rows, expect };
}

function fitWeighted(fitter: Fitter, rows: Rows, even: Float64Array, weights: Float64Array, withTrend: boolean, options: ModelOptions): Weighted | undefined {
  let fit = fitter(rows, even, withTrend);
  if (fit && !fit.converged && withTrend) fit = fitter(rows, even, false);
  if (!fit || (!fit.converged && !options.useUnconverged)) return undefined;
  let working = dispersionOf(fit, rows, even, 'working');
  let prior = working;
  if (options.reweight) {
    if (!reweigh(fit, rows, Math.max(working, 1), options.weightsThreshold, weights)) return undefined;
    fit = fitter(rows, weights, fit.trend);
    if (!fit) return undefined;
    working = dispersionOf(fit, rows, weights, 'working');
    prior = options.variance === 'prior' ? dispersionOf(fit, rows, weights, 'prior') : working;
  }
  return { fit, phi: Math.max(working, 1), dispersion: options.variance === 'prior' ? prior : working };
}

/** Pearson's statistic over the degrees of freedom, from working residuals under the working or the prior weights. */
function dispersionOf(fit: Fit, rows: Rows, prior: Float64Array, variance: ModelOptions['variance']): number {
  const { means, meansBefore, degrees } = fit;
  const { count, length } = rows;
  const working = variance === 'working';
  let sum = 0;
  for (let i = 0; i < length; i += 1) {
    const weight = prior[i] ?? 0;
    if (weight === 0) continue;
    const mean = means[i] ?? 0;
    const residual = ((count[i] ?? 0) - mean) / mean;
    sum += weight * (working ? (meansBefore[i] ?? 0) : 1) * residual * residual;
  }
  return degrees > 0 ? sum / degrees : Number.NaN;
}

/** Farrington's weights: 1 / s² for standardised Anscombe residuals above the threshold, scaled to the number of rows. False when not computable. */
function reweigh(fit: Fit, rows: Rows, phi: number, threshold: number, weights: Float64Array): boolean {
  const { sums, means, meansBefore, trend } = fit;
  const { count: counts, group, time, length } = rows;
  if (Number.isNaN(phi)) return false;
  let sum = 0;
  for (let i = 0; i < length; i += 1) {
    const count = counts[i] ?? 0;
    const mean = means[i] ?? 0;
    let weight = 1;
    // A count below its mean has a residual below 0 and keeps its weight.
    if (!(count < mean) || threshold < 0) {
      const g = group[i] ?? 0;
      const total = sums.weight[g] ?? 0;
      const away = trend ? (time[i] ?? 0) - (sums.time[g] ?? 0) / total : 0;
      const leverage = (meansBefore[i] ?? 0) * (1 / total + (trend ? (away * away) / sums.spread : 0));
      // A row that alone decides its own mean is no outlier, whatever rounding leaves of its residual.
      const residual = leverage > 1 - 10 * Number.EPSILON ? 0 : (1.5 * (Math.cbrt((count * count) / Math.sqrt(mean)) - Math.sqrt(mean))) / Math.sqrt(phi * (1 - leverage));
      if (Number.isNaN(residual)) return false;
      if (residual > threshold) weight = 1 / (residual * residual);
    }
    weights[i] = weight;
    sum += weight;
  }
  if (!(sum > 0)) return false;
  const scale = rows.length / sum;
  for (let i = 0; i < length; i += 1) weights[i] = (weights[i] ?? 0) * scale;
  return true;
}

function expectation({ fit, phi, dispersion }: Weighted, { group, variance }: ModelOptions): Expectation {
  const { sums, levels, trend } = fit;
  const total = sums.weight[group] ?? 0;
  const centre = trend ? (sums.time[group] ?? 0) / total : 0;
  const spread = 1 / total + (trend ? (centre * centre) / sums.spread : 0);
  return { eta: levels[group] ?? Number.NaN, standardError: Math.sqrt((variance === 'prior' ? dispersion : phi) * spread), phi, trend };
}

function largest(rows: Rows): number {
  let most = 0;
  for (let i = 0; i < rows.length; i += 1) most = Math.max(most, rows.count[i] ?? 0);
  return most;
}
