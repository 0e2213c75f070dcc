import { expect, test } from 'vitest';
import { readability } from '../../readability/readability.ts';
import { bandsOf, safetyAnswers } from '../bands.ts';
import { compile } from '../compile.ts';
import type { Json } from '../fhir.ts';
import { score } from '../score.ts';
import { responseFromShort } from '../short-answers.ts';
import { termsOf } from '../terms.ts';
import { readingText, translationGaps } from '../translation.ts';
import { validate } from '../validate.ts';
import { connection } from './connection.ts';
import { intake } from './intake.ts';
import { library, ownForms } from './library.ts';
import { needs } from './needs.ts';
import { phq9 } from './phq.ts';
import { readiness } from './readiness.ts';
import { scoreOnlySlots } from './slots.ts';

const named = (forms: readonly Json[]) => forms.map((form) => [String(form.id), form] as const);
const scored = (form: Json, answers: Json) => {
  const compiled = compile(form);
  const result = score(compiled, responseFromShort(compiled, answers));
  return { ...result, bands: bandsOf(compiled, result, 'en').map((band) => band.label) };
};
const answersTo = (form: Json, group: string, code: string): Json => {
  const item = compile(form).byLinkId.get(group);
  return Object.fromEntries((item?.children ?? []).map((child) => [child.linkId, code]));
};

