import { z } from 'zod';
import { InputRefused } from '../method.ts';
import type { AlcoholInput } from './fractions.ts';
import { defaultSettings } from './rows.ts';

// Cells may be texts, as a CSV reader gives them, or numbers.
const text = z.union([z.string().trim().min(1, 'must not be empty'), z.number()], 'must be a text').transform(String);
const number = z.union([z.number(), z.string()], 'must be a number').transform((cell, context) => {
  const value = typeof cell === 'number' ? cell : cell.trim() === '' ? Number.NaN : Number(cell);
  if (Number.isFinite(value)) return value;
  context.addIssue({ code: 'custom', message: `must be a number, not ${JSON.stringify(cell)}` });
  return z.NEVER;
});
const share = number.refine((value) => value >= 0 && value <= 1, 'must be a proportion from 0 to 1');
const above = number.refine((value) => value > 0, 'must be above 0');
const notBelow = number.refine((value) => value >= 0, 'must be 0 or more');
const oneOf = <const T extends string>(...names: readonly T[]) => z.enum(names, `must be one of ${names.join(', ')}`);
const gender = oneOf('Female', 'Male');

const group = { region: text, year: text, gender, age_group: text };
const populationRow = z
  .object({ ...group, population: above, pcc_litres_year: notBelow, correction_factor: above, relative_consumption: above, p_fd: share, p_cd: share, p_bd: share, gamma_constant: above.optional() })
  .transform((row) => ({
    region: row.region, year: row.year, gender: row.gender, ageGroup: row.age_group, population: row.population, litres: row.pcc_litres_year, correction: row.correction_factor,
    relative: row.relative_consumption, former: row.p_fd, current: row.p_cd, binge: row.p_bd, gammaConstant: row.gamma_constant,
  }));

const betaNames = Array.from({ length: 16 }, (_, n) => `b${n + 1}`);
const betas = z.object(Object.fromEntries(betaNames.map((name) => [name, number.optional()])));
const riskRow = z
  .object({
    im: text, condition: text, gender: oneOf('Female', 'Male', 'All'), outcome: oneOf('Morbidity', 'Mortality', 'Combined', 'Calibrated'), rr_fd: notBelow, bingef: notBelow,
    form: oneOf('FP', 'Step', 'Spline', 'Calibrated'), attributability: oneOf('Wholly', 'Partially'),
  })
  .and(betas)
  .transform((row, context) => {
    const missing = row.form === 'FP' ? betaNames.find((name) => row[name] === undefined) : undefined;
    if (missing !== undefined) context.addIssue({ code: 'custom', path: [missing], message: 'is missing; a fractional polynomial needs b1 to b16' });
    return { im: row.im, condition: row.condition, gender: row.gender, outcome: row.outcome, formerRisk: row.rr_fd, bingeFactor: row.bingef, form: row.form, attributability: row.attributability, betas: betaNames.map((name) => Number(row[name] ?? 0)) };
  });

const countRow = z
  .object({ im: text, ...group, outcome: oneOf('Morbidity', 'Mortality'), count: notBelow })
  .transform((row) => ({ im: row.im, region: row.region, year: row.year, gender: row.gender, ageGroup: row.age_group, outcome: row.outcome, count: row.count }));

const barrier = { Female: above.default(defaultSettings.bingeBarrier.Female), Male: above.default(defaultSettings.bingeBarrier.Male) };
const settings = z.strictObject({
  lowerBound: above.default(defaultSettings.lowerBound),
  upperBound: above.default(defaultSettings.upperBound),
  bingeBarrier: z.strictObject(barrier).default({ ...defaultSettings.bingeBarrier }),
  extrapolation: oneOf('linear', 'capped').default('linear'),
  scale: above.default(1),
});

const rowsOf = <T extends z.ZodType>(row: T) => z.array(row, 'must be a list of rows');
const input = z.strictObject({
  population: rowsOf(populationRow).min(1, 'must hold one row or more'),
  riskFunctions: rowsOf(riskRow).min(1, 'must hold one row or more'),
  counts: rowsOf(countRow).default([]),
  settings: settings.default({ ...defaultSettings }),
});

/** Reads the tables; rows are counted from 0, columns have the names of InterMAHP's files. Throws ZodError or InputRefused, naming row and column. */
export function readInput(raw: unknown): Required<AlcoholInput> {
  const { population, riskFunctions, counts, settings: chosen } = input.parse(raw);
  for (const [name, grams] of Object.entries(chosen.bingeBarrier))
    if (grams <= chosen.lowerBound || grams >= chosen.upperBound) throw new InputRefused(`settings.bingeBarrier.${name}: must lie between lowerBound and upperBound`);
  refuseTwice('population', population, ({ region, year, gender: own, ageGroup }) => [region, year, own, ageGroup]);
  refuseTwice('counts', counts, ({ im, region, year, gender: own, ageGroup, outcome }) => [im, region, year, own, ageGroup, outcome]);
  const litres = new Map<string, number>();
  for (const [index, row] of population.entries()) {
    const area = JSON.stringify([row.region, row.year]);
    if ((litres.get(area) ?? row.litres) !== row.litres) throw new InputRefused(`population.${index}.pcc_litres_year: differs within ${row.region} ${row.year}`);
    litres.set(area, row.litres);
    if (row.former + row.current > 1 + 1e-6) throw new InputRefused(`population.${index}.p_cd: p_fd and p_cd together are more than 1`);
  }
  return { population, risks: riskFunctions, counts, settings: chosen };
}

function refuseTwice<T>(name: string, rows: readonly T[], keyOf: (row: T) => readonly string[]): void {
  const seen = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const key = JSON.stringify(keyOf(row));
    if (seen.has(key)) throw new InputRefused(`${name}.${index}: the same group as row ${seen.get(key)}`);
    seen.set(key, index);
  }
}
