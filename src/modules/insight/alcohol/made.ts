import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Input } from '../computation/result.ts';
import type { Draft } from './draft.ts';
import { type AlcoholRun, datasets, methodName } from './run.ts';

/** What a run was made from: the version of the population, and those of risks and counts with keyed fingerprints of their rows. */
export type MadeOf = { readonly datasetName: Bilingual; readonly version: number; readonly schemaVersion: number; readonly asOf: string; readonly fingerprint: string; readonly risks: Input; readonly counts: Input | undefined };

/** Keeps how a figure was made, for everybody. */
export async function insertMade({ sql, today }: Scope, slug: string, run: AlcoholRun, made: MadeOf, draft: Draft): Promise<void> {
  const inputs = [made.risks, ...(draft.counted && made.counts ? [made.counts] : [])];
  const said: Bilingual = { en: `${draft.shown.en} ${draft.method.en}`, fr: `${draft.shown.fr} ${draft.method.fr}` };
  await sql`insert into insight.figure_made (figure_slug, alcohol_run_id, computation, dataset_slug, dataset_name, dataset_version, schema_version, as_of, fingerprint, inputs, said, made_on, by_role, known_from)
    values (${slug}, ${run.id}, ${methodName}, ${datasets.population}, ${sql.json(made.datasetName)}, ${made.version}, ${made.schemaVersion}, ${made.asOf}, ${made.fingerprint}, ${sql.json(inputs as never)}, ${sql.json(said)}, ${today}, 'analyst', ${today})`;
}
