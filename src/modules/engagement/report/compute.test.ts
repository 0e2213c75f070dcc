import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Voice } from '../coding/queries.ts';
import type { NumberedTheme } from '../theme/rules.ts';
import { computeReport } from './compute.ts';
import { compositionOf, type Heard, type Margin, missingIn } from './heard.ts';
import { isSmall } from './protect.ts';

const theme = (id: string, number: number, parent: string | null = null): NumberedTheme => ({ id, consultation: 'c', parent, position: number, mergedInto: null, name: { en: id, fr: id }, earlier: [], number, depth: parent ? 1 : 0 });
const themes = [theme('safety', 1), theme('lights', 2, 'safety'), theme('buses', 3)];
const margins: Margin[] = [
  { dimension: 'age', category: 'young', people: 300 }, { dimension: 'age', category: 'old', people: 700 }, { dimension: 'municipality', category: 'north', people: 500 }, { dimension: 'municipality', category: 'south', people: 500 },
];
const voice = (age: string | null, municipality: string | null, ...named: string[]): Voice => ({ age, municipality, language: null, themes: named });
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);
const given = { heard: [], margins, censusYear: 2021, themes, weighBy: [] };

test('a voice that names a part of a theme names the theme, once', () => {
  const voices = [...times(10, voice('old', 'north', 'lights', 'safety')), ...times(10, voice('old', 'north', 'safety')), ...times(20, voice('young', 'south', 'buses'))];
  const { content } = computeReport({ ...given, voices });
  expect(content.themes.map((one) => [one.id, one.voices, one.share])).toEqual([['safety', 20, 0.5], ['lights', 10, 0.25], ['buses', 20, 0.5]]);
  expect(content.voices).toBe(40);
});

test('weights turn the share towards those who were heard too little, with the effective size and a margin', () => {
  // 30 old and 10 young voices; all young and a third of the old name buses.
  const voices = [...times(20, voice('old', 'north', 'safety')), ...times(10, voice('old', 'south', 'buses')), ...times(10, voice('young', 'south', 'buses'))];
  const { content, refusal } = computeReport({ ...given, voices, weighBy: ['age'] });
  expect(refusal).toBeUndefined();
  // 0.3 of the weight on the young, 0.7 · 1/3 on the old who name buses.
  expect(content.themes[2]).toMatchObject({ share: 0.5, weighted: { share: 0.53 } });
  expect(content.weighing).toEqual({ by: ['age'], effective: 39, designEffect: 1, trimmed: false, difference: 0 });
});

test('weights are refused where too few told, or nobody is there to be weighted', () => {
  expect(computeReport({ ...given, voices: times(29, voice('old', 'north', 'buses')), weighBy: ['age'] }).refusal).toEqual({ refused: 'few', n: 29 });
  expect(computeReport({ ...given, voices: times(40, voice('old', 'north', 'buses')), weighBy: ['age'] }).refusal).toEqual({ refused: 'unreachable', n: 40 });
  expect(computeReport({ ...given, voices: [...times(40, voice(null, 'north')), voice('old', 'north')], weighBy: ['age'] }).refusal).toEqual({ refused: 'few', n: 1 });
});

test('no theme shows a small number, nor lets one follow from all voices or from the theme that it is part of', () => {
  const named = fc.subarray(['safety', 'lights', 'buses']).map((ids) => voice('old', 'north', ...ids));
  fc.assert(fc.property(fc.array(named, { maxLength: 40 }), (voices) => {
    const { content } = computeReport({ ...given, voices });
    const [whole, part, other] = content.themes.map((one) => one.voices);
    const numbers = [content.voices, whole, part, other].filter((cell) => typeof cell === 'number');
    expect(numbers.filter(isSmall)).toEqual([]);
    for (const cell of [whole, part, other]) if (typeof cell === 'number' && typeof content.voices === 'number') expect(isSmall(content.voices - cell)).toBe(false);
    if (typeof whole === 'number' && typeof part === 'number') expect(isSmall(whole - part)).toBe(false);
  }));
});

test('a part is hidden where those who name only the rest of its theme are few', () => {
  const voices = [...times(10, voice('old', 'north', 'buses')), ...times(8, voice('old', 'north', 'lights')), ...times(2, voice('old', 'north', 'safety'))];
  expect(computeReport({ ...given, voices }).content.themes.map((one) => one.voices)).toEqual([10, 'guard', 10]);
});

const heard = (age: string | null, people: number): Heard => ({ channel: 'web', occasion: 'survey', people, oneEach: true, municipality: null, age, language: null });

test('who was heard stands beside the census, with who did not tell, and who is missing is named', () => {
  const composition = compositionOf([heard('old', 72), heard('young', 8), heard(null, 20)], margins, 'age');
  expect(composition).toEqual({ dimension: 'age', untold: 20, rows: [{ category: 'young', people: 8, share: 0.1, population: 0.3 }, { category: 'old', people: 72, share: 0.9, population: 0.7 }] });
  expect(composition && missingIn(composition, 100)).toEqual(['young']);
  expect(compositionOf([heard('old', 10)], margins, 'language')).toBeUndefined();
});

test('where a small number hides how many told, no share is computed and only who is surely missing is named', () => {
  const composition = compositionOf([heard('old', 72), heard('young', 3), heard(null, 6)], margins, 'age');
  expect(composition?.rows.map((row) => [row.people, row.share])).toEqual([['few', undefined], [72, undefined]]);
  expect(composition?.untold).toBe('guard');
});
