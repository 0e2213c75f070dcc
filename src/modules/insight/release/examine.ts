import { type AuditedCell, audit, isSafe } from '#app/methods/disclosure/audit.ts';
import { differencing } from '#app/methods/disclosure/differencing.ts';
import { groupCode, type Keys } from '#app/methods/disclosure/group.ts';
import { Contradiction, type Release } from '#app/methods/disclosure/release.ts';
import { withhold } from '#app/methods/disclosure/suppress.ts';
import { restOfYear, unreleased } from './period.ts';

/** Why a table may not be published: a kind of reason and the group, never a value. */
export type Block =
  | { readonly kind: 'narrow' | 'changed' | 'differs'; readonly keys: Keys }
  | { readonly kind: 'rest'; readonly keys: Keys; readonly part: Keys }
  | { readonly kind: 'contradicts' | 'period' | 'rule' | 'withdrawn' };
/** What was published before: what stands now, and what was replaced since (people may have kept it). */
export type Earlier = { readonly standing: readonly Release[]; readonly replaced: readonly Release[] };
export type Examined = { readonly release: Release; readonly withheld: number; readonly blocks: readonly Block[] };

const mostBlocks = 20;

/**
 * Attacks a protected table together with everything published before; where a count could be narrowed down, leaves further numbers out until none can.
 * Gives the table as it may be published, or the reasons why nothing of it may be.
 */
export async function examine(candidate: Release, earlier: Earlier, k: number): Promise<Examined> {
  const blocked = (blocks: readonly Block[]): Examined => ({ release: candidate, withheld: 0, blocks: blocks.slice(0, mostBlocks) });
  const differing = differs(candidate, earlier.standing);
  if (differing.length > 0) return blocked(differing);
  try {
    const known = await agreeing(candidate, earlier, k);
    const { release, withheld, safe } = await withhold(candidate, k, [...known, ...restOfYear([...known, candidate], false)]);
    const { cells } = await audit([...known, release, ...restOfYear([...known, release], true)], k);
    const narrow = cells.filter((cell) => !isSafe(cell, k) && isCounted(cell, k));
    if (!safe || narrow.length > 0) return blocked(narrow.map(({ keys }) => ({ kind: 'narrow', keys })));
    const told = [...earlier.standing, ...earlier.replaced].flatMap((one) => differencing(one, release, k).filter((found) => found.kind === 'rest' || !isSame(one, release, found.keys)));
    if (told.length > 0) return blocked(distinct(told));
    return { release, withheld: withheld.length, blocks: [] };
  } catch (error) {
    if (error instanceof Contradiction) return blocked([{ kind: 'contradicts' }]);
    throw error;
  }
}

// Of what nothing was released, only that it is few is a secret.
function isCounted({ keys, low }: AuditedCell, k: number): boolean {
  return (keys.month !== unreleased && keys.quarter !== unreleased) || low < k;
}

/** What an attacker would use: what was replaced too, where it still fits. Where it does not, it was about other people. */
async function agreeing(candidate: Release, { standing, replaced }: Earlier, k: number): Promise<readonly Release[]> {
  if (replaced.length === 0) return standing;
  try {
    const all = [...standing, ...replaced];
    await audit([...all, candidate, ...restOfYear([...all, candidate], false)], k);
    return all;
  } catch (error) {
    if (error instanceof Contradiction) return standing;
    throw error;
  }
}

/** Groups that stand elsewhere with another printed value. An exact product and a rounded one of the same group are not held against each other. */
function differs(candidate: Release, standing: readonly Release[]): Block[] {
  const isRounded = candidate.rule !== undefined;
  const printed = new Map(standing.filter(({ rule }) => (rule !== undefined) === isRounded).flatMap(({ cells }) => cells.flatMap((cell) => (cell.published === null ? [] : [[groupCode(cell.keys), cell.published] as const]))));
  return candidate.cells.flatMap(({ keys, published }): Block[] => {
    const other = printed.get(groupCode(keys));
    return published === null || other === undefined || other === published ? [] : [{ kind: 'differs', keys }];
  });
}

function isSame(one: Release, other: Release, keys: Keys): boolean {
  const code = groupCode(keys);
  const of = ({ cells }: Release) => cells.find((cell) => groupCode(cell.keys) === code)?.published;
  return one.rule !== undefined && other.rule !== undefined && of(one) === of(other);
}

function distinct(blocks: readonly Block[]): Block[] {
  return [...new Map(blocks.map((one) => [JSON.stringify(one), one])).values()];
}
