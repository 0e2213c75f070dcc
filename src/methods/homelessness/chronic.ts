import { type Day, formatDay } from '../timeline/day.ts';
import { countDays } from './day-counts.ts';
import { reachingHome, type WindowDefinition } from './definition.ts';
import { gapsBetween, periodsOf } from './periods.ts';
import type { Convention } from './stay.ts';
import { countingCodes, type StayTable } from './stay-table.ts';

/** A break between counted periods: first and last day without a counted stay, and how many days. */
export type Gap = { readonly from: string; readonly to: string; readonly days: number };

/** A person's state on the as-of date, with what it rests on; the names of the fields are those of the federal windows. */
export type ChronicState = {
  /** Days counted in the short window (the last 365 days) and in the long one (the last 1,095 days). */
  readonly days365: number;
  readonly days1095: number;
  /** A counting stay covers the as-of date (its first and last day included, under both conventions), or the list says so. */
  readonly current: boolean;
  readonly chronic: boolean;
  /** Days that are missing to each threshold; 0 when it is reached. */
  readonly short365: number;
  readonly short1095: number;
  /** Breaks within the long window, earliest first; days before the first and after the last counted period are none. */
  readonly gaps: readonly Gap[];
};

export type ChronicOptions = {
  readonly convention: Convention;
  /** Absent: the definition of Reaching Home. */
  readonly definition?: WindowDefinition;
  /** People whom the list holds as homeless and active on the as-of date: they are current also without a stay on that date. */
  readonly activeOnList?: ReadonlySet<string>;
  /** Which stays take part, by their place in the stays that the table was made from. */
  readonly only?: (source: number) => boolean;
};

/**
 * Chronic homelessness of everybody on a date (Reaching Home, section 1.5 of the rules: see README): homeless now, and over the threshold of either
 * window. Sorted by person.
 */
export function chronicStates(table: StayTable, asOf: Day, options: ChronicOptions): Map<string, ChronicState> {
  const { convention, activeOnList, only } = options;
  const definition = options.definition ?? reachingHome;
  const part = only ? keepRows(table, only) : table;
  const counted = countDays(part, asOf, convention, definition);
  const codes = countingCodes(definition.counts);
  return new Map(part.people.map((person, index) => {
    const [days365, days1095] = [counted.short[index] ?? 0, counted.long[index] ?? 0];
    const current = counted.current[index] === 1 || activeOnList?.has(person) === true;
    const periods = periodsOf(part, index, asOf, convention, codes, asOf - definition.long.days + 1);
    return [person, {
      days365, days1095, current,
      chronic: current && (days365 >= definition.short.atLeast || days1095 >= definition.long.atLeast),
      short365: Math.max(0, definition.short.atLeast - days365),
      short1095: Math.max(0, definition.long.atLeast - days1095),
      gaps: gapsBetween(periods).map(({ from, to }) => ({ from: formatDay(from), to: formatDay(to), days: to - from + 1 })),
    }];
  }));
}

/** The same people with some of their stays. */
function keepRows(table: StayTable, only: (source: number) => boolean): StayTable {
  const rows = Int32Array.from(table.source.keys()).filter((row) => only(table.source[row] ?? 0));
  const first = new Int32Array(table.people.length + 1);
  for (let person = 0, kept = 0; person < table.people.length; person += 1) {
    while (kept < rows.length && (rows[kept] ?? 0) < (table.first[person + 1] ?? 0)) kept += 1;
    first[person + 1] = kept;
  }
  return {
    people: table.people, first,
    start: rows.map((row) => table.start[row] ?? 0),
    end: rows.map((row) => table.end[row] ?? 0),
    kind: Uint8Array.from(rows, (row) => table.kind[row] ?? 0),
    source: rows.map((row) => table.source[row] ?? 0),
  };
}
