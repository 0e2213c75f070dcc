import { listMeasures } from '#app/methods/list/ledger.ts';
import type { ListEvent } from '#app/methods/list/event.ts';
import type { MonthMeasures } from '#app/methods/list/measures.ts';
import { formatMonth, leadingMonth } from '#app/methods/timeline/month.ts';
import { restatements, type Restatement } from '#app/methods/list/restatement.ts';
import type { Snapshot } from './queries.ts';

const mostMonths = 24;

/** The months from the earliest of these days, at most two years, to the month of `today`, as YYYY-MM, oldest first. */
export function monthsTo(today: string, days: readonly string[]): string[] {
  const last = leadingMonth(today) ?? 0;
  const first = days.reduce((earliest, day) => Math.min(earliest, leadingMonth(day) ?? earliest), last);
  const from = Math.max(first, last - mostMonths + 1);
  return Array.from({ length: last - from + 1 }, (_, n) => formatMonth(from + n));
}

export type Statement = { readonly measures: MonthMeasures; readonly frozen: Snapshot | undefined; readonly restated: readonly Restatement[] };
/** Each month as it is known now, beside what was first stated of it and what later news changed. */
export function statementsOf(events: readonly ListEvent[], months: readonly string[], snapshots: readonly Snapshot[]): Statement[] {
  return listMeasures(events, months).map((measures) => {
    const frozen = snapshots.find((one) => one.month === measures.month);
    return { measures, frozen, restated: frozen ? restatements([frozen.measures], [measures]) : [] };
  });
}
