import { logGamma } from './gamma.ts';

/**
 * P(B <= x) and P(B > x) for a beta variable: the regularised incomplete beta function by its continued fraction (Abramowitz and Stegun,
 * 26.5.8, evaluated by Lentz's method). `rest` is 1 - x, given apart so that nothing is lost near 1. Relative error about 1e-13.
 */
export function betaTails(a: number, b: number, x: number, rest = 1 - x): { below: number; above: number } {
  if (!(a > 0 && b > 0) || Number.isNaN(x)) return { below: Number.NaN, above: Number.NaN };
  if (x <= 0) return { below: 0, above: 1 };
  if (rest <= 0) return { below: 1, above: 0 };
  const front = Math.exp(a * Math.log(x) + b * Math.log(rest) + logGamma(a + b) - logGamma(a) - logGamma(b));
  if (x <= (a + 1) / (a + b + 2)) {
    const below = Math.min(1, (front * continuedFraction(a, b, x)) / a);
    return { below, above: 1 - below };
  }
  const above = Math.min(1, (front * continuedFraction(b, a, rest)) / b);
  return { below: 1 - above, above };
}

function continuedFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || 1e-300);
  let value = d;
  for (let m = 1, change = 2; Math.abs(change - 1) > 2e-16 && m < 100_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d || 1e-300);
    c = 1 + even / c || 1e-300;
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d || 1e-300);
    c = 1 + odd / c || 1e-300;
    change = d * c;
    value *= change;
  }
  return value;
}
