import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { findCurrent, findDataset, getSchema, type SchemaVersion } from '../dataset/queries.ts';
import { listRows } from '../dataset/row-queries.ts';
import { completeCube, type Cube, type CubeDeclaration, smallestByKind } from '../release/cube.ts';
import { findSecret } from '../release/queries.ts';
import { fingerprintOf, resultsOf } from './compute.ts';
import { countRows, type Counts, type PeriodCounts } from './count.ts';
import { type Population, populationsOfFigures, populationsOfRows } from './denominators.ts';
import { cubeOf, type ProtectedCell } from './protection.ts';
import { type Computation, getComputation, listSeries, type Problem, type Run } from './queries.ts';
import type { Input, Result } from './result.ts';
import { listStandingFigures } from './run-queries.ts';
import { saidOf } from './said.ts';

/** What a run rests on: the true counts, in memory alone, and what stands beside them. */
export type Ground = {
  readonly computation: Computation; readonly dataset: Bilingual; readonly schema: SchemaVersion; readonly counts: Counts; readonly declaration: CubeDeclaration; readonly cube: Cube; readonly secret: string; readonly fingerprint: string;
  readonly said: Bilingual; readonly populations: readonly Population[]; readonly input: Input | undefined;
};

/** Counts the rows of a run, in the worker's rights; nothing is written. A problem where there are no figures to be had. */
export async function groundOf(scope: Scope, run: Pick<Run, 'computation' | 'versionId'>, schemaVersion: number): Promise<Ground | Problem> {
  const computation = await getComputation(scope, run.computation);
  const dataset = await findDataset(scope, computation.dataset);
  if (!dataset) throw new Error(`there is no dataset ${computation.dataset}`);
  const schema = await getSchema(scope, computation.dataset, schemaVersion);
  const counts = countOrNone(computation, schema, await listRows(scope, run.versionId));
  if (counts === undefined) return { kind: 'too-many' };
  if (counts.periods.length === 0) return { kind: 'no-rows' };
  const secret = await findSecret(scope);
  const declaration = cubeOf(computation, counts.axes);
  const { populations, input, name } = await findPopulations(scope, computation, secret);
  const said = saidOf(computation.recipe, schema, dataset.name, computation.kind, name);
  return { computation, dataset: dataset.name, schema, counts, declaration, cube: completeCube(declaration), secret, fingerprint: fingerprintOf(secret, counts.used), said, populations, input };
}

export const isGround = (done: Ground | Problem): done is Ground => 'counts' in done;

/** The results of a ground whose periods were protected by `protect`: by the preview, or by the gate. What is not known is never shown to it. */
export async function resultsBy(ground: Ground, protect: (counts: PeriodCounts) => Promise<readonly ProtectedCell[]>): Promise<{ cells: Result[]; inputs: Input[] }> {
  const { computation: { recipe }, cube, counts: { axes, periods }, populations, input } = ground;
  const cells: Result[] = [];
  for (const counts of periods) {
    const told = counts.known ? await protect(counts) : counts.cells.map(({ keys }) => ({ keys, published: null }));
    cells.push(...resultsOf(recipe, { base: cube.base, k: cube.k }, axes, counts.period, counts.known, told, populations));
  }
  const figures = [...new Set(cells.flatMap((one) => one.input ?? []))];
  return { cells, inputs: input === undefined ? [] : [input.kind === 'figures' ? { ...input, figures } : input] };
}

function countOrNone({ recipe }: Computation, schema: SchemaVersion, rows: Parameters<typeof countRows>[2]): Counts | undefined {
  try {
    return countRows(recipe, schema, rows);
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
  return { populations: populationsOfRows(per.of, rows, whole.slug, { base: 5, k: smallestByKind.service }, secret), input, name: dataset.name };
}
