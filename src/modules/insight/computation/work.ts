import type { Published } from '#app/methods/disclosure/protect.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { findCurrent, findDataset, getSchema, type SchemaVersion } from '../dataset/queries.ts';
import { listRows } from '../dataset/row-queries.ts';
import { fingerprintOf, resultsOf } from './compute.ts';
import { countRows, type Counts } from './count.ts';
import { type Population, populationsOfFigures, populationsOfRows } from './denominators.ts';
import { base, smallestByKind } from './kind.ts';
import { protectCells } from './protection.ts';
import { type Computation, getComputation, listSeries, type Problem, type Run } from './queries.ts';
import type { Input } from './result.ts';
import { type Computed, findKey, listStandingFigures } from './run-queries.ts';
import { saidOf } from './said.ts';

export type Worked = Computed & { readonly computation: Computation; readonly dataset: Bilingual; readonly schema: SchemaVersion; readonly said: Bilingual; readonly safe: boolean };

/** Computes a run from the rows, in the worker's rights: counts, protects, and makes rates of protected values alone. Nothing is written. */
export async function workOut(scope: Scope, run: Pick<Run, 'computation' | 'versionId'>, schemaVersion: number): Promise<Worked | Problem> {
  const computation = await getComputation(scope, run.computation);
  const dataset = await findDataset(scope, computation.dataset);
  if (!dataset) throw new Error(`there is no dataset ${computation.dataset}`);
  const schema = await getSchema(scope, computation.dataset, schemaVersion);
  const counts = countOrNone(computation, schema, await listRows(scope, run.versionId));
  if (counts === undefined) return { kind: 'too-many' };
  if (counts.cells.length === 0) return { kind: 'no-rows' };
  const secret = await findKey(scope);
  const rule = { base, k: smallestByKind[computation.kind] };
  const published = new Map<string, Published | null>();
  let safe = true;
  for (const own of Map.groupBy(counts.cells, ({ period }) => period).values()) {
    const done = await protectCells(rule, secret, own);
    for (const [code, value] of done.published) published.set(code, value);
    safe &&= done.safe;
  }
  const { populations, input, name } = await findPopulations(scope, computation, secret);
  const cells = resultsOf(computation.recipe, rule, counts.cells, published, populations);
  return {
    computation, dataset: dataset.name, schema, safe, cells, rowsUsed: counts.used.length, fingerprint: fingerprintOf(secret, counts.used), said: saidOf(computation.recipe, schema, dataset.name, computation.kind, name),
    inputs: input ? [input.kind === 'figures' ? { ...input, figures: [...new Set(cells.flatMap((one) => one.input ?? []))] } : input] : [],
  };
}

export const isWorked = (done: Worked | Problem): done is Worked => 'cells' in done;

function countOrNone({ recipe, dataset }: Computation, schema: SchemaVersion, rows: Parameters<typeof countRows>[3]): Counts | undefined {
  try {
    return countRows(recipe, dataset, schema, rows);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

async function findPopulations(scope: Scope, { recipe: { per, whole } }: Computation, secret: string): Promise<{ populations: readonly Population[]; input?: Input; name?: Bilingual }> {
  if (!per) return { populations: [] };
  if (per.of.kind === 'figures') {
    const { series } = per.of;
    const name = (await listSeries(scope)).find(({ slug }) => slug === series)?.name;
    return { populations: populationsOfFigures(await listStandingFigures(scope, series)), input: { kind: 'figures', series, figures: [] }, ...(name ? { name } : {}) };
  }
  const dataset = await findDataset(scope, per.of.dataset);
  const current = await findCurrent(scope, per.of.dataset);
  if (!dataset || !current) return { populations: [], ...(dataset ? { name: dataset.name } : {}) };
  const rows = await listRows(scope, current.id);
  const input: Input = { kind: 'dataset', dataset: per.of.dataset, version: current.number ?? 0, fingerprint: fingerprintOf(secret, rows) };
  return { populations: populationsOfRows(per.of, rows, whole.slug, { base, k: smallestByKind.service }, secret), input, name: dataset.name };
}
