import { expect, test } from 'vitest';
import { seeded } from '#test/seeded.ts';
import { attack } from './attack.ts';
import { jointSystem } from './joint-system.ts';
import { linkedSystem } from './linked-system.ts';
import { partsOf } from './parts.ts';
import { linkedReleases } from './random-table.examples.ts';
import type { Release } from './release.ts';
import { loadSolver } from './solver.ts';
import { finestTables, valuesOf } from './tables.ts';

async function bothWays(releases: readonly Release[]) {
  const highs = await loadSolver();
  return partsOf(releases).map(({ statements, releases: listed }) => {
    const named = valuesOf([...statements.values()].map(({ keys }) => keys));
    return { joint: attack(highs, jointSystem(statements, finestTables(listed), named)), linked: attack(highs, linkedSystem(statements, finestTables(listed), named)) };
  });
}

test('tables linked two by two give away what the joint table does when they overlap without a cycle', async () => {
  const random = seeded(23);
  let compared = 0;
  for (let n = 0; n < 12; n += 1) {
    for (const { joint, linked } of await bothWays(linkedReleases(random, { base: 5, k: 6 }, `secret ${n}`).releases)) {
      expect([...linked].sort()).toEqual([...joint].sort());
      compared += joint.size;
    }
  }
  expect(compared).toBeGreaterThan(50);
});

test('a table that names only some regions says nothing of the others', async () => {
  const north: Release = { cells: [{ keys: { region: 'N', sex: 'F' }, published: null }, { keys: { region: 'N', sex: 'M' }, published: 12 }] };
  const all: Release = { cells: [{ keys: { region: 'N' }, published: 15 }, { keys: { region: 'S' }, published: 40 }, { keys: { sex: 'F' }, published: 30 }, { keys: { sex: 'M' }, published: 25 }] };
  for (const { joint, linked } of await bothWays([north, all])) for (const ranges of [joint, linked]) expect([...ranges.values()]).toEqual([{ low: 3, high: 3 }]);
});

test('a row that a table with all its values leaves out is empty', async () => {
  const release: Release = { cells: [{ keys: { r: 'N', s: 'F' }, published: null }, { keys: { r: 'N', s: 'M' }, published: 12 }, { keys: { r: 'S', s: 'M' }, published: 9 }, { keys: { s: 'F' }, published: 7 }, { keys: {}, published: 28 }] };
  for (const { joint, linked } of await bothWays([release])) for (const ranges of [joint, linked]) expect([...ranges.values()]).toEqual([{ low: 7, high: 7 }]);
});

test('tables without a common dimension are linked through everybody', async () => {
  const bySex: Release = { cells: [{ keys: { sex: 'F' }, published: 20 }, { keys: { sex: 'M' }, published: 15 }] };
  const byAge: Release = { cells: [{ keys: { age: 'young' }, published: null }, { keys: { age: 'old' }, published: 31 }] };
  for (const { joint, linked } of await bothWays([bySex, byAge])) for (const ranges of [joint, linked]) expect([...ranges.values()]).toEqual([{ low: 4, high: 4 }]);
});
