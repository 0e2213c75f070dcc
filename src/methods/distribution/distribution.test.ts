import fc from 'fast-check';
import { expect, test } from 'vitest';
import { betaTails } from './beta.ts';
import { gammaTails, logGamma } from './gamma.ts';
import { countProbabilities } from './masses.ts';
import { normalQuantile } from './normal.ts';
import { negativeBinomialQuantile, poissonQuantile } from './quantiles.ts';
import { countSampler, drawGamma, drawPoisson, seededRandom } from './random.ts';
import { binomialAtLeast, negativeBinomialAtLeast, poissonAtLeast, studentBeyond } from './tails.ts';

/** Expected values were computed with R 4.2.2. */
function near(found: readonly number[], wanted: readonly number[], tolerance = 1e-12) {
  expect(found.length).toBe(wanted.length);
  found.forEach((value, i) => {
    expect(Math.abs(value / (wanted[i] ?? 0) - 1)).toBeLessThan(tolerance);
  });
}

test('normal quantiles are those of R', () => {
  near([0.001, 0.025, 0.6, 0.9999999].map(normalQuantile), [-3.0902323061678132, -1.9599639845400538, 0.25334710313579978, 5.1993375822906618], 1e-14);
  expect([0, 1, -0.1].map(normalQuantile)).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NaN]);
});

test('gamma and beta functions are those of R, in both tails', () => {
  near([0.3, 1.5, 7, 123.4, 1e6].map(logGamma), [1.0957979948180756, -0.12078223763524518, 6.5792512120101012, 469.33609744219063, 12815504.569147611]);
  const gammas = [gammaTails(0.5, 0.2), gammaTails(4, 3), gammaTails(40, 50)];
  near(gammas.map(({ below }) => below), [0.47291074313446191, 0.35276811121776885, 0.93542963107886701]);
  near(gammas.map(({ above }) => above), [0.52708925686553809, 0.64723188878223115, 0.064570368921132992]);
  near([betaTails(0.7, 2, 0.1).below, betaTails(4, 9, 0.5).below, betaTails(200, 12, 0.93).below], [0.3252277573399277, 0.927001953125, 0.19087367533645827]);
});

test('tails of counts and of t are those of R', () => {
  near([poissonAtLeast(7, 2.5), negativeBinomialAtLeast(7, 2.5, 1.7), binomialAtLeast(4, 8, 0.2), studentBeyond(-2.1, 7)], [0.014187311990913351, 0.073535167798166448, 0.056281600000000029, 0.073871196212922596]);
  near([...countProbabilities(2.2).subarray(0, 4)], [0.11080315836233387, 0.24376694839713453, 0.26814364323684803, 0.19663867170702187]);
  near([...countProbabilities(2.2, 0.8).subarray(0, 4)], [0.34735614462631353, 0.20378227151410391, 0.13449629919930864, 0.092055244785304635]);
});

test('quantiles of counts are those of R, small and large', () => {
  const poisson: [number, number][] = [[0.01, 0.3], [0.5, 3.7], [0.95, 40], [0.999, 5000], [0.95, 1e9]];
  expect(poisson.map(([p, mean]) => poissonQuantile(p, mean))).toEqual([0, 4, 51, 5220, 1_000_052_015]);
  const negative: [number, number, number][] = [[0.01, 0.3, 0.3], [0.5, 3.7, 2.5], [0.95, 40, 1.1], [0.999, 5000, 40], [0.95, 1e5, 3], [0.99, 0.5, 1e-3], [0.95, 3e7, 2e6]];
  expect(negative.map(([p, mean, size]) => negativeBinomialQuantile(p, mean, size))).toEqual([0, 3, 117, 7814, 209_861, 0, 30_036_046]);
});

test('a quantile is the smallest count that is not exceeded with the probability', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), fc.double({ min: 0.05, max: 3000, noNaN: true }), fc.double({ min: 0.2, max: 50, noNaN: true }), (p, mean, size) => {
      const count = negativeBinomialQuantile(p, mean, size);
      expect(1 - negativeBinomialAtLeast(count + 1, mean, size)).toBeGreaterThanOrEqual(p - 1e-10);
      if (count > 0) expect(1 - negativeBinomialAtLeast(count, mean, size)).toBeLessThan(p + 1e-10);
    }),
    { numRuns: 300 },
  );
});

test('probabilities of counts add up to one and have their mean, also far from zero', () => {
  for (const [mean, size] of [[0.01, Number.POSITIVE_INFINITY], [80, Number.POSITIVE_INFINITY], [2000, Number.POSITIVE_INFINITY], [3, 0.4], [90, 6]] as const) {
    const all = countProbabilities(mean, size);
    expect(all.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 10);
    expect(all.reduce((sum, p, n) => sum + p * n, 0) / mean).toBeCloseTo(1, 9);
  }
});

test('drawn numbers repeat with their seed and have the moments of their distributions', () => {
  expect(Array.from({ length: 5 }, seededRandom(3))).toEqual(Array.from({ length: 5 }, seededRandom(3)));
  expect(seededRandom(3)()).not.toBe(seededRandom(4)());
  const random = seededRandom(11);
  const draw = countSampler(countProbabilities(2.2, 0.8));
  const means = [() => draw(random), () => drawPoisson(random, 2.2), () => drawPoisson(random, 70) / 35, () => drawGamma(random, 0.4) * 5, () => drawGamma(random, 6) / 3].map((one) => {
    const values = Array.from({ length: 40_000 }, one);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return [mean, values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length];
  });
  [[2.2, 2.2 + 2.2 ** 2 / 0.8], [2.2, 2.2], [2, 70 / 35 ** 2], [2, 10], [2, 6 / 9]].forEach((wanted, i) => {
    near(means[i] ?? [], wanted, 0.08);
  });
});
