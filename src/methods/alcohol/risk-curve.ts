import type { Extrapolation, Gender, RiskRow } from './rows.ts';
import { type Curve, splineOf } from './spline.ts';

/** Relative risk over grams of ethanol a day, of those who do not binge and of those who do, and every place where one of the two bends or jumps. */
export type RiskCurve = { readonly risk: (x: number) => number; readonly bingeRisk: (x: number) => number; readonly knots: readonly number[] };

const ischaemicHeart = ['(5).(2)', '(5).(R)', '(5).(Z)'];
/** Conditions whose protection by low consumption is lost to those who binge. */
const protectionLost = [...ischaemicHeart, '(5).(6)'];

/** The curve of a row of risk functions for one gender between the bounds; beyond 150 g (100 g for ischaemic heart disease) it is extrapolated. */
export function riskCurve(row: RiskRow, gender: Gender, extrapolation: Extrapolation, lower: number, upper: number): RiskCurve {
  const { logRisk, knots } = curveOf(row, gender);
  const [near, far] = ischaemicHeart.includes(row.im) ? [50, 100] : [100, 150];
  const [riskNear, riskFar] = [Math.exp(logRisk(near)), Math.exp(logRisk(far))];
  const slope = extrapolation === 'linear' ? (riskFar - riskNear) / (far - near) : 0;
  const risk = (x: number) => (x >= far ? riskFar + slope * (x - far) : Math.exp(logRisk(x)));
  if (!protectionLost.includes(row.im)) return { risk, bingeRisk: (x) => row.bingeFactor * Math.max(0, risk(x)), knots: [...knots, far, ...crossings(risk, 0, far, upper)] };
  return { risk, bingeRisk: (x) => row.bingeFactor * Math.max(1, risk(x)), knots: [...knots, far, ...crossings(risk, 1, lower, upper)] };
}

function curveOf({ im, form, betas }: RiskRow, gender: Gender): Curve {
  if (form === 'Spline') return splineOf(im, gender);
  if (form === 'Step') {
    const step = gender === 'Female' ? 49 : 61;
    return { logRisk: (x) => (x < step ? 0 : Math.log(1.54)), knots: [step] };
  }
  return { logRisk: fractionalPolynomial(betas), knots: [] };
}

const powers = [-2, -1, -0.5, 0, 0.5, 1, 2, 3];

/** b1 to b8 stand before the powers of x (the fourth before ln x), b9 to b16 before the same times ln x (Royston and Altman, Appl. Statist. 43, 1994). */
function fractionalPolynomial(betas: readonly number[]): (x: number) => number {
  const terms = betas.flatMap((beta, n) => (beta === 0 ? [] : [{ beta, power: powers[n % 8] ?? 0, logs: Number(n % 8 === 3) + Number(n >= 8) }]));
  return (x) => {
    const log = Math.log(x);
    let sum = 0;
    for (const { beta, power, logs } of terms) sum += beta * x ** power * log ** logs;
    return sum;
  };
}

const steps = 2000;

/** Where the curve crosses a level between the bounds: changes of side on a fine grid of ln x, narrowed by halving. */
function crossings(risk: (x: number) => number, level: number, lower: number, upper: number): number[] {
  if (upper <= lower) return [];
  const at = (n: number) => lower * (upper / lower) ** (n / steps);
  const found: number[] = [];
  for (let n = 0; n < steps; n += 1) {
    let [from, to] = [at(n), at(n + 1)];
    if (risk(from) > level === risk(to) > level) continue;
    for (let halving = 0; halving < 60; halving += 1) {
      const middle = (from + to) / 2;
      if (risk(from) > level === risk(middle) > level) from = middle;
      else to = middle;
    }
    found.push((from + to) / 2);
  }
  return found;
}
