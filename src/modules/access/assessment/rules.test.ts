import { expect, test } from 'vitest';
import { responseFromShort } from '#app/methods/questionnaire/short-answers.ts';
import { monthsOf, isOffered } from '../instrument/rules.ts';
import { listShelf } from '../instrument/shelf.ts';
import { shelved } from './assessment-world.test-tool.ts';
import { newCode, secretOf } from './code.ts';
import { bandOf, differing, missingIn, newlyAlarming, scoreOf, standingOf } from './rules.ts';

const now = new Date('2019-06-03T13:00:00Z');
const { compiled } = shelved('phq-9');
const answer = (answers: Record<string, number>) => responseFromShort(compiled, answers);
const nine = (answers: readonly number[]) => answer(Object.fromEntries(answers.map((one, place) => [`phq-${place + 1}`, one])));

test.each([[[0, 0, 0, 0, 0, 0, 0, 0, 0], 0], [[3, 3, 3, 3, 3, 3, 3, 3, 3], 27], [[1, 2, 3, 0, 1, 2, 3, 0, 1], 13]])('PHQ-9 of %j is %i', (answers, total) => {
  expect(scoreOf(compiled, nine(answers), now)).toEqual({ total });
  expect(missingIn(compiled, nine(answers), now)).toEqual([]);
});

test('an incomplete form has no score and no band; the missing questions are named', () => {
  expect(scoreOf(compiled, answer({ 'phq-1': 2, 'phq-2': 1 }), now)).toBeUndefined();
  expect(missingIn(compiled, answer({ 'phq-1': 2, 'phq-2': 1 }), now)).toHaveLength(7);
  expect([bandOf(compiled, { total: 3 }, 'en'), bandOf(compiled, { total: 3 }, 'fr'), bandOf(shelved('slot-vat').compiled, { total: 30 }, 'en')]).toEqual(['Score 0 to 4', 'Score de 0 à 4', undefined]);
});

test('an answer is newly alarming once, and again when it was changed', () => {
  const step = (before: Record<string, number>, after: Record<string, number>) => newlyAlarming(compiled, answer(before), answer(after)).map((one) => one.linkId);
  expect([step({}, { 'phq-9': 1 }), step({ 'phq-9': 1 }, { 'phq-9': 1, 'phq-1': 3 }), step({ 'phq-9': 1 }, { 'phq-9': 3 }), step({ 'phq-9': 3 }, { 'phq-9': 0 }), step({}, { 'phq-9': 0 })]).toEqual([['phq-9'], [], ['phq-9'], [], []]);
});

test('what two people answered differently is found in the order of the form, whatever the language of the words', () => {
  expect(differing(compiled, answer({ 'phq-1': 1, 'phq-2': 2, 'phq-3': 3 }), answer({ 'phq-3': 3, 'phq-2': 1, 'phq-4': 0 }))).toEqual(['phq-1', 'phq-2', 'phq-4']);
  const french = JSON.parse(JSON.stringify(answer({ 'phq-1': 1 })).replace('Several days', 'Plusieurs jours'));
  expect(differing(compiled, answer({ 'phq-1': 1 }), french)).toEqual([]);
});

test('a score is used up to its last day', () => {
  const one = { state: 'finished', score: { total: 3 }, expiresOn: '2019-09-03' } as const;
  expect([standingOf(one, '2019-09-03'), standingOf(one, '2019-09-04'), standingOf({ ...one, score: null }, '2019-09-03'), standingOf({ ...one, state: 'unfinished' }, '2019-09-03')]).toEqual(['current', 'out-of-date', 'no-score', 'unfinished']);
});

test('an agency’s months go before those of the form, and a licensed tool is offered only with its permission', () => {
  const [phq, vat] = [shelved('phq-9'), shelved('slot-vat')];
  expect([monthsOf(phq, []), monthsOf(phq, [{ instrument: 'phq-9', months: 1 }]), monthsOf(phq, [{ instrument: 'phq-9', months: null }])]).toEqual([3, 1, 3]);
  expect([isOffered(phq, []), isOffered(vat, []), isOffered(vat, [{ instrument: 'slot-vat', licence: null }]), isOffered(vat, [{ instrument: 'slot-vat', licence: 'x' }])]).toEqual([true, false, false, true]);
  expect(listShelf().filter((version) => version.scoreOnly).length).toBe(15);
});

test('a code is read as people type it', () => {
  const code = newCode();
  expect(secretOf(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(secretOf(code));
  expect(secretOf(code)).toMatch(/^assessment [2-9A-HJ-NP-Z]{12}$/);
  expect(['', 'ABCD', `${code}A`, 'ABCD-EFGH-0000'].map(secretOf)).toEqual([undefined, undefined, undefined, undefined]);
});
