import { protectCount, type Rule } from '#app/methods/disclosure/protect.ts';
import type { DataRow } from '../dataset/row-queries.ts';
import type { Denominator } from './recipe.ts';

/** A population of a place; `year` is that of its count. */
export type Population = { readonly place: string; readonly year: number; readonly people: number | undefined; readonly figure?: string };
export type PublicFigure = { readonly slug: string; readonly place: string; readonly number: number | null; readonly to: string };

/** Populations from public figures: their numbers as published. */
export const populationsOfFigures = (figures: readonly PublicFigure[]): Population[] => figures.map(({ slug, place, number, to }) => ({ place, year: Number(to.slice(0, 4)), people: number ?? undefined, figure: slug }));

/** Populations from the rows of a dataset, by place and year with their total under `whole`; each is protected as everything else is, so that a rate gives no exact count away. */
export function populationsOfRows(of: Extract<Denominator, { kind: 'dataset' }>, rows: readonly DataRow[], whole: string, rule: Rule, secret: string): Population[] {
  const sums = new Map<string, { place: string; year: number; count: number }>();
  for (const { values } of rows) {
    const year = of.year === undefined ? 0 : Number(values[of.year] ?? 0);
    for (const place of [...(of.place === undefined ? [] : [String(values[of.place] ?? '')]), whole]) {
      const code = JSON.stringify([place, year]);
      sums.set(code, { place, year, count: (sums.get(code)?.count ?? 0) + Number(values[of.column] ?? 0) });
    }
  }
  return [...sums.values()].map(({ place, year, count }) => {
    const keys = { of: `${of.dataset}/${of.column}`, year: String(year), ...(place === whole || of.place === undefined ? {} : { [of.place]: place }) };
    const published = protectCount(rule, secret, { keys, count });
    return { place, year, people: typeof published === 'number' ? published : undefined };
  });
}

/** The population for a place and the year in which a period ends: the newest not after it, else the oldest. */
export function pickPopulation(all: readonly Population[], place: string, year: number): Population | undefined {
  const own = all.filter((one) => one.place === place).toSorted((a, b) => a.year - b.year);
  return own.findLast((one) => one.year <= year) ?? own[0];
}

