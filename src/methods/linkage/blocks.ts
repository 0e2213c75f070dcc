import { type AtomName, atomNames } from './atoms.ts';

/**
 * A pass puts records with the same one or two atoms into one block; a record is compared with those of its blocks. A wide pass has large
 * blocks: only its smaller ones are compared.
 */
export type Pass = { readonly first: number; readonly second: number; readonly eitherOrder: boolean; readonly wide: boolean };

const pass = (first: AtomName, second?: AtomName, eitherOrder = false): Pass => ({ first: atomNames.indexOf(first), second: second === undefined ? -1 : atomNames.indexOf(second), eitherOrder, wide: false });
const wide = (first: AtomName, second?: AtomName): Pass => ({ ...pass(first, second), wide: true });

/** Different slips leave different blocks whole: a pair is found unless every one of these is broken. */
export const passes: readonly Pass[] = [
  pass('date'), pass('phone'), pass('email'),
  pass('givenSound', 'surnameSound', true), pass('surnameSound', 'year'), pass('surnameSound', 'monthDay'), pass('givenSound', 'month'), pass('givenSound', 'monthDay'),
  pass('givenStart', 'surnameStart', true), pass('surnameSound', 'number'), pass('surnameSound', 'postcode'), pass('givenSound', 'postcode'),
  pass('street', 'number'), pass('postcode', 'number'), pass('givenSound', 'street'), pass('surnameSound', 'street'), pass('year', 'postcode'), pass('monthDay', 'postcode'), pass('streetStart', 'number'),
  wide('surnameSound', 'suburb'), wide('givenSound', 'suburb'), wide('suburb', 'number'), wide('street', 'suburb'), wide('street', 'postcode'), wide('suburb', 'postcode'), wide('year', 'suburb'),
  wide('monthDay', 'suburb'), wide('givenSound', 'number'), wide('givenSound', 'streetStart'), wide('givenSound', 'suburbStart'), wide('streetStart', 'suburbStart'), wide('suburbStart', 'number'),
  wide('surnameSound'), wide('givenSound'), wide('street'), wide('suburb'), wide('postcode'), wide('month'),
];

/** A record's place takes 21 bits beside a hash of 32, so that both fit a double. */
export const placeLimit = 2 ** 21;

/** The hash of a block, or -1 when the record has no place in this pass. */
export function blockHash({ first, second, eitherOrder }: Pass, atomAt: (atom: number) => number): number {
  let a = atomAt(first);
  if (a < 0) return -1;
  let b = second < 0 ? 0 : atomAt(second);
  if (b < 0) return -1;
  if (eitherOrder && a > b) [a, b] = [b, a];
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The records of one pass sorted by block: each entry is hash × placeLimit + place. */
export function sortIntoBlocks(one: Pass, atoms: readonly Int32Array[], size: number): Float64Array {
  const entries = new Float64Array(size);
  let count = 0;
  for (let place = 0; place < size; place += 1) {
    const hash = blockHash(one, (atom) => atoms[atom]?.[place] ?? -1);
    if (hash < 0) continue;
    entries[count] = hash * placeLimit + place;
    count += 1;
  }
  return entries.slice(0, count).sort();
}

export const hashOf = (entry: number): number => Math.floor(entry / placeLimit);
export const placeOf = (entry: number): number => entry % placeLimit;
