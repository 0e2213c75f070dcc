import { logGamma } from './gamma.ts';

/**
 * The probabilities of 0, 1, 2 … events, up to the count beyond which less than 1e-15 remains. Poisson when `size` is infinite, otherwise
 * negative binomial with variance = mean + mean² / size.
 */
export function countProbabilities(mean: number, size = Number.POSITIVE_INFINITY): Float64Array {
  if (mean === 0) return Float64Array.of(1);
  const poisson = size === Number.POSITIVE_INFINITY;
  const variance = poisson ? mean : mean + (mean * mean) / size;
  const mode = poisson ? Math.floor(mean) : Math.max(0, Math.floor((mean * (size - 1)) / size));
  const go = mean / (size + mean);
  const up = (n: number) => (poisson ? mean / n : ((size + n - 1) / n) * go);
  const peak = poisson
    ? Math.exp(mode * Math.log(mean) - mean - logGamma(mode + 1))
    : Math.exp(logGamma(mode + size) - logGamma(size) - logGamma(mode + 1) + size * Math.log1p(-go) + mode * Math.log(go));
  const values: number[] = new Array(mode + 1).fill(0);
  values[mode] = peak;
  for (let n = mode; n > 0; n -= 1) values[n - 1] = (values[n] ?? 0) / up(n);
  const far = mean + 8 * Math.sqrt(variance);
  for (let n = mode + 1, term = peak; ; n += 1) {
    term *= up(n);
    values.push(term);
    if (n > far && term < 1e-17) return Float64Array.from(values);
  }
}
