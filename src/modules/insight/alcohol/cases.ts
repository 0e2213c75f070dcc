import type { DataRow } from '../dataset/row-queries.ts';
import { groupName } from './group-name.ts';
import type { ShareCell } from './run.ts';

/** A true count of one group of a condition; it goes to the gate and is kept nowhere. */
export type GroupCount = { readonly group: string; readonly count: number };
/** How many cases are due to alcohol: `number` where it can be told. Bounds hold the 95 % interval of the share and what rounding hides of the count. */
export type Cases = { readonly number: number; readonly low: number; readonly high: number } | { readonly hidden: 'small' | 'beside' };
/** A count as the gate prints it: a number, "fewer than k", or null where it is left out beside a small one. */
export type Printed = number | string | null;

/** The counts of a condition by the groups of its cells, or undefined where one of them has none: a group left out would pass for an empty one. */
export function countsOf(cells: readonly ShareCell[], rows: readonly DataRow[]): readonly GroupCount[] | undefined {
  const counts = cells.map((cell) => {
    const row = rows.find(({ values }) => values.im === cell.im && String(values.gender) === cell.gender.toLowerCase() && values.age_group === cell.ageGroup && String(values.outcome) === cell.outcome.toLowerCase());
    return row ? { group: groupName(cell.gender, cell.ageGroup).slug, count: Number(row.values.count) } : undefined;
  });
  const known = counts.filter((one) => one !== undefined);
  return cells.length > 0 && known.length === counts.length ? known : undefined;
}

type Rule = { readonly k: number; readonly base: number };
type Share = Pick<ShareCell, 'fraction' | 'low' | 'high'>;
type Range = { readonly middle: number; readonly low: number; readonly high: number };

/** The cases of one group: its share times its printed count, rounded as counts are. Nothing but printed values goes in, so that it tells no more than they do. */
export function casesOf(share: Share, printed: Printed, rule: Rule): Cases {
  if (printed === null) return { hidden: 'beside' };
  return typeof printed === 'string' ? { hidden: 'small' } : told(rangeOf(share, printed, rule), rule);
}

/**
 * The cases of a condition in all its groups. A group that is too small to print counts as half of the largest number that it may hide, and widens the bounds;
 * where a group was left out beside a small one there is no total. Bounds are added up, which is wider than an interval of the sum.
 */
export function totalCases(groups: readonly { readonly share: Share; readonly printed: Printed }[], rule: Rule): Cases {
  if (groups.some(({ printed }) => printed === null)) return { hidden: 'beside' };
  const ranges = groups.map(({ share, printed }) => rangeOf(share, printed, rule));
  const sum = (of: (one: Range) => number) => ranges.reduce((all, one) => all + of(one), 0);
  return told({ middle: sum((one) => one.middle), low: sum((one) => one.low), high: sum((one) => one.high) }, rule);
}

function rangeOf({ fraction, low, high }: Share, printed: Printed, { k, base }: Rule): Range {
  const isPrinted = typeof printed === 'number';
  const [from, to] = isPrinted ? [Math.max(k, printed - base + 1), printed + base - 1] : [0, k - 1];
  const [least, most] = [Math.min(low, fraction), Math.max(high, fraction)];
  return { middle: fraction * (isPrinted ? printed : (k - 1) / 2), low: Math.min(least * from, least * to), high: Math.max(most * from, most * to) };
}

function told({ middle, low, high }: Range, { k, base }: Rule): Cases {
  if (Math.abs(middle) < k) return { hidden: 'small' };
  const number = Math.round(middle / base) * base;
  return { number, low: Math.min(Math.floor(low / base) * base, number), high: Math.max(Math.ceil(high / base) * base, number) };
}
