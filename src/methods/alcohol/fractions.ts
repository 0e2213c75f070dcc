import { type Calibration, calibrate, calibratedFraction } from './calibration.ts';
import { type Exposure, exposuresOf } from './exposure.ts';
import { integrate, knotsBetween } from './quadrature.ts';
import { type RiskCurve, riskCurve } from './risk-curve.ts';
import { type CountRow, defaultSettings, type FractionRow, type Gender, type Outcome, type PopulationRow, type RiskRow, type Settings } from './rows.ts';

export type AlcoholInput = { readonly population: readonly PopulationRow[]; readonly risks: readonly RiskRow[]; readonly counts?: readonly CountRow[]; readonly settings?: Settings };

/**
 * Alcohol-attributable fractions as InterMAHP 2.1 computes them (Sherk et al., International Model of Alcohol Harms and Policies, 2020), with a proper
 * integrator in place of its grid. Calibrated conditions need counts; a group without a count is left out for them. An age group that has counts but
 * no population (children) takes over the fractions of the youngest group for wholly attributable conditions, and 0 for the others.
 * Throws RangeError for a group that nobody in the bounds belongs to.
 */
export function attributableFractions({ population, risks, counts = [], settings = defaultSettings }: AlcoholInput): FractionRow[] {
  const exposures = exposuresOf(population, settings);
  const bases = settings.scale === 1 ? exposures : exposuresOf(population, { ...settings, scale: 1 });
  const counted = new Map(counts.map((row) => [countCode(row, row.im, row.outcome), row.count]));
  const curves = new Map<string, RiskCurve>();
  const rows = exposures.flatMap((exposure, place) =>
    risks.filter(({ gender }) => gender === 'All' || gender === exposure.row.gender).flatMap((risk, index) => {
      const base = bases[place] ?? exposure;
      if (risk.form === 'Calibrated') return outcomesOf(risk).flatMap((outcome) => calibratedRow(risk, outcome, exposure, base, counted.get(countCode(exposure.row, risk.im, outcome))));
      const { gender } = exposure.row;
      const code = `${gender} ${index}`;
      const curve = curves.get(code) ?? riskCurve(risk, gender, settings.extrapolation, settings.lowerBound, settings.upperBound);
      curves.set(code, curve);
      const parts = partsOf(risk, curve, exposure);
      return outcomesOf(risk).map((outcome) => fractionRow(exposure.row, risk, outcome, parts));
    }),
  );
  return [...rows, ...childrenRows(rows, population, counts)].sort(inOrder);
}

type Parts = { readonly former: number; readonly current: number };

function partsOf(risk: RiskRow, curve: RiskCurve, exposure: Exposure): Parts {
  const { lower, upper, barrier } = exposure.bounds;
  const excess = (x: number) => {
    const binge = curve.bingeRisk(x) - 1;
    return x <= barrier ? exposure.nonBingers * (curve.risk(x) - 1) + exposure.bingers * binge : exposure.correctionAbove * binge;
  };
  const current = integrate((x) => exposure.mass(x) * excess(x), knotsBetween(lower, upper, [...curve.knots, barrier]));
  const former = exposure.row.former * (risk.formerRisk - 1);
  const all = 1 + former + current;
  return { former: former / all, current: current / all };
}

function calibratedRow(risk: RiskRow, outcome: Outcome, exposure: Exposure, base: Exposure, count: number | undefined): FractionRow[] {
  if (count === undefined) return [];
  const calibration: Calibration = calibrate(risk.im, base, count);
  return [fractionRow(exposure.row, risk, outcome, { former: 0, current: calibratedFraction(exposure, calibration) })];
}

function fractionRow({ region, year, gender, ageGroup }: PopulationRow, { im, condition, attributability }: RiskRow, outcome: Outcome, { former, current }: Parts): FractionRow {
  return { region, year, gender, ageGroup, im, condition, outcome, attributability, former, current, fraction: former + current };
}

function outcomesOf({ outcome }: RiskRow): Outcome[] {
  return outcome === 'Morbidity' || outcome === 'Mortality' ? [outcome] : ['Morbidity', 'Mortality'];
}

/** The first age group that is counted and has no population, from the fractions of the first age group that has. */
function childrenRows(rows: readonly FractionRow[], population: readonly PopulationRow[], counts: readonly CountRow[]): FractionRow[] {
  const known = new Set(population.map(({ ageGroup }) => ageGroup));
  const youngest = [...known].sort(byCode)[0];
  const missing = [...new Set(counts.map(({ ageGroup }) => ageGroup))].filter((ageGroup) => !known.has(ageGroup)).sort(byCode)[0];
  if (missing === undefined) return [];
  return rows.filter(({ ageGroup }) => ageGroup === youngest).map((row) => {
    const current = row.attributability === 'Wholly' ? row.current : 0;
    return { ...row, ageGroup: missing, former: 0, current, fraction: current };
  });
}

function countCode(group: { readonly region: string; readonly year: string; readonly gender: Gender; readonly ageGroup: string }, im: string, outcome: Outcome): string {
  return JSON.stringify([group.region, group.year, group.gender, group.ageGroup, im, outcome]);
}

function inOrder(a: FractionRow, b: FractionRow): number {
  return byCode(a.region, b.region) || byCode(a.year, b.year) || byCode(a.gender, b.gender) || byCode(a.ageGroup, b.ageGroup) || byCode(a.im, b.im) || byCode(a.outcome, b.outcome);
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
