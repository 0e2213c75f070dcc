import { expect, test } from 'vitest';
import { alcohol } from './command.ts';
import { logGamma } from '../distribution/gamma.ts';
import { attributableFractions } from './fractions.ts';
import { gammaShareBelow } from './gamma-distribution.ts';
import { readInput } from './input.ts';
import { integrate } from './quadrature.ts';
import { counts, population, risk, riskFunctions } from './sample.examples.ts';

test('the share below a point of a gamma distribution is right to 1e-13', () => {
  // Computed with mpmath at 30 digits.
  const reference = [[0.631885977439, 0.001, 0.014162454291180857], [0.7292664090411531, 0.5, 0.5401046765083376], [0.7292664090411531, 1.7, 0.8866357902561335], [0.73, 8, 0.9998517934110875], [0.63, 30, 0.9999999999999816], [5, 2, 0.05265301734371116], [50, 60, 0.9155933189063081], [2.5, 0.00001, 9.515260653112764e-14]] as const;
  for (const [shape, z, share] of reference) expect(Math.abs(gammaShareBelow({ shape, scale: 7 }, 7 * z) - share)).toBeLessThan(1e-13 * Math.max(share, 1e-3));
  expect(Math.exp(logGamma(0.5))).toBeCloseTo(Math.sqrt(Math.PI), 13);
});

test('an integral over pieces with jumps and steep starts is exact', () => {
  expect(integrate((x) => 1 / x, [0.03, 1, 250])).toBeCloseTo(Math.log(250 / 0.03), 12);
  expect(integrate((x) => (x < 7 ? x ** -0.4 : 2), [0.03, 7, 10])).toBeCloseTo((7 ** 0.6 - 0.03 ** 0.6) / 0.6 + 6, 12);
});

type Expected = readonly [gender: string, ageGroup: string, im: string, former: number, current: number];

/** The largest difference to values of an independent program (NumPy, SciPy; Gauss-Legendre of order 40 on 30 panels a piece). */
function largest(settings: unknown, expected: readonly Expected[]): number {
  const rows = attributableFractions(readInput({ population, riskFunctions, counts, ...(settings ? { settings } : {}) }));
  return Math.max(...expected.map(([gender, ageGroup, im, former, current]) => {
    const row = rows.find((one) => one.gender === gender && one.ageGroup === ageGroup && one.im === im && one.outcome === 'Mortality');
    return Math.max(Math.abs((row?.former ?? Number.NaN) - former), Math.abs((row?.current ?? Number.NaN) - current), Math.abs((row?.fraction ?? Number.NaN) - former - current));
  }));
}

test('every form of risk function gives the fractions of an independent program', () => {
  expect(largest(undefined, [
    ['Female', '15-44', '(1).(2)', 0, 0.0133443957598], ['Female', '15-44', '(2).(2)', 0.0143325616362, 0.269039356554], ['Female', '15-44', '(5).(1)', 0.00471114027472, 0.0530608047807],
    ['Female', '15-44', '(5).(2)', 0.0289686398603, 0.00541003146365], ['Female', '15-44', '(6).(3)', 0.111131464403, -0.0372270010989], ['Female', '15-44', '(8).(1)', 0, 0.158460191443],
    ['Male', '15-44', '(1).(2)', 0, 0.0368480170892], ['Male', '15-44', '(5).(1)', 0.00321172343454, 0.193857417931], ['Male', '15-44', '(5).(2)', 0.0186034659112, 0.206252121124],
    ['Male', '15-44', '(4).(4)', 0, 0.255239921332], ['Male', '15-44', '(6).(1)', 0, 1],
  ])).toBeLessThan(1e-11);
});

test('where more drink above the barrier than binge, those above it are scaled down', () => {
  expect(largest(undefined, [['Female', '45+', '(2).(2)', 0.0282969772725, 0.185675876268], ['Female', '45+', '(8).(1)', 0, 0.0288482041995], ['Female', '45+', '(5).(2)', 0.0539426905598, -0.0528814046295], ['Female', '45+', '(4).(1)', 0, 0]])).toBeLessThan(1e-11);
});

