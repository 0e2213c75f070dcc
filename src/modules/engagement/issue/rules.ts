import { normalCode } from '#app/platform/http/typed-code.ts';

export { codeFrom, normalCode } from '#app/platform/http/typed-code.ts';

/** Where an issue can stand. */
export const issueStates = ['submitted', 'screening', 'more-info', 'for-leadership', 'accepted', 'assigned', 'monitored', 'redirected', 'declined', 'closed', 'withdrawn', 'merged'] as const;
export type IssueState = (typeof issueStates)[number];

const next: Readonly<Record<IssueState, readonly IssueState[]>> = {
  submitted: ['screening', 'withdrawn', 'merged'],
  screening: ['more-info', 'for-leadership', 'redirected', 'declined', 'withdrawn', 'merged'],
  'more-info': ['screening', 'declined', 'withdrawn', 'merged'],
  'for-leadership': ['accepted', 'assigned', 'monitored', 'redirected', 'declined', 'withdrawn', 'merged'],
  accepted: ['closed'],
  assigned: ['closed'],
  monitored: ['screening', 'closed'],
  redirected: ['screening', 'closed'],
  declined: ['screening', 'closed'],
  closed: [],
  withdrawn: [],
  merged: ['screening'],
};

/** Whether an issue may go from one state to another. A decided one may be screened again: the proposer may answer back once. */
export function mayBecome(from: IssueState, to: IssueState): boolean {
  return next[from].includes(to);
}

/** States in which the issue waits for the plan office. */
export const openStates: readonly IssueState[] = ['submitted', 'screening', 'more-info', 'for-leadership'];
/** What the leadership group, or the plan office with a reason, can decide. */
export const outcomes = ['accepted', 'assigned', 'monitored', 'redirected', 'declined'] as const;
export type Outcome = (typeof outcomes)[number];

export function isOutcome(value: string): value is Outcome {
  return outcomes.some((outcome) => outcome === value);
}

/** The advisory score of a screening: weights of the yes answers over all weights, 0 to 1. It never decides. */
export function screeningScore(criteria: readonly { id: string; weight: number }[], answers: ReadonlyMap<string, string>): number {
  const all = criteria.reduce((sum, criterion) => sum + criterion.weight, 0);
  const yes = criteria.filter((criterion) => answers.get(criterion.id) === 'yes').reduce((sum, criterion) => sum + criterion.weight, 0);
  return all === 0 ? 0 : yes / all;
}

/** Working days within which a proposer gets an answer. */
export const answerWithin = 10;

/** The secret that opens an issue: its code, as it is kept in form only. */
export function issueSecret(code: string): string {
  return `issue ${normalCode(code)}`;
}
