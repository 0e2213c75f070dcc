import { expect, test } from 'vitest';
import { figureValue } from './figure-value.ts';

test('a value stands in English as it was printed', () => {
  expect(figureValue('en', { value: '3,115', number: 3115 })).toBe('3,115');
});

test('a value stands in French with the spaces and the comma of French', () => {
  const space = /\s/g;
  expect(figureValue('fr', { value: '3,115', number: 3115 }).replace(space, ' ')).toBe('3 115');
  expect(figureValue('fr', { value: '8.2%', number: 8.2 }).replace(space, ' ')).toBe('8,2 %');
  expect(figureValue('fr', { value: '500+', number: 500 }).replace(space, ' ')).toBe('500 et plus');
});

test('a value that is more than a number is left as it was printed', () => {
  expect(figureValue('fr', { value: '1 in 10', number: 10 })).toBe('1 in 10');
});
