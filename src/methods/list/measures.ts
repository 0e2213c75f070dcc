import { InputRefused } from '../method.ts';
import { formatMonth, type Month, parseMonth } from '../timeline/month.ts';
import { type Flow, flows } from './flow.ts';
import { type MonthSums, runningSum, sumOf } from './month-sums.ts';

/** The measures of one month, numbers of people; flows count changes, so somebody who leaves and comes back in a month is in both. */
export type MonthMeasures = {
  /** YYYY-MM. */
  readonly month: string;
  /** Active at the end of the month's last day. */
  readonly active: number;
  readonly inflow: { readonly newlyIdentified: number; readonly returnedFromHousing: number; readonly returnedFromInactive: number };
  readonly outflow: { readonly housed: number; readonly inactive: number; readonly left: number };
  /** Net effect on active of merges, voids, and changes whose stated former state is not the one of the history. */
  readonly corrections: number;
  /** A(t) - A(t-1) - inflow + outflow - corrections, from the states counted at both ends of the month; 0 unless the count is broken. */
  readonly balance: number;
};

/** The column beside the flows that holds the change of those active from one month's end to the next. */
export const activeChange = 8;

/** The months asked, in the order asked. Throws InputRefused, naming the index, when one is no month. */
export function readMonths(months: readonly string[]): Month[] {
  return months.map((text, index) => {
    const month = parseMonth(text);
    if (month === undefined) throw new InputRefused(`months.${index}: is not a month such as 2026-01`);
    return month;
  });
}

/** The measures of each month, each beside its own month before. */
export function measuresOf(sums: MonthSums, months: readonly Month[]): MonthMeasures[] {
  const activeAt = runningSum(sums, activeChange);
  return months.map((month) => {
    const count = (flow: Flow) => sumOf(sums, month, flow);
    const inflow = { newlyIdentified: count(flows.newlyIdentified), returnedFromHousing: count(flows.returnedFromHousing), returnedFromInactive: count(flows.returnedFromInactive) };
    const outflow = { housed: count(flows.housed), inactive: count(flows.inactive), left: count(flows.left) };
    const corrections = count(flows.correctionIn) - count(flows.correctionOut);
    const active = activeAt(month);
    const net = inflow.newlyIdentified + inflow.returnedFromHousing + inflow.returnedFromInactive - outflow.housed - outflow.inactive - outflow.left;
    return { month: formatMonth(month), active, inflow, outflow, corrections, balance: active - activeAt(month - 1) - net - corrections };
  });
}
