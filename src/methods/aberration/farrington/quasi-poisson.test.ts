import { expect, test } from 'vitest';
import { createFitter } from './quasi-poisson.ts';
import { createRows } from './rows.ts';

function fitRows(counts: readonly number[], times: readonly number[], groups: readonly number[], trend: boolean) {
  const rows = createRows(counts.length);
  rows.count.set(counts);
  rows.time.set(times);
  rows.group.set(groups);
  rows.length = counts.length;
  return createFitter(counts.length, 1 + Math.max(...groups))(rows, new Float64Array(counts.length).fill(1), trend);
}

// Expected values were computed with glm(family = quasipoisson) of R 4.2.2.
test('a trend that takes all weight from all rows but one still converges as in R', () => {
  const found = fitRows([3, 0, 0], [-1000, -999, -998], [0, 0, 0], true);
  expect(found?.converged).toBe(true);
  expect(found?.slope).toBeCloseTo(-23.4492789898, 6);
  expect((found?.sums.spread ?? 0) / 5.33978323972e-10).toBeCloseTo(1, 6);
});

test('a slope without end does not converge within 25 rounds, as in R', () => {
  const found = fitRows([0, 0, 0, 4], [-1000, -999, -500, -499], [0, 0, 0, 0], true);
  expect(found?.converged).toBe(false);
  expect(found?.slope).toBeCloseTo(19.7493096719, 6);
});

test('groups have their own level, and without a trend it is their mean', () => {
  const found = fitRows([1, 3, 10, 20], [-4, -3, -2, -1], [0, 0, 1, 1], false);
  expect(found?.degrees).toBe(2);
  expect(Math.exp(found?.levels[0] ?? 0)).toBeCloseTo(2, 7);
  expect(Math.exp(found?.levels[1] ?? 0)).toBeCloseTo(15, 7);
});

test('no slope can be had where every group has one time only', () => {
  expect(fitRows([1, 2], [-2, -1], [0, 1], true)).toBeUndefined();
});
