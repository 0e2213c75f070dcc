/** A gamma distribution by shape and scale. */
export type Gamma = { readonly shape: number; readonly scale: number };

/** The share of a gamma distribution below `x` (0 or more): the regularised lower incomplete gamma function P(shape, x / scale), to about 1e-15. */
export function gammaShareBelow({ shape, scale }: Gamma, x: number): number {
  const z = x / scale;
  if (z <= 0) return 0;
  return z < shape + 1 ? series(shape, z) : 1 - continuedFraction(shape, z);
}

/** The density of a gamma distribution at `x` above 0. */
export function gammaDensity({ shape, scale }: Gamma): (x: number) => number {
  const constant = logGamma(shape) + shape * Math.log(scale);
  return (x) => Math.exp((shape - 1) * Math.log(x) - x / scale - constant);
}

/** ln of the gamma function above 0, by the approximation of Lanczos (SIAM J. Numer. Anal. B 1, 1964) with the coefficients of Godfrey for g = 7. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const base = x + 6.5;
  const sum = lanczos.reduce((total, coefficient, n) => total + (n === 0 ? coefficient : coefficient / (x - 1 + n)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum);
}

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012,
  9.9843695780195716e-6, 1.5056327351493116e-7,
];

const enough = 1e-17;

/** NIST Digital Library of Mathematical Functions 8.7.1. */
function series(shape: number, z: number): number {
  let [term, sum] = [1 / shape, 1 / shape];
  for (let n = 1; Math.abs(term) > Math.abs(sum) * enough; n += 1) {
    term *= z / (shape + n);
    sum += term;
  }
  return sum * Math.exp(shape * Math.log(z) - z - logGamma(shape));
}

/** The upper function Q by the continued fraction 8.9.2 of the same library, evaluated after Lentz (Applied Optics 15, 1976). */
function continuedFraction(shape: number, z: number): number {
  const tiny = 1e-300;
  let b = z + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 10_000; n += 1) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / nonZero(a * d + b, tiny);
    c = nonZero(b + a / c, tiny);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return fraction * Math.exp(shape * Math.log(z) - z - logGamma(shape));
}

function nonZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
