import { parseDay } from '../timeline/day.ts';
import { parseInstant } from '../timeline/instant.ts';
import { leadingMonth, formatMonth } from '../timeline/month.ts';
import { isCorrection, type ListEvent } from './event.ts';
import { codeOf, codes, flowOf, flows, statedCode } from './flow.ts';

/** Days from being identified to moving in, of those housed in a month. Who was housed twice in a month is in it twice, as in the outflow. */
export type HousingTimes = {
  readonly month: string;
  readonly housed: number;
  /** From the first time on the list ever, and from the last time that she came onto it new or out of a home. Undefined when nobody was housed. */
  readonly fromFirst: Days | undefined;
  readonly fromLast: Days | undefined;
};
export type Days = { readonly mean: number; readonly median: number };

/**
 * Days to housing by month (YYYY-MM, in the order asked): those that the monthly measures count as the outflow `housed`, by the day of the move. A time of
 * being inactive counts along; a return out of a home begins anew for `fromLast`. Built for Zero (section 1.3 of the rules, see README).
 */
export function daysToHousing(events: readonly ListEvent[], months: readonly string[]): HousingTimes[] {
  const found = new Map<string, { first: number[]; last: number[] }>(months.map((month) => [month, { first: [], last: [] }]));
  for (const own of Map.groupBy(events, (event) => event.person).values()) {
    let [state, first, last]: [number, number | undefined, number | undefined] = [codes.none, undefined, undefined];
    for (const event of inTime(own)) {
      const day = parseDay(event.effective) ?? 0;
      const to = codeOf(event.to) ?? codes.none;
      const flow = flowOf(state, statedCode(event.from) ?? codes.none, to, isCorrection(event));
      if (to === codes.active && state !== codes.active) {
        first ??= day;
        if (last === undefined || state !== codes.inactive) last = day;
      }
      const month = found.get(formatMonth(leadingMonth(event.effective) ?? 0));
      if (flow === flows.housed && month) {
        month.first.push(day - (first ?? day));
        month.last.push(day - (last ?? day));
      }
      state = to;
    }
  }
  return months.map((month) => {
    const { first = [], last = [] } = found.get(month) ?? {};
    return { month, housed: first.length, fromFirst: middleOf(first), fromLast: middleOf(last) };
  });
}

function inTime(events: readonly ListEvent[]): ListEvent[] {
  const heardAt = (event: ListEvent) => parseInstant(event.recorded ?? event.effective) ?? 0;
  return [...events].sort((a, b) => (a.effective < b.effective ? -1 : a.effective > b.effective ? 1 : heardAt(a) - heardAt(b)));
}

function middleOf(days: readonly number[]): Days | undefined {
  if (days.length === 0) return undefined;
  const sorted = [...days].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const median = ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
  return { mean: days.reduce((sum, one) => sum + one, 0) / days.length, median };
}