test('other bounds and barriers, capped curves and a tenth less consumption give the fractions of an independent program', () => {
  const settings = { lowerBound: 1, upperBound: 180, bingeBarrier: { Female: 53.8, Male: 67.25 }, extrapolation: 'capped', scale: 0.9 };
  expect(largest(settings, [
    ['Female', '15-44', '(2).(2)', 0.0140826612475, 0.281784276378], ['Female', '15-44', '(5).(2)', 0.0296385901391, -0.0175915947771], ['Female', '15-44', '(6).(1)', 0, 0.905090182138],
    ['Male', '15-44', '(4).(1)', 0, 0.724856751823], ['Male', '15-44', '(5).(2)', 0.0201424176548, 0.140590180062], ['Male', '45+', '(8).(1)', 0, 0.154169922348], ['Female', '45+', '(5).(1)', 0.00874843055084, 0.0192037304665],
  ])).toBeLessThan(1e-11);
});

test('a calibrated condition explains its whole count, is left out without one, and both outcomes follow a combined curve', () => {
  const rows = attributableFractions(readInput({ population, riskFunctions, counts }));
  expect(rows.find(({ im, gender, ageGroup }) => im === '(4).(1)' && gender === 'Male' && ageGroup === '45+')?.fraction).toBeCloseTo(1, 11);
  expect(rows.filter(({ im, outcome }) => im === '(4).(1)' && outcome === 'Morbidity')).toEqual([]);
  const [illness, death] = rows.filter(({ im, gender, ageGroup }) => im === '(2).(2)' && gender === 'Male' && ageGroup === '45+');
  expect([illness?.outcome, illness?.fraction]).toEqual(['Morbidity', death?.fraction]);
});

test('children take over the fractions of the youngest group for wholly attributable conditions only', () => {
  const rows = attributableFractions(readInput({ population, riskFunctions, counts }));
  const of = (ageGroup: string, code: string) => rows.find((row) => row.gender === 'Male' && row.ageGroup === ageGroup && row.im === code && row.outcome === 'Mortality');
  expect(of('00-14', '(4).(4)')?.fraction).toBe(of('15-44', '(4).(4)')?.fraction);
  expect(of('00-14', '(2).(2)')).toMatchObject({ former: 0, current: 0, fraction: 0 });
});

test('the command answers with fractions and names the row and the column that are wrong', async () => {
  expect(await alcohol.run({ population, riskFunctions: [risk('(8).(1)', 'Falls', { b6: 0.0045 })] })).toMatchObject({ json: { fractions: [{ region: 'Sample', year: 2020, gender: 'Female', ageGroup: '15-44', im: '(8).(1)', condition: 'Falls', outcome: 'Mortality', former: 0 }, {}, {}, {}] } });
  const wrong = (change: object) => () => alcohol.run({ population: [population[0], { ...population[1], ...change }], riskFunctions });
  expect(wrong({ p_cd: 'many' })).toThrow('must be a number, not');
  expect(wrong({ p_cd: 'many' })).toThrow(/"population",\s+1,\s+"p_cd"/);
  expect(wrong({ p_cd: '' })).toThrow('must be a number');
  expect(wrong({ p_bd: 1.5 })).toThrow('must be a proportion');
  expect(wrong({ gender: 'man' })).toThrow('must be one of Female, Male');
  expect(wrong({ pcc_litres_year: 8 })).toThrow('population.1.pcc_litres_year: differs within Sample 2020');
  expect(() => alcohol.run({ population: [population[0], population[0]], riskFunctions })).toThrow('population.1: the same group as row 0');
  const { b7: _, ...short } = risk('(8).(1)', 'Falls');
  expect(() => alcohol.run({ population, riskFunctions: [short] })).toThrow('b1 to b16');
  expect(() => alcohol.run({ population, riskFunctions, settings: { upperBound: 60 } })).toThrow('settings.bingeBarrier.Male');
});
