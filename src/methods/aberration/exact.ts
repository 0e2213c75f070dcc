import { binomialAtLeast } from '../distribution/tails.ts';
import { type Counts, type Detection, emptyDetection, type Range } from './detection.ts';

export type ExactOptions = {
  /** The probability, at most, that a count this high is chance. */
  readonly alpha?: number;
  /** Units before the judged one that are the baseline, moving along with it; all counts before the range unless given. */
  readonly baseline?: number;
};

export const exactDefaults = { alpha: 0.01 } as const;

/**
 * The smallest count that is an alarm after `total` events in `units` units: when two Poisson counts have the same rate, the present one is binomial given
 * their sum (Przyborowski and Wilenski, 1940, Biometrika 31; as a prediction limit Nelson, 1982, Applied Life Data Analysis). It holds at
 * small counts, also after none at all, and allows for the baseline's own uncertainty. Throws RangeError without a unit.
 */
export function criticalCount(total: number, units: number, alpha: number): number {
  if (!(units > 0)) throw new RangeError('the baseline must have a unit');
  const chance = (count: number) => binomialAtLeast(count, total + count, 1 / (units + 1));
  let [low, high] = [0, 1];
  while (chance(high) > alpha) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const half = Math.floor((low + high) / 2);
    if (chance(half) > alpha) low = half;
    else high = half;
  }
  return high;
}

/** Judges each count by the exact test against its baseline; the bound is the largest count that is no alarm. Missing counts are left out. */
export function exact(counts: Counts, range: Range, options: ExactOptions = {}): Detection {
  const { alpha, baseline } = { ...exactDefaults, ...options };
  const { upperBound, alarm } = emptyDetection(range);
  const known = new Map<number, number>();
  const add = (unit: number, times: number) => {
    const count = counts[unit] ?? Number.NaN;
    if (Number.isNaN(count)) return;
    total += times * count;
    units += times;
  };
  let [total, units] = [0, 0];
  for (let i = Math.max(0, range.first - (baseline ?? range.first)); i < range.first; i += 1) add(i, 1);
  for (let at = 0; at < alarm.length; at += 1) {
    const unit = range.first + at;
    const key = total * 100_000 + units;
    const critical = known.get(key) ?? (units > 0 ? criticalCount(total, units, alpha) : Number.NaN);
    known.set(key, critical);
    upperBound[at] = critical - 1;
    if ((counts[unit] ?? 0) >= critical) alarm[at] = 1;
    if (baseline === undefined) continue;
    add(unit - baseline, -1);
    add(unit, 1);
  }
  return { upperBound, alarm };
}
