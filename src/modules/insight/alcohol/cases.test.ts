import { expect, test } from 'vitest';
import { attributableFractions } from '#app/methods/alcohol/fractions.ts';
import { readInput } from '#app/methods/alcohol/input.ts';
import { counts, population, riskFunctions } from '#app/methods/alcohol/sample.examples.ts';
import { casesOf, totalCases } from './cases.ts';
import { computeShares, isProblem } from './compute.ts';
import { percent, printedCases, printedPercent } from './printed.ts';

const rule = { k: 6, base: 5 };
const share = { fraction: 0.5, low: 0.4, high: 0.6 };

test('cases are the share times the printed count, rounded, with bounds that hold every true count behind it', () => {
  expect(casesOf(share, 100, rule)).toEqual({ number: 50, low: 35, high: 65 });
  expect(casesOf({ fraction: 1, low: 1, high: 1 }, 20, rule)).toEqual({ number: 20, low: 15, high: 25 });
  expect(casesOf({ fraction: -0.2, low: -0.3, high: -0.1 }, 100, rule)).toEqual({ number: -20, low: -35, high: -5 });
});

test('what was too small or left out at the gate, and what would be fewer than k cases, is not told', () => {
  expect(casesOf(share, 'fewer than 6', rule)).toEqual({ hidden: 'small' });
  expect(casesOf(share, null, rule)).toEqual({ hidden: 'beside' });
  expect(casesOf(share, 10, rule)).toEqual({ hidden: 'small' });
  expect(casesOf({ ...share, fraction: 0, low: 0 }, 500, rule)).toEqual({ hidden: 'small' });
});

test('a total takes a hidden group as half of what it may hide and is wider for it; beside a number left out there is none', () => {
  expect(totalCases([{ share, printed: 100 }, { share, printed: 'fewer than 6' }], rule)).toEqual({ number: 50, low: 35, high: 70 });
  expect(totalCases([{ share, printed: 100 }, { share, printed: null }], rule)).toEqual({ hidden: 'beside' });
});

test('percentages have a real minus, a change its sign, and nothing is ever -0', () => {
  expect([-0.0001, 0.0001, -0.032, 0.5].map((value) => printedPercent(percent(value)))).toEqual(['0%', '0%', '−3.2%', '50%']);
  expect([-0.0001, 0.031, -0.031].map((value) => printedPercent(percent(value), true))).toEqual(['0%', '+3.1%', '−3.1%']);
  expect([printedCases(1200), printedCases(-20)]).toEqual(['about 1,200', 'about −20']);
});

test('conditions fitted to counts have the same cells whatever the counts, zero or a thousand', () => {
  const asked = { region: 'Sample', year: 2020, scenario: 'consumption', change: -10, seed: 1, draws: 40, surveySize: 500, consumptionError: 0.05 } as const;
  const rows = (some: readonly Readonly<Record<string, string | number>>[]) => some.map((values, line) => ({ line, values }));
  const of = (factor: number) => computeShares({ population: rows(population), risks: rows(riskFunctions), counts: rows(counts.map((one) => ({ ...one, count: Number(one.count) * factor }))) }, asked);
  const [few, many] = [of(0), of(1)];
  expect(few).toEqual(many);
  if (isProblem(few)) throw new Error('no result');
  const fractions = attributableFractions(readInput({ population, riskFunctions, counts })).filter((one) => one.im === '(4).(1)');
  expect(fractions.map((one) => one.fraction).some((value) => value === 0)).toBe(true);
  for (const one of few.filter(({ im }) => im === '(4).(1)')) expect(one).toMatchObject({ fraction: 1, low: 1, high: 1 });
});
