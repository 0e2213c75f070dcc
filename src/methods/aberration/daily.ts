import { type Counts, type Detection, emptyDetection, type Range } from './detection.ts';
import { negativeBinomialCusum } from './negative-binomial-cusum.ts';

export type DailyOptions = {
  /** The share of ordinary days that may be alarms. */
  readonly falsePositiveRate?: number;
};

const week = 7;
const year = 364;
const level = 28;
const gap = 2;
const leastPast = 180;
const priorWeeks = 8;
/** The first day, 0-based, that has an expected mean, and the first that can be judged. */
export const firstExpectedDay = year + gap;
export const firstDailyUnit = firstExpectedDay + leastPast;

/**
 * A detector for daily counts: the negative binomial CUSUM for a rise of one standard deviation, which keeps at most 1 from day to day. Expected is the
 * level of the last 28 days (two days left between, as in EARS C2) times the share of the day of the week in the last 52 weeks. The limit is the one that the
 * community's own year before the range would have exceeded on `falsePositiveRate` of its days, outbreaks included, and so errs to the
 * cautious side. The bound is NaN before day 546 of the series, where a year and half a year are not there.
 */
export function daily(counts: Counts, range: Range, options: DailyOptions = {}): Detection & { readonly means: Float64Array } {
  const { upperBound, alarm } = emptyDetection(range);
  const means = expectedDays(counts);
  if (range.first < firstDailyUnit) return { upperBound, alarm, means };
  const from = Math.max(firstExpectedDay, range.first - year);
  const dispersion = dispersionOf(counts.subarray(from, range.first), means.subarray(from, range.first));
  const settings = { dispersion, shift: 1, keep: 1 };
  const past = negativeBinomialCusum(counts.subarray(from, range.first), means.subarray(from, range.first), 0, settings).sums.sort();
  const limit = past[Math.ceil(past.length * (1 - (options.falsePositiveRate ?? 0.03))) - 1] ?? Number.NaN;
  const { sums, bounds } = negativeBinomialCusum(counts.subarray(from, range.last + 1), means.subarray(from, range.last + 1), limit, settings);
  for (let at = 0; at < alarm.length; at += 1) {
    if (Number.isNaN(counts[range.first + at] ?? Number.NaN)) continue;
    upperBound[at] = bounds[range.first + at - from] ?? Number.NaN;
    if ((sums[range.first + at - from] ?? 0) > limit) alarm[at] = 1;
  }
  return { upperBound, alarm, means };
}

/** What is expected each day from those before it; NaN in the first year. Missing counts are left out of every sum. */
export function expectedDays(counts: Counts): Float64Array {
  const means = new Float64Array(counts.length).fill(Number.NaN);
  const [sums, days] = [new Float64Array(week), new Float64Array(week)];
  const add = (day: number, times: number) => {
    const count = counts[day] ?? Number.NaN;
    if (Number.isNaN(count)) return;
    sums[day % week] = (sums[day % week] ?? 0) + times * count;
    days[day % week] = (days[day % week] ?? 0) + times;
  };
  for (let day = 0; day < year; day += 1) add(day, 1);
  for (let day = firstExpectedDay; day < counts.length; day += 1) {
    const [total, known] = [sums.reduce((a, b) => a + b, 0), days.reduce((a, b) => a + b, 0)];
    const mean = (total + 0.5) / known;
    const share = (weekday: number) => ((sums[weekday] ?? 0) + priorWeeks * mean) / ((days[weekday] ?? 0) + priorWeeks) / mean;
    let [seen, weight] = [0, 0];
    for (let i = day - gap - level; i < day - gap; i += 1) {
      const count = counts[i] ?? Number.NaN;
      if (Number.isNaN(count)) continue;
      seen += count;
      weight += share(i % week);
    }
    means[day] = (share(day % week) * (seen + 0.5)) / (weight + 0.5 / mean);
    add(day - gap - year, -1);
    add(day - gap, 1);
  }
  return means;
}

/** Pearson's mean square, 1.02 or more so that counts stay negative binomial. */
function dispersionOf(counts: Counts, means: Float64Array): number {
  let [sum, known] = [0, 0];
  counts.forEach((count, i) => {
    const mean = means[i] ?? Number.NaN;
    if (Number.isNaN(count + mean)) return;
    sum += (count - mean) ** 2 / mean;
    known += 1;
  });
  return Math.max(1.02, sum / known);
}
