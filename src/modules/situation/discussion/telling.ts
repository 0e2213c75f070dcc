import { findNames } from '#app/methods/name-warning/name-warning.ts';

/** What in words told at filter 2 could point at somebody. */
export type Pointer = 'name' | 'number' | 'date' | 'address';

const dates = /(?<![\p{L}])(?:january|february|april|june|july|august|september|october|november|december|janvier|février|avril|juin|juillet|août|septembre|octobre|novembre|décembre|monday|tuesday|wednesday|thursday|friday|saturday|sunday|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|yesterday|hier|christmas|noël|easter|pâques)(?![\p{L}])/iu;
const spring = /\b(?:in|last|since|early|late|of) (?:March|May)\b|\b(?:en|depuis|de|le|dès) (?:mars|mai)\b/u;
const streets = /(?<![\p{L}])(?:street|avenue|road|crescent|boulevard|drive|lane|apartment|unit|rue|chemin|avenue|appartement)(?![\p{L}])/iu;

/**
 * The first thing in a text that does not belong at the table: a name, a number (in digits), a day or month, an address. It refuses more than it needs to
 * and finds less than people do: rare names without a first name pass, and the page says so. Undefined where it finds none.
 */
export function pointerIn(text: string): Pointer | undefined {
  if (findNames(text).length > 0) return 'name';
  if (/[\p{N}@]/u.test(text)) return 'number';
  if (dates.test(text) || spring.test(text)) return 'date';
  return streets.test(text) ? 'address' : undefined;
}
