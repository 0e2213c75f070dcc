import { InputRefused } from '../method.ts';
import { groupedOrder } from '../timeline/grouped-order.ts';
import { parseInstant } from '../timeline/instant.ts';
import { nameNumbers } from '../timeline/name-numbers.ts';
import type { ListEvent } from './event.ts';
import { appendEvent, arrangeColumns, compareEvents, type EventColumns, emptyColumns } from './event-columns.ts';
import { codes, flowOf } from './flow.ts';
import { activeChange, type MonthMeasures, measuresOf, readMonths } from './measures.ts';
import { addToMonth, emptySums, type MonthSums } from './month-sums.ts';

/** The list's history with its monthly sums, which late news changes in place. */
export type Ledger = {
  /** Takes one more event, whatever its date; costs as much as the history of that one person. Throws InputRefused as `createLedger` does. */
  readonly addLate: (event: ListEvent) => void;
  /** The measures of the months asked (YYYY-MM, any order, repeats allowed). Throws InputRefused when one is no month. */
  readonly measures: (months: readonly string[]) => MonthMeasures[];
};

const nobody = -1;

/**
 * Builds the ledger of a by-name list (states and flows: section 1.3 of the rules, see README). With `knownAt` (an ISO time) it holds only what was
 * recorded at or before that moment, so an old answer can be made again. Throws InputRefused that names the event when a date, time or state is none.
 */
export function createLedger(events: readonly ListEvent[], options: { readonly knownAt?: string | null | undefined } = {}): Ledger {
  const knownAt = options.knownAt == null ? Number.POSITIVE_INFINITY : parseInstant(options.knownAt);
  if (knownAt === undefined) throw new InputRefused('knownAt: is not a time such as 2026-01-31T15:00:00Z');
  const people = nameNumbers();
  const incoming = emptyColumns(events.length);
  for (let index = 0; index < events.length; index += 1) {
    const event = events[index];
    if (event) appendEvent(incoming, event, people.numberOf, knownAt, () => `events.${index}`);
  }
  // Each person's events side by side: in the order of recording they lie all over the memory, and every walk would wait for it.
  const { first, order } = groupedOrder(incoming.person.subarray(0, incoming.size), people.names.length, (a, b) => compareEvents(incoming, a, b));
  const columns = arrangeColumns(incoming, order);
  const heads = chainRows(columns, first);
  const sums = emptySums(activeChange + 1);
  for (const head of heads) postHistory(columns, head, sums, 1);
  return {
    addLate: (event) => {
      if (!appendEvent(columns, event, people.numberOf, knownAt, () => 'event')) return;
      const row = columns.size - 1;
      const person = columns.person[row] ?? 0;
      postHistory(columns, heads[person] ?? nobody, sums, -1);
      heads[person] = insert(columns, heads[person] ?? nobody, row);
      postHistory(columns, heads[person] ?? nobody, sums, 1);
    },
    measures: (months) => measuresOf(sums, readMonths(months)),
  };
}

/** The measures of a by-name list for the months asked: `createLedger` and `measures` in one. */
export function listMeasures(events: readonly ListEvent[], months: readonly string[], knownAt?: string | null): MonthMeasures[] {
  return createLedger(events, { knownAt }).measures(months);
}

/** Links the rows of each person, which lie side by side in time from `first` on, and gives the first row of each person. */
function chainRows(columns: EventColumns, first: Int32Array): number[] {
  const heads: number[] = [];
  for (let person = 0; person + 1 < first.length; person += 1) {
    const end = first[person + 1] ?? 0;
    for (let row = first[person] ?? 0; row < end; row += 1) columns.next[row] = row + 1 < end ? row + 1 : nobody;
    heads.push(first[person] ?? nobody);
  }
  return heads;
}

/** Links a new row into the chain that begins at `head` and gives the chain's first row. */
function insert(columns: EventColumns, head: number, row: number): number {
  const { next } = columns;
  let [before, after] = [nobody, head];
  while (after !== nobody && compareEvents(columns, after, row) <= 0) [before, after] = [after, next[after] ?? nobody];
  next[row] = after;
  if (before === nobody) return row;
  next[before] = row;
  return head;
}

/**
 * Adds (sign 1) or takes back (sign -1) what one history brings to the months. Flows come from each change; those active come from the last state of
 * each month alone, so that the balance compares two counts.
 */
function postHistory(columns: EventColumns, head: number, sums: MonthSums, sign: number): void {
  let state: number = codes.none;
  let activeAtEnd = 0;
  for (let row = head; row !== nobody; ) {
    const month = columns.month[row] ?? 0;
    const to = columns.to[row] ?? 0;
    const after = columns.next[row] ?? nobody;
    const flow = flowOf(state, columns.stated[row] ?? 0, to, columns.correcting[row] === 1);
    if (flow !== undefined) addToMonth(sums, month, flow, sign);
    if (after === nobody || columns.month[after] !== month) {
      const isActive = to === codes.active ? 1 : 0;
      if (isActive !== activeAtEnd) addToMonth(sums, month, activeChange, sign * (isActive - activeAtEnd));
      activeAtEnd = isActive;
    }
    state = to;
    row = after;
  }
}
