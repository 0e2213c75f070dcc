import { contains, dimensionsOf, groupCode, type Keys, project } from './group.ts';
import type { Statement } from './release.ts';
import { type Row, rowsAndTargets, type System } from './system.ts';
import { mergeTables, names, type Table, type Values } from './tables.ts';

/**
 * The columns are the cells of the finest tables; tables are linked where they share dimensions. As strong as the joint system for tables that overlap
 * without a cycle (each breakdown beside a common geography, say), and far smaller.
 */
export function linkedSystem(statements: ReadonlyMap<string, Statement>, tables: readonly Table[], named: Values): System {
  let columns = 0;
  const placed = mergeTables(tables).map((table) => place(table, () => columns++, named));
  const ways = new Map<string, (readonly number[])[]>();
  for (const [code, { keys }] of statements) {
    const found = placed.flatMap((table) => table.sumOf(keys) ?? []);
    ways.set(code, found.length > 0 ? found : [[columns++]]);
  }
  const links = placed.flatMap((table, index) => placed.slice(index + 1).flatMap((other) => linksOf(table, other)));
  const system = rowsAndTargets(statements, (code) => ways.get(code) ?? []);
  return { columns, rows: [...system.rows, ...links], targets: system.targets };
}

/** `sumOf` gives, in a list of its own, the columns that a group is the sum of; undefined when this table does not tell. */
type Placed = { readonly table: Table; readonly sumOf: (keys: Keys) => (readonly number[])[] | undefined };

function place(table: Table, column: () => number, named: Values): Placed {
  const columns = [...table.cells.values()].map((keys) => ({ keys, column: column() }));
  const levels = new Map<string, Map<string, number[]>>();
  const open = table.dimensions.filter((dimension) => table.values.get(dimension)?.size !== named.get(dimension)?.size);
  const at = (level: readonly string[]) => {
    const key = JSON.stringify(level);
    const known = levels.get(key);
    if (known) return known;
    const sums = new Map<string, number[]>();
    for (const { keys, column } of columns) {
      const code = groupCode(project(keys, level));
      const members = sums.get(code);
      if (members) members.push(column);
      else sums.set(code, [column]);
    }
    levels.set(key, sums);
    return sums;
  };
  const sumOf = (keys: Keys) => {
    const level = dimensionsOf(keys);
    // A dimension whose values the table names only in part cannot be summed over.
    if (!contains(table.dimensions, level) || !contains(level, open) || !names(table, keys, level)) return undefined;
    return [at(level).get(groupCode(keys)) ?? []];
  };
  return { table, sumOf };
}

function linksOf(one: Placed, other: Placed): Row[] {
  const shared = one.table.dimensions.filter((dimension) => other.table.dimensions.includes(dimension));
  const groups = new Map([...one.table.cells.values(), ...other.table.cells.values()].map((keys) => project(keys, shared)).map((keys) => [groupCode(keys), keys]));
  return [...groups.values()].flatMap((keys): Row[] => {
    const [[ours] = [], [theirs] = []] = [one.sumOf(keys), other.sumOf(keys)];
    if (!ours || !theirs) return [];
    return [{ members: [...ours, ...theirs], signs: [...ours.map(() => 1), ...theirs.map(() => -1)], low: 0, high: 0 }];
  });
}
