import { drawGamma, drawPoisson, type Random, seededRandom } from '../distribution/random.ts';
import { reverseHazards, sharesReported, type Triangle } from './delay.ts';

export type NowcastOptions = {
  /** Probability of the interval. */
  readonly level?: number;
  /** Rows from which the delays are learnt. */
  readonly window?: number;
  readonly draws?: number;
  readonly seed?: number;
};

/** One unit of time: what was reported, the share that usually is by now, and what there will be in the end. */
export type Nowcast = { readonly unit: number; readonly reported: number; readonly share: number; readonly expected: number; readonly low: number; readonly high: number };

const mostPrior = 1;

/**
 * How many events there were in the units whose reports are not all in, after Höhle and an der Heiden (2014, Biometrics 70): the delay's reverse-time hazards
 * are beta variables, the rate of a unit is a gamma variable that starts from the mean of the complete units (worth at most one unit, and never less
 * than half an event, so that an interval after no report is not empty), and what is missing is Poisson. The interval therefore allows for the delay being
 * learnt from few reports, and stays valid near zero. Draws are seeded: the same triangle gives the same answer.
 * Gives the last `delays - 1` units, oldest first. Throws RangeError when rows differ in length or no unit is complete.
 */
export function nowcast(triangle: Triangle, options: NowcastOptions = {}): Nowcast[] {
  const { level = 0.95, window = 52, draws = 4000, seed = 1 } = options;
  const delays = triangle[0]?.length ?? 0;
  if (triangle.some((row) => row.length !== delays)) throw new RangeError('every row must have as many delays');
  const complete = triangle.slice(Math.max(0, triangle.length - window), Math.max(0, triangle.length - delays + 1));
  if (complete.length === 0) throw new RangeError('no unit is complete');
  const mean = complete.reduce((sum, row) => sum + total(row), 0) / complete.length;
  const prior = { shape: Math.max(0.5, mean * mostPrior), rate: mostPrior };
  const hazards = reverseHazards(triangle, window);
  const random = seededRandom(seed);
  const shares = Array.from({ length: draws }, () => sharesReported(hazards.map(({ at, before }, delay) => (delay === 0 ? 1 : drawBeta(random, at + 0.5, before + 0.5)))));
  return Array.from({ length: Math.min(delays - 1, triangle.length) }, (_, i) => {
    const unit = triangle.length - Math.min(delays - 1, triangle.length) + i;
    const delay = triangle.length - 1 - unit;
    const reported = total(triangle[unit]?.slice(0, delay + 1) ?? []);
    const ends = Float64Array.from(shares, (drawn) => {
      const share = drawn[delay] ?? 1;
      const rate = drawGamma(random, prior.shape + reported) / (prior.rate + share);
      return reported + drawPoisson(random, rate * (1 - share));
    }).sort();
    const at = (p: number) => ends[Math.min(draws - 1, Math.floor(p * draws))] ?? reported;
    return { unit, reported, share: average(shares.map((drawn) => drawn[delay] ?? 1)), expected: average(ends), low: at((1 - level) / 2), high: at((1 + level) / 2) };
  });
}

function drawBeta(random: Random, a: number, b: number): number {
  const [one, other] = [drawGamma(random, a), drawGamma(random, b)];
  return one / (one + other);
}
function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
function average(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
}
