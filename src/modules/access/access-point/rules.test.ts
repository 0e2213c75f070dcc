import { expect, test } from 'vitest';
import { ageBandOf, misfit } from './rules.ts';

const none = { condition: null, professions: [] };
const children = { ...none, ages: { to: 17 }, professions: [{ id: 'police', toAge: 16 }, { id: 'school' }] };
const dual = { ages: { to: 17, toInSchool: 21 }, condition: { en: 'Is it so?', fr: 'Est-ce le cas?' }, professions: [] };
const older = { ...none, ages: { from: 55 } };

test('a point for children ends with the 17th year, one for older adults begins with the 55th', () => {
  expect([0, 17, 18].map((age) => misfit(children, { age }))).toEqual([undefined, undefined, 'too-old']);
  expect([54, 55, 120].map((age) => misfit(older, { age }))).toEqual(['too-young', undefined, undefined]);
});

test('who still goes to school is served up to 21, whether she does is asked, and at 22 no more', () => {
  expect([17, 18, 21, 22].map((age) => misfit(dual, { age, inSchool: true }))).toEqual([undefined, undefined, undefined, 'too-old']);
  expect([17, 18, 21, 22].map((age) => misfit(dual, { age, inSchool: false }))).toEqual([undefined, 'not-in-school', 'not-in-school', 'too-old']);
  expect([17, 18, 21, 22].map((age) => misfit(dual, { age }))).toEqual([undefined, 'ask-school', 'ask-school', 'too-old']);
});

test('police send somebody under 17, a school up to 17', () => {
  expect([16, 17].map((age) => misfit(children, { age, profession: 'police' }))).toEqual([undefined, 'profession']);
  expect([17, 18].map((age) => misfit(children, { age, profession: 'school' }))).toEqual([undefined, 'too-old']);
});

test('what is not said shuts no door, nor does not being sure', () => {
  for (const point of [children, dual, older]) expect(misfit(point, {})).toBeUndefined();
  expect(['yes', 'unsure', '', 'no'].map((condition) => misfit(dual, { age: 10, condition }))).toEqual([undefined, undefined, undefined, 'condition']);
});

test('lists show a band in place of an age', () => {
  expect([0, 11, 12, 17, 18, 24, 25, 54, 55, undefined].map(ageBandOf)).toEqual(['0-11', '0-11', '12-17', '12-17', '18-24', '18-24', '25-54', '25-54', '55-over', null]);
});
