import { findNames } from '#app/methods/name-warning/name-warning.ts';

/** What in a short text may tell who somebody is. */
export type Telling = { readonly kind: 'name' | 'reach' | 'number' | 'date' | 'long'; readonly text: string };

export const longestNote = 300;
const months = 'january|february|april|june|july|august|september|october|november|december|janvier|février|avril|juin|juillet|août|septembre|octobre|novembre|décembre';
const days = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche';
// May and March, mai and mars are words of other meanings too: they count as months only where English writes them with a capital inside a sentence, or after a preposition of time.
const date = new RegExp(String.raw`(?<!\p{L})(?:${months}|${days}|(?:in|since|last|next|of|by) (?:march|may)|(?:en|depuis|au mois de|le|de) (?:mars|mai))(?!\p{L})`, 'giu');
// Numbers in words, from two on: "a dozen files" tells as little as "a file", but "the forty-second" does not belong here.
const counted = /(?<!\p{L})(?:eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cent|mille)(?!\p{L})/giu;

/**
 * What in a note must go before it is saved: names and forms of address, addresses and telephone numbers, every figure, dates and larger numbers in words, and
 * text beyond 300 characters. It misses names without capitals: the form says that no name belongs there.
 */
export function tellingIn(text: string): readonly Telling[] {
  const found: Telling[] = findNames(text).map((one) => ({ kind: one.kind === 'phone' || one.kind === 'e-mail' ? 'reach' : 'name', text: one.text }));
  for (const [kind, pattern] of [['number', /\p{Nd}+/gu], ['date', date], ['number', counted]] as const) for (const [match] of text.matchAll(pattern)) found.push({ kind, text: match });
  if ([...text].length > longestNote) found.push({ kind: 'long', text: '' });
  return found;
}

const en = {
  name: (text: string) => `“${text}” may be a name. Take it out: nothing here may tell who somebody is.`,
  reach: (text: string) => `“${text}” may reach somebody. Take it out.`,
  number: (text: string) => `“${text}” is a number. Write the sentence without it: numbers can lead to a person.`,
  date: (text: string) => `“${text}” is a date. Write the sentence without it: dates can lead to a person.`,
  long: () => `Up to ${longestNote} characters.`,
};
const sentences = {
  en,
  fr: {
    name: (text) => `« ${text} » est peut-être un nom. Enlevez-le : rien ici ne doit dire qui est quelqu’un.`,
    reach: (text) => `« ${text} » permet peut-être de joindre quelqu’un. Enlevez-le.`,
    number: (text) => `« ${text} » est un nombre. Écrivez la phrase sans lui : un nombre peut mener à une personne.`,
    date: (text) => `« ${text} » est une date. Écrivez la phrase sans elle : une date peut mener à une personne.`,
    long: () => `Au plus ${longestNote} caractères.`,
  } satisfies typeof en,
};

/** The sentence that refuses a note, or undefined where it can be saved. */
export function refusalOfNote(text: string, language: 'en' | 'fr'): string | undefined {
  const [first] = tellingIn(text);
  return first ? sentences[language][first.kind](first.text) : undefined;
}
