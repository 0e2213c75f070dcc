import type { Counts } from './detection.ts';

export type ShiftOptions = {
  /** Variance over mean of the counts when nothing is unusual; above 1. */
  readonly dispersion: number;
  /** The rise to be found, in standard deviations of the day. */
  readonly shift?: number;
  /** What the sum keeps at most from one unit to the next; no limit unless given. */
  readonly keep?: number;
};

/**
 * The CUSUM of log likelihood ratios between negative binomial counts at the expected mean and at a mean raised by `shift` standard deviations (Höhle
 * and Paul, 2008, Computational Statistics and Data Analysis 52). With `keep` it forgets an outbreak within days instead of
 * giving alarms long after it. Gives the sum of each unit and, in `bounds`, the count above which the sum exceeds `limit`. A missing count or
 * mean leaves the sum as it was.
 */
export function negativeBinomialCusum(counts: Counts, means: Float64Array, limit: number, options: ShiftOptions): { sums: Float64Array; bounds: Float64Array } {
  const { dispersion, shift = 1, keep = Number.POSITIVE_INFINITY } = options;
  const sums = new Float64Array(counts.length);
  const bounds = new Float64Array(counts.length).fill(Number.NaN);
  let sum = 0;
  for (let unit = 0; unit < counts.length; unit += 1) {
    const [count, mean] = [counts[unit] ?? Number.NaN, means[unit] ?? Number.NaN];
    const size = mean / (dispersion - 1);
    const raised = mean + shift * Math.sqrt(dispersion * mean);
    const gain = Math.log((raised * (size + mean)) / (mean * (size + raised)));
    const cost = size * Math.log((size + raised) / (size + mean));
    const kept = Math.min(sum, keep);
    bounds[unit] = (limit - kept + cost) / gain;
    if (!Number.isNaN(count + gain + cost)) sum = Math.max(0, kept + count * gain - cost);
    sums[unit] = sum;
  }
  return { sums, bounds };
}
