import { dueUnder, type Term } from '#app/modules/commitment/index.ts';
import { type Quantiles, quantile } from '../wait/measures.ts';

/** A sent referral as far as the agreed times go; pauses in seconds, in which the receiver waited for information. */
export type Sent = {
  readonly organization: string; readonly person: string; readonly sentAt: Date; readonly seenAt: Date | null; readonly answeredAt: Date | null; readonly acceptedAt: Date | null;
  readonly pausedToAnswer: number; readonly pausedToAccept: number; readonly serviceDays: number | null; readonly endedAt: Date | null;
};
/** `open`: nothing yet, and there is time. `over`: it ended before the time had run out, so nothing was owed any more. */
export type Held = 'within' | 'late' | 'open' | 'over';
export type Level = {
  readonly sent: number; readonly answered: number; readonly accepted: number; readonly served: number; readonly toAnswer: Quantiles; readonly toAccept: Quantiles; readonly toService: Quantiles;
  readonly seenIn: Kept; readonly answeredIn: Kept;
};
/** Of those whose time has run out or that were kept: how many were in time. */
export type Kept = { readonly within: number; readonly late: number; readonly open: number };
export type Terms = { readonly acknowledge: Term; readonly answer: Term };

const day = 86_400_000;

/** Whether something was done in the time agreed from sending; the time moves on by a pause as long as that lasted. An unanswered referral that was withdrawn late is late. */
export function heldOf(term: Term, sentAt: Date, doneAt: Date | null, endedAt: Date | null, paused: number, now: Date, timeZone: string): Held {
  const due = dueUnder(term, sentAt, timeZone).at.getTime() + paused * 1000;
  if (doneAt) return doneAt.getTime() < due ? 'within' : 'late';
  if (endedAt && endedAt.getTime() < due) return 'over';
  return now.getTime() < due ? 'open' : 'late';
}

/** Whether the receiver answered (accepted, put on a waiting list or declined) in the agreed time. */
export const answerHeld = (one: Sent, terms: Terms, now: Date, timeZone: string): Held => heldOf(terms.answer, one.sentAt, one.answeredAt, one.endedAt, one.pausedToAnswer, now, timeZone);
// An answer is a sign that it was seen, also where nobody opened the page.
const seenHeld = (one: Sent, terms: Terms, now: Date, timeZone: string): Held => heldOf(terms.acknowledge, one.sentAt, one.seenAt ?? one.answeredAt, one.endedAt, 0, now, timeZone);

/** Days from sending until an answer and until acceptance, pauses left out. */
export const daysToAnswer = ({ sentAt, answeredAt, pausedToAnswer }: Sent): number | null => (answeredAt ? Math.max(0, answeredAt.getTime() - sentAt.getTime() - pausedToAnswer * 1000) / day : null);
export const daysToAccept = ({ sentAt, acceptedAt, pausedToAccept }: Sent): number | null => (acceptedAt ? Math.max(0, acceptedAt.getTime() - sentAt.getTime() - pausedToAccept * 1000) / day : null);

/** What referrals to one receiver, or to all, amount to. */
export function levelOf(rows: readonly Sent[], terms: Terms, now: Date, timeZone: string): Level {
  const quantiles = (pick: (one: Sent) => number | null): Quantiles => {
    const known = rows.flatMap((one) => pick(one) ?? []);
    return { count: known.length, median: quantile(known, 0.5), p90: quantile(known, 0.9) };
  };
  const kept = (held: (one: Sent) => Held): Kept => {
    const all = rows.map(held);
    const count = (kind: Held) => all.filter((one) => one === kind).length;
    return { within: count('within'), late: count('late'), open: count('open') };
  };
  return {
    sent: rows.length, answered: rows.filter((one) => one.answeredAt).length, accepted: rows.filter((one) => one.acceptedAt).length, served: rows.filter((one) => one.serviceDays !== null).length,
    toAnswer: quantiles(daysToAnswer), toAccept: quantiles(daysToAccept), toService: quantiles((one) => one.serviceDays),
    seenIn: kept((one) => seenHeld(one, terms, now, timeZone)), answeredIn: kept((one) => answerHeld(one, terms, now, timeZone)),
  };
}
