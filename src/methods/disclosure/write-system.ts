import type { Keys } from './group.ts';
import { jointSystem } from './joint-system.ts';
import { linkedSystem } from './linked-system.ts';
import type { Statement } from './release.ts';
import type { System } from './system.ts';
import { finestTables, valuesOf } from './tables.ts';

/** Up to so many joint cells every overlap of tables is used; beyond, tables are joined through what they share two by two. */
const mostJointCells = 4000;

/** Writes down as one system all that the statements say. `releases` are the groups that each release lists: one that a table leaves out is empty. */
export function systemOf(statements: ReadonlyMap<string, Statement>, releases: readonly (readonly Keys[])[]): System {
  const named = valuesOf([...statements.values()].map(({ keys }) => keys));
  const size = [...named.values()].reduce((product, values) => product * values.size, 1);
  return size <= mostJointCells ? jointSystem(statements, finestTables(releases), named) : linkedSystem(statements, finestTables(releases), named);
}
