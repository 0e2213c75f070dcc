import { createRequire } from 'node:module';
import type { Highs } from 'highs';

// The package's types describe its CommonJS entry, so that is the one to load.
const entry: { default: () => Promise<Highs> } = createRequire(import.meta.url)('highs');
let solver: Promise<Highs> | undefined;

/** The linear-programme solver HiGHS (Huangfu and Hall, Math. Prog. Comp. 10, 2018), loaded once. */
export async function loadSolver(): Promise<Highs> {
  solver ??= entry.default();
  return await solver;
}
