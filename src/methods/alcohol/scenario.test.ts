import { expect, test } from 'vitest';
import { attributableFractions } from './fractions.ts';
import { readInput } from './input.ts';
import { variates } from './random-variate.ts';
import { counts, population, riskFunctions } from './sample.examples.ts';
import { scenarioCounts, withConsumption, withMinimumPrice } from './scenario.ts';
import { simulateFractions } from './simulation.ts';

const input = readInput({ population, riskFunctions, counts });
const injury = { ...input, risks: input.risks.filter(({ im }) => im === '(8).(1)'), counts: [] };

test('a tenth less consumption lowers injuries, and those not due to alcohol stay as many', () => {
  const base = attributableFractions(input);
  const less = attributableFractions({ ...input, settings: withConsumption(input.settings, -0.1) });
  const cases = population.map(({ gender, age_group }) => ({ im: '(8).(1)', region: 'Sample', year: '2020', gender: gender === 'Male' ? ('Male' as const) : ('Female' as const), ageGroup: age_group, outcome: 'Mortality' as const, count: 100 }));
  const changed = scenarioCounts(base, less, cases);
  expect(changed).toHaveLength(4);
  for (const row of changed) expect(row.scenario - row.scenarioAttributable).toBeCloseTo(row.count - row.attributable, 9);
  const [young] = changed.filter(({ gender, ageGroup }) => gender === 'Male' && ageGroup === '15-44');
  expect(young?.scenario).toBeLessThan(100);
  const wholly = scenarioCounts(base, less, input.counts).find(({ im, gender, ageGroup }) => im === '(4).(1)' && gender === 'Male' && ageGroup === '45+');
  expect(wholly?.attributable).toBe(9);
  expect(wholly?.scenario).toBeLessThan(9);
});

test('a lowest price that is a tenth higher lowers consumption by about 3.2 percent, and a change to nothing is refused', () => {
  expect(withMinimumPrice(input.settings, 0.1).scale).toBeCloseTo(1.1 ** -0.34, 12);
  expect(withMinimumPrice(input.settings, 0.1, -0.84).scale).toBeCloseTo(1.1 ** -0.84, 12);
  expect(() => withConsumption(input.settings, -1)).toThrow(RangeError);
  expect(() => withMinimumPrice(input.settings, -1)).toThrow(RangeError);
});

test('draws have the mean and the spread of their distribution', () => {
  const random = variates(4);
  for (const shape of [0.3, 1, 12]) {
    const drawn = Array.from({ length: 20_000 }, () => random.gamma(shape));
    const mean = drawn.reduce((a, b) => a + b) / drawn.length;
    expect(Math.abs(mean / shape - 1)).toBeLessThan(0.05);
    expect(Math.abs(drawn.reduce((a, b) => a + (b - mean) ** 2, 0) / drawn.length / shape - 1)).toBeLessThan(0.1);
  }
});

test('an interval holds the fraction, is the same for the same seed, and narrows with a larger survey', () => {
  const run = (surveySize: number, seed: number) => simulateFractions(injury, { surveySize, consumptionError: 0.001, draws: 60, seed });
  const small = run(100, 1);
  expect(run(100, 1)).toEqual(small);
  expect(run(100, 2)).not.toEqual(small);
  for (const [place, wide] of small.entries()) {
    const narrow = run(100_000, 1)[place];
    expect(wide.low < wide.fraction && wide.fraction < wide.high).toBe(true);
    expect((narrow?.high ?? 0) - (narrow?.low ?? 0)).toBeLessThan((wide.high - wide.low) / 5);
  }
  expect(() => simulateFractions(injury, { surveySize: 100, consumptionError: 0, draws: 5, seed: 1 })).toThrow('40 draws');
});
