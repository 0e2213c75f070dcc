import { expect, test } from 'vitest';
import { drawPoisson, seededRandom } from '../distribution/random.ts';
import { reverseHazards, sharesReported, type Triangle } from './delay.ts';
import { nowcast } from './nowcast.ts';

/** Rows of Poisson counts whose reports come after 0 to 4 units. */
const delayShares = [0.35, 0.3, 0.2, 0.1, 0.05];
function simulate(rate: number, rows: number, seed: number): Triangle {
  const random = seededRandom(seed);
  return Array.from({ length: rows }, () => delayShares.map((share) => drawPoisson(random, rate * share)));
}

test('the share reported follows from the units for which a delay is known', () => {
  const hazards = reverseHazards([[2, 2, 1], [4, 2, 9], [3, 9, 9]], 52);
  expect(hazards).toEqual([{ at: 9, before: 0 }, { at: 4, before: 6 }, { at: 1, before: 4 }]);
  const shares = sharesReported([1, 0.4, 0.2]);
  expect(shares[2]).toBe(1);
  expect(shares[1]).toBeCloseTo(0.8, 12);
  expect(shares[0]).toBeCloseTo(0.48, 12);
});

test('what comes after the present unit is not read', () => {
  const triangle = simulate(3, 40, 5);
  const spoilt = triangle.map((row, t) => row.map((count, d) => (t + d >= 40 ? 1000 : count)));
  expect(nowcast(spoilt)).toEqual(nowcast(triangle));
});

test('without a report the interval still reaches above zero, and never below what was reported', () => {
  const triangle = [...simulate(0.3, 40, 3), ...Array.from({ length: 4 }, () => [0, 0, 0, 0, 0])];
  for (const { reported, low, high, expected } of nowcast(triangle)) {
    expect(low).toBeGreaterThanOrEqual(reported);
    expect(expected).toBeGreaterThan(reported);
    expect(high).toBeGreaterThan(0);
  }
});

test('intervals hold the final counts as often as they say, from 0.3 to 5 events a week', () => {
  const holds = [0.3, 1, 5].map((rate) => {
    let [held, all, width, ended, expected] = [0, 0, 0, 0, 0];
    for (let seed = 1; seed <= 150; seed += 1) {
      const triangle = simulate(rate, 60, seed * 7);
      for (const { unit, low, high, ...rest } of nowcast(triangle, { level: 0.9, draws: 400 })) {
        const end = (triangle[unit] ?? []).reduce((sum, count) => sum + count, 0);
        held += end >= low && end <= high ? 1 : 0;
        width += high - low;
        ended += end;
        expected += rest.expected;
        all += 1;
      }
    }
    return { held: held / all, width: width / all / rate, ratio: expected / ended };
  });
  for (const { held } of holds) expect(held).toBeGreaterThan(0.88);
  for (const { ratio } of holds.slice(1)) expect(Math.abs(ratio - 1)).toBeLessThan(0.08);
  expect(holds[2]?.held).toBeLessThan(0.99);
  expect(holds[2]?.width).toBeLessThan(1.2);
});

test('a triangle without a complete unit or with uneven rows is refused', () => {
  expect(() => nowcast([[1, 2, 3], [1, 2, 3]])).toThrow('no unit is complete');
  expect(() => nowcast([[1, 2], [1]])).toThrow('every row');
});
