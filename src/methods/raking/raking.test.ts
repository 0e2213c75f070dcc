import fc from 'fast-check';
import { expect, test } from 'vitest';
import { raking } from './command.ts';
import { effectiveSize, marginOfError } from './effective-size.ts';
import { type Margins, MarginsUnreachable, rake, type Unit } from './rake.ts';

/** One unit for each cell of a table, with its count as the starting weight. */
const cellsOf = (table: readonly (readonly number[])[]): Unit[] => table.flatMap((row, i) => row.map((weight, j) => ({ in: { row: `r${i}`, column: `c${j}` }, weight })));
const named = (prefix: string, totals: readonly number[]) => Object.fromEntries(totals.map((total, index) => [`${prefix}${index}`, total]));
const sumOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const marginOf = (units: readonly Unit[], weights: readonly number[], dimension: string, category: string) => sumOf(units.map((unit, index) => (unit.in[dimension] === category ? (weights[index] ?? 0) : 0)));

// The example of the encyclopaedia article "Iterative proportional fitting": rows, then columns, three times.
const example = cellsOf([[40, 30, 20, 10], [35, 50, 100, 75], [30, 80, 70, 120], [20, 30, 40, 50]]);
const wanted = { row: named('r', [150, 300, 400, 150]), column: named('c', [200, 300, 400, 100]) };

test('the published 4 × 4 example stands where it is printed after three rounds', () => {
  const { weights, rounds } = rake(example, wanted, { tolerance: 2e-4 });
  expect(rounds).toBe(3);
  expect(weights.map((weight) => weight.toFixed(2))).toEqual(['64.61', '46.28', '35.42', '3.83', '49.95', '68.15', '156.49', '25.37', '56.70', '144.40', '145.06', '53.76', '28.74', '41.18', '63.03', '17.03']);
});

test('a 2 × 2 table has the closed solution that keeps its cross-product ratio', () => {
  // Klemens, Modeling with Data: the survey 7, 9, 12, 7 raked to rows of 5 and 15 and columns of 10 and 10. x (x + 5) / (10 - x)(5 - x) = 49 / 108.
  const ratio = 49 / 108;
  const [a, b, c] = [1 - ratio, 5 + 15 * ratio, -50 * ratio];
  const x = (-b + Math.sqrt(b * b - 4 * a * c)) / (2 * a);
  const { weights } = rake(cellsOf([[7, 9], [12, 7]]), { row: named('r', [5, 15]), column: named('c', [10, 10]) });
  for (const [index, cell] of [x, 5 - x, 10 - x, 5 + x].entries()) expect(weights[index]).toBeCloseTo(cell, 8);
});

test('one margin alone is post-stratification: each weight is the total of its category over its number', () => {
  const units = [...'aaab'].map((age): Unit => ({ in: { age } }));
  expect(rake(units, { age: { a: 60, b: 40 } }).weights).toEqual([20, 20, 20, 40]);
});

const units = fc.array(fc.record({ in: fc.record({ age: fc.constantFrom('young', 'middle', 'old'), place: fc.constantFrom('north', 'south'), speech: fc.constantFrom('en', 'fr', 'other') }), weight: fc.double({ min: 0.2, max: 5, noNaN: true }) }), { minLength: 5, maxLength: 60 });

test('margins that some weights have are reproduced to 1e-9 by positive weights, whatever the units', () => {
  fc.assert(fc.property(units, fc.array(fc.double({ min: 0.5, max: 3, noNaN: true }), { minLength: 60, maxLength: 60 }), (given, factors) => {
    const margins: Record<string, Record<string, number>> = { age: {}, place: {}, speech: {} };
    for (const [index, unit] of given.entries()) for (const [dimension, category] of Object.entries(unit.in)) {
      const totals = margins[dimension] ?? {};
      totals[category] = (totals[category] ?? 0) + (factors[index] ?? 1);
    }
    const { weights, difference } = rake(given, margins, { maxRounds: 20_000 });
    const total = sumOf(factors.slice(0, given.length));
    expect(weights.every((weight) => weight > 0)).toBe(true);
    expect(difference).toBeLessThanOrEqual(1e-9);
    for (const [dimension, categories] of Object.entries(margins)) for (const [category, target] of Object.entries(categories))
      expect(Math.abs(marginOf(given, weights, dimension, category) - target) / total).toBeLessThan(1e-9);
    const { n, effective } = effectiveSize(weights);
    expect(effective).toBeLessThanOrEqual(n + 1e-9);
    expect(effective).toBeGreaterThanOrEqual(1 - 1e-9);
  }), { numRuns: 150 });
});

