import { countProbabilities } from '../distribution/masses.ts';
import { type CusumOptions, cusumDefaults } from './cusum.ts';
import { transforms } from './cusum-transform.ts';
import type { Counts, Range } from './detection.ts';
import { criticalCount, type ExactOptions, exactDefaults } from './exact.ts';
import { type RollingOptions, rollingDefaults } from './rolling-window.ts';
import { cusumAlarms } from './stated-cusum.ts';
import { backgroundOf, type ChanceAlarms, overRates } from './stated-rate.ts';
import { limitAlarms, movingAlarms, windowAlarms } from './stated-windows.ts';

/** The expected count of a unit when nothing is unusual; without it the rate is learnt from all counts that are given. */
type Known = { readonly rate?: number };

/**
 * Chance alarms of `exact`. With the baseline before the range, the limit is that of the baseline and the rate is what all counts say, with what remains
 * unknown (undefined when there is no baseline); with a moving baseline the statement is exact for the rate.
 */
export function exactChance(counts: Counts, range: Range, options: ExactOptions & Known = {}): ChanceAlarms | undefined {
  const { alpha, baseline } = { ...exactDefaults, ...options };
  const background = withRate(counts, options.rate);
  if (baseline !== undefined)
    return overRates(background, (mean, size) => movingAlarms(countProbabilities(mean, size), countProbabilities(mean * (baseline - 1), size * (baseline - 1)), baseline, alpha), true);
  const before = backgroundOf(counts.subarray(0, range.first));
  if (before.units === 0) return undefined;
  const critical = criticalCount(before.total, before.units, alpha);
  return overRates(background, (mean, size) => limitAlarms(countProbabilities(mean, size), critical));
}

/** Chance alarms of `rollingWindow`, exact for the rate. */
export function rollingChance(counts: Counts, options: RollingOptions & Known = {}): ChanceAlarms {
  const { threshold, window } = { ...rollingDefaults, ...options };
  return overRates(withRate(counts, options.rate), (mean, size) => windowAlarms(countProbabilities(mean, size), countProbabilities(mean * (window - 1), size * (window - 1)), threshold), true);
}

/** Chance alarms of `cusum` in its steady state; undefined with a yearly wave (m = 'glm') or without a mean. A mean that is given is the rate. */
export function cusumChance(counts: Counts, range: Range, options: CusumOptions & Known = {}): ChanceAlarms | undefined {
  if (options.m === 'glm') return undefined;
  const { k, h, alpha } = { ...cusumDefaults, ...options };
  const { score } = transforms[options.trans ?? cusumDefaults.trans];
  const before = counts.subarray(0, range.first);
  const m = options.m ?? before.reduce((sum, count) => sum + count, 0) / before.length;
  if (!(m > 0)) return undefined;
  return overRates(withRate(counts, options.rate ?? options.m), (mean, size) => {
    const probabilities = countProbabilities(mean, size);
    const steps = Float64Array.from(probabilities, (_, count) => score(count, m, alpha) - k);
    return cusumAlarms(probabilities, steps, h);
  });
}

/** A known rate counts as learnt from very many units. */
function withRate(counts: Counts, rate: number | undefined) {
  const background = backgroundOf(counts);
  return rate === undefined ? background : { ...background, total: rate * 1e9, units: 1e9 };
}
