import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { insertAsk, type Entry, markReplaced } from './queries.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { review, writeWithdrawal } from './review-queries.ts';

/** Asks for the check of a cube's period; the job counts, protects and attacks. Gives the line of the ledger. */
export async function askForRelease(scope: Scope, cube: string, period: string): Promise<string> {
  const id = await insertAsk(scope, cube, period);
  await raiseEvent(scope, { kind: 'insight.release-asked', subject: id });
  return id;
}

/** Whether this account may approve or return it now: never who prepared it; the database holds the same. */
export function mayReview(entry: Pick<Entry, 'state' | 'preparedBy'>, scope: Scope): boolean {
  return entry.state === 'waiting' && entry.preparedBy !== accountOf(scope);
}

/** Files a table that waits; what stood of its cube and period is marked as replaced. */
export async function approveRelease(scope: Scope, entry: Pick<Entry, 'id' | 'cube' | 'period'>): Promise<void> {
  await markReplaced(scope, entry.cube, entry.period);
  await review(scope, entry.id, 'filed', null);
  await raiseEvent(scope, { kind: 'insight.release-filed', subject: entry.id });
}

/** Gives a table that waits back; its cells are read by nobody from then on. */
export async function returnRelease(scope: Scope, entry: Entry, reason: string): Promise<void> {
  await review(scope, entry.id, 'returned', reason);
}

/** Takes a filed table back, with a reason that everybody reads: nobody reads its cells from then on, but the gate, which holds later tables against them. */
export async function withdrawRelease(scope: Scope, entry: Pick<Entry, 'id'>, reason: Bilingual): Promise<void> {
  await writeWithdrawal(scope, entry.id, reason);
  await raiseEvent(scope, { kind: 'insight.release-withdrawn', subject: entry.id });
}
