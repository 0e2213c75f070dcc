import type { DataRow } from '../dataset/row-queries.ts';
import type { Recipe } from './recipe.ts';

/** The rows that a figure counts: of its days, place and part; all places where it stands for the whole. */
export function rowsBehind(recipe: Recipe, figure: { readonly from: string; readonly to: string; readonly place: string; readonly part: string | undefined }, rows: readonly DataRow[]): DataRow[] {
  const { where, period, place, breakdown, whole } = recipe;
  const is = (value: unknown, code: string) => (value ?? 'not-stated') === code;
  return rows.filter(({ values }) => {
    const time = String(values[period.column] ?? '').slice(0, 7);
    return time >= figure.from.slice(0, 7) && time <= figure.to.slice(0, 7) && (where === undefined || values[where.column] === where.code)
      && (place === undefined || figure.place === whole.slug || is(values[place], figure.place)) && (breakdown === undefined || figure.part === undefined || is(values[breakdown], figure.part));
  });
}
