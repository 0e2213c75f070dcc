import { expect, test } from 'vitest';
import { agreementOf } from './agreement.ts';
import type { CodePair } from './queries.ts';

const pair = (first: string[], second: string[], coders = ['x', 'y']): CodePair => ({ first: coders[0] ?? '', second: coders[1] ?? '', firstThemes: first, secondThemes: second });
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

test('a theme is a yes or a no of each coder: 20, 5, 10, 15 of fifty pieces give the kappa of 0.4 that textbooks print', () => {
  const pairs = [...times(20, pair(['a'], ['a'])), ...times(5, pair(['a'], [])), ...times(10, pair([], ['a'])), ...times(15, pair([], []))];
  const [found] = agreementOf(pairs, ['a']);
  expect(found?.themes[0]?.agreement.kappa).toBeCloseTo(0.4, 10);
  expect(found?.overall.kappa).toBeCloseTo(0.4, 10);
  expect(found?.overall.n).toBe(50);
});

test('overall, the whole set must be the same, in whatever order', () => {
  const [found] = agreementOf([pair(['a', 'b'], ['b', 'a']), pair(['a'], ['a', 'b']), pair([], [])], ['a', 'b']);
  // Two of three agree; chance gives 2/9: (2/3 - 2/9) / (1 - 2/9).
  expect(found?.overall.kappa).toBeCloseTo((2 / 3 - 1 / 3) / (1 - 1 / 3), 10);
});

test('each two coders stand apart, and what nobody disagreed on has no kappa', () => {
  const found = agreementOf([pair(['a'], ['a']), pair(['a'], ['a'], ['x', 'z'])], ['a', 'b']);
  expect(found.map((one) => [one.first, one.second, one.overall.n])).toEqual([['x', 'y', 1], ['x', 'z', 1]]);
  expect(found[0]?.themes.map((one) => one.agreement.kappa)).toEqual([null, null]);
});
