import type { Highs } from 'highs';
import { attack } from './attack.ts';
import type { Keys } from './group.ts';
import { type Part, partsOf } from './parts.ts';
import { Contradiction, type Release } from './release.ts';
import { loadSolver } from './solver.ts';
import { systemOf } from './write-system.ts';

/** A protected cell with the smallest and largest count that everything published leaves possible; `high` is null when there is no end. */
export type AuditedCell = { readonly keys: Keys; readonly low: number; readonly high: number | null };
export type Audit = { readonly safe: boolean; readonly cells: readonly AuditedCell[] };

/**
 * The gate before publication: attacks all releases together, earlier ones included, with linear programmes (after Fischetti and Salazar, and the
 * audit of τ-ARGUS). A cell is protected when a release hides it; it is safe when `k` or more counts remain possible for it. Groups with equal keys
 * are the same people in every release.
 *
 * A release without a rule is read as exact. Where exact numbers contradict each other and all are multiples of 5, they cannot be exact, and are read
 * as rounded to base 5. Throws Contradiction when the releases cannot all be true in any reading.
 */
export async function audit(releases: readonly Release[], k: number): Promise<Audit> {
  const highs = await loadSolver();
  const attackAll = (read: readonly Release[]) => partsOf(read).flatMap((part) => attackPart(highs, part));
  let cells: AuditedCell[];
  try {
    cells = attackAll(releases);
  } catch (error) {
    const reread = releases.map((release) => (release.rule === undefined && mayBeRounded(release) ? { ...release, rule: { base: 5 } } : release));
    if (!(error instanceof Contradiction) || reread.every((release, place) => release === releases[place])) throw error;
    cells = attackAll(reread);
  }
  return { safe: cells.every((cell) => isSafe(cell, k)), cells };
}

/** Whether `k` or more counts remain possible. */
export function isSafe({ low, high }: AuditedCell, k: number): boolean {
  return high === null || high - low + 1 >= k;
}

function mayBeRounded(release: Release): boolean {
  const numbers = release.cells.flatMap(({ published, exact }) => (typeof published === 'number' && !exact ? [published] : []));
  return numbers.length > 0 && numbers.every((number) => number % 5 === 0);
}

function attackPart(highs: Highs, { statements, releases }: Part): AuditedCell[] {
  const ranges = attack(highs, systemOf(statements, releases));
  return [...ranges].map(([code, { low, high }]) => ({ keys: statements.get(code)?.keys ?? {}, low, high: Number.isFinite(high) ? high : null }));
}
