import type { Counts } from './detection.ts';

/**
 * The mean of each unit from a Poisson regression with one yearly wave, log mean = a + b cos + c sin, fitted to the counts by iteratively
 * reweighted least squares (McCullagh and Nelder, 1989) until the deviance changes by less than 1e-8 of itself, as R's `glm` does.
 * Where in its year the series starts makes no difference to the wave. The mean is NaN when the fit does not exist.
 */
export function seasonalMean(counts: Counts, frequency: number): (unit: number) => number {
  const wave = (unit: number) => {
    const angle = ((2 * Math.PI) / frequency) * unit;
    return [1, Math.cos(angle), Math.sin(angle)] as const;
  };
  const rows = Array.from(counts, (count, unit) => ({ count, x: wave(unit) })).filter(({ count }) => !Number.isNaN(count));
  const etaOf = (beta: readonly number[], x: readonly number[]) => x.reduce((sum, value, i) => sum + value * (beta[i] ?? 0), 0);
  let eta = rows.map(({ count }) => Math.log(count + 0.1));
  let beta: readonly number[] = [Number.NaN, 0, 0];
  let deviance = rows.reduce((sum, { count }, i) => sum + devianceOf(count, Math.exp(eta[i] ?? 0)), 0);
  for (let round = 0; round < 25; round += 1) {
    const weights = eta.map((value) => Math.max(Math.exp(value), Number.EPSILON));
    const columns = [0, 1, 2].map((c) => rows.map(({ x }, i) => Math.sqrt(weights[i] ?? 0) * (x[c] ?? 0)));
    const working = rows.map(({ count }, i) => Math.sqrt(weights[i] ?? 0) * ((eta[i] ?? 0) + count / (weights[i] ?? 0) - 1));
    beta = leastSquares(columns, working);
    eta = rows.map(({ x }) => etaOf(beta, x));
    const now = rows.reduce((sum, { count }, i) => sum + devianceOf(count, Math.max(Math.exp(eta[i] ?? 0), Number.EPSILON)), 0);
    if (Math.abs(now - deviance) / (Math.abs(now) + 0.1) < 1e-8) break;
    deviance = now;
  }
  return (unit) => Math.max(Math.exp(etaOf(beta, wave(unit))), Number.EPSILON);
}

function devianceOf(count: number, mean: number): number {
  return 2 * (count > 0 ? count * Math.log(count / mean) - (count - mean) : mean);
}

/** By Gram and Schmidt's method, modified, which keeps its digits when a short stretch of the year makes the columns nearly parallel. */
function leastSquares(columns: number[][], right: number[]): number[] {
  const size = columns.length;
  const upper: number[][] = [];
  const rests = [...columns, right].map((column) => [...column]);
  for (let r = 0; r < size; r += 1) {
    const pivot = rests[r] ?? [];
    const norm = Math.sqrt(dot(pivot, pivot));
    const direction = pivot.map((value) => value / norm);
    upper[r] = rests.map((rest, c) => {
      if (c <= r) return c === r ? norm : 0;
      const share = dot(direction, rest);
      direction.forEach((value, i) => {
        rest[i] = (rest[i] ?? 0) - share * value;
      });
      return share;
    });
  }
  const solution = new Array<number>(size).fill(0);
  for (let r = size - 1; r >= 0; r -= 1) {
    const row = upper[r] ?? [];
    let value = row[size] ?? 0;
    for (let c = r + 1; c < size; c += 1) value -= (row[c] ?? 0) * (solution[c] ?? 0);
    solution[r] = value / (row[r] ?? 0);
  }
  return solution;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}
