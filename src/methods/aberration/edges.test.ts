import { expect, test } from 'vitest';
import { cusum } from './cusum.ts';
import type { Detection } from './detection.ts';
import { farringtonFlexible } from './farrington/flexible.ts';
import { farrington } from './farrington/original.ts';

/** Expected values were computed with R 4.2.2 and surveillance 1.20.3. */
function holds({ upperBound, alarm }: Detection, bounds: readonly number[], alarms: readonly number[]) {
  expect([...alarm]).toEqual(alarms);
  bounds.forEach((bound, at) => {
    expect(Math.abs((upperBound[at] ?? 0) / bound - 1)).toBeLessThan(1e-9);
  });
}

test('a trend needs three years, and without them the level alone is used', () => {
  const counts = Float64Array.from({ length: 60 }, (_, i) => Math.floor(30 - i * 0.45));
  const range = { first: 49, last: 51 };
  holds(farringtonFlexible(counts, range, { frequency: 12, b: 2, w: 3 }), [22.5036733201384, 21.8984364400506, 21.3784530255999], [0, 0, 0]);
  holds(farringtonFlexible(counts, range, { frequency: 12, b: 3, w: 3 }), [15.2468257218745, 14.700014015395, 14.2843068291249], [0, 0, 0]);
});

test('a trend that falls without end, as all events are in the oldest week, gives way to the level', () => {
  const counts = new Float64Array(60);
  counts[11] = 5;
  counts[49] = 3;
  holds(farrington(counts, { first: 49, last: 49 }, { frequency: 12, b: 3, w: 2, reweight: false, limit54: [0, 4] }), [5.17907458335667], [0]);
});

test('one event in the newest reference value leaves weights so uneven that sums alone would not do', () => {
  const counts = new Float64Array(200);
  counts[175] = 1;
  counts[199] = 2;
  holds(farrington(counts, { first: 199, last: 199 }, { frequency: 26, b: 2, w: 2, limit54: [0, 4], powertrans: 'none' }), [0.4162453948204], [1]);
});

test('the CUSUM follows a yearly wave', () => {
  const counts = Float64Array.from({ length: 60 }, (_, i) => [1, 3, 5, 6, 8, 7, 4, 2, 1, 0, 1, 2][i % 12] ?? 0);
  holds(cusum(counts, { first: 48, last: 53 }, { m: 'glm', k: 0.2, h: 1, frequency: 12 }), [4, 5, 8, 11, 12, 10], [0, 0, 0, 0, 0, 0]);
});

test('after a missing count the CUSUM has no bound and no alarm', () => {
  const { upperBound, alarm } = cusum(Float64Array.from([1, 0, 2, 1, 30, Number.NaN, 30]), { first: 4, last: 6 });
  expect([...alarm]).toEqual([1, 0, 0]);
  expect([...upperBound].map(Number.isNaN)).toEqual([false, true, true]);
});
