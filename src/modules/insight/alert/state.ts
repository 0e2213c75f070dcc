import type { Alert, StepKind, Verdict } from './alert-queries.ts';

export type AlertState = 'drafted' | 'confirmed' | 'review-due' | 'dismissed' | 'closed';

/** How an alert stands, from the steps that people took. It never ends by itself: past its time it is due for review. */
export function stateOf({ steps }: Pick<Alert, 'steps'>): AlertState {
  const has = (kind: StepKind) => steps.some(({ step }) => step === kind);
  if (has('closed')) return 'closed';
  if (has('dismissed')) return 'dismissed';
  if (has('review-due')) return 'review-due';
  return has('confirmed') ? 'confirmed' : 'drafted';
}

/** What the log says, newest word first: real, false, not known; undefined before anybody judged. */
export function verdictOf({ steps }: Pick<Alert, 'steps'>): Verdict | undefined {
  return steps.findLast(({ step }) => step === 'judged')?.verdict ?? undefined;
}

/** What a keeper may do next. Closing asks that it was judged first, so that the log is never empty. */
export function actsFor(alert: Pick<Alert, 'steps'>): readonly ('confirm' | 'dismiss' | 'judge' | 'close')[] {
  const state = stateOf(alert);
  if (state === 'drafted') return ['confirm', 'dismiss'];
  if (state === 'dismissed' || state === 'closed') return ['judge'];
  return verdictOf(alert) === undefined ? ['judge'] : ['judge', 'close'];
}
