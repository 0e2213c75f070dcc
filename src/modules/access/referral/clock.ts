/** One moment of a referral's history, as far as its clock goes. */
export type ClockEvent = { readonly at: Date; readonly step: string; readonly from: string; readonly to: string };

/**
 * Milliseconds in which the clock stood between two moments, because the receiver waited for information from the sender. A pause begins with
 * `request-info` and ends with `answer-info` or with the next change of state, whichever comes first; an open one lasts until `to`.
 */
export function pausedBetween(events: readonly ClockEvent[], from: Date, to: Date): number {
  let [sum, since]: [number, Date | undefined] = [0, undefined];
  const add = (end: Date) => {
    if (since) sum += Math.max(0, Math.min(end.getTime(), to.getTime()) - Math.max(since.getTime(), from.getTime()));
    since = undefined;
  };
  for (const event of events.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    if (event.step === 'request-info') since ??= event.at;
    else if (event.step === 'answer-info' || event.from !== event.to) add(event.at);
  }
  add(to);
  return sum;
}

/** Days, with fractions, that a referral has run, without its pauses; 0 where `to` lies before `from`. */
export function runningDays(from: Date, to: Date, pausedSeconds: number): number {
  return Math.max(0, to.getTime() - from.getTime() - pausedSeconds * 1000) / 86_400_000;
}
