import { createHash } from 'node:crypto';
import type { Code } from './queries.ts';

/** How many files of the period hold a code. */
export type Count = { readonly code: string; readonly unfounded: boolean; readonly files: number };
/** A drawn file: the `position`-th of the police's own list of its code, counted from 1. */
export type Drawn = { readonly code: string; readonly position: number };

/**
 * The sampling frame of a session: every unfounded file, and `size` of all others together, each set of that size equally likely. Anybody can draw it again
 * from the seed and the counts: of all other files take those with the smallest SHA-256 of `seed:code:position` (a simple random sample
 * without replacement, by random sort). All of them where there are no more than `size`.
 */
export function drawFiles(seed: string, counts: readonly Count[], size: number): Drawn[] {
  const placesOf = ({ code, files }: Count) => Array.from({ length: files }, (_, index) => ({ code, position: index + 1 }));
  const keyed = counts.filter((one) => !one.unfounded).flatMap(placesOf).map((one) => ({ ...one, key: createHash('sha256').update(`${seed}:${one.code}:${one.position}`).digest('hex') }));
  const chosen = keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).slice(0, size).map(({ code, position }) => ({ code, position }));
  return [...counts.filter((one) => one.unfounded).flatMap(placesOf), ...chosen.toSorted((a, b) => (a.code === b.code ? a.position - b.position : a.code < b.code ? -1 : 1))];
}

/** Consonants that are not mistaken for one another when they are read aloud or by hand. */
const letters = 'BCDFGHJKLMNPQRSTVWXZ';

/** A pseudonym from four random bytes: two letters, a dash, two letters. It follows from nothing. */
export function pseudonymFrom(random: Uint8Array): string {
  const [a = '', b = '', c = '', d = ''] = [...random].slice(0, 4).map((byte) => letters[byte % letters.length] ?? '');
  return `${a}${b}-${c}${d}`;
}

/** Counts in the order of the codes of a list. */
export function countsIn(codes: readonly Code[], given: Readonly<Record<string, number>>): Count[] {
  return codes.map(({ code, unfounded }) => ({ code, unfounded, files: given[code] ?? 0 }));
}
