import type { Exposure } from './exposure.ts';
import { integrate, knotsBetween } from './quadrature.ts';

/** The excess risk of a wholly attributable condition: exp(slope × grams above the threshold) - 1, scaled so that it explains the whole incidence. */
export type Calibration = { readonly slope: number; readonly threshold: number; readonly incidence: number };

/** Finds the slope between 0 and 1 that makes the base exposure explain `count` cases; a count of 0 gives 0. */
export function calibrate(im: string, base: Exposure, count: number): Calibration {
  const threshold = im.includes('6') ? base.bounds.lower : base.bounds.barrier;
  const incidence = base.drinkers > 0 ? count / base.drinkers : 0;
  const excess = (slope: number) => excessMass(base, { slope, threshold }) - incidence;
  return { threshold, incidence, slope: incidence > 0 ? risingRoot(excess) : 0 };
}

/** The fraction of the base incidence that an exposure explains: 1 for the base itself, 0 without cases. */
export function calibratedFraction(exposure: Exposure, calibration: Calibration): number {
  return calibration.incidence > 0 ? excessMass(exposure, calibration) / calibration.incidence : 0;
}

function excessMass({ mass, bounds }: Exposure, { slope, threshold }: Pick<Calibration, 'slope' | 'threshold'>): number {
  return integrate((x) => mass(x) * Math.expm1(slope * (x - threshold)), knotsBetween(threshold, bounds.upper, []));
}

/** The root in [0, 1] of a function that rises from below 0, by halving and then the rule of false position (Illinois variant); 1 when there is none. */
function risingRoot(f: (x: number) => number): number {
  let [low, high] = [0, 1];
  let [atLow, atHigh] = [f(0), f(1)];
  if (atHigh <= 0) return 1;
  // The function grows exponentially: halving first brings it down to where straight lines help.
  for (let n = 0; n < 12 || (atHigh > 1 && n < 40); n += 1) {
    const middle = (low + high) / 2;
    const at = f(middle);
    if (at < 0) [low, atLow] = [middle, at];
    else [high, atHigh] = [middle, at];
  }
  for (let n = 0; n < 200 && high - low > 1e-15 * high; n += 1) {
    const next = (low * atHigh - high * atLow) / (atHigh - atLow);
    const at = f(next);
    if (at === 0) return next;
    if (at < 0) {
      [low, atLow] = [next, at];
      atHigh /= 2;
    } else {
      [high, atHigh] = [next, at];
      atLow /= 2;
    }
  }
  return (low + high) / 2;
}
