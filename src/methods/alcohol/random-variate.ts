import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { drawGamma, drawNormal } from '../distribution/random.ts';

/** Draws from distributions; the same seed gives the same draws. */
export type Variates = { readonly normal: () => number; readonly gamma: (shape: number) => number };

/** A row of draws by the generator xoroshiro128+ (Blackman and Vigna 2018); a gamma variable has scale 1, and is 0 for a shape of 0. */
export function variates(seed: number): Variates {
  const generator = xoroshiro128plus(seed);
  const uniform = () => uniformFloat64(generator);
  return { normal: () => drawNormal(uniform), gamma: (shape) => (shape <= 0 ? 0 : drawGamma(uniform, shape)) };
}
