import type { Scope } from '#app/platform/db/scope.ts';
import { listSides, type Pair, updateJudged, updateMerged } from './queries.ts';

export type Verdict = 'not-same' | 'left' | 'right';

/**
 * A supervisor's decision about a pair. `left` and `right` say "the same", and which of the two is the main record; the other leads to it and keeps all
 * that is in it. False, and nothing is changed, where the pair was judged meanwhile or one of the two leads elsewhere already.
 */
export async function judgePair(scope: Scope, account: string, pair: Pair, verdict: Verdict): Promise<boolean> {
  if (pair.state !== 'suggested') return false;
  if (verdict === 'not-same') return await updateJudged(scope, pair, { state: 'not-same', main: null, stateBefore: null, account });
  const [main, other] = verdict === 'left' ? [pair.left, pair.right] : [pair.right, pair.left];
  const sides = await listSides(scope, [main, other]);
  const [kept, led] = [sides.get(main), sides.get(other)];
  if (!kept || !led || kept.mergedInto || led.mergedInto) return false;
  return (await updateJudged(scope, pair, { state: 'same', main, stateBefore: led.state, account })) && (await updateMerged(scope, other, main, 'merged'));
}

/** Takes a decision back: the pair is suggested again, and each record stands for itself. */
export async function undoJudged(scope: Scope, account: string, pair: Pair): Promise<boolean> {
  if (pair.state === 'suggested') return false;
  if (!(await updateJudged(scope, pair, { state: 'suggested', main: null, stateBefore: null, account }))) return false;
  return pair.main === null || (await updateMerged(scope, pair.main === pair.left ? pair.right : pair.left, null, pair.stateBefore ?? 'active'));
}
