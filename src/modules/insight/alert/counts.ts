import type { Counts } from '#app/methods/aberration/detection.ts';
import { addDays, daysBetween } from '#app/ui/format.ts';
import type { Unit } from './rule.ts';

/** Events of an area on a day; days and areas without any have no row. */
export type DayCount = { readonly day: string; readonly area: string; readonly n: number };

/** Counts from a first day on, one unit each; the last unit is complete. */
export type Timeline = { readonly unit: Exclude<Unit, 'hour'>; readonly first: string; readonly counts: Counts };

/** Units in a year, as methods count them. */
export const unitsPerYear = { day: 365.25, week: 365.25 / 7 } as const;
const lengths = { day: 1, week: 7 } as const;

/** The Monday of a day's week: weeks are counted from Monday to Sunday. */
export function mondayOf(day: string): string {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/**
 * The complete units up to the day before `today`, of one area or of all together. It begins with the first day that has a row, so that days before a series
 * was kept do not count as days without an overdose. Undefined before a unit is complete.
 */
export function timelineOf(rows: readonly DayCount[], unit: Timeline['unit'], today: string, area?: string): Timeline | undefined {
  const start = rows.reduce<string | undefined>((least, { day }) => (least === undefined || day < least ? day : least), undefined);
  if (start === undefined) return undefined;
  const first = unit === 'week' ? mondayOf(addDays(start, 6)) : start;
  const units = Math.floor(daysBetween(first, unit === 'week' ? mondayOf(today) : today) / lengths[unit]);
  if (units < 1) return undefined;
  const counts = new Float64Array(units);
  for (const { day, area: own, n } of rows) {
    const at = Math.floor(daysBetween(first, day) / lengths[unit]);
    if (at >= 0 && at < units && (area === undefined || own === area)) counts[at] = (counts[at] ?? 0) + n;
  }
  return { unit, first, counts };
}

/** The first and the last day of a unit of a timeline. */
export function daysOf({ first, unit }: Timeline, at: number): { readonly from: string; readonly to: string } {
  const from = addDays(first, at * lengths[unit]);
  return { from, to: addDays(from, lengths[unit] - 1) };
}
