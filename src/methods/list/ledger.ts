import { InputRefused } from '../method.ts';
import { groupedOrder } from '../timeline/grouped-order.ts';
import { parseInstant } from '../timeline/instant.ts';
import type { ListEvent } from './event.ts';
import { appendEvent, compareEvents, type EventColumns, emptyColumns } from './event-columns.ts';
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
  const people = new Map<string, number>();
  const personOf = (name: string) => {
    const known = people.get(name);
    if (known !== undefined) return known;
    people.set(name, people.size);
    return people.size - 1;
  };
  const columns = emptyColumns(events.length);
  for (let index = 0; index < events.length; index += 1) {
    const event = events[index];
    if (event) appendEvent(columns, event, personOf, knownAt, () => `events.${index}`);
  }
  const heads = chainEvents(columns, people.size);
  const sums = emptySums(activeChange + 1);
  for (const head of heads) postHistory(columns, head, sums, 1);
  return {
    addLate: (event) => {
      if (!appendEvent(columns, event, personOf, knownAt, () => 'event')) return;
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

/** Links each person's events in time and gives the first row of each person. */
function chainEvents(columns: EventColumns, people: number): number[] {
  const { first, order } = groupedOrder(columns.person.subarray(0, columns.size), people, (a, b) => compareEvents(columns, a, b));
  const heads: number[] = [];
  for (let person = 0; person < people; person += 1) {
    const end = first[person + 1] ?? 0;
    heads.push(order[first[person] ?? 0] ?? nobody);
    for (let place = first[person] ?? 0; place < end; place += 1) columns.next[order[place] ?? 0] = place + 1 < end ? (order[place + 1] ?? nobody) : nobody;
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
    const [month, to, after] = [columns.month[row] ?? 0, columns.to[row] ?? 0, columns.next[row] ?? nobody];
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
