import { InputRefused } from '../method.ts';
import { parseDay } from '../timeline/day.ts';
import { parseInstant } from '../timeline/instant.ts';
import { leadingMonth } from '../timeline/month.ts';
import { isCorrection, type ListEvent, listStates } from './event.ts';
import { codeOf, statedCode } from './flow.ts';

/** Events as columns that grow; rows from 0 to `size` - 1 are in use. */
export type EventColumns = {
  size: number;
  person: Int32Array;
  day: Int32Array;
  month: Int32Array;
  recorded: Float64Array;
  stated: Uint8Array;
  to: Uint8Array;
  correcting: Uint8Array;
  /** The row of the same person's next event in time, or -1. */
  next: Int32Array;
};

export function emptyColumns(capacity: number): EventColumns {
  return {
    size: 0, person: new Int32Array(capacity), day: new Int32Array(capacity), month: new Int32Array(capacity), recorded: new Float64Array(capacity),
    stated: new Uint8Array(capacity), to: new Uint8Array(capacity), correcting: new Uint8Array(capacity), next: new Int32Array(capacity),
  };
}

/**
 * Reads an event into the row after the last and takes that row into use, unless it was recorded after `knownAt`; says whether it did.
 * `personOf` numbers the people. Throws InputRefused when a date, time or state is none; `place` names the event.
 */
export function appendEvent(columns: EventColumns, event: ListEvent, personOf: (person: string) => number, knownAt: number, place: () => string): boolean {
  const day = parseDay(event.effective);
  const month = leadingMonth(event.effective);
  if (day === undefined || month === undefined) throw new InputRefused(`${place()}.effective: is not a date such as 2026-01-31`);
  const recorded = event.recorded == null ? day * 86_400_000 : parseInstant(event.recorded);
  if (recorded === undefined) throw new InputRefused(`${place()}.recorded: is not a time such as 2026-01-31T15:00:00Z`);
  const to = codeOf(event.to);
  const stated = statedCode(event.from);
  if (to === undefined || stated === undefined) throw new InputRefused(`${place()}.${to === undefined ? 'to' : 'from'}: must be one of ${listStates.join(', ')}`);
  if (recorded > knownAt) return false;
  if (columns.size === columns.day.length) grow(columns);
  const row = columns.size;
  columns.person[row] = personOf(event.person);
  columns.day[row] = day;
  columns.month[row] = month;
  columns.recorded[row] = recorded;
  columns.stated[row] = stated;
  columns.to[row] = to;
  columns.correcting[row] = isCorrection(event) ? 1 : 0;
  columns.size = row + 1;
  return true;
}

/** The same events with row order[i] as row i. */
export function arrangeColumns(columns: EventColumns, order: Int32Array): EventColumns {
  const arranged = emptyColumns(order.length);
  for (let row = 0; row < order.length; row += 1) {
    const old = order[row] ?? 0;
    arranged.person[row] = columns.person[old] ?? 0;
    arranged.day[row] = columns.day[old] ?? 0;
    arranged.month[row] = columns.month[old] ?? 0;
    arranged.recorded[row] = columns.recorded[old] ?? 0;
    arranged.stated[row] = columns.stated[old] ?? 0;
    arranged.to[row] = columns.to[old] ?? 0;
    arranged.correcting[row] = columns.correcting[old] ?? 0;
  }
  arranged.size = order.length;
  return arranged;
}

/** Events of one person in time: by the day of effect, then as they were recorded, then as they came in. */
export function compareEvents(columns: EventColumns, a: number, b: number): number {
  return (columns.day[a] ?? 0) - (columns.day[b] ?? 0) || (columns.recorded[a] ?? 0) - (columns.recorded[b] ?? 0) || a - b;
}

function grow(columns: EventColumns): void {
  const { size, ...old } = columns;
  Object.assign(columns, emptyColumns(Math.max(16, size * 2)), { size });
  columns.person.set(old.person);
  columns.day.set(old.day);
  columns.month.set(old.month);
  columns.recorded.set(old.recorded);
  columns.stated.set(old.stated);
  columns.to.set(old.to);
  columns.correcting.set(old.correcting);
  columns.next.set(old.next);
}
