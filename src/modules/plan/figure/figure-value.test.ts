import { expect, test } from 'vitest';
import { figureValue } from './figure-value.ts';

const french = (value: string, number: number) => figureValue('fr', { value, number }).replaceAll(/\s/g, ' ');

test('a value stands in English as it was printed', () => {
  expect(figureValue('en', { value: '3,115', number: 3115 })).toBe('3,115');
  expect(figureValue('en', { value: '$14.3M', number: 14.3 })).toBe('$14.3M');
});

test('a value stands in French with the spaces, the comma and the signs of French', () => {
  expect(french('3,115', 3115)).toBe('3 115');
  expect(french('8.2%', 8.2)).toBe('8,2 %');
  expect(french('65.5', 65.5)).toBe('65,5');
  expect(french('500+', 500)).toBe('500 et plus');
  expect(french('1 in 10', 10)).toBe('1 sur 10');
  expect(french('about 450', 450)).toBe('environ 450');
});

test('a change and an amount keep their printed form in French', () => {
  expect(french('+150%', 150)).toBe('+150 %');
  expect(french('−36%', -36)).toBe('−36 %');
  expect(french('$265.31', 265.31)).toBe('265,31 $');
  expect(french('$14.3M', 14.3)).toBe('14,3 M$');
});

test('a value of an unknown form is left as it was printed', () => {
  expect(french('12 to 15', 15)).toBe('12 to 15');
});

test('a withheld figure says so in place of a value', () => {
  expect(figureValue('en', {})).toBe('Withheld');
  expect(figureValue('fr', {})).toBe('Non diffusé');
});
