import { expect, test } from 'vitest';
import { fleschKincaidGrade, readability } from './readability.ts';

test('the grade is that of the published formula', () => {
  // 100 words, 5 sentences, 150 syllables: 0.39 * 20 + 11.8 * 1.5 - 15.59
  expect(fleschKincaidGrade(100, 5, 150)).toBeCloseTo(9.91, 2);
  expect(readability('The cat sat on the mat.', 'en')).toMatchObject({ words: 6, sentences: 1, value: expect.closeTo(-1.45, 2) });
});

test('the grade of a published example, 13 words of 24 syllables, is 11.3; a word of two readings may be counted one longer', () => {
  expect(fleschKincaidGrade(13, 1, 24)).toBeCloseTo(11.3, 1);
  const text = 'The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.';
  expect(readability(text, 'en').value).toBeCloseTo(fleschKincaidGrade(13, 1, 26), 6);
});

test('sentences end with their mark or with the line; a decimal point ends none', () => {
  expect(readability('Are you well? Yes! Good… “Fine.”\nA heading\nAn answer', 'en')).toMatchObject({ sentences: 6, words: 10 });
  expect(readability('We met 3.5 times.', 'en').sentences).toBe(1);
});

test('LIX adds the words of a sentence and the share of words of more than six letters', () => {
  // 10 words, 2 sentences, 3 long words: 5 + 30
  expect(readability('Le chat mange une souris. Les municipalités organisent nos consultations.', 'fr')).toEqual({ words: 10, sentences: 2, measure: 'lix', value: 35 });
});

test('elided words count apart in French, hyphenated and accented ones as one', () => {
  expect(readability('L’école d’aujourd’hui, c’est-à-dire la nôtre.', 'fr').words).toBe(8);
});

test('a harder text has the higher value, and a text without words has none', () => {
  for (const language of ['en', 'fr'] as const) {
    expect(readability('Il va. Elle va. On y va.', language).value ?? 0).toBeLessThan(readability('La municipalisation progressive des responsabilités gouvernementales complexifie considérablement l’administration régionale.', language).value ?? 0);
    expect(readability(' … \n', language).value).toBeUndefined();
  }
});
