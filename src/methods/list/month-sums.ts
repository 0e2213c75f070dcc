import type { Month } from '../timeline/month.ts';

/** Whole numbers by month and column, for whatever months turn up. */
export type MonthSums = { first: Month; readonly columns: number; sums: Int32Array };

export function emptySums(columns: number): MonthSums {
  return { first: 0, columns, sums: new Int32Array(0) };
}

export function addToMonth(table: MonthSums, month: Month, column: number, amount: number): void {
  if (month < table.first || month >= endOf(table)) widen(table, month);
  const place = (month - table.first) * table.columns + column;
  table.sums[place] = (table.sums[place] ?? 0) + amount;
}

/** 0 for a month that nothing was added to. */
export function sumOf(table: MonthSums, month: Month, column: number): number {
  return month < table.first || month >= endOf(table) ? 0 : (table.sums[(month - table.first) * table.columns + column] ?? 0);
}

/** A function that gives the sum of a column over all months up to and with the one asked. */
export function runningSum(table: MonthSums, column: number): (month: Month) => number {
  const totals: number[] = [];
  let total = 0;
  for (let place = column; place < table.sums.length; place += table.columns) {
    total += table.sums[place] ?? 0;
    totals.push(total);
  }
  const { first } = table;
  return (month) => (month < first ? 0 : (totals[month - first] ?? total));
}

function endOf(table: MonthSums): Month {
  return table.first + table.sums.length / table.columns;
}

/** Makes room for a month, with half as much again to spare on its side, so that months coming one by one cost little. */
function widen(table: MonthSums, month: Month): void {
  const isEmpty = table.sums.length === 0;
  const spare = Math.max(12, Math.ceil(table.sums.length / table.columns / 2));
  const first = isEmpty ? month : Math.min(table.first, month < table.first ? month - spare : month);
  const end = isEmpty ? month + spare : Math.max(endOf(table), month + spare);
  const sums = new Int32Array((end - first) * table.columns);
  if (!isEmpty) sums.set(table.sums, (table.first - first) * table.columns);
  table.first = first;
  table.sums = sums;
}