test('the order of the dimensions and of the units does not matter', () => {
  const { weights } = rake(example, wanted);
  const turned = rake(example.toReversed(), { column: wanted.column, row: wanted.row }).weights.toReversed();
  for (const [index, weight] of weights.entries()) expect(turned[index]).toBeCloseTo(weight, 5);
});

test('no weight passes the limit, the sum stays, and what the margins lose is reported', () => {
  const people: Unit[] = [...Array.from({ length: 18 }, (): Unit => ({ in: { age: 'old', place: 'north' } })), { in: { age: 'young', place: 'north' } }, { in: { age: 'old', place: 'south' } }];
  const margins: Margins = { age: { old: 70, young: 30 }, place: { north: 75, south: 25 } };
  const free = rake(people, margins);
  expect(Math.max(...free.weights)).toBeGreaterThan(20);
  const { weights, trimmed, difference } = rake(people, margins, { trimAt: 3 });
  expect(Math.max(...weights)).toBeLessThanOrEqual(15 + 1e-9);
  expect(sumOf(weights)).toBeCloseTo(100, 8);
  expect(trimmed).toBe(2);
  expect(difference).toBeCloseTo(0.15, 8);
  expect(effectiveSize(weights).effective).toBeGreaterThan(effectiveSize(free.weights).effective);
});

test.each([
  [{ age: { a: 50, b: 50 } }, 'Nobody is in b of age, which must reach 50.'],
  [{ age: { b: 0 } }, 'The margin age has no total above 0.'],
  [{ age: { a: 100 }, place: { x: 60, y: 0 } }, 'The margins age (100) and place (60) have different totals.'],
  [{ age: { a: 100 }, place: { x: 100 } }, 'There are units in y of place, which has no total above 0.'],
  [{ age: { a: 100 }, speech: { en: 100 } }, 'A unit has no category of speech.'],
])('margins that cannot be reached are refused with a sentence: %j', (margins: Margins, sentence) => {
  expect(() => rake([{ in: { age: 'a', place: 'x' } }, { in: { age: 'a', place: 'y' } }], margins)).toThrow(sentence);
});

test('margins that contradict each other through the units are refused', () => {
  const both: Unit[] = [{ in: { age: 'a', place: 'x' } }, { in: { age: 'b', place: 'y' } }];
  expect(() => rake(both, { age: { a: 70, b: 30 }, place: { x: 40, y: 60 } })).toThrow(/cannot be reached together/);
  expect(() => rake([], { age: { a: 1 } })).toThrow(MarginsUnreachable);
});

test('the effective size and the margin follow the formulas of Kish', () => {
  expect(effectiveSize([1, 1, 1, 1])).toEqual({ n: 4, effective: 4, designEffect: 1 });
  expect(effectiveSize([1, 1, 2])).toEqual({ n: 3, effective: 16 / 6, designEffect: 18 / 16 });
  // A sample of 1,000 at one half: the 3.1 points that every poll prints.
  expect((marginOfError(0.5, 1000) * 100).toFixed(1)).toBe('3.1');
  expect(() => marginOfError(1.2, 10)).toThrow(RangeError);
  expect(() => effectiveSize([])).toThrow(RangeError);
});

test('the command answers with weights, size and share, and names what is wrong', async () => {
  const input = { units: [{ in: { age: 'young' }, value: true }, { in: { age: 'old' } }, { in: { age: 'old' }, value: false }], margins: { age: { young: 60, old: 40 } } };
  expect(await raking.run(input)).toMatchObject({ json: { weights: [60, 20, 20], n: 3, proportion: { share: 0.75, n: 2 } } });
  expect(() => raking.run({ ...input, margins: { age: { young: 60, old: 30, middle: 10 } } })).toThrow('margins: Nobody is in middle of age');
  expect(() => raking.run({ ...input, units: [] })).toThrow('one unit or more');
  expect(() => raking.run({ ...input, trimAt: 0.5 })).toThrow('1 or more');
});
