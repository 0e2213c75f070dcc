import { dimensionsOf, groupCode, type Keys, project } from './group.ts';
import type { Statement } from './release.ts';
import { rowsAndTargets, type System } from './system.ts';
import { names, type Table, type Values } from './tables.ts';

/** The columns are the cells of all dimensions at once; every group is a sum of them. The strongest attack. */
export function jointSystem(statements: ReadonlyMap<string, Statement>, tables: readonly Table[], named: Values): System {
  let cells: Keys[] = [{}];
  for (const [dimension, values] of named) cells = cells.flatMap((keys) => [...values].map((value) => ({ ...keys, [dimension]: value })));
  const levels = [...new Map([...statements.values()].map(({ keys }) => [JSON.stringify(dimensionsOf(keys)), dimensionsOf(keys)])).values()];
  const members = new Map<string, number[]>([...statements.keys()].map((code) => [code, []]));
  const columns = new Map<string, number>();
  for (const keys of cells) {
    if (tables.some((table) => names(table, keys, table.dimensions) && !table.cells.has(groupCode(project(keys, table.dimensions))))) continue;
    const groups = levels.map((level) => groupCode(project(keys, level))).filter((code) => members.has(code));
    // Cells that belong to the same groups cannot be told apart and share a column.
    if (groups.length === 0) continue;
    const pattern = groups.join();
    if (columns.has(pattern)) continue;
    for (const code of groups) members.get(code)?.push(columns.size);
    columns.set(pattern, columns.size);
  }
  return { columns: columns.size, ...rowsAndTargets(statements, (code) => [members.get(code) ?? []]) };
}
