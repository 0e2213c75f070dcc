import { groupCode, type Keys } from '#app/methods/disclosure/group.ts';
import { type CountedCell, withTotals } from '#app/methods/disclosure/protect.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Column, Schema } from '../dataset/schema.ts';
import type { DataRow } from '../dataset/row-queries.ts';
import { monthOfValue, type Period, periodsBetween } from './period.ts';
import type { Recipe } from './recipe.ts';

export type Named = { readonly slug: string; readonly name: Bilingual };
/** One number before protection: for a period, a place and perhaps a part. `known` is false where rows are missing for some of its months. */
export type Counted = CountedCell & { readonly period: Period; readonly place: Named; readonly part: Named | null; readonly known: boolean };
export type Counts = { readonly cells: readonly Counted[]; readonly dimensions: readonly string[]; readonly used: readonly DataRow[] };

const unstated: Named = { slug: 'not-stated', name: { en: 'not stated', fr: 'non précisé' } };
/** The most numbers of one run. */
export const mostCells = 5000;

/**
 * Counts or sums the rows of a dataset by a recipe, with every total over places and parts. The keys of a number say whom it counts, so that the same
 * people have the same keys in every computation over the dataset. Empty where no row is left. Throws RangeError beyond `mostCells`.
 */
export function countRows(recipe: Recipe, dataset: string, schema: Schema, rows: readonly DataRow[]): Counts {
  const { where, period: { column: time, by }, measure } = recipe;
  const used = rows.filter(({ values }) => where === undefined || values[where.column] === where.code);
  const months = used.flatMap(({ values }) => monthOfValue(values[time]) ?? []);
  if (months.length === 0) return { cells: [], dimensions: [], used };
  const [first, last] = [months.reduce((a, b) => Math.min(a, b)), months.reduce((a, b) => Math.max(a, b))];
  const periods = periodsBetween(first, last, by);
  const axes = [recipe.place, recipe.breakdown].flatMap((name) => schema.columns.filter((one) => one.name === name)).map((column) => ({ column, values: valuesOf(column, used) }));
  const size = axes.reduce((product, axis) => product * (axis.values.length + 1), periods.length);
  if (size > mostCells) throw new RangeError(`${size} numbers`);

  // By month first: whether a month has a row is what makes a longer period whole.
  const sums = new Map<string, number>();
  for (const { values } of used) {
    const code = JSON.stringify([monthOfValue(values[time]), ...axes.map(({ column }) => values[column.name] ?? unstated.slug)]);
    const amount = measure.kind === 'count' ? 1 : Number(values[measure.column] ?? 0);
    sums.set(code, (sums.get(code) ?? 0) + amount);
  }
  const measured = measure.kind === 'count' ? 'rows' : measure.column;
  const base = { of: `${dataset}/${measured}`, ...(where && where.column !== recipe.place && where.column !== recipe.breakdown ? { [where.column]: where.code } : {}) };
  const cells = periods.flatMap((period) => combinations(axes.map(({ values }) => values)).map((own) => {
    const found = Array.from({ length: period.last - period.first + 1 }, (_, index) => sums.get(JSON.stringify([period.first + index, ...own.map(({ slug }) => slug)])));
    const keys: Keys = { ...base, ...period.keys, ...Object.fromEntries(axes.map(({ column }, index) => [column.name, own[index]?.slug ?? ''])) };
    return { period, keys, count: found.reduce<number>((total, one) => total + (one ?? 0), 0), missing: recipe.absent === 'unknown' ? found.filter((one) => one === undefined).length : 0 };
  }));
  const dimensions = axes.map(({ column }) => column.name);
  // Totals are made in each period: other periods have other dimensions.
  const all = [...Map.groupBy(cells, ({ period }) => period)].flatMap(([period, own]) => {
    const missing = new Map(withTotals(own.map(({ keys, missing: count }) => ({ keys, count })), dimensions).map(({ keys, count }) => [groupCode(keys), count]));
    return withTotals(own.map(({ keys, count }) => ({ keys, count })), dimensions).map((cell): Counted => ({
      ...cell, period, known: missing.get(groupCode(cell.keys)) === 0, place: nameOf(axes, recipe.place, cell.keys) ?? recipe.whole, part: nameOf(axes, recipe.breakdown, cell.keys) ?? null,
    }));
  });
  return { cells: all, dimensions, used };
}

type Axis = { readonly column: Column; readonly values: readonly Named[] };

function valuesOf({ name, codes }: Column, rows: readonly DataRow[]): Named[] {
  return [...codes.map(({ code, en, fr }) => ({ slug: code, name: { en, fr } })), ...(rows.some(({ values }) => values[name] === undefined) ? [unstated] : [])];
}

function combinations(axes: readonly (readonly Named[])[]): Named[][] {
  return axes.reduce<Named[][]>((before, values) => before.flatMap((own) => values.map((value) => [...own, value])), [[]]);
}

function nameOf(axes: readonly Axis[], column: string | undefined, keys: Keys): Named | undefined {
  const axis = axes.find((one) => one.column.name === column);
  return axis?.values.find(({ slug }) => slug === keys[axis.column.name]);
}
