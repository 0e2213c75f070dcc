import { betaTails } from './beta.ts';
import { gammaTails } from './gamma.ts';
import { normalQuantile } from './normal.ts';

/** The smallest count that a Poisson variable does not exceed with probability `p` or more. */
export function poissonQuantile(p: number, mean: number): number {
  if (!(mean >= 0)) return Number.NaN;
  if (mean === 0) return 0;
  if (mean < 500) return walk(p, Math.exp(-mean), (n) => mean / n);
  if (mean > 1e7) return expand(p, mean, Math.sqrt(mean), 1 / Math.sqrt(mean));
  return search(p, expand(p, mean, Math.sqrt(mean), 1 / Math.sqrt(mean)), (n) => gammaTails(n + 1, mean).above);
}

/**
 * The smallest count that a negative binomial variable of the given mean and size (which need not be whole) does not exceed with
 * probability `p` or more.
 */
export function negativeBinomialQuantile(p: number, mean: number, size: number): number {
  if (!(mean >= 0 && size >= 0)) return Number.NaN;
  if (size === Number.POSITIVE_INFINITY) return poissonQuantile(p, mean);
  if (mean === 0 || size === 0) return 0;
  const [stay, go] = [size / (size + mean), mean / (size + mean)];
  const none = Math.exp(size * Math.log1p(-go));
  if (mean < 500 && none > 1e-250) return walk(p, none, (n) => ((size + n - 1) / n) * go);
  const deviation = Math.sqrt(mean / stay);
  const guess = expand(p, mean, deviation, (2 - stay) / Math.sqrt(size * go));
  if (size > 1e6 && mean > 1e6) return guess;
  return search(p, guess, (n) => betaTails(size, n + 1, stay, go).below);
}

/** Sums the probabilities from none on; `step` gives that of n from that of n - 1. */
function walk(p: number, none: number, step: (n: number) => number): number {
  if (p >= 1) return Number.POSITIVE_INFINITY;
  let [term, sum, n] = [none, none, 0];
  const enough = p * (1 - 1e-14);
  while (sum < enough && (term > 0 || n === 0)) {
    n += 1;
    term *= step(n);
    sum += term;
  }
  return n;
}

/** The first terms of Cornish and Fisher's expansion, rounded to a count. */
function expand(p: number, mean: number, deviation: number, skewness: number): number {
  const z = normalQuantile(p);
  return Math.max(0, Math.round(mean + deviation * (z + (skewness * (z * z - 1)) / 6)));
}

function search(p: number, guess: number, below: (n: number) => number): number {
  if (p >= 1) return Number.POSITIVE_INFINITY;
  const enough = p * (1 - 1e-14);
  let step = 1;
  let high = guess;
  while (below(high) < enough) {
    high += step;
    step *= 2;
  }
  let low = high - step;
  step = Math.max(1, step);
  while (low >= 0 && below(low) >= enough) {
    high = low;
    step *= 2;
    low -= step;
  }
  low = Math.max(-1, low);
  while (high - low > 1) {
    const half = Math.floor((low + high) / 2);
    if (below(half) >= enough) high = half;
    else low = half;
  }
  return high;
}
