import { gammaTails } from '../distribution/gamma.ts';
import type { Counts } from './detection.ts';

/** How often chance alone gives alarms, for each unit: `begins` counts an alarm that follows a unit without one, `stands` every unit in alarm. */
export type ChanceAlarms = { readonly begins: number; readonly stands: number };

/** What is known of the rate when nothing is unusual: events and units, and how much counts vary (`size` is infinite for Poisson counts). */
export type Background = { readonly total: number; readonly units: number; readonly size: number };

/**
 * Background from the counts that are not missing. They are taken as Poisson unless the index of dispersion refuses that at 1 % (Hoel, 1943); then as
 * negative binomial with the variance that was seen.
 */
export function backgroundOf(counts: Counts): Background {
  const known = counts.filter((count) => !Number.isNaN(count));
  const units = known.length;
  const total = known.reduce((sum, count) => sum + count, 0);
  const mean = total / units;
  const scatter = known.reduce((sum, count) => sum + (count - mean) ** 2, 0);
  const overdispersed = units > 1 && total > 0 && gammaTails((units - 1) / 2, scatter / mean / 2).above < 0.01;
  const excess = scatter / (units - 1) - mean;
  return { total, units, size: overdispersed && excess > 0 ? (mean * mean) / excess : Number.POSITIVE_INFINITY };
}

const nodes = [0, 1.15440539473997, -1.15440539473997, 2.36675941073454, -2.36675941073454, 3.75043971772574, -3.75043971772574];
const nodeWeights = [0.457142857142857, 0.240123178605013, 0.240123178605013, 0.030757123967587, 0.030757123967587, 0.000548268855972, 0.000548268855972];

/**
 * The mean of `alarms` over what the rate may be, given the background: a gamma distribution after Jeffreys (1961), by seven points of Gauss and Hermite on
 * the cube root (Wilson and Hilferty, 1931). One point when the rate is known to 1 % or better, or when `plugIn` says so: for a rule that does not rest on the background, the best estimate is the fairer statement.
 */
export function overRates(background: Background, alarms: (mean: number, size: number) => ChanceAlarms, plugIn = false): ChanceAlarms {
  const shape = background.total + 0.5;
  if (plugIn || shape > 10_000) return alarms(background.total / background.units, background.size);
  let [begins, stands] = [0, 0];
  nodes.forEach((z, i) => {
    const rate = (shape / background.units) * Math.max(0, 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3;
    const one = alarms(rate, background.size);
    begins += (nodeWeights[i] ?? 0) * one.begins;
    stands += (nodeWeights[i] ?? 0) * one.stands;
  });
  return { begins, stands };
}

/** P(N >= n) for n = 0, 1, 2 …, one longer than the probabilities. */
export function atLeast(probabilities: Float64Array): Float64Array {
  const sums = new Float64Array(probabilities.length + 1);
  for (let n = probabilities.length - 1; n >= 0; n -= 1) sums[n] = (sums[n + 1] ?? 0) + (probabilities[n] ?? 0);
  return sums;
}
