import { addWorkingDays, isWorkingDay } from '#app/methods/working-days/working-days.ts';
import { dateIn, instantIn } from '#app/platform/clock/clock.ts';
import { addDays, daysBetween } from '#app/ui/format.ts';

/** How long somebody has: `hours` are exact, the others are days of the community's calendar, open until the day has ended. */
export type Term = { readonly unit: 'hours' | 'days' | 'working-days' | 'months'; readonly count: number };

/** The last day (YYYY-MM-DD) and the instant from which the thing is late. */
export type Due = { readonly on: string; readonly at: Date };

const hour = 3_600_000;

/** When something is due that was promised at `from`; `count` is a whole number of 0 or more. Throws a RangeError for any other count. */
export function dueUnder(term: Term, from: Date, timeZone: string): Due {
  if (!Number.isInteger(term.count) || term.count < 0) throw new RangeError('a term is a whole number of 0 or more');
  const day = dateIn(timeZone, from);
  switch (term.unit) {
    case 'hours': {
      const at = new Date(from.getTime() + term.count * hour);
      return { on: dateIn(timeZone, at), at };
    }
    case 'days': return endOf(addDays(day, term.count), timeZone);
    case 'working-days': return endOf(addWorkingDays(day, term.count), timeZone);
    case 'months': return endOf(addMonths(day, term.count), timeZone);
  }
}

/** The end of a calendar day: the instant at which the next one begins. */
export function endOf(on: string, timeZone: string): Due {
  return { on, at: instantIn(timeZone, `${addDays(on, 1)}T00:00`) };
}

/** The same day of a later month; the last day where that month is shorter (29 February after four years is 29 February, after one the 28th). */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  const index = year * 12 + month - 1 + months;
  const last = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  return new Date(Date.UTC(Math.floor(index / 12), index % 12, Math.min(day, last))).toISOString().slice(0, 10);
}

/** Moves a due time on by the time that a pause took: exactly for hours, by working days for a term of working days, else by calendar days. */
export function shiftDue(due: Due, unit: Term['unit'] | 'date', pause: { from: Date; to: Date }, timeZone: string): Due {
  if (unit === 'hours') {
    const at = new Date(due.at.getTime() + pause.to.getTime() - pause.from.getTime());
    return { on: dateIn(timeZone, at), at };
  }
  const [from, to] = [dateIn(timeZone, pause.from), dateIn(timeZone, pause.to)];
  const on = unit === 'working-days' ? addWorkingDays(due.on, workingDaysAfter(from, to)) : addDays(due.on, daysBetween(from, to));
  return endOf(on, timeZone);
}

/** Working days after `from` up to and with `to`; 0 when `to` is not later. */
export function workingDaysAfter(from: string, to: string): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
}
