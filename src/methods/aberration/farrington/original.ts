import { normalQuantile } from '../../distribution/normal.ts';
import { type Counts, type Detection, emptyDetection, type Range } from '../detection.ts';
import { enoughCases } from './enough.ts';
import { createModel } from './model.ts';
import { type PowerName, powerBound } from './threshold.ts';

export type OriginalOptions = {
  readonly frequency?: number;
  readonly b?: number;
  readonly w?: number;
  readonly reweight?: boolean;
  /** Of the two-sided prediction interval. */
  readonly alpha?: number;
  readonly trend?: boolean;
  readonly limit54?: readonly [number, number];
  readonly powertrans?: PowerName;
};

export const originalDefaults = { frequency: 52, b: 5, w: 3, reweight: true, alpha: 0.05, trend: true, limit54: [5, 4], powertrans: '2/3' } as const;

/**
 * The method of Farrington, Andrews, Beale and Catchpole (1996, JRSS A 159), with the options and conventions of `farrington` in R's `surveillance`: reference
 * values that lie before the series are left out, and the bound is 0 where limit54 is not reached. The bound is NaN where a reference value is
 * missing or no model can be had.
 */
export function farrington(counts: Counts, range: Range, options: OriginalOptions = {}): Detection {
  const settings = { ...originalDefaults, ...options };
  const { b, w, frequency } = settings;
  const { upperBound, alarm } = emptyDetection(range);
  const { rows, expect } = createModel(b * (2 * w + 1), 1);
  const model = { ...settings, weightsThreshold: 1, pThresholdTrend: 0.05, group: 0, variance: 'working', useUnconverged: true } as const;
  const z = normalQuantile(1 - settings.alpha / 2);
  for (let unit = range.first; unit <= range.last; unit += 1) {
    rows.length = 0;
    let missing = false;
    for (let year = b; year >= 1; year -= 1) {
      for (let i = Math.max(0, unit - year * frequency - w); i <= unit - year * frequency + w; i += 1) {
        const count = counts[i] ?? Number.NaN;
        if (Number.isNaN(count)) missing = true;
        rows.count[rows.length] = count;
        rows.time[rows.length] = i - unit;
        rows.length += 1;
      }
    }
    const count = counts[unit] ?? Number.NaN;
    if (missing || rows.length === 0 || Number.isNaN(count)) continue;
    const at = unit - range.first;
    if (!enoughCases(counts, unit, settings.limit54)) {
      upperBound[at] = 0;
      continue;
    }
    const expectation = expect(model);
    if (!expectation || Number.isNaN(expectation.eta)) continue;
    const [bound, mean] = [powerBound(expectation, settings.powertrans, z), Math.max(Math.exp(expectation.eta), Number.EPSILON)];
    upperBound[at] = bound;
    if ((count - mean) / (bound - mean) > 1) alarm[at] = 1;
  }
  return { upperBound, alarm };
}
