import { fieldCount } from './fields.ts';

/** Pairs worth a closer look, each with its levels of agreement; grows as pairs are added. */
export type Candidates = { count: number; left: Int32Array; right: Int32Array; levels: Uint8Array };

export function createCandidates(room = 1024): Candidates {
  return { count: 0, left: new Int32Array(room), right: new Int32Array(room), levels: new Uint8Array(room * fieldCount) };
}

/** Adds a pair with the levels of one comparison. */
export function addCandidate(candidates: Candidates, a: number, b: number, levels: Uint8Array): void {
  if (candidates.count === candidates.left.length) {
    candidates.left = grown(candidates.left, new Int32Array(candidates.left.length * 2));
    candidates.right = grown(candidates.right, new Int32Array(candidates.right.length * 2));
    candidates.levels = grown(candidates.levels, new Uint8Array(candidates.levels.length * 2));
  }
  candidates.left[candidates.count] = a;
  candidates.right[candidates.count] = b;
  for (let field = 0; field < fieldCount; field += 1) candidates.levels[candidates.count * fieldCount + field] = levels[field] ?? 0;
  candidates.count += 1;
}

function grown<Numbers extends Int32Array | Uint8Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}
