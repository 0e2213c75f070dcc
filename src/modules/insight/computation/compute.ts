import { createHmac } from 'node:crypto';
import { groupCode } from '#app/methods/disclosure/group.ts';
import type { Published, Rule } from '#app/methods/disclosure/protect.ts';
import { protectedRate } from '#app/methods/disclosure/rate.ts';
import type { DataRow } from '../dataset/row-queries.ts';
import type { Counted } from './count.ts';
import { pickPopulation, type Population } from './denominators.ts';
import type { Recipe } from './recipe.ts';
import type { Result } from './result.ts';

/** Protected counts as the numbers that figures will show: counts, or rates made from protected values alone. `published` is by the code of a cell's keys. */
export function resultsOf(recipe: Recipe, rule: Rule, cells: readonly Counted[], published: ReadonlyMap<string, Published | null>, populations: readonly Population[]): Result[] {
  return cells.map(({ keys, period, place, part, known }) => {
    const head = { period: { code: period.code, from: period.from, to: period.to, name: period.name }, place, part };
    const value = published.get(groupCode(keys)) ?? null;
    if (!known) return { ...head, hidden: 'unknown' };
    if (recipe.per) {
      const population = pickPopulation(populations, place.slug, Number(period.to.slice(0, 4)));
      const rate = value === null || population?.people === undefined ? undefined : protectedRate(rule, value, population.people, recipe.per.scale);
      return rate === undefined ? { ...head, hidden: 'no-rate' } : { ...head, number: Math.round(rate * 10) / 10, ...(population?.figure === undefined ? {} : { input: population.figure }) };
    }
    if (value === null) return { ...head, hidden: 'beside' };
    return typeof value === 'number' ? { ...head, number: value } : { ...head, hidden: 'small' };
  });
}

/** HMAC-SHA-256 of rows under the key of the installation: the same rows have the same one, and whoever lacks the key cannot find small counts by trying. */
export function fingerprintOf(secret: string, rows: readonly DataRow[]): string {
  const hash = createHmac('sha256', secret).update('rows');
  for (const line of rows.map(({ values }) => JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)))).sort()) hash.update(line).update('\n');
  return hash.digest('hex');
}
