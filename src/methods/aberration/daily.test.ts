import { expect, test } from 'vitest';
import { daily, expectedDays, firstDailyUnit } from './daily.ts';
import { ears } from './ears.ts';
import { negativeBinomialCusum } from './negative-binomial-cusum.ts';
import { labelledSeries, scoreAlarms } from './synthetic.ts';

const [days, quiet] = [365 * 5, 365 * 2];
const range = { first: quiet, last: days - 1 };

test('on labelled series half of the outbreaks are found with alarms on 3 % of other days or fewer, more than EARS C2 finds', () => {
  const scores = [0.5, 2, 10].flatMap((level) =>
    [1.1, 2].flatMap((dispersion) =>
      [1, 2, 3].map((seed) => {
        const series = labelledSeries({ level, dispersion, yearly: 0.3, weekly: 0.2, growth: 0.05, outbreakSize: 5 }, days, 0, 50 * seed + level);
        const judged = { ...series, outbreaks: series.outbreaks.filter(({ first }) => first >= quiet) };
        return { own: scoreAlarms(judged, daily(series.counts, range).alarm, quiet), c2: scoreAlarms(judged, ears('C2', series.counts, range, { minSigma: 0.5 }).alarm, quiet) };
      }),
    ),
  );
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  expect(mean(scores.map(({ own }) => own.falsePositives))).toBeLessThanOrEqual(0.03);
  expect(mean(scores.map(({ own }) => own.detected))).toBeGreaterThanOrEqual(0.5);
  expect(mean(scores.map(({ own }) => own.detected))).toBeGreaterThan(mean(scores.map(({ c2 }) => c2.detected)));
});

test('an alarm is a count above the bound', () => {
  const { counts } = labelledSeries({ level: 3, dispersion: 1.5, yearly: 0.3, weekly: 0.3, growth: 0, outbreakSize: 6 }, days, 0, 8);
  const { upperBound, alarm } = daily(counts, range);
  expect(alarm.reduce((a, b) => a + b, 0)).toBeGreaterThan(10);
  expect(Array.from(alarm, (one, at) => one === 1 === (counts[quiet + at] ?? 0) > (upperBound[at] ?? 0)).every(Boolean)).toBe(true);
});

test('what is expected follows the day of the week, and nothing after a day changes it', () => {
  const counts = Float64Array.from({ length: 500 }, (_, day) => (day % 7 === 0 ? 20 : 5));
  const means = expectedDays(counts);
  expect(means[497]).toBeGreaterThan(17);
  expect(means[498]).toBeLessThan(6.5);
  expect(means[300]).toBeNaN();
  const changed = counts.map((count, day) => (day >= 450 ? 99 : count));
  expect(expectedDays(changed).subarray(0, 451)).toEqual(means.subarray(0, 451));
});

test('there is no bound before the year and a half that the detector learns from', () => {
  const { upperBound } = daily(new Float64Array(700).fill(2), { first: firstDailyUnit - 1, last: 699 });
  expect(upperBound.every(Number.isNaN)).toBe(true);
});

test('the likelihood ratio of a rise falls below and rises above its mean, and is kept up to the limit that was set', () => {
  const means = new Float64Array(4).fill(4);
  const { sums, bounds } = negativeBinomialCusum(Float64Array.from([0, 9, 9, Number.NaN]), means, 2, { dispersion: 1.5, keep: 1 });
  // log of NB(9; mean 4 + sqrt 6, size 8) over NB(9; mean 4, size 8), from the two probabilities
  const size = 8;
  const mass = (mean: number) => (mean / (mean + size)) ** 9 * (size / (mean + size)) ** size;
  expect(sums[0]).toBe(0);
  expect(sums[1]).toBeCloseTo(Math.log(mass(4 + Math.sqrt(6)) / mass(4)), 12);
  expect(sums[2]).toBeCloseTo(1 + (sums[1] ?? 0), 12);
  expect(sums[3]).toBe(sums[2]);
  expect(bounds[2]).toBeLessThan(bounds[1] ?? 0);
});
