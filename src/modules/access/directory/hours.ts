import type { Hours } from '#app/methods/matching/service-rules.ts';
import type { ScheduleRow } from './entry.ts';

export const weekdays: readonly string[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * The hours of a usual week on a date. Undefined where the entry gives none or gives some that a usual week does not show (every second
 * week, a day of the month): then nobody is told that it is closed. Closing at or before opening is closing on the next day.
 */
export function weekHours(schedules: readonly ScheduleRow[], today: string): Hours[] | undefined {
  const valid = schedules.filter((one) => (one.opens_at !== null || one.byday !== null || one.bymonthday !== null) && (one.valid_from ?? today) <= today && today <= (one.valid_to ?? today));
  if (valid.length === 0) return undefined;
  const hours: Hours[] = [];
  for (const one of valid) {
    const [from, to] = [minuteOf(one.opens_at), minuteOf(one.closes_at)];
    const days = (one.byday ?? '').split(',').map((day) => weekdays.indexOf(day.trim()));
    if (one.freq === 'MONTHLY' || (one.interval ?? 1) > 1 || one.bymonthday !== null || from === undefined || to === undefined || days.includes(-1)) return undefined;
    hours.push(...days.map((day) => ({ day, from, to: to <= from ? to + 1440 : to })));
  }
  return hours;
}

function minuteOf(time: string | null): number | undefined {
  const [, hour, minute] = /^(\d\d):(\d\d)$/.exec(time ?? '') ?? [];
  return hour === undefined ? undefined : Number(hour) * 60 + Number(minute);
}

/** The minute of the week at a moment in a time zone; Monday 00:00 is 0. */
export function weekMinute(moment: Date, timeZone: string): number {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-CA', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(moment).map(({ type, value }) => [type, value]));
  return weekdays.indexOf((parts.weekday ?? '').slice(0, 2).toUpperCase()) * 1440 + Number(parts.hour) * 60 + Number(parts.minute);
}
