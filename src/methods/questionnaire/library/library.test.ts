import { expect, test } from 'vitest';
import { bandsOf, safetyAnswers } from '../bands.ts';
import { compile } from '../compile.ts';
import { score } from '../score.ts';
import { responseFromShort } from '../short-answers.ts';
import { translationGaps } from '../translation.ts';
import { gad2, gad7 } from './gad.ts';
import { phq2, phq9 } from './phq.ts';

const scored = (questionnaire: object, prefix: string, answers: readonly number[]) => {
  const compiled = compile(questionnaire);
  const result = score(compiled, responseFromShort(compiled, Object.fromEntries(answers.map((answer, place) => [`${prefix}-${place + 1}`, answer]))));
  return { ...result, bands: bandsOf(compiled, result, 'en').map((band) => band.label) };
};

test.each([
  [[0, 0, 0, 0, 0, 0, 0, 0, 0], 0, 'Score 0 to 4'], [[3, 3, 3, 3, 3, 3, 3, 3, 3], 27, 'Score 20 to 27'], [[1, 2, 3, 0, 1, 2, 3, 0, 1], 13, 'Score 10 to 14'], [[1, 1, 1, 1, 1, 0, 0, 0, 0], 5, 'Score 5 to 9'], [[2, 2, 2, 2, 2, 2, 2, 1, 0], 15, 'Score 15 to 19'],
])('the PHQ-9 answers %j add up to %i', (answers, total, band) => {
  expect(scored(phq9, 'phq', answers)).toMatchObject({ values: { total }, complete: true, bands: [band] });
});

test('an unfinished PHQ-9 has neither score nor band, and says what is missing', () => {
  expect(scored(phq9, 'phq', [2, 1])).toEqual(expect.objectContaining({ values: {}, complete: false, missing: ['phq-3', 'phq-4', 'phq-5', 'phq-6', 'phq-7', 'phq-8', 'phq-9'], bands: [] }));
});

test('the ninth question calls for the safety step at once, finished or not, and only above "not at all"', () => {
  const compiled = compile(phq9);
  const calls = (answers: Record<string, number>) => safetyAnswers(compiled, responseFromShort(compiled, answers));
  expect(calls({ 'phq-9': 1 })).toEqual(['phq-9']);
  expect(calls({ 'phq-9': 0, 'phq-1': 3 })).toEqual([]);
  expect(calls({})).toEqual([]);
});

test('the other scales add up and have their bands', () => {
  expect(scored(phq2, 'phq', [1, 2])).toMatchObject({ values: { total: 3 }, bands: ['At or above the usual point for a fuller questionnaire'] });
  expect(scored(gad2, 'gad', [1, 1])).toMatchObject({ values: { total: 2 }, bands: ['Below the usual point for a fuller questionnaire'] });
  expect(scored(gad7, 'gad', [3, 3, 3, 3, 3, 3, 3])).toMatchObject({ values: { total: 21 }, bands: ['Score 15 to 21'] });
});

test.each([['PHQ-9', phq9, 27], ['PHQ-2', phq2, 6], ['GAD-7', gad7, 21], ['GAD-2', gad2, 6]])('the %s is without a fault or a gap in French, carries its notice, and its bands cover every score once', (_, questionnaire, most) => {
  const compiled = compile(questionnaire);
  expect(compiled.notices).toEqual([]);
  expect(translationGaps(compiled, 'fr')).toEqual([]);
  expect(questionnaire.copyright).toMatch(/No permission required/);
  for (let total = 0; total <= most; total += 1) expect(bandsOf(compiled, { values: { total }, enabled: {}, complete: true, missing: [] }, 'fr')).toHaveLength(1);
  expect(bandsOf(compiled, { values: { total: most + 1 }, enabled: {}, complete: true, missing: [] }, 'fr')).toEqual([]);
});
