const width = 256;
const masks = new Int32Array(width);

/**
 * Optimal string alignment distance: insertions, deletions, substitutions and exchanges of neighbours.
 * Bit-parallel after Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances" (2003), for texts up to 32 letters; longer ones are cut.
 */
export function editDistance(first: string, second: string): number {
  if (first === second) return 0;
  const a = first.length > 32 ? first.slice(0, 32) : first;
  const b = second.length > 32 ? second.slice(0, 32) : second;
  const length = a.length;
  if (length === 0 || b.length === 0) return Math.max(length, b.length);
  for (let i = 0; i < length; i += 1) masks[a.charCodeAt(i) % width] = (masks[a.charCodeAt(i) % width] ?? 0) | (1 << i);
  let positive = -1;
  let negative = 0;
  let zero = 0;
  let previous = 0;
  let distance = length;
  const last = 1 << (length - 1);
  for (let j = 0; j < b.length; j += 1) {
    const match = masks[b.charCodeAt(j) % width] ?? 0;
    const exchanged = ((~zero & match) << 1) & previous;
    zero = (((match & positive) + positive) ^ positive) | match | negative | exchanged;
    const up = negative | ~(zero | positive);
    const down = zero & positive;
    if ((up & last) !== 0) distance += 1;
    if ((down & last) !== 0) distance -= 1;
    const shifted = (up << 1) | 1;
    positive = (down << 1) | ~(zero | shifted);
    negative = shifted & zero;
    previous = match;
  }
  for (let i = 0; i < length; i += 1) masks[a.charCodeAt(i) % width] = 0;
  return Math.max(1, distance);
}

const takenFirst = new Uint8Array(64);
const takenSecond = new Uint8Array(64);

/** Jaro–Winkler similarity, 0 to 1, with a prefix of up to four letters at 0.1 (Winkler 1990); texts are cut at 64 letters. */
export function jaroWinkler(first: string, second: string): number {
  if (first === second) return 1;
  const a = Math.min(first.length, 64);
  const b = Math.min(second.length, 64);
  if (a === 0 || b === 0) return 0;
  const reach = Math.max(0, Math.floor(Math.max(a, b) / 2) - 1);
  takenFirst.fill(0, 0, a);
  takenSecond.fill(0, 0, b);
  let shared = 0;
  for (let i = 0; i < a; i += 1) {
    const end = Math.min(b, i + reach + 1);
    for (let j = Math.max(0, i - reach); j < end; j += 1) {
      if (takenSecond[j] === 1 || first.charCodeAt(i) !== second.charCodeAt(j)) continue;
      takenFirst[i] = 1;
      takenSecond[j] = 1;
      shared += 1;
      break;
    }
  }
  if (shared === 0) return 0;
  let misplaced = 0;
  let j = 0;
  for (let i = 0; i < a; i += 1) {
    if (takenFirst[i] === 0) continue;
    while (takenSecond[j] === 0) j += 1;
    if (first.charCodeAt(i) !== second.charCodeAt(j)) misplaced += 1;
    j += 1;
  }
  const jaro = (shared / a + shared / b + (shared - misplaced / 2) / shared) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a && prefix < b && first.charCodeAt(prefix) === second.charCodeAt(prefix)) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** How many bits are set in a 32-bit number. */
export function bitCount(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
