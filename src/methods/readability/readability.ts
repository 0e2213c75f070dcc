import { syllable } from 'syllable';

export type Readability = {
  readonly words: number;
  readonly sentences: number;
  /** `flesch-kincaid-grade`: years of school (English). `lix`: 20 very easy to 60 very hard (French and others). */
  readonly measure: 'flesch-kincaid-grade' | 'lix';
  /** Undefined for a text without words. */
  readonly value: number | undefined;
};

const wordPattern = /[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu;

/**
 * How hard a text is to read.
 *
 * English: the Flesch-Kincaid grade, 0.39 words/sentences + 11.8 syllables/words - 15.59 (J. P. Kincaid and others, Derivation of new readability formulas for
 * Navy enlisted personnel, Research Branch Report 8-75, 1975); syllables are counted by the npm package `syllable`.
 *
 * French: LIX, words/sentences + 100 long words/words, a long word having more than six letters (C.-H. Björnsson, Läsbarhet, 1968; its use for French:
 * Readability of newspapers in 11 languages, Reading Research Quarterly 18(4), 1983, 480-497). It needs no count of syllables.
 *
 * A line end closes a sentence, so that headings and answers count as what they are.
 */
export function readability(text: string, language: 'en' | 'fr'): Readability {
  const words = wordsOf(text, language);
  const sentences = sentencesOf(text);
  const counted = { words: words.length, sentences };
  if (words.length === 0) return { ...counted, measure: language === 'en' ? 'flesch-kincaid-grade' : 'lix', value: undefined };
  if (language === 'fr') return { ...counted, measure: 'lix', value: words.length / sentences + (100 * words.filter(isLong).length) / words.length };
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return { ...counted, measure: 'flesch-kincaid-grade', value: fleschKincaidGrade(words.length, sentences, syllables) };
}

export function fleschKincaidGrade(words: number, sentences: number, syllables: number): number {
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
}

/** In French an elided article is a word of its own: l’école is two. */
function wordsOf(text: string, language: 'en' | 'fr'): readonly string[] {
  const separated = language === 'fr' ? text.replaceAll(/(?<![\p{L}])([cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)[’'](?=\p{L})/giu, '$1 ') : text;
  return separated.match(wordPattern) ?? [];
}

function sentencesOf(text: string): number {
  const parts = text.split(/(?<=[.!?…])[)»”"’\s]+|\n+/u).filter((part) => /[\p{L}\p{N}]/u.test(part));
  return Math.max(1, parts.length);
}

function isLong(word: string): boolean {
  return word.replaceAll(/[^\p{L}]/gu, '').length > 6;
}
