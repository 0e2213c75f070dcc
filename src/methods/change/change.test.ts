import { expect, test } from 'vitest';
import { studentQuantile } from '../distribution/student.ts';
import { pairedChange } from './paired.ts';

test('the interval of Student’s sleep data is that of R', () => {
  const one = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
  const two = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
  const change = pairedChange(one.map((before, index) => ({ before, after: two[index] ?? 0 })), 1);
  expect(change.mean).toBeCloseTo(1.58, 10);
  expect(change.low).toBeCloseTo(0.7001142, 6);
  expect(change.high).toBeCloseTo(2.4598858, 6);
  expect(change).toMatchObject({ people: 10, better: 9, same: 1, worse: 0 });
});

test('where less is better the sign is turned, and one person has no interval', () => {
  expect(pairedChange([{ before: 8, after: 5 }], -1)).toEqual({ people: 1, mean: 3, low: undefined, high: undefined, better: 1, same: 0, worse: 0 });
  expect(pairedChange([], 1)).toMatchObject({ people: 0, mean: undefined });
  expect(pairedChange([{ before: 1, after: 2 }, { before: 4, after: 5 }], 1)).toMatchObject({ low: 1, high: 1 });
});

test('the quantiles of t are those of the printed tables', () => {
  for (const [degrees, t] of [[1, 12.7062], [2, 4.30265], [9, 2.262157], [30, 2.042272], [1000, 1.962339]] as const) expect(studentQuantile(0.05, degrees)).toBeCloseTo(t, 4);
  expect(studentQuantile(0, 3)).toBeNaN();
});
