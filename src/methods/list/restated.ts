import { parseInstant } from '../timeline/instant.ts';
import { isCorrection, type ListEvent } from './event.ts';

/** What later news made of those active at the end of a month: people whom it added (`people` above 0) or took away (below 0), by the kind of news. */
export type RestatedLine = { readonly news: 'came' | 'housed' | 'inactive' | 'left' | 'correction' | 'unexplained'; readonly people: number };

/**
 * The lines between the number of active people of a month as it was stated at a moment and the same number now: they add up to the difference. Each
 * person whose state changed is in the line of the last news of her that came after the moment. `lastDay` is that of the month, `stated` what was said.
 */
export function restatedLines(events: readonly ListEvent[], lastDay: string, statedAt: string, stated: number): RestatedLine[] {
  const moment = parseInstant(statedAt) ?? Number.POSITIVE_INFINITY;
  const heardAt = (event: ListEvent) => (event.recorded == null ? (parseInstant(event.effective) ?? 0) : (parseInstant(event.recorded) ?? 0));
  const upTo = events.filter(({ effective }) => effective <= lastDay);
  const [before, after] = [statesOf(upTo.filter((event) => heardAt(event) <= moment), heardAt), statesOf(upTo, heardAt)];
  const latest = new Map<string, ListEvent>();
  for (const event of upTo) if (heardAt(event) > moment && heardAt(event) >= heardAt(latest.get(event.person) ?? event)) latest.set(event.person, event);
  const sums = new Map<RestatedLine['news'], number>();
  const add = (news: RestatedLine['news'], people: number) => sums.set(news, (sums.get(news) ?? 0) + people);
  for (const [person, { to }] of after) {
    const change = (to === 'active' ? 1 : 0) - (before.get(person)?.to === 'active' ? 1 : 0);
    if (change !== 0) add(newsOf(latest.get(person), change), change);
  }
  add('unexplained', [...before.values()].filter(({ to }) => to === 'active').length - stated);
  return [...sums].map(([news, people]) => ({ news, people })).filter(({ people }) => people !== 0);
}

function newsOf(event: ListEvent | undefined, change: number): RestatedLine['news'] {
  if (!event) return 'unexplained';
  if (isCorrection(event)) return 'correction';
  if (event.to === 'active') return change > 0 ? 'came' : 'correction';
  return change > 0 ? 'correction' : event.to;
}

/** The last change of each person: by its day, then as it was recorded, then as it came in. */
function statesOf(events: readonly ListEvent[], heardAt: (event: ListEvent) => number): Map<string, ListEvent> {
  const last = new Map<string, ListEvent>();
  for (const event of events) {
    const known = last.get(event.person);
    if (!known || event.effective > known.effective || (event.effective === known.effective && heardAt(event) >= heardAt(known))) last.set(event.person, event);
  }
  return last;
}
