import type { Gender } from './rows.ts';

/** A curve of ln RR over grams a day, with the places where it bends or jumps. */
export type Curve = { readonly logRisk: (x: number) => number; readonly knots: readonly number[] };

const flat: Curve = { logRisk: () => 0, knots: [] };

/** The spline curves that InterMAHP 2.1 holds in its program, with its own rounding of the constants; any other condition has a risk of 1. */
export function splineOf(im: string, gender: Gender): Curve {
  if (im === '(5).(1)') return gender === 'Female' ? hypertensionWomen : hypertensionMen;
  return im === '(6).(3)' ? acutePancreatitis : flat;
}

const cube = (x: number) => x * x * x;
const above = (x: number) => cube(Math.max(x, 0));

const hypertensionWomen: Curve = {
  knots: [18.9517, 75],
  logRisk: (x) => {
    if (x <= 18.9517) return 0;
    // The cubes are not cut off at 0: so the tool computes.
    return x < 75 ? -0.0154196 * x + 0.0217586 * (cube(x) + cube(x - 20) - 2 * cube(x - 10)) * 0.0025 : 0.9649937;
  },
};

const hypertensionMen: Curve = {
  knots: [21, 75],
  logRisk: (x) => 0.0150537 * x - 0.0156155 * (cube(x) + 21 * 0.01851852 * above(x - 75) - 75 * 0.01851852 * above(x - 21)) * 0.0001777778,
};

const acutePancreatitis: Curve = {
  knots: [3, 15, 40, 108],
  logRisk: (x) => (x < 108 ? -0.0272886 * x + 0.0611466 * (above(x - 3) + 12 * 0.04 * above(x - 40) - 37 * 0.04 * above(x - 15)) * 0.0007304602 : 2.327965),
};
