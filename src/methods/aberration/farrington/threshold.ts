import { normalQuantile } from '../../distribution/normal.ts';
import { negativeBinomialQuantile, poissonQuantile } from '../../distribution/quantiles.ts';
import type { Expectation } from './model.ts';

export const powers = { '2/3': 2 / 3, '1/2': 1 / 2, none: 1 } as const;
export type PowerName = keyof typeof powers;

/**
 * The upper limit of a prediction interval, on the scale of a power of the count that makes it nearly symmetric (Farrington et al., 1996). `z` is the
 * normal quantile; NaN where the limit does not exist.
 */
export function powerBound({ eta, standardError, phi }: Expectation, powerName: PowerName, z: number): number {
  const mean = Math.max(Math.exp(eta), Number.EPSILON);
  const error = standardError * mean;
  const tau = phi + (error * error) / mean;
  const power = powers[powerName];
  const spread = powerName === 'none' ? Math.sqrt(mean * tau) : powerName === '1/2' ? Math.sqrt(tau / 4) : Math.sqrt((4 / 9) * Math.cbrt(mean) * tau);
  const centre = mean ** power;
  const [one, other] = [(centre - z * spread) ** (1 / power), (centre + z * spread) ** (1 / power)];
  return Number.isNaN(one) ? other : Number.isNaN(other) ? one : Math.max(one, other);
}

/**
 * A quantile of the negative binomial whose variance is `phi` times its mean (Noufaily et al., 2013; Salmon, Schumacher and Höhle, 2016): at the
 * expected mean (`nbPlugin`), or at the upper limit of the mean (`muan`). NaN where that limit is infinite.
 */
export function countBound({ eta, standardError, phi }: Expectation, method: 'nbPlugin' | 'muan', alpha: number): number {
  const mean = Math.exp(method === 'muan' ? eta + normalQuantile(1 - alpha) * standardError : eta);
  if (mean === Number.POSITIVE_INFINITY) return Number.NaN;
  return phi > 1 ? negativeBinomialQuantile(1 - alpha, mean, mean / (phi - 1)) : poissonQuantile(1 - alpha, mean);
}
