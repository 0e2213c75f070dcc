import { contains, dimensionsOf, gather, groupCode, type Keys } from './group.ts';

/** The cells of one set of dimensions that a release names, and the values that it names of each. */
export type Table = { readonly dimensions: readonly string[]; readonly cells: ReadonlyMap<string, Keys>; readonly values: Values };
export type Values = ReadonlyMap<string, ReadonlySet<string>>;

export function valuesOf(groups: readonly Keys[]): Values {
  const values = new Map<string, Set<string>>();
  for (const keys of groups) for (const [dimension, value] of Object.entries(keys)) values.set(dimension, (values.get(dimension) ?? new Set()).add(value));
  return values;
}

/** Of each release the tables with the most dimensions: those of which no other table of the release is a breakdown. */
export function finestTables(releases: readonly (readonly Keys[])[]): Table[] {
  return releases.flatMap((groups) => {
    const byDimensions = gather(groups, (keys) => JSON.stringify(dimensionsOf(keys)));
    const levels = [...byDimensions].map(([, cells]) => ({ dimensions: cells[0] ? dimensionsOf(cells[0]) : [], cells }));
    const finest = levels.filter((one) => !levels.some((other) => other !== one && contains(other.dimensions, one.dimensions)));
    return finest.map(({ dimensions, cells }) => ({ dimensions, cells: new Map(cells.map((keys) => [groupCode(keys), keys])), values: valuesOf(cells) }));
  });
}

/** One table for each set of dimensions, and none that another breaks down. */
export function mergeTables(tables: readonly Table[]): Table[] {
  const merged = [...gather(tables, ({ dimensions }) => JSON.stringify(dimensions)).values()].map((same) => {
    const cells = new Map(same.flatMap((table) => [...table.cells]));
    return { dimensions: same[0]?.dimensions ?? [], cells, values: valuesOf([...cells.values()]) };
  });
  return merged.filter((one) => !merged.some((other) => other !== one && contains(other.dimensions, one.dimensions)));
}

/** Whether the table names the values of the group in these dimensions, so that a cell it does not list is empty. */
export function names(table: Table, keys: Keys, dimensions: readonly string[]): boolean {
  return dimensions.every((dimension) => table.values.get(dimension)?.has(keys[dimension] ?? ''));
}
