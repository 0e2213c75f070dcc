import { gammaTails, logGamma } from '../distribution/gamma.ts';

/** A gamma distribution by shape and scale. */
export type Gamma = { readonly shape: number; readonly scale: number };

/** The share of a gamma distribution below `x` (0 or more): the regularised lower incomplete gamma function P(shape, x / scale), to about 1e-15. */
export function gammaShareBelow({ shape, scale }: Gamma, x: number): number {
  return gammaTails(shape, x / scale).below;
}

/** The density of a gamma distribution at `x` above 0. */
export function gammaDensity({ shape, scale }: Gamma): (x: number) => number {
  const constant = logGamma(shape) + shape * Math.log(scale);
  return (x) => Math.exp((shape - 1) * Math.log(x) - x / scale - constant);
}
