import type { CountedCell } from '#app/methods/disclosure/protect.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Column, Schema } from '../dataset/schema.ts';
import type { DataRow } from '../dataset/row-queries.ts';
import { monthOfValue, type Period, periodsBetween } from './period.ts';
import type { Recipe } from './recipe.ts';

export type Named = { readonly slug: string; readonly name: Bilingual };
export type Axis = { readonly column: Column; readonly values: readonly Named[] };
/** The true counts of one period, every place and part among them; `known` is false where rows are missing, and then no number of it is told. */
export type PeriodCounts = { readonly period: Period; readonly known: boolean; readonly cells: readonly CountedCell[] };
/** `axes`: the place and the part, in this order. */
export type Counts = { readonly periods: readonly PeriodCounts[]; readonly axes: readonly Axis[]; readonly used: readonly DataRow[] };

const unstated: Named = { slug: 'not-stated', name: { en: 'not stated', fr: 'non précisé' } };
/** The most numbers of one run. */
export const mostCells = 5000;

/** Counts or sums the rows of a dataset by a recipe, for each whole period. No period where no row is left. Throws RangeError beyond `mostCells`. */
export function countRows(recipe: Recipe, schema: Schema, rows: readonly DataRow[]): Counts {
  const { where, period: { column: time, by }, measure } = recipe;
  const used = rows.filter(({ values }) => where === undefined || values[where.column] === where.code);
  const months = used.flatMap(({ values }) => monthOfValue(values[time]) ?? []);
  const axes = [recipe.place, recipe.breakdown].flatMap((name) => schema.columns.filter((one) => one.name === name)).map((column) => ({ column, values: valuesOf(column, used) }));
  if (months.length === 0) return { periods: [], axes, used };
  const periods = periodsBetween(months.reduce((a, b) => Math.min(a, b)), months.reduce((a, b) => Math.max(a, b)), by);
  const size = axes.reduce((product, axis) => product * (axis.values.length + 1), periods.length);
  if (size > mostCells) throw new RangeError(`${size} numbers`);

  // By month first: whether each month has a row is what makes a longer period complete.
  const sums = new Map<string, number>();
  for (const { values } of used) {
    const code = JSON.stringify([monthOfValue(values[time]), ...axes.map(({ column }) => values[column.name] ?? unstated.slug)]);
    sums.set(code, (sums.get(code) ?? 0) + (measure.kind === 'count' ? 1 : Number(values[measure.column] ?? 0)));
  }
  const fixed = where === undefined || where.column === recipe.place || where.column === recipe.breakdown ? {} : { [where.column]: where.code };
  return { axes, used, periods: periods.map((period): PeriodCounts => {
    let known = true;
    const cells = combinations(axes.map(({ values }) => values)).map((own) => {
      const found = Array.from({ length: period.last - period.first + 1 }, (_, index) => sums.get(JSON.stringify([period.first + index, ...own.map(({ slug }) => slug)])));
      if (recipe.absent === 'unknown' && !own.includes(unstated) && found.includes(undefined)) known = false;
      return { keys: { ...fixed, ...Object.fromEntries(axes.map(({ column }, index) => [column.name, own[index]?.slug ?? ''])) }, count: found.reduce<number>((total, one) => total + (one ?? 0), 0) };
    });
    return { period, known, cells };
  }) };
}

function valuesOf({ name, codes }: Column, rows: readonly DataRow[]): Named[] {
  return [...codes.map(({ code, en, fr }) => ({ slug: code, name: { en, fr } })), ...(rows.some(({ values }) => values[name] === undefined) ? [unstated] : [])];
}

function combinations(axes: readonly (readonly Named[])[]): Named[][] {
  return axes.reduce<Named[][]>((before, values) => before.flatMap((own) => values.map((value) => [...own, value])), [[]]);
}
