import { isDeepStrictEqual } from 'node:util';
import type { Database } from '#app/platform/db/scope.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { fileSentence } from './input.ts';
import { readIn } from './jobs.ts';
import { missingColumns, parseMapping } from './mapping.ts';
import type { Refusal } from './preview.ts';
import { findDataset, findVersion, getSchema, insertDataset, insertSchema, listSchemas, startVersion, type VersionState } from './queries.ts';
import { listRefusals } from './row-queries.ts';
import { isProblems, readSchema } from './schema.ts';
import { sentenceOf } from './schema-form.ts';
import { largestUpload, readFile, stageFile } from './stage.ts';
import { datasetWords } from './words.ts';

export type Imported = { readonly state: VersionState; readonly number: number | null; readonly accepted: number; readonly refusals: readonly (Refusal & { readonly sentence: string })[]; readonly same: boolean };

/**
 * Reads a file into a dataset from the command line, in the same pieces as the job. `schema` is the short name of a dataset, or the text of a schema: a
 * new dataset is made of it, an existing one must have the same columns and key. A text says why nothing was read.
 */
export async function importDataset(database: Database, schema: { readonly slug: string } | { readonly text: string }, content: Uint8Array): Promise<Imported | string> {
  const inWorker = async <T>(work: Parameters<typeof inScope<T>>[2]) => await inScope<T>(database, { as: 'worker', purpose: 'dataset import' }, work);
  if (content.length > largestUpload) return 'The file is larger than 20 MB.';
  const file = await readFile(content);
  if ('problem' in file) return fileSentence('en', file);
  const slug = 'slug' in schema ? schema.slug : await inWorker(async (scope) => await schemaOf(scope, schema.text));
  if (typeof slug !== 'string') return slug.refused;
  const staged = await inWorker(async (scope) => {
    if (!(await findDataset(scope, slug))) return `There is no dataset ${slug}.`;
    const version = await stageFile(scope, slug, file, { note: '', asOf: scope.today, provisional: false });
    const one = version && (await findVersion(scope, version.id));
    if (!version || !one) return `The dataset ${slug} has no schema.`;
    const missing = missingColumns(await getSchema(scope, slug, one.schemaVersion), parseMapping(one.mapping));
    // Thrown, so that nothing stays staged.
    if (missing.length > 0) throw new ColumnsMissing(`The file has no heading for ${missing.join(', ')}. Map its columns on the page of the dataset, or rename them.`);
    await startVersion(scope, version.id);
    return version;
  }).catch((error: unknown) => {
    if (error instanceof ColumnsMissing) return error.message;
    throw error;
  });
  if (typeof staged === 'string') return staged;
  await readIn({ inWorker }, staged.id);
  return await inWorker(async (scope) => {
    const one = await findVersion(scope, staged.id);
    const refusals = (await listRefusals(scope, staged.id)).map((refusal) => ({ ...refusal, sentence: datasetWords.en.reasons[refusal.reason] }));
    return { state: one?.state ?? 'stopped', number: one?.number ?? null, accepted: one?.accepted ?? 0, refusals, same: staged.same };
  });
}

class ColumnsMissing extends Error {}

async function schemaOf(scope: Parameters<typeof findDataset>[0], text: string): Promise<string | { readonly refused: string }> {
  const read = readSchema(text);
  if (isProblems(read)) return { refused: read.map((one) => sentenceOf(one, 'en', true)).join('\n') };
  const [known] = await listSchemas(scope, read.id);
  if (known) {
    const same = isDeepStrictEqual([known.columns, known.key], [read.columns, read.key]);
    return same ? read.id : { refused: `The dataset ${read.id} has another schema. Give it a new version on its page, then name it here.` };
  }
  await insertDataset(scope, read);
  await insertSchema(scope, read.id, 1, { row: read.row, columns: read.columns, key: read.key });
  return read.id;
}
