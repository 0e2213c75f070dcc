import { addMonths, civilOf, type Day, dayOf, formatDay } from '../timeline/day.ts';
import type { InstanceDefinition } from './definition.ts';
import { type Period, periodsOf } from './periods.ts';
import type { Convention } from './stay.ts';
import { countingCodes, type StayTable } from './stay-table.ts';

/** A person's state under a definition by months in a row or by instances, with the periods of the calendar year that it rests on. */
export type InstanceState = {
  readonly chronic: boolean;
  readonly current: boolean;
  /** Whole months in a row of the longest period that reaches into the calendar year, its days of earlier years included. */
  readonly monthsInARow: number;
  /** Separate periods that reach into the calendar year, up to the as-of date. */
  readonly instances: number;
  readonly periods: readonly { readonly from: string; readonly to: string }[];
};

/**
 * The state of everybody on a date under `definition`, for the calendar year of that date. Stays that overlap or adjoin are one instance, so a move from
 * one shelter to another the next day is none of its own. Six months in a row are reached on the day before the same date six months later
 * (1 January to 30 June). Sorted by person.
 */
export function instanceStates(table: StayTable, asOf: Day, convention: Convention, definition: InstanceDefinition): Map<string, InstanceState> {
  const codes = countingCodes(definition.counts);
  const yearStart = dayOf(civilOf(asOf).year, 1, 1);
  return new Map(table.people.map((person, index) => {
    const periods = periodsOf(table, index, asOf, convention, codes).filter(({ to }) => to >= yearStart);
    const monthsInARow = Math.max(0, ...periods.map(wholeMonths));
    const current = coversDate(table, index, asOf, codes);
    const met = monthsInARow >= definition.months || periods.length >= definition.instances;
    return [person, {
      chronic: met && (current || !definition.mustBeCurrent), current, monthsInARow, instances: periods.length,
      periods: periods.map(({ from, to }) => ({ from: formatDay(from), to: formatDay(to) })),
    }];
  }));
}

function coversDate(table: StayTable, person: number, asOf: Day, codes: Uint8Array): boolean {
  for (let row = table.first[person] ?? 0; row < (table.first[person + 1] ?? 0); row += 1)
    if (codes[table.kind[row] ?? 0] === 1 && (table.start[row] ?? 0) <= asOf && (table.end[row] ?? 0) >= asOf) return true;
  return false;
}

function wholeMonths({ from, to }: Period): number {
  let months = Math.floor((to + 1 - from) / 31);
  while (addMonths(from, months + 1) <= to + 1) months += 1;
  return months;
}
