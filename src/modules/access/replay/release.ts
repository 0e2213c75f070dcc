import { groupCode, type Keys } from '#app/methods/disclosure/group.ts';
import { type CountedCell, protectTable } from '#app/methods/disclosure/protect.ts';
import type { ReleasedCell } from '#app/methods/disclosure/release.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { careRule } from '../care-plan/release-gate.ts';
import { findReleaseKey } from '../care-plan/release-queries.ts';
import { gate } from '../list/gate.ts';
import { listPriorities, type Priority } from '../priority/queries.ts';
import { comparedGroups, type Replayable, runBoth } from '../priority/replay.ts';
import { endReplay, listAsked, listReleasedCells, readDecisions } from './queries.ts';

/** The dimension that says who would have been housed under a version: the same in every release of the same months, so that equal keys are the same people. */
export const underVersion = (version: number): string => `rules ${version}`;

/** Counts what was asked for, protects it, holds it against all that was released of the list, and writes it down or says why not. The worker's alone. */
export async function releaseReplays(scope: Scope): Promise<void> {
  for (const { id, list, slug, month, ...asked } of await listAsked(scope)) {
    const versions = await listPriorities(scope, list);
    const [first, second] = [asked.first, asked.second].map((one) => versions.find((version) => version.id === one));
    if (!first || !second) throw new Error('a replay names rules that are not there');
    const base = { subject: 'replay', list: slug, month };
    const cells = protectReplay(await findReleaseKey(scope), base, await readDecisions(scope, id), first, second);
    const earlier = (await listReleasedCells(scope, list)).map((one) => ({ rule: careRule, cells: one }));
    const passed = await gate({ rule: careRule, cells }, earlier, careRule.k);
    await endReplay(scope, id, 'release' in passed ? { state: 'released', cells: passed.release.cells, blocked: [] } : { state: 'blocked', cells: [], blocked: passed.blocked });
  }
}

/** One table for each group and version, group by whether housed, with all totals; everybody counts, closed to somebody or not. */
function protectReplay(secret: string, base: Keys, past: readonly Replayable[], first: Priority, second: Priority): ReleasedCell[] {
  const { people, one, other } = runBoth(past, first, second);
  const groups = new Map(people.map(({ person, groups: own }) => [person, new Set(own)]));
  const cells = new Map<string, ReleasedCell>();
  for (const [{ version }, { offered }] of [[first, one], [second, other]] as const) {
    const housed = new Set(offered.values());
    for (const group of comparedGroups) {
      const table = ['yes', 'no'].flatMap((belongs) => ['housed', 'not housed'].map((fate): CountedCell => ({
        keys: { ...base, [group]: belongs, [underVersion(version)]: fate },
        count: [...groups].filter(([person, own]) => own.has(group) === (belongs === 'yes') && housed.has(person) === (fate === 'housed')).length,
      })));
      for (const cell of protectTable(careRule, secret, table, [group, underVersion(version)])) cells.set(groupCode(cell.keys), cell);
    }
  }
  return [...cells.values()];
}
