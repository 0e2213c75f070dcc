import { expect, test } from 'vitest';
import { mergeRefusal, numberThemes, readNumbers, type Theme } from './rules.ts';

const theme = (id: string, more: Partial<Theme> = {}): Theme => ({ id, consultation: 'c', parent: null, position: 0, mergedInto: null, name: { en: id, fr: id }, earlier: [], ...more });
const tree = [theme('b', { position: 2 }), theme('a', { position: 1 }), theme('a1', { parent: 'a', position: 3 }), theme('gone', { mergedInto: 'b', position: 4 })];

test('themes are numbered as the tree is read, merged ones not at all', () => {
  expect(numberThemes(tree).map((one) => [one.number, one.id, one.depth])).toEqual([[1, 'a', 0], [2, 'a1', 1], [3, 'b', 0]]);
});

test.each([
  ['1 3', ['a', 'b']], ['3,2', ['b', 'a1']], [' 2 2 ', ['a1']], ['0', []], ['', undefined], ['4', undefined], ['1 x', undefined], ['0 1', undefined], ['-1', undefined],
])('a coder who types "%s" means %j', (typed, ids) => expect(readNumbers(typed, numberThemes(tree))).toEqual(ids));

test.each([
  ['a', 'a', 'same'], ['a', 'b', 'has-children'], ['a1', 'b', undefined], ['a1', 'a', undefined], ['b', 'a', 'holds-merged'], ['gone', 'a', 'merged-already'], ['a1', 'gone', 'merged-already'],
])('merging %s into %s: %s', (from, into, refusal) => {
  const find = (id: string) => tree.find((one) => one.id === id) ?? theme(id);
  expect(mergeRefusal(tree, find(from), find(into), false)).toBe(refusal);
});

test('a theme of another consultation is no place to merge into', () => {
  expect(mergeRefusal(tree, theme('a1', { parent: 'a' }), theme('z', { consultation: 'other' }), false)).toBe('other-consultation');
});

test('a theme that says what was done is not merged, since its answers would be shown nowhere', () => {
  expect(mergeRefusal(tree, theme('a1', { parent: 'a' }), theme('b'), true)).toBe('has-answers');
});