test.each(named(library))('%s has no fault, no gap in French, an address, a version, and says how its answers are kept', (_, form) => {
  const compiled = compile(form);
  expect(compiled.notices).toEqual([]);
  expect(translationGaps(compiled, 'fr')).toEqual([]);
  expect(form.url).toMatch(/^urn:x-common-table:questionnaire:/);
  expect(form.version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(['health', 'housing']).toContain(termsOf(compiled).section);
  expect(termsOf(compiled).months).toBeGreaterThan(0);
});

test.each(named(ownForms))('%s is written in plain language: grade 6 or lower in English, LIX 38 or lower in French', (_, form) => {
  const compiled = compile(form);
  expect(readability(readingText(compiled, 'en'), 'en').value).toBeLessThanOrEqual(6);
  expect(readability(readingText(compiled, 'fr'), 'fr').value).toBeLessThanOrEqual(38);
});

test.each(named(ownForms))('%s asks whether somebody is safe, and "not safe now" calls for the safety step in a form that is not finished', (_, form) => {
  const compiled = compile(form);
  const calls = (code: string) => safetyAnswers(compiled, responseFromShort(compiled, { 'safe-now': code }));
  expect(['safe', 'unsure', 'rather-not', 'not-safe'].map(calls)).toEqual([[], [], [], ['safe-now']]);
});

test('the PHQ-9 of two answers that add up to 3 has no score; nine answers that add up to 3 have one', () => {
  expect(scored(phq9, { 'phq-1': 2, 'phq-2': 1 })).toMatchObject({ values: {}, complete: false, bands: [] });
  const answers = { ...Object.fromEntries(Array.from({ length: 9 }, (_, place) => [`phq-${place + 1}`, 0])), 'phq-1': 2, 'phq-2': 1 };
  expect(scored(phq9, answers)).toMatchObject({ values: { total: 3 }, bands: ['Score 0 to 4'] });
});

test('needs are counted; "would rather not say" is an answer and counts nothing; one open question means no count', () => {
  const all = { ...answersTo(needs, 'needs', 'no'), 'safe-now': 'not-safe' };
  expect(scored(needs, all)).toMatchObject({ values: { total: 0 }, bands: ['No need named'] });
  expect(scored(needs, { ...all, food: 'yes', home: 'yes', bills: 'rather-not' })).toMatchObject({ values: { total: 2 }, bands: ['1 to 3 needs named'] });
  expect(scored(needs, { ...all, ...answersTo(needs, 'needs', 'yes') })).toMatchObject({ values: { total: 9 }, bands: ['4 or more needs named'] });
  expect(scored(needs, { food: 'yes', 'safe-now': 'safe' })).toMatchObject({ values: {}, complete: false, bands: [] });
});

test('points of connection are counted, and an intake has no score at all', () => {
  expect(scored(connection, { ...answersTo(connection, 'signs', 'no'), days: 'yes', 'safe-now': 'safe' })).toMatchObject({ values: { total: 1 }, bands: ['1 or 2 points named'] });
  expect(scored(intake, { reason: ['home', 'food'], tonight: 'friends', 'safe-now': 'safe' })).toMatchObject({ values: {}, complete: true, bands: [] });
});

test('a young person is asked what belongs to her age, and only that is counted', () => {
  const at = (age: number) => Object.keys(scored(readiness, { age }).enabled).filter((linkId) => linkId.startsWith('from-') && scored(readiness, { age }).enabled[linkId]);
  expect([13, 15, 17, 18, 21].map((age) => at(age).length)).toEqual([1, 2, 3, 4, 5]);
  const young = { age: 13, ...answersTo(readiness, 'from-13', 'done'), adult: 'open', roots: 'not-mine', 'safe-now': 'safe' };
  expect(scored(readiness, young)).toMatchObject({ values: { total: 1 }, complete: true, bands: ['1 to 5 open'] });
  expect(scored(readiness, { ...young, age: 15 })).toMatchObject({ complete: false, values: {} });
});

test('a slot takes a total in its range, with the day, who did it and the version, and has no question of the tool', () => {
  for (const form of scoreOnlySlots) expect(compile(form).all.filter((item) => !item.hidden && item.type !== 'display').map((item) => item.linkId)).toEqual(['score', 'administered-on', 'administered-by', 'trained-on', 'edition']);
  const slot = scoreOnlySlots.find((form) => form.id === 'slot-vat') ?? {};
  const compiled = compile(slot);
  const errors = (total: number) => validate(compiled, { ...responseFromShort(compiled, { 'administered-on': '2019-06-01', 'administered-by': 'A', edition: '1' }), status: 'completed', item: [
    { linkId: 'score', answer: [{ valueInteger: total }] }, { linkId: 'administered-on', answer: [{ valueDate: '2019-06-01' }] }, { linkId: 'administered-by', answer: [{ valueString: 'A' }] }, { linkId: 'edition', answer: [{ valueString: '1' }] }] }).issues.filter((issue) => issue.severity === 'error').length;
  expect([9, 10, 50, 51].map((total) => errors(total) > 0)).toEqual([true, false, false, true]);
  expect(scored(slot, { score: 27, 'administered-on': '2019-06-01', 'administered-by': 'A', edition: '1' }).values).toEqual({ total: 27 });
});

test('the bands of a slot cover its range once, and where none are published it has none; every slot is said in French and names its holder', () => {
  for (const form of scoreOnlySlots) {
    const compiled = compile(form);
    expect([form.id, translationGaps(compiled, 'fr'), compiled.notices]).toEqual([form.id, [], []]);
    expect(String(form.copyright)).toContain('belongs to its holder');
    const [low = 0, high = 0] = (compiled.byLinkId.get('score')?.definition.extension ?? []).map((one) => Number(one.valueInteger));
    const many = new Set(Array.from({ length: high - low + 1 }, (_, n) => bandsOf(compiled, { values: { total: low + n }, enabled: {}, complete: true, missing: [] }, 'fr').length));
    expect([form.id, many.size]).toEqual([form.id, 1]);
    expect(bandsOf(compiled, { values: { total: high + 1 }, enabled: {}, complete: true, missing: [] }, 'en')).toEqual([]);
  }
  const band = (id: string, total: number) => bandsOf(compile(scoreOnlySlots.find((form) => form.id === id) ?? {}), { values: { total }, enabled: {}, complete: true, missing: [] }, 'en').map(({ label }) => label);
  expect([band('slot-heads-ed', 7), band('slot-heads-ed', 8), band('slot-lsns-6', 11), band('slot-gain-ss', 0), band('slot-vat', 30)]).toEqual([['Score 0 to 7'], ['Score 8 to 14'], ['Score 0 to 11'], ['Score 0'], []]);
});
