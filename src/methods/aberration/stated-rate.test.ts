import { expect, test } from 'vitest';
import { clusterOnsetsPerYear, findClusters } from './cluster.ts';
import { cusum } from './cusum.ts';
import { transformNames } from './cusum-transform.ts';
import { criticalCount, exact } from './exact.ts';
import { rollingWindow } from './rolling-window.ts';
import { alarmsOf, drawCounts } from './simulated-rate.ts';
import { backgroundOf } from './stated-rate.ts';
import { cusumChance, exactChance, rollingChance } from './stated-rules.ts';

const [before, units] = [520, 208_000];
const range = { first: before, last: before + units - 1 };

for (const mean of [0.3, 1, 5]) {
  test(`alarms in 4,000 years at ${mean} events a week are as many as stated, for every rule that states them`, () => {
    const counts = drawCounts({ mean, before, units, seed: 5 });
    const compared = [
      ...[{}, { alpha: 0.05 }, { alpha: 0.05, baseline: 104 }].map((options) => ({ stated: exactChance(counts, range, options), seen: alarmsOf(exact(counts, range, options)) })),
      ...[{}, { threshold: 8, window: 4 }].map((options) => ({ stated: rollingChance(counts, options), seen: alarmsOf(rollingWindow(counts, range, options)) })),
      ...transformNames
        .map((trans) => ({ trans, ...(trans === 'none' ? { k: 1.5 * mean + 0.3, h: 4 } : {}) }))
        .map((options) => ({ stated: cusumChance(counts, range, options), seen: alarmsOf(cusum(counts, range, options)) })),
    ].filter(({ seen }) => seen.begins * units > 800);
    expect(compared.length).toBeGreaterThanOrEqual(5);
    for (const { stated, seen } of compared) expect(Math.abs((stated?.begins ?? 0) / seen.begins - 1)).toBeLessThan(0.1);
    const often = compared.filter(({ seen }) => seen.begins * units > 3000);
    for (const { stated, seen } of often) expect(Math.abs((stated?.stands ?? 0) / seen.stands - 1)).toBeLessThan(0.1);
  });
}

test('the statement allows for a background that varies more than chance', () => {
  const counts = drawCounts({ mean: 2, size: 2, before, units: 100_000, seed: 6 });
  const where = { first: before, last: counts.length - 1 };
  expect(backgroundOf(counts).size).toBeGreaterThan(1.8);
  expect(backgroundOf(counts).size).toBeLessThan(2.2);
  expect(backgroundOf(drawCounts({ mean: 2, before, units: 100_000, seed: 6 })).size).toBe(Number.POSITIVE_INFINITY);
  expect(Math.abs(rollingChance(counts).begins / alarmsOf(rollingWindow(counts, where)).begins - 1)).toBeLessThan(0.1);
  expect(Math.abs((exactChance(counts, where)?.begins ?? 0) / alarmsOf(exact(counts, where)).begins - 1)).toBeLessThan(0.1);
});

test('the exact limit is that of the binomial test, also after no events at all', () => {
  expect(criticalCount(0, 52, 0.05)).toBe(1);
  expect(criticalCount(0, 9, 0.05)).toBe(2);
  // P(Bin(8, 1/5) >= 4) = 0.056, P(Bin(9, 1/5) >= 5) = 0.020
  expect(criticalCount(4, 4, 0.05)).toBe(5);
  expect(() => criticalCount(3, 0, 0.05)).toThrow(RangeError);
});

test('the rolling window counts the judged day and the days before it, and its bound leaves out the judged day', () => {
  const { upperBound, alarm } = rollingWindow(Float64Array.from([3, 3, 2, Number.NaN, 6, 0]), { first: 0, last: 5 });
  expect([...alarm]).toEqual([0, 1, 0, 0, 1, 1]);
  expect([...upperBound]).toEqual([5, 2, 2, Number.NaN, 5, -1]);
});

test('a cluster begins with the sixth overdose in 48 hours, the third at one place, or a contaminated drug', () => {
  const events = [0, 10, 20, 30, 40, 47].map((at) => ({ at }));
  expect(findClusters(events)).toEqual([{ kind: 'window', at: 47, count: 6 }]);
  expect(findClusters(events.map(({ at }) => ({ at: at === 47 ? 48 : at })))).toEqual([]);
  expect(findClusters([0, 5, 9].map((at) => ({ at, place: 'A' })))).toEqual([{ kind: 'place', at: 9, count: 3, place: 'A' }]);
  expect(findClusters([{ at: 3, contaminated: true }])).toEqual([{ kind: 'contamination', at: 3, count: 1 }]);
});

test('clusters by chance come as often as simulated events say', () => {
  const [perYear, years] = [250, 300];
  const gaps = drawCounts({ mean: perYear / 8766, before: 0, units: 8766 * years, seed: 9 });
  let [begun, inWindow] = [0, 0];
  const recent: number[] = [];
  gaps.forEach((count, hour) => {
    while (recent.length > 0 && (recent[0] ?? 0) <= hour - 48) recent.shift();
    for (let n = 0; n < count; n += 1) {
      recent.push(hour);
      inWindow = recent.length;
      if (inWindow === 6) begun += 1;
    }
  });
  expect(Math.abs(clusterOnsetsPerYear(perYear) / (begun / years) - 1)).toBeLessThan(0.1);
});
