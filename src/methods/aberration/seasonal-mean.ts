import type { Counts } from './detection.ts';

/**
 * The mean of each unit from a Poisson regression with one yearly wave, log mean = a + b cos + c sin, fitted to the counts by iteratively
 * reweighted least squares (McCullagh and Nelder, 1989) until the deviance changes by less than 1e-8 of itself, as R's `glm` does.
 * `startUnit` is the position of the first count in its year, from 1. The mean is NaN when the fit does not exist.
 */
export function seasonalMean(counts: Counts, frequency: number, startUnit: number): (unit: number) => number {
  const wave = (unit: number) => {
    const angle = ((2 * Math.PI) / frequency) * (startUnit + unit);
    return [1, Math.cos(angle), Math.sin(angle)] as const;
  };
  const rows = Array.from(counts, (count, unit) => ({ count, x: wave(unit) })).filter(({ count }) => !Number.isNaN(count));
  const etaOf = (beta: readonly number[], x: readonly number[]) => x.reduce((sum, value, i) => sum + value * (beta[i] ?? 0), 0);
  let eta = rows.map(({ count }) => Math.log(count + 0.1));
  let beta: readonly number[] = [Number.NaN, 0, 0];
  let deviance = rows.reduce((sum, { count }, i) => sum + devianceOf(count, Math.exp(eta[i] ?? 0)), 0);
  for (let round = 0; round < 25; round += 1) {
    const normal = [[0, 0, 0], [0, 0, 0], [0, 0, 0]];
    const right = [0, 0, 0];
    rows.forEach(({ count, x }, i) => {
      const mean = Math.max(Math.exp(eta[i] ?? 0), Number.EPSILON);
      x.forEach((a, r) => {
        right[r] = (right[r] ?? 0) + a * (mean * (eta[i] ?? 0) + count - mean);
        const line = normal[r] ?? [];
        x.forEach((b, c) => {
          line[c] = (line[c] ?? 0) + mean * a * b;
        });
      });
    });
    beta = solve(normal, right);
    eta = rows.map(({ x }) => etaOf(beta, x));
    const now = rows.reduce((sum, { count }, i) => sum + devianceOf(count, Math.max(Math.exp(eta[i] ?? 0), Number.EPSILON)), 0);
    if (Math.abs(now - deviance) / (Math.abs(now) + 0.1) < 1e-8) break;
    deviance = now;
  }
  return (unit) => Math.exp(etaOf(beta, wave(unit)));
}

function devianceOf(count: number, mean: number): number {
  return 2 * (count > 0 ? count * Math.log(count / mean) - (count - mean) : mean);
}

/** Cholesky's method; NaN where the matrix is not positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  const lower = matrix.map((row) => [...row]);
  const at = (r: number, c: number) => lower[r]?.[c] ?? 0;
  const values = [...right];
  for (let r = 0; r < size; r += 1) {
    for (let c = 0; c <= r; c += 1) {
      let sum = at(r, c);
      for (let i = 0; i < c; i += 1) sum -= at(r, i) * at(c, i);
      const row = lower[r];
      if (row) row[c] = r === c ? Math.sqrt(sum) : sum / at(c, c);
    }
    let value = values[r] ?? 0;
    for (let i = 0; i < r; i += 1) value -= at(r, i) * (values[i] ?? 0);
    values[r] = value / at(r, r);
  }
  for (let r = size - 1; r >= 0; r -= 1) {
    let value = values[r] ?? 0;
    for (let i = r + 1; i < size; i += 1) value -= at(i, r) * (values[i] ?? 0);
    values[r] = value / at(r, r);
  }
  return values;
}
