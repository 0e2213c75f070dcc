import { ageOn, amountOn, birthday, type Change, changesOf, nextLoss, type Scheme, supportCalendar } from '#app/methods/supports/calendar.ts';
import { formatDay, parseDay } from '#app/methods/timeline/day.ts';
import type { SchemeRow } from './queries.ts';

/** What is paid from one day to another, a month, in whole cents; `study` is the part for studying. */
export type Stretch = { readonly from: string; readonly to: string; readonly age: number; readonly cents: number; readonly study: number; readonly now: boolean };
/** A person's supports as they are shown: today, the days on which they change, and the next day on which they become less. */
export type Supports = {
  readonly age: number; readonly now: number; readonly endsOn: string; readonly stretches: readonly Stretch[];
  readonly loss: { readonly on: string; readonly days: number; readonly before: number; readonly after: number; readonly kind: Change['kind']; readonly near: boolean } | undefined; readonly hours: number | undefined;
};
/** Days before a loss within which it is pressing. */
export const nearDays = 183;

/** The supports of somebody under a scheme; `studies`: whether the amount for study is counted. Throws RangeError on a day that is none. */
export function supportsOf(birth: string, today: string, studies: boolean, row: SchemeRow): Supports {
  const [born, now] = [dayOf(birth), dayOf(today)];
  const dated = <T extends { from: string; until: string | null }>(one: T) => ({ ...one, from: dayOf(one.from), until: one.until === null ? null : dayOf(one.until) });
  const scheme: Scheme = { endsAtAge: row.endsAtAge, amounts: row.amounts.map(dated), work: row.work.map(dated) };
  const steps = supportCalendar(born, studies, scheme);
  const loss = nextLoss(changesOf(steps, born), now);
  return {
    age: ageOn(born, now), now: amountOn(born, now, studies, scheme).cents, endsOn: formatDay(birthday(born, row.endsAtAge)),
    stretches: steps.map((one) => ({ ...one, from: formatDay(one.from), to: formatDay(one.to), now: one.from <= now && now <= one.to })),
    loss: loss && { on: formatDay(loss.on), days: loss.on - now, before: loss.before, after: loss.after, kind: loss.kind, near: loss.on - now <= nearDays },
    hours: scheme.work.find((one) => one.from <= now && (one.until === null || now <= one.until))?.hours,
  };
}

function dayOf(text: string): number {
  const day = parseDay(text);
  if (day === undefined) throw new RangeError(`not a day: ${text}`);
  return day;
}
