import type { Reviewer } from './queries.ts';

/** What a seat lacks today; the database asks the same before it opens a file. */
export function stateOfSeat({ checkOn, trainedOn, leftOn, oathUntil }: Reviewer, today: string): 'ready' | 'waiting' | 'left' {
  if (leftOn !== null) return 'left';
  return checkOn !== null && checkOn <= today && trainedOn !== null && trainedOn <= today && oathUntil !== null && oathUntil >= today ? 'ready' : 'waiting';
}
