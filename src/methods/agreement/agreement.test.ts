import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreement } from './command.ts';
import { type Code, cohenKappa } from './cohen-kappa.ts';
import { fleissKappa } from './fleiss-kappa.ts';

/** Pairs of codes from a table of counts, first coder by row. */
function pairsOf(codes: readonly Code[], table: readonly (readonly number[])[]): [Code, Code][] {
  return table.flatMap((row, i) => row.flatMap((times, j) => Array.from({ length: times }, (): [Code, Code] => [codes[i] ?? '', codes[j] ?? ''])));
}

// SAS/STAT User's Guide, The FREQ Procedure, Agreement Study: two dermatologists, 88 patients.
const grades = ['terrible', 'poor', 'marginal', 'clear'];
const skin = pairsOf(grades, [[10, 4, 1, 0], [5, 10, 12, 2], [2, 4, 12, 5], [0, 2, 6, 13]]);

test('kappa and its interval are those that SAS publishes for its agreement study', () => {
  const { kappa, low, high, n } = cohenKappa(skin);
  expect([kappa, low, high].map((value) => value?.toFixed(4))).toEqual(['0.3449', '0.2030', '0.4868']);
  expect(n).toBe(88);
});

test('weighted kappa has the published value and interval', () => {
  const { kappa, low, high } = cohenKappa(skin, 'linear', grades);
  expect([kappa, low, high].map((value) => value?.toFixed(4))).toEqual(['0.5082', '0.3798', '0.6366']);
});

test("the example of Fleiss' textbook, 100 diagnoses in three classes, gives 0.676 with a standard error of 0.088", () => {
  const { kappa, low, high } = cohenKappa(pairsOf([1, 2, 3], [[75, 1, 4], [5, 4, 1], [0, 0, 10]]));
  expect(kappa?.toFixed(4)).toBe('0.6765');
  expect((((high ?? 0) - (low ?? 0)) / 2 / 1.959964).toFixed(4)).toBe('0.0877');
});

test('fourteen coders of ten subjects agree as Fleiss computes', () => {
  const table = [[0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1], [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7]];
  const subjects = table.map((row) => row.flatMap((times, code) => Array.from({ length: times }, () => code)));
  expect(fleissKappa(subjects).kappa?.toFixed(3)).toBe('0.210');
});

test("the interval of Fleiss' kappa is as wide as leaving out each subject in turn says, also when one code is rare", () => {
  const rare = Array.from({ length: 400 }, (_, i) => [0, 1, 2].map((coder) => (i % 10 === 0 ? Number((i / 10 + coder) % 3 < 2) : Number(i % 97 === coder))));
  const { low, high } = fleissKappa(rare);
  expect(((high ?? 0) - (low ?? 0)) / 2 / 1.959964 / jackknifeError(rare)).toBeCloseTo(1, 1);
});

/** The standard error by leaving out each subject in turn: another road to the same quantity. */
function jackknifeError(subjects: readonly (readonly number[])[]): number {
  const left = subjects.map((_, i) => fleissKappa(subjects.filter((__, j) => j !== i)).kappa ?? 0);
  const mean = left.reduce((a, b) => a + b) / left.length;
  return Math.sqrt((left.map((k) => (k - mean) ** 2).reduce((a, b) => a + b) * (left.length - 1)) / left.length);
}

test('one code throughout gives no kappa, full agreement gives 1, and no pair is refused', () => {
  expect(cohenKappa([['a', 'a'], ['a', 'a']])).toEqual({ kappa: null, low: null, high: null, n: 2 });
  expect(cohenKappa([['a', 'a'], ['b', 'b']])).toEqual({ kappa: 1, low: 1, high: 1, n: 2 });
  expect(cohenKappa([[1, '1'], ['b', 'b']]).kappa).toBe(1);
  expect(() => cohenKappa([])).toThrow(RangeError);
  expect(fleissKappa([['a', 'a'], ['a', 'a']]).kappa).toBeNull();
  expect(() => fleissKappa([['a', 'b'], ['a']])).toThrow('same number');
});

test('kappa does not depend on the names of the codes, their order, or which coder comes first', () => {
  const codes = fc.constantFrom('a', 'b', 'c', 'd');
  fc.assert(fc.property(fc.array(fc.tuple(codes, codes), { minLength: 2, maxLength: 60 }), (pairs) => {
    const own = cohenKappa(pairs);
    const swapped = cohenKappa(pairs.map(([a, b]): [string, string] => [`${b}!`, `${a}!`]).reverse());
    expect(swapped.kappa === null).toBe(own.kappa === null);
    expect(swapped.kappa ?? 0).toBeCloseTo(own.kappa ?? 0, 10);
    expect(swapped.low ?? 0).toBeCloseTo(own.low ?? 0, 10);
    expect((own.low ?? 0) <= (own.kappa ?? 0) && (own.kappa ?? 0) <= (own.high ?? 0)).toBe(true);
  }));
});

test('the command answers with kappa, low, high and n, and names what is wrong', async () => {
  expect(await agreement.run({ pairs: skin })).toEqual({ json: cohenKappa(skin) });
  expect(() => agreement.run({ pairs: [] })).toThrow('one pair or more');
  expect(() => agreement.run({ pairs: [['a', 'b', 'c']] })).toThrow();
  expect(() => agreement.run({ pairs: [['a', 'b']], weighting: 'linear' })).toThrow('order');
  expect(() => agreement.run({ pairs: [['a', 'b']], weighting: 'linear', order: ['a'] })).toThrow('pairs.0: the code "b"');
});
