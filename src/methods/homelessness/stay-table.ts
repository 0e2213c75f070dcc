import { InputRefused } from '../method.ts';
import { type Day, parseDay } from '../timeline/day.ts';
import { groupedOrder } from '../timeline/grouped-order.ts';
import { nameNumbers } from '../timeline/name-numbers.ts';
import { type Stay, type StayKind, stayKinds } from './stay.ts';

/** The end of a stay that is still open. */
export const open: Day = 2 ** 31 - 1;

/**
 * Stays as columns: those of person p are the rows `first[p]` to `first[p + 1]` - 1, those that
 * end last first, so that who asks about the last years stops reading where they begin. Built once, read for any as-of date.
 */
export type StayTable = {
  /** Sorted. */
  readonly people: readonly string[];
  readonly first: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** The place in `stayKinds`. */
  readonly kind: Uint8Array;
  /** The place of each row in the stays that the table was made from. */
  readonly source: Int32Array;
};

/** Throws InputRefused, naming the index, when a date is none, an end lies before its start, or a kind is unknown. */
export function stayTable(stays: readonly Stay[]): StayTable {
  const starts = Int32Array.from(stays, (stay, index) => readDate(stay.start, `stays.${index}.start`));
  const ends = Int32Array.from(stays, (stay, index) => (stay.end === null ? open : readDate(stay.end, `stays.${index}.end`)));
  const kinds = Uint8Array.from(stays, (stay, index) => kindCode(stay.kind, index));
  for (let row = 0; row < stays.length; row += 1)
    if ((ends[row] ?? 0) < (starts[row] ?? 0)) throw new InputRefused(`stays.${row}.end: lies before the start`);
  const { numberOf, names } = nameNumbers();
  const numbers = Int32Array.from(stays, (stay) => numberOf(stay.person));
  const people = [...names].sort();
  const place = new Int32Array(people.length);
  for (const [index, person] of people.entries()) place[numberOf(person)] = index;
  const { first, order } = groupedOrder(numbers.map((number) => place[number] ?? 0), people.length, (a, b) => (ends[b] ?? 0) - (ends[a] ?? 0));
  return { people, first, start: order.map((row) => starts[row] ?? 0), end: order.map((row) => ends[row] ?? 0), kind: Uint8Array.from(order, (row) => kinds[row] ?? 0), source: order };
}

function readDate(text: string, field: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new InputRefused(`${field}: is not a date such as 2026-01-31`);
  return day;
}

function kindCode(kind: StayKind, index: number): number {
  const code = stayKinds.indexOf(kind);
  if (code < 0) throw new InputRefused(`stays.${index}.kind: must be one of ${stayKinds.join(', ')}`);
  return code;
}

/** For each kind code 1 when it counts, else 0. */
export function countingCodes(kinds: readonly StayKind[]): Uint8Array {
  return Uint8Array.from(stayKinds, (kind) => (kinds.includes(kind) ? 1 : 0));
}
