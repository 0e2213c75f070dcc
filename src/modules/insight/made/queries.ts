import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Input } from '../computation/result.ts';

/** How a computed figure was made; frozen when it was released. */
export type FigureMade = {
  /** The run of its computation; null where it comes from a run of the alcohol method. */ readonly run: string | null; readonly alcoholRun: string | null; readonly computation: string; readonly dataset: string; readonly datasetName: Bilingual; readonly version: number; readonly schemaVersion: number; readonly asOf: string; readonly fingerprint: string;
  readonly inputs: readonly Input[]; readonly said: Bilingual; readonly madeOn: string; readonly byRole: string;
};
/** Undefined for a figure that was not computed here, and for one that is not known yet. */
export async function findMade(scope: Scope, figure: string): Promise<FigureMade | undefined> {
  return (await scope.sql<FigureMade[]>`select run_id as run, alcohol_run_id as "alcoholRun", computation, dataset_slug as dataset, dataset_name as "datasetName", dataset_version as version, schema_version as "schemaVersion", as_of as "asOf", fingerprint, inputs, said,
    made_on as "madeOn", by_role as "byRole" from insight.figure_made where figure_slug = ${figure}`)[0];
}
