import { type AtomName, atomNames } from './atoms.ts';

/**
 * A pass puts records with the same one or two atoms into one block; a record is compared with those of its blocks. A wide pass has large
 * blocks: only its smaller ones are compared.
 */
export type Pass = { readonly first: number; readonly second: number; readonly eitherOrder: boolean; readonly wide: boolean };

const pass = (first: AtomName, second?: AtomName, eitherOrder = false): Pass => ({ first: atomNames.indexOf(first), second: second === undefined ? -1 : atomNames.indexOf(second), eitherOrder, wide: false });
const wide = (first: AtomName, second?: AtomName, eitherOrder = false): Pass => ({ ...pass(first, second, eitherOrder), wide: true });

/** Different slips leave different blocks whole: a pair is found unless every one of these is broken. */
export const passes: readonly Pass[] = [
  pass('date'), pass('phone'), pass('email'),
  pass('givenSound', 'surnameSound', true), pass('surnameSound', 'year'), pass('surnameSound', 'monthDay'), pass('givenSound', 'month'),
  pass('surnameSound', 'number'), pass('surnameSound', 'postcode'), pass('givenSound', 'postcode'),
  pass('street', 'number'), pass('postcode', 'number'), pass('givenSound', 'street'), pass('surnameSound', 'street'), pass('year', 'postcode'), pass('monthDay', 'postcode'), pass('streetStart', 'number'),
  wide('givenSound', 'monthDay'), wide('givenStart', 'surnameStart', true), wide('surnameSound', 'suburb'), wide('givenSound', 'suburb'), wide('suburb', 'number'), wide('street', 'suburb'), wide('street', 'postcode'), wide('suburb', 'postcode'), wide('year', 'suburb'),
  wide('monthDay', 'suburb'), wide('givenSound', 'number'), wide('givenSound', 'streetStart'), wide('givenSound', 'suburbStart'), wide('streetStart', 'suburbStart'), wide('suburbStart', 'number'),
  wide('surnameSound'), wide('givenSound'), wide('street'), wide('suburb'), wide('postcode'), wide('month'),
];

/** The hash of a block from a record's atoms of a pass; -1 when it has no place in the pass. `b` is 0 where the pass has one atom. */
export function blockHash({ eitherOrder }: Pass, a: number, b: number): number {
  if (a < 0 || b < 0) return -1;
  const low = eitherOrder ? Math.min(a, b) : a;
  const high = eitherOrder ? Math.max(a, b) : b;
  let hash = Math.imul(low ^ 0x9e3779b9, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15) ^ high, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The records of one pass in the order of their blocks; those of one block stand side by side, in the order of their places. */
export type Blocks = { readonly hashes: Uint32Array; readonly places: Int32Array };

/** Sorts the records of one pass into blocks: by their hashes, eleven bits at a time. */
export function sortIntoBlocks(one: Pass, atoms: readonly Int32Array[], size: number): Blocks {
  const hashes = new Uint32Array(size);
  const places = new Int32Array(size);
  const first = atoms[one.first];
  const second = atoms[one.second];
  let count = 0;
  for (let place = 0; place < size; place += 1) {
    const hash = blockHash(one, first?.[place] ?? -1, second === undefined ? 0 : (second[place] ?? -1));
    if (hash < 0) continue;
    hashes[count] = hash;
    places[count] = place;
    count += 1;
  }
  let sorted: Blocks = { hashes: hashes.subarray(0, count), places: places.subarray(0, count) };
  for (const shift of [0, 11, 22]) sorted = sortedByDigit(sorted, shift);
  return sorted;
}

function sortedByDigit({ hashes, places }: Blocks, shift: number): Blocks {
  const starts = new Int32Array(2049);
  for (let entry = 0; entry < hashes.length; entry += 1) {
    const digit = ((hashes[entry] ?? 0) >>> shift) & 2047;
    starts[digit + 1] = (starts[digit + 1] ?? 0) + 1;
  }
  for (let digit = 0; digit < 2048; digit += 1) starts[digit + 1] = (starts[digit + 1] ?? 0) + (starts[digit] ?? 0);
  const sorted = { hashes: new Uint32Array(hashes.length), places: new Int32Array(hashes.length) };
  for (let entry = 0; entry < hashes.length; entry += 1) {
    const hash = hashes[entry] ?? 0;
    const digit = (hash >>> shift) & 2047;
    const next = starts[digit] ?? 0;
    starts[digit] = next + 1;
    sorted.hashes[next] = hash;
    sorted.places[next] = places[entry] ?? 0;
  }
  return sorted;
}

/** The first entry behind the block that begins at `from`. */
export function endOfBlock(hashes: Uint32Array, from: number): number {
  const hash = hashes[from];
  let to = from + 1;
  while (to < hashes.length && hashes[to] === hash) to += 1;
  return to;
}
