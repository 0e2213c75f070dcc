import { type Counts, type Detection, emptyDetection, type Range } from './detection.ts';

export type RollingOptions = {
  /** Events in the window that are an alarm. */
  readonly threshold?: number;
  /** Length of the window in units, the judged one included. */
  readonly window?: number;
};

export const rollingDefaults = { threshold: 6, window: 2 } as const;

/**
 * An alarm for each unit at whose end the window holds `threshold` events or more: with daily counts and the defaults, six overdoses in two days. The
 * bound is the largest count of the unit that is no alarm, given those before it (below 0 when they suffice alone). Missing counts add nothing; where the
 * judged count is missing there is no bound.
 */
export function rollingWindow(counts: Counts, range: Range, options: RollingOptions = {}): Detection {
  const { threshold, window } = { ...rollingDefaults, ...options };
  const { upperBound, alarm } = emptyDetection(range);
  const at = (unit: number) => counts[unit] || 0;
  let before = 0;
  for (let i = range.first - window + 1; i < range.first; i += 1) before += at(i);
  for (let unit = range.first; unit <= range.last; unit += 1) {
    if (!Number.isNaN(counts[unit] ?? Number.NaN)) {
      upperBound[unit - range.first] = threshold - 1 - before;
      if (before + at(unit) >= threshold) alarm[unit - range.first] = 1;
    }
    before += at(unit) - at(unit - window + 1);
  }
  return { upperBound, alarm };
}
