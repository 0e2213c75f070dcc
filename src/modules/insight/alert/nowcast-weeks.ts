import { type Nowcast, nowcast } from '#app/methods/nowcast/nowcast.ts';
import { addDays, daysBetween } from '#app/ui/format.ts';
import { mondayOf } from './counts.ts';
import type { Arrival } from './queries.ts';

export type WeekNowcast = Omit<Nowcast, 'unit'> & { readonly monday: string };

/** The events by week and by how many weeks later they became known; the last row is the last complete week. Later reports stand in the last column. */
export function triangleOf(arrivals: readonly Arrival[], delayWeeks: number, today: string): { readonly first: string; readonly rows: readonly (readonly number[])[] } | undefined {
  const start = arrivals.reduce<string | undefined>((least, { day }) => (least === undefined || day < least ? day : least), undefined);
  if (start === undefined) return undefined;
  const first = mondayOf(start);
  const rows = Array.from({ length: Math.max(0, daysBetween(first, mondayOf(today)) / 7) }, () => new Array<number>(delayWeeks + 1).fill(0));
  for (const { day, reported, n } of arrivals) {
    const at = Math.floor(daysBetween(first, day) / 7);
    const delay = Math.min(delayWeeks, Math.floor(daysBetween(first, reported) / 7) - at);
    const row = rows[at];
    if (row && delay >= 0) row[delay] = (row[delay] ?? 0) + n;
  }
  return { first, rows };
}

/** What the last weeks will hold in the end, with a 95 % interval; empty where too few weeks are complete to learn the delay. */
export function nowcastWeeks(arrivals: readonly Arrival[], delayWeeks: number, today: string): WeekNowcast[] {
  const triangle = triangleOf(arrivals, delayWeeks, today);
  if (!triangle || triangle.rows.length < 3 * (delayWeeks + 1)) return [];
  return nowcast(triangle.rows).map(({ unit, ...rest }) => ({ monday: addDays(triangle.first, unit * 7), ...rest }));
}
