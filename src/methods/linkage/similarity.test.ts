import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitCount, editDistance, jaroWinkler } from './similarity.ts';

/** The textbook table of the optimal string alignment distance. */
function plainDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)));
  const cell = (i: number, j: number) => table[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1) {
      let best = Math.min(cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, cell(i - 2, j - 2) + 1);
      const row = table[i];
      if (row) row[j] = best;
    }
  return cell(a.length, b.length);
}

test('the distance of two words is that of the textbook table', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 20 });
  fc.assert(fc.property(word, word, (a, b) => {
    expect(editDistance(a, b)).toBe(plainDistance(a, b));
  }), { numRuns: 500 });
});

test('an exchange of neighbours is one edit', () => {
  expect(editDistance('tremblay', 'trembaly')).toBe(1);
  expect(editDistance('tremblay', 'termbaly')).toBe(2);
});

test('Jaro–Winkler gives the values that Winkler published', () => {
  expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.9611, 4);
  expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.8133, 4);
  expect(jaroWinkler('dwayne', 'duane')).toBeCloseTo(0.84, 4);
  expect(jaroWinkler('abc', 'xyz')).toBe(0);
});

test('bits are counted in all 32 places', () => {
  expect([0, 1, -1, 0x80000001 | 0, 0x11111111].map(bitCount)).toEqual([0, 1, 32, 2, 8]);
});
