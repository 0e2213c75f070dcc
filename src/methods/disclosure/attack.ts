import type { Highs, Model, ModelData } from 'highs';
import { type Bounds, propagate } from './propagate.ts';
import { Contradiction } from './release.ts';
import type { System, Target } from './system.ts';

export type Range = { readonly low: number; readonly high: number };

const tolerance = 1e-6;

/**
 * What an attacker who solves linear programmes learns: of each target the smallest and the largest whole number that fits everything published.
 * The counts may be fractions in between (the usual relaxation), so a range may be a little wider than what whole numbers allow, never narrower.
 * Every solution is a witness for all targets at once; a programme is solved only where the witnesses do not reach the simple bounds yet.
 * Throws Contradiction when nothing fits.
 */
export function attack(highs: Highs, system: System): Map<string, Range> {
  const bounds = propagate(system.columns, system.rows);
  const search = system.targets.map((target) => ({ target, outer: outerOf(target, bounds), seen: { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }, done: { low: false, high: false } }));
  if (system.targets.length === 0 && system.rows.length === 0) return new Map();
  const model = highs.createModel(modelOf(highs, system, bounds));
  try {
    model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex' });
    const witness = (sense: 'low' | 'high', members: readonly (readonly number[])[]): Float64Array | undefined => {
      const values = solve(highs, model, system.columns, sense, members);
      if (values) for (const one of search) note(one, values);
      return values;
    };
    const all = search.map(({ target }) => target.members);
    witness('low', all);
    witness('high', all);
    for (const one of search) {
      for (const sense of ['low', 'high'] as const) {
        if (!one.done[sense] && Math.abs(one.seen[sense] - one.outer[sense]) > tolerance) {
          const values = witness(sense, [one.target.members]);
          one.seen[sense] = values ? sumOf(one.target, values) : Number.POSITIVE_INFINITY;
        }
        one.done[sense] = true;
      }
    }
  } finally {
    model.dispose();
  }
  return new Map(search.map(({ target, seen }) => [target.code, whole(seen)]));
}

type Search = { readonly target: Target; readonly outer: Range; readonly seen: { low: number; high: number }; readonly done: { low: boolean; high: boolean } };

function note({ target, seen, done }: Search, values: Float64Array): void {
  const value = sumOf(target, values);
  if (!done.low) seen.low = Math.min(seen.low, value);
  if (!done.high) seen.high = Math.max(seen.high, value);
}

function whole({ low, high }: Range): Range {
  // Adding 0 turns a negative zero into a plain one.
  const range = { low: Math.ceil(low - tolerance) + 0, high: Math.floor(high + tolerance) + 0 };
  if (range.low > range.high) throw new Contradiction('no whole number fits what is published');
  return range;
}

function sumOf(target: Target, values: Float64Array): number {
  return target.members.reduce((total, column) => total + (values[column] ?? 0), 0);
}

function outerOf({ members, low, high }: Target, bounds: Bounds): Range {
  const sum = (side: Float64Array) => members.reduce((total, column) => total + (side[column] ?? 0), 0);
  return { low: Math.max(low, sum(bounds.low)), high: Math.min(high, sum(bounds.high)) };
}

/** The column values of an optimum; undefined when there is no end to the maximum. */
function solve(highs: Highs, model: Model, columns: number, sense: 'low' | 'high', members: readonly (readonly number[])[]): Float64Array | undefined {
  const { modelStatus: status, objectiveSense } = highs.constants;
  const costs = new Float64Array(columns);
  for (const group of members) for (const column of group) costs[column] = (costs[column] ?? 0) + 1;
  if (columns > 0) model.changeColsCost({ kind: 'range', from: 0, to: columns - 1 }, costs);
  model.changeObjectiveSense(sense === 'low' ? objectiveSense.minimize : objectiveSense.maximize);
  model.run();
  const result = model.getModelStatus();
  if (result === status.optimal || result === status.empty) return model.getSolution().colValue;
  if (sense === 'high' && (result === status.unbounded || result === status.unboundedOrInfeasible)) return undefined;
  if (result === status.infeasible) throw new Contradiction('the totals do not fit the cells');
  throw new Error(`the solver stopped with status ${result}`);
}

function modelOf(highs: Highs, { columns, rows }: System, bounds: Bounds): ModelData {
  const open = (value: number) => (Number.isFinite(value) ? value : highs.infinity);
  const starts = [0];
  for (const { members } of rows) starts.push((starts.at(-1) ?? 0) + members.length);
  return {
    numCols: columns,
    numRows: rows.length,
    colCost: new Float64Array(columns),
    colLower: bounds.low,
    colUpper: bounds.high.map(open),
    rowLower: rows.map(({ low }) => low),
    rowUpper: rows.map(({ high }) => open(high)),
    matrix: { format: 'csr', numRows: rows.length, numCols: columns, starts, indices: rows.flatMap(({ members }) => members), values: rows.flatMap(({ members, signs }) => signs ?? members.map(() => 1)) },
  };
}
