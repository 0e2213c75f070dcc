import { type Blocks, endOfBlock, passes, sortIntoBlocks } from './blocks.ts';

/** Blocks with more records than this are left out: their records meet in narrower blocks. */
export const blockLimit = 80;
const pairsForWidePass = 100_000;

/** The size of the largest block that a pass compares: `blockLimit`, or less in a wide pass, so that it adds no more than 100,000 pairs. */
function largestBlock({ hashes }: Blocks, wide: boolean): number {
  if (!wide) return blockLimit;
  const blocksOfSize = new Int32Array(blockLimit + 1);
  for (let from = 0, to = 0; from < hashes.length; from = to) {
    to = endOfBlock(hashes, from);
    if (to - from <= blockLimit) blocksOfSize[to - from] = (blocksOfSize[to - from] ?? 0) + 1;
  }
  let left = pairsForWidePass;
  let size = 1;
  while (size < blockLimit) {
    left -= ((blocksOfSize[size + 1] ?? 0) * (size + 1) * size) / 2;
    if (left < 0) break;
    size += 1;
  }
  return size;
}

/**
 * Calls `visit` once for every pair of records that share a block, the earlier record first; gives how many there were. With two sides, the
 * right one from `rightFrom` on, only pairs across are visited.
 */
export function visitPairs(atoms: readonly Int32Array[], size: number, rightFrom: number, visit: (a: number, b: number) => void): number {
  const twoSides = rightFrom < size;
  const count = passes.length;
  const blockOf = new Int32Array(size * count).fill(-1);
  let visited = 0;
  for (const [number, pass] of passes.entries()) {
    const blocks = sortIntoBlocks(pass, atoms, size);
    const { hashes, places } = blocks;
    const limit = largestBlock(blocks, pass.wide);
    for (let from = 0, to = 0; from < hashes.length; from = to) {
      to = endOfBlock(hashes, from);
      if (to - from < 2 || to - from > limit) continue;
      for (let one = from; one < to; one += 1) {
        const later = places[one] ?? 0;
        blockOf[later * count + number] = from;
        for (let other = from; other < one; other += 1) {
          const earlier = places[other] ?? 0;
          if ((twoSides && later < rightFrom === earlier < rightFrom) || metBefore(blockOf, later * count, earlier * count, number)) continue;
          visited += 1;
          visit(earlier, later);
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
