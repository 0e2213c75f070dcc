import type { Keys } from './group.ts';
import type { Statement } from './release.ts';

/** A sum of columns that lies between two bounds; `signs` is left out where every column counts once. */
export type Row = { readonly members: readonly number[]; readonly signs?: readonly number[]; readonly low: number; readonly high: number };
export type Target = { readonly code: string; readonly keys: Keys; readonly members: readonly number[]; readonly low: number; readonly high: number };
/** Unknown counts of 0 or more (the columns), what is known of their sums, and the sums that must not become known. */
export type System = { readonly columns: number; readonly rows: readonly Row[]; readonly targets: readonly Target[] };

/** The rows that statements are, each once for every way to sum it up, and the targets among them. */
export function rowsAndTargets(statements: ReadonlyMap<string, Statement>, ways: (code: string) => readonly (readonly number[])[]): Omit<System, 'columns'> {
  const rows: Row[] = [];
  const targets: Target[] = [];
  for (const [code, { keys, low, high, hidden }] of statements) {
    for (const members of ways(code)) rows.push({ members, low, high });
    if (hidden) targets.push({ code, keys, members: ways(code)[0] ?? [], low, high });
  }
  return { rows, targets };
}
