import { stringify } from 'csv-stringify/sync';
import { ownKeys } from './candidate.ts';
import type { Cube } from './cube.ts';
import type { Cell, Released, Withdrawn } from './queries.ts';

/** A filed table as data: the same printed values as its page. `number` is null where a count is hidden or left out; `published` says which. */
export function tableData(cube: Cube, released: Released) {
  const { id, period, k, base, tableHash, asOf, filedAt, cells } = released;
  return {
    id, cube: cube.slug, title: cube.title, period, asOf, filedAt: filedAt.toISOString(), rule: { k, base }, hash: tableHash, labels: cube.labels,
    cells: cells.map((cell) => ({ group: ownKeys(cube, cell.keys), published: cell.published, number: numberOf(cell), value: cell.value === null ? null : Number(cell.value) })),
  };
}

/** Of a withdrawn table: that it was, when and why, and no number. */
export function withdrawnData(cube: Cube, { id, period, filedAt, withdrawnAt, withdrawal }: Withdrawn) {
  return { id, cube: cube.slug, title: cube.title, period, filedAt: filedAt.toISOString(), withdrawnAt: withdrawnAt.toISOString(), withdrawal };
}

/** The same as a table: one column for each dimension of the cube, then what is printed. */
export function tableCsv(cube: Cube, { period, cells }: Released): string {
  const dimensions = [...cube.geography, ...cube.breakdowns];
  const rows = cells.map((cell) => [period, ...dimensions.map((name) => cell.keys[name] ?? ''), cell.published ?? '', ...(cube.measure === 'statistic' ? [cell.value ?? ''] : [])]);
  return stringify(rows, { header: true, escape_formulas: true, columns: ['period', ...dimensions, 'published', ...(cube.measure === 'statistic' ? ['value'] : [])] });
}

function numberOf({ published }: Cell): number | null {
  return published !== null && /^\d+$/.test(published) ? Number(published) : null;
}
