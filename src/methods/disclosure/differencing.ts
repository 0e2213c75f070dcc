import { dimensionsOf, groupCode, type Keys, project } from './group.ts';
import { type Release, rangeOf } from './release.ts';

/**
 * A small group that two releases give away by subtraction. `changed`: both give the group a number, and the two differ by a few people. `rest`: one
 * gives the group, the other nearly all of it, so that those outside `part` are a few people.
 */
export type Difference = { readonly kind: 'changed'; readonly keys: Keys } | { readonly kind: 'rest'; readonly keys: Keys; readonly part: Keys };

/**
 * Compares a release with an earlier one line by line: equal groups, and a group with each part of it that fixes one dimension more. A difference is
 * reported when it may be anything but 0 and is under `k` for certain. What takes more than one subtraction is the audit's to find.
 */
export function differencing(earlier: Release, later: Release, k: number): Difference[] {
  const [before, after] = [rangesOf(earlier), rangesOf(later)];
  const changed = [...after].flatMap(([code, own]): Difference[] => {
    const known = before.get(code);
    return known && isSmall(known, own, k) ? [{ kind: 'changed', keys: own.keys }] : [];
  });
  return [...changed, ...rests(before, after, k), ...rests(after, before, k)];
}

type Ranged = { readonly keys: Keys; readonly low: number; readonly high: number };

function rangesOf(release: Release): Map<string, Ranged> {
  return new Map(release.cells.flatMap((cell) => (typeof cell.published === 'number' ? [[groupCode(cell.keys), { keys: cell.keys, ...rangeOf(cell, release.rule) }] as const] : [])));
}

function rests(wholes: ReadonlyMap<string, Ranged>, parts: ReadonlyMap<string, Ranged>, k: number): Difference[] {
  return [...parts.values()].flatMap((part) =>
    dimensionsOf(part.keys).flatMap((dimension): Difference[] => {
      const keys = project(part.keys, dimensionsOf(part.keys).filter((own) => own !== dimension));
      const whole = wholes.get(groupCode(keys));
      return whole && isSmall(whole, part, k) ? [{ kind: 'rest', keys, part: part.keys }] : [];
    }),
  );
}

function isSmall(a: Ranged, b: Ranged, k: number): boolean {
  const [low, high] = [a.low - b.high, a.high - b.low];
  return Math.max(Math.abs(low), Math.abs(high)) < k && (low !== 0 || high !== 0);
}
