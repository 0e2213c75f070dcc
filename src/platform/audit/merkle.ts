import { createHash } from 'node:crypto';

/**
 * The Merkle tree of RFC 9162, section 2.1.1, grown leaf by leaf: `peaks` are the roots of its complete subtrees, largest first, and
 * `size` says how many leaves they hold. Two trees of the same size and root have the same leaves in the same order.
 */
export type Tree = { readonly size: number; readonly peaks: readonly Buffer[] };

export const emptyTree: Tree = { size: 0, peaks: [] };

export function addLeaf(tree: Tree, leaf: Uint8Array): Tree {
  const peaks = [...tree.peaks];
  let hash = digest(0, leaf);
  for (let rest = tree.size; rest % 2 === 1; rest = (rest - 1) / 2) hash = digest(1, peaks.pop() ?? Buffer.alloc(0), hash);
  return { size: tree.size + 1, peaks: [...peaks, hash] };
}

/** The root; of an empty tree the hash of nothing. */
export function rootOf({ peaks }: Tree): Buffer {
  return peaks.reduceRight<Buffer | undefined>((right, left) => (right ? digest(1, left, right) : left), undefined) ?? createHash('sha256').digest();
}

function digest(mark: 0 | 1, ...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256').update(Buffer.of(mark));
  for (const part of parts) hash.update(part);
  return hash.digest();
}
