import { createHash } from 'node:crypto';
import { groupCode } from './group.ts';
import type { Release } from './release.ts';

/**
 * The hash of a release for the ledger: SHA-256, in hexadecimal, of its rule and its lines in the order of their groups. The same table has the same
 * hash however its lines and dimensions are ordered; any other value, group or rule has another.
 */
export function releaseHash({ rule, cells }: Release): string {
  const lines = cells.map(({ keys, published, exact }) => [groupCode(keys), published, exact ?? false] as const).sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  const how = rule === undefined ? null : [rule.base, rule.k ?? null, rule.zeros ?? 'hidden'];
  return createHash('sha256').update(JSON.stringify([how, lines])).digest('hex');
}
