import { normalQuantile } from '../../distribution/normal.ts';
import { type Counts, type Detection, emptyDetection, type Range } from '../detection.ts';
import { enoughCases } from './enough.ts';
import { type Layout, seasonLayout } from './layout.ts';
import { createModel, type Expectation } from './model.ts';
import type { Rows } from './rows.ts';
import { countBound, type PowerName, powerBound } from './threshold.ts';

export type ThresholdMethod = 'delta' | 'nbPlugin' | 'muan';
export type FlexibleOptions = {
  readonly frequency?: number;
  readonly b?: number;
  readonly w?: number;
  readonly reweight?: boolean;
  readonly weightsThreshold?: number;
  readonly alpha?: number;
  readonly trend?: boolean;
  readonly pThresholdTrend?: number;
  /** An alarm needs that many events in that many last units. */
  readonly limit54?: readonly [number, number];
  readonly powertrans?: PowerName;
  readonly noPeriods?: number;
  /** `w` unless given. */
  readonly pastWeeksNotIncluded?: number | null;
  readonly thresholdMethod?: ThresholdMethod;
};

export const flexibleDefaults = {
  frequency: 52, b: 5, w: 3, reweight: true, weightsThreshold: 2.58, alpha: 0.05, trend: true, pThresholdTrend: 0.05, limit54: [5, 4], powertrans: '2/3', noPeriods: 1, thresholdMethod: 'delta',
} as const;

/**
 * The flexible Farrington method (Noufaily, Enki, Farrington, Garthwaite, Andrews and Charlett, 2013, Statistics in Medicine 32), with the options and
 * conventions of `farringtonFlexible` in R's `surveillance` (Salmon, Schumacher and Höhle, 2016, Journal of Statistical Software 70).
 * The bound is NaN where limit54 is not reached, where years are missing, or where no model converges.
 */
export function farringtonFlexible(counts: Counts, range: Range, options: FlexibleOptions = {}): Detection & { readonly expected: Float64Array } {
  const settings = { ...flexibleDefaults, ...options };
  const { b, w, frequency, noPeriods, alpha, thresholdMethod } = settings;
  const layout = seasonLayout({ b, w, noPeriods, frequency, pastWeeksNotIncluded: settings.pastWeeksNotIncluded ?? w });
  const { upperBound, alarm } = emptyDetection(range);
  const expected = new Float64Array(alarm.length).fill(Number.NaN);
  if (!layout) return { upperBound, alarm, expected };
  const { rows, expect } = createModel(layout.offsets.length, layout.groupCount);
  const model = { ...settings, group: noPeriods - 1, variance: 'prior', useUnconverged: false } as const;
  const z = normalQuantile(1 - alpha);
  for (let unit = Math.max(range.first, b * frequency + Math.max(0, w - 1)); unit <= range.last; unit += 1) {
    if (!enoughCases(counts, unit, settings.limit54)) continue;
    fillRows(rows, counts, unit, layout);
    const expectation = expect(model);
    if (!expectation || Number.isNaN(expectation.eta)) continue;
    const at = unit - range.first;
    const bound = thresholdMethod === 'delta' ? powerBound(expectation, settings.powertrans, z) : countBound(expectation, thresholdMethod, alpha);
    upperBound[at] = bound;
    expected[at] = Math.exp(expectation.eta);
    if (exceeds(counts[unit] ?? 0, bound, centreOf(expectation, thresholdMethod))) alarm[at] = 1;
  }
  return { upperBound, alarm, expected };
}

function fillRows(rows: Rows, counts: Counts, unit: number, { offsets, groups }: Layout): void {
  const { count, time, group } = rows;
  let filled = 0;
  for (let i = 0; i < offsets.length; i += 1) {
    const offset = offsets[i] ?? 0;
    const value = counts[unit + offset] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    count[filled] = value;
    time[filled] = offset;
    group[filled] = groups[i] ?? 0;
    filled += 1;
  }
  rows.length = filled;
}

/** R's `surveillance` measures the excess from the mean, for the two count thresholds from its logarithm; an alarm needs at least one event. */
function centreOf({ eta }: Expectation, method: ThresholdMethod): number {
  return method === 'delta' ? Math.max(Math.exp(eta), Number.EPSILON) : eta;
}

function exceeds(count: number, bound: number, centre: number): boolean {
  return count !== 0 && (count - centre) / (bound - centre) > 1;
}
