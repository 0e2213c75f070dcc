import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Draws from distributions; the same seed gives the same draws. */
export type Variates = { readonly normal: () => number; readonly gamma: (shape: number) => number };

/** A row of draws by the generator xoroshiro128+ (Blackman and Vigna 2018). */
export function variates(seed: number): Variates {
  const generator = xoroshiro128plus(seed);
  const uniform = () => 1 - uniformFloat64(generator);
  /** Box and Muller, Ann. Math. Statist. 29, 1958. */
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  /** Marsaglia and Tsang, ACM Trans. Math. Softw. 26, 2000; scale 1; a shape of 0 gives 0. */
  const gamma = (shape: number): number => {
    if (shape <= 0) return 0;
    if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const z = normal();
      const v = (1 + z / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(uniform()) < z * z / 2 + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  return { normal, gamma };
}
