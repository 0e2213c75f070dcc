import { createHmac } from 'node:crypto';
import { dimensionsOf, groupCode, type Keys, project } from './group.ts';

/**
 * How a table is published. `base`: numbers are rounded to its multiples (1: not at all). `k`: counts below it read "fewer than k". `zeros`: whether
 * a count of 0 is hidden as well (the default, and the safe way: an open 0 says of everybody else in the line that they belong elsewhere) or shown.
 */
export type Rule = { readonly base: number; readonly k: number; readonly zeros?: 'hidden' | 'shown' };

export type CountedCell = { readonly keys: Keys; readonly count: number };
/** A published count: a multiple of the base, or the words "fewer than k". */
export type Published = number | string;
export type PublishedCell = { readonly keys: Keys; readonly published: Published };

/**
 * Protects one count by random rounding with a cell key (after the cell-key method of the Australian Bureau of Statistics, and the unbiased random
 * rounding of Statistics Canada and Stats NZ). The number goes up or down to a neighbouring multiple of the base so that its expectation is the
 * count; a count that is a multiple stays. Which way is decided by HMAC-SHA-256 of the group under the secret: the same group has the same published
 * value wherever it stands, and nobody without the secret can undo it.
 */
export function protectCount(rule: Rule, secret: string, { keys, count }: CountedCell): Published {
  if (count === 0 && rule.zeros === 'shown') return 0;
  if (count < rule.k) return fewerThan(rule.k);
  const rest = count % rule.base;
  return count - rest + (drawOf(secret, keys) < rest / rule.base ? rule.base : 0);
}

/** The words that stand for a count under k. */
export function fewerThan(k: number): string {
  return `fewer than ${k}`;
}

/**
 * Protects a table with its totals: every cell, and every sum over one or more of `dimensions`. A total is protected from its own true count under
 * its own key, never added up from protected cells. Dimensions that cells carry beyond these (a period, say) stand in every total.
 * Throws RangeError when a cell lacks a dimension, stands twice, or has a count that is no whole number of 0 or more.
 */
export function protectTable(rule: Rule, secret: string, cells: readonly CountedCell[], dimensions: readonly string[]): PublishedCell[] {
  return withTotals(cells, dimensions).map((cell) => ({ keys: cell.keys, published: protectCount(rule, secret, cell) }));
}

/** The cells, and after them the true sums over every subset of the dimensions. Throws as `protectTable` does. */
export function withTotals(cells: readonly CountedCell[], dimensions: readonly string[]): CountedCell[] {
  check(cells, dimensions);
  const totals = new Map<string, CountedCell>();
  for (let subset = 1; subset < 2 ** dimensions.length; subset += 1) {
    const summed = dimensions.filter((_, place) => (subset >> place) & 1);
    for (const { keys, count } of cells) {
      const rest = project(keys, dimensionsOf(keys).filter((dimension) => !summed.includes(dimension)));
      const code = groupCode(rest);
      totals.set(code, { keys: rest, count: (totals.get(code)?.count ?? 0) + count });
    }
  }
  return [...cells, ...totals.values()];
}

/** A number in [0, 1) that depends on the secret and the group alone. */
function drawOf(secret: string, keys: Keys): number {
  return createHmac('sha256', secret).update(groupCode(keys)).digest().readUIntBE(0, 6) / 2 ** 48;
}

const mostDimensions = 12;

function check(cells: readonly CountedCell[], dimensions: readonly string[]): void {
  if (dimensions.length > mostDimensions) throw new RangeError(`dimensions: at most ${mostDimensions} are summed over`);
  if (new Set(dimensions).size !== dimensions.length) throw new RangeError('dimensions: a name stands there twice');
  const seen = new Map<string, number>();
  const own = cells[0] ? dimensionsOf(cells[0].keys).join() : '';
  for (const [index, { keys, count }] of cells.entries()) {
    const missing = dimensions.find((dimension) => keys[dimension] === undefined);
    if (missing !== undefined) throw new RangeError(`cells.${index}.keys: the dimension ${missing} is missing; totals are made here, not given`);
    if (dimensionsOf(keys).join() !== own) throw new RangeError(`cells.${index}.keys: the dimensions differ from those of the first cell`);
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`cells.${index}.count: must be a whole number of 0 or more`);
    const code = groupCode(keys);
    if (seen.has(code)) throw new RangeError(`cells.${index}.keys: the same group as cells.${seen.get(code)}`);
    seen.set(code, index);
  }
}
