import { createHmac } from 'node:crypto';
import type { Rule } from '#app/methods/disclosure/protect.ts';
import { protectedRate } from '#app/methods/disclosure/rate.ts';
import type { DataRow } from '../dataset/row-queries.ts';
import type { Axis } from './count.ts';
import { pickPopulation, type Population } from './denominators.ts';
import type { Period } from './period.ts';
import type { ProtectedCell } from './protection.ts';
import type { Recipe } from './recipe.ts';
import type { Result } from './result.ts';

/** Protected counts of a period as the numbers that figures will show: counts, or rates made from protected values alone. `known` is false where the data are not complete: then no number is told. */
export function resultsOf(recipe: Recipe, rule: Rule, axes: readonly Axis[], period: Period, known: boolean, cells: readonly ProtectedCell[], populations: readonly Population[]): Result[] {
  const named = (keys: ProtectedCell['keys'], column: string | undefined) => axes.find((axis) => axis.column.name === column)?.values.find(({ slug }) => slug === keys[column ?? '']);
  return cells.map(({ keys, published }) => {
    const place = named(keys, recipe.place) ?? recipe.whole;
    const head = { period: { code: period.code, from: period.from, to: period.to, name: period.name }, place, part: named(keys, recipe.breakdown) ?? null };
    if (!known) return { ...head, hidden: 'unknown' };
    if (recipe.per) {
      const population = pickPopulation(populations, place.slug, Number(period.to.slice(0, 4)));
      const rate = published === null || population?.people === undefined ? undefined : protectedRate(rule, published, population.people, recipe.per.scale);
      return rate === undefined ? { ...head, hidden: 'no-rate' } : { ...head, number: Math.round(rate * 10) / 10, ...(population?.figure === undefined ? {} : { input: population.figure }) };
    }
    if (published === null) return { ...head, hidden: 'beside' };
    return typeof published === 'number' ? { ...head, number: published } : { ...head, hidden: 'small' };
  });
}

/** HMAC-SHA-256 of rows under the key of the installation: the same rows have the same one, and whoever lacks the key cannot find small counts by trying. */
export function fingerprintOf(secret: string, rows: readonly DataRow[]): string {
  const hash = createHmac('sha256', secret).update('rows');
  for (const line of rows.map(({ values }) => JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)))).sort()) hash.update(line).update('\n');
  return hash.digest('hex');
}
