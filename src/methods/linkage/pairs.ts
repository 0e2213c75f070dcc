import { hashOf, passes, placeOf, sortIntoBlocks } from './blocks.ts';

/** Blocks with more records than this are left out: their records meet in narrower blocks. */
export const blockLimit = 80;
const pairsForWidePass = 100_000;

/**
 * The size of the largest block that a pass compares: `blockLimit`, or less in a wide pass, so that it adds no more than
 * 100,000 pairs.
 */
export function largestBlock(entries: Float64Array, wide: boolean): number {
  if (!wide) return blockLimit;
  const blocksOfSize = new Int32Array(blockLimit + 1);
  for (let from = 0, to = 0; from < entries.length; from = to) {
    to = endOfBlock(entries, from);
    if (to - from <= blockLimit) blocksOfSize[to - from] = (blocksOfSize[to - from] ?? 0) + 1;
  }
  let [left, size] = [pairsForWidePass, 1];
  while (size < blockLimit) {
    left -= ((blocksOfSize[size + 1] ?? 0) * (size + 1) * size) / 2;
    if (left < 0) break;
    size += 1;
  }
  return size;
}

function endOfBlock(entries: Float64Array, from: number): number {
  const hash = hashOf(entries[from] ?? 0);
  let to = from + 1;
  while (to < entries.length && hashOf(entries[to] ?? 0) === hash) to += 1;
  return to;
}

/** Calls `visit` once for every pair of records that share a block; gives how many there were. With two sides only pairs across are visited. */
export function visitPairs(atoms: readonly Int32Array[], size: number, rightFrom: number, visit: (a: number, b: number) => void): number {
  const twoSides = rightFrom < size;
  const blockOf = new Int32Array(size * passes.length).fill(-1);
  let visited = 0;
  for (const [number, pass] of passes.entries()) {
    const entries = sortIntoBlocks(pass, atoms, size);
    const limit = largestBlock(entries, pass.wide);
    for (let from = 0, to = 0; from < entries.length; from = to) {
      to = endOfBlock(entries, from);
      if (to - from < 2 || to - from > limit) continue;
      for (let one = from; one < to; one += 1) {
        const a = placeOf(entries[one] ?? 0);
        blockOf[a * passes.length + number] = from;
        for (let other = from; other < one; other += 1) {
          const b = placeOf(entries[other] ?? 0);
          if ((twoSides && a < rightFrom === b < rightFrom) || metBefore(blockOf, a * passes.length, b * passes.length, number)) continue;
          visited += 1;
          visit(b, a);
        }
      }
    }
  }
  return visited;
}

function metBefore(blockOf: Int32Array, a: number, b: number, passCount: number): boolean {
  for (let pass = 0; pass < passCount; pass += 1) {
    const block = blockOf[a + pass] ?? -1;
    if (block >= 0 && block === blockOf[b + pass]) return true;
  }
  return false;
}
