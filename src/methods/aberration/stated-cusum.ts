import type { ChanceAlarms } from './stated-rate.ts';

const mostStates = 3000;
const rounds = 1000;
/** So far above the limit the sum is cut off: a rule that goes there stays in alarm for a very long time. */
const mostAbove = 30;

/**
 * Chance alarms of a CUSUM that is not set back, in its steady state: a Markov chain on a fine grid of sums (Brook and Evans, 1972, Biometrika 59).
 * `steps` are what the counts 0, 1, 2 … add to the sum. Where they are evenly spaced the grid is chosen so that it holds them; otherwise each is
 * shared between its two neighbours so that its mean is kept. A sum that does not tend downwards is taken to be in alarm for good.
 */
export function cusumAlarms(probabilities: Float64Array, steps: Float64Array, h: number): ChanceAlarms {
  const [mean, variance] = moments(probabilities, steps);
  if (mean >= 0) return { begins: 0, stands: 1 };
  const top = h + Math.min(mostAbove, Math.max(4, (12 * variance) / -mean));
  const grid = chooseGrid(steps, Math.max(top / mostStates, h / 600));
  const states = Math.ceil(top / grid) + 1;
  const moves = Array.from(probabilities, (p, count) => ({ p, move: (steps[count] ?? 0) / grid })).filter(({ p }) => p > 1e-11);
  let present = new Float64Array(states);
  let next = new Float64Array(states);
  present[0] = 1;
  for (let round = 0, change = 1; round < rounds && change > 1e-7; round += 1) {
    next.fill(0);
    for (const { p, move } of moves) spread(present, next, p, move);
    change = 0;
    for (let i = 0; i < states; i += 1) change += Math.abs((next[i] ?? 0) - (present[i] ?? 0));
    [present, next] = [next, present];
  }
  const limit = h / grid - 1e-6;
  let [begins, stands] = [0, 0];
  for (let i = 0; i < states; i += 1) {
    const share = present[i] ?? 0;
    if (i >= limit) stands += share;
    else for (const { p, move } of moves) if (i + move >= limit) begins += share * p;
  }
  return { begins, stands };
}

function spread(from: Float64Array, to: Float64Array, p: number, move: number): void {
  const whole = Math.floor(move + 1e-9);
  const rest = Math.max(0, move - whole) < 2e-2 ? 0 : move - whole;
  shift(from, to, p * (1 - rest), whole);
  if (rest > 0) shift(from, to, p * rest, whole + 1);
}

/** What falls below the first state stays there, what goes beyond the last stays in the last. */
function shift(from: Float64Array, to: Float64Array, p: number, by: number): void {
  const last = from.length - 1;
  const start = Math.min(last + 1, Math.max(0, -by));
  const end = Math.max(start - 1, Math.min(last, last - by));
  let [below, above] = [0, 0];
  for (let i = 0; i < start; i += 1) below += from[i] ?? 0;
  for (let i = end + 1; i <= last; i += 1) above += from[i] ?? 0;
  to[0] = (to[0] ?? 0) + p * below;
  to[last] = (to[last] ?? 0) + p * above;
  for (let i = start; i <= end; i += 1) to[i + by] = (to[i + by] ?? 0) + p * (from[i] ?? 0);
}

/** The widest grid, not above `fine`, on which evenly spaced steps and their offset fall nearly on points; `fine` itself for uneven steps. */
function chooseGrid(steps: Float64Array, fine: number): number {
  const [zero = 0, one = 0, two = 0] = steps;
  const spacing = one - zero;
  if (!(Math.abs(two - one - spacing) < 1e-9 * spacing)) return fine;
  const least = Math.max(1, Math.ceil(spacing / fine));
  let [best, error] = [least, 1];
  for (let parts = least; parts < least * 2 + 60; parts += 1) {
    const offset = (zero * parts) / spacing;
    const off = Math.abs(offset - Math.round(offset));
    if (off < error - 1e-4) [best, error] = [parts, off];
  }
  return spacing / best;
}

function moments(probabilities: Float64Array, steps: Float64Array): readonly [mean: number, variance: number] {
  let [mean, square] = [0, 0];
  probabilities.forEach((p, count) => {
    mean += p * (steps[count] ?? 0);
    square += p * (steps[count] ?? 0) ** 2;
  });
  return [mean, square - mean * mean];
}
