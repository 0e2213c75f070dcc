import { listMeasures } from '#app/methods/list/ledger.ts';
import type { ListEvent } from '#app/methods/list/event.ts';
import type { MonthMeasures } from '#app/methods/list/measures.ts';
import { formatMonth, leadingMonth } from '#app/methods/timeline/month.ts';
import { restatements, type Restatement } from '#app/methods/list/restatement.ts';
import type { Snapshot } from './queries.ts';

/** The months from the first change of a list, at most `most` of them, to the month of `today`, as YYYY-MM, oldest first. */
export function monthsTo(today: string, events: readonly ListEvent[], most: number): string[] {
  const last = leadingMonth(today) ?? 0;
  const first = events.reduce((earliest, event) => Math.min(earliest, leadingMonth(event.effective) ?? earliest), last);
  const from = Math.max(first, last - most + 1);
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
