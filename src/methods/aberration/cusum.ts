import { type TransformName, transforms } from './cusum-transform.ts';
import { type Counts, type Detection, emptyDetection, type Range } from './detection.ts';
import { seasonalMean } from './seasonal-mean.ts';

export type CusumOptions = {
  /** Reference value, in units of the transformed counts: half the shift that is to be found. */
  readonly k?: number;
  /** Decision interval: the sum that gives an alarm. */
  readonly h?: number;
  readonly trans?: TransformName;
  /** Overdispersion of the two negative binomial transformations: variance = mean + alpha mean². */
  readonly alpha?: number;
  /** The mean when nothing is unusual; 'glm' for a yearly wave; the mean of the counts before the range unless given. */
  readonly m?: number | 'glm';
  /** Units in a year, for the yearly wave. */
  readonly frequency?: number;
};

export const cusumDefaults = { k: 1.04, h: 2.26, trans: 'standard', alpha: 0.1 } as const;

/**
 * The upper CUSUM of transformed counts (Rossi, Lampugnani and Marchi, 1999, Statistics in Medicine 18), which is not set back after an alarm.
 * Gives the sum of each unit too. The bound is NaN where a count is missing, and from there on; it is 0 where the formula gives nothing
 * (mean 0) or less than nothing, as in R's `surveillance`.
 */
export function cusum(counts: Counts, range: Range, options: CusumOptions = {}): Detection & { readonly sums: Float64Array } {
  const { k, h, alpha } = { ...cusumDefaults, ...options };
  const { score, bound } = transforms[options.trans ?? cusumDefaults.trans];
  const meanAt = meanOf(counts, range, options);
  const { upperBound, alarm } = emptyDetection(range);
  const sums = new Float64Array(alarm.length);
  let sum = 0;
  let broken = false;
  for (let at = 0; at < alarm.length; at += 1) {
    const count = counts[range.first + at] ?? Number.NaN;
    const mean = meanAt(range.first + at);
    if (Number.isNaN(count) || Number.isNaN(mean)) broken = true;
    const before = sum;
    sum = Math.max(0, before + (score(count, mean, alpha) - k));
    sums[at] = sum;
    if (broken) continue;
    const limit = bound(h + k - before, mean, alpha, h - sum);
    upperBound[at] = limit > 0 ? limit : 0;
    if (sum >= h) alarm[at] = 1;
  }
  return { upperBound, alarm, sums };
}

function meanOf(counts: Counts, range: Range, { m, frequency = 52 }: CusumOptions): (unit: number) => number {
  if (m === 'glm') return seasonalMean(counts.subarray(0, range.first), frequency);
  const before = counts.subarray(0, range.first);
  const mean = m ?? before.reduce((sum, count) => sum + count, 0) / before.length;
  return () => mean;
}
