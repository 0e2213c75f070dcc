import { groupCode, type Keys } from './group.ts';
import type { Rule } from './protect.ts';

/**
 * One published line. A number is exact unless the release has a rule; "fewer than 6" is 0 to 5; null is a number that was left out. A number under
 * `count` is always exact.
 */
export type ReleasedCell = { readonly keys: Keys; readonly published: number | string | null; readonly exact?: boolean };
/** One published table. Totals are lines whose keys leave dimensions out, wherever they stand. `k` and `zeros` of the rule sharpen what is known. */
export type Release = { readonly cells: readonly ReleasedCell[]; readonly rule?: ReleaseRule };
export type ReleaseRule = { readonly base: number; readonly k?: number | undefined; readonly zeros?: Rule['zeros'] | undefined };

/** What all the releases together say of one group: its true count lies between `low` and `high` (both possible); `hidden` when one of them hides it. */
export type Statement = { readonly keys: Keys; readonly low: number; readonly high: number; readonly hidden: boolean };

/** The releases say things that cannot all be true. */
export class Contradiction extends Error {
  override name = 'Contradiction';
}

/** What the releases say, one statement a group. Throws Contradiction when two of them differ on a group, RangeError on words that are not known. */
export function statementsOf(releases: readonly Release[]): Map<string, Statement> {
  const statements = new Map<string, Statement>();
  for (const release of releases) {
    for (const cell of release.cells) {
      const code = groupCode(cell.keys);
      const { low, high } = rangeOf(cell, release.rule);
      const known = statements.get(code);
      const joined = { keys: cell.keys, low: Math.max(low, known?.low ?? 0), high: Math.min(high, known?.high ?? Number.POSITIVE_INFINITY), hidden: typeof cell.published !== 'number' || (known?.hidden ?? false) };
      if (joined.low > joined.high) throw new Contradiction(`${nameOf(cell.keys)} has two values that cannot both be true`);
      statements.set(code, joined);
    }
  }
  return statements;
}

/** The true counts that a published line leaves possible, for somebody who knows the rule. */
export function rangeOf({ published, exact }: ReleasedCell, rule?: ReleaseRule): { low: number; high: number } {
  if (typeof published === 'string' && published !== 'suppressed') return { low: rule?.zeros === 'shown' ? 1 : 0, high: boundOf(published, rule) - 1 };
  if (typeof published !== 'number') return { low: 0, high: Number.POSITIVE_INFINITY };
  if (rule === undefined || exact) return { low: published, high: published };
  // A shown 0 is a true one, or a count of k or more that was rounded down: there is none of those when k reaches the base.
  if (published === 0 && rule.zeros === 'shown') return { low: 0, high: (rule.k ?? 0) >= rule.base ? 0 : rule.base - 1 };
  return { low: Math.max(0, rule.k ?? 0, published - rule.base + 1), high: published + rule.base - 1 };
}

/** The group in words: `sex = F, region = North`; everybody for the grand total. Never its value. */
export function nameOf(keys: Keys): string {
  const parts = Object.entries(keys).map(([dimension, value]) => `${dimension} = ${value}`);
  return parts.length > 0 ? parts.join(', ') : 'the grand total';
}

function boundOf(words: string, rule?: ReleaseRule): number {
  const bound = /^(?:fewer than|less than|moins de|<) ?(\d+)$/i.exec(words.trim())?.[1];
  if (bound !== undefined && Number(bound) > 0) return Number(bound);
  if (/^fewer than k$/i.test(words.trim()) && rule?.k) return rule.k;
  throw new RangeError(`published: the words ${JSON.stringify(words)} are not known; there are "fewer than N", "suppressed" and null`);
}
