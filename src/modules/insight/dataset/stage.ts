import { createHash } from 'node:crypto';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { type CsvFile, readCsv, type Unreadable } from '#app/platform/files/csv-file.ts';
import { isZip, readXlsx } from '#app/platform/files/xlsx-file.ts';
import { namesPerson } from './identifier.ts';
import { guessMapping, parseMapping } from './mapping.ts';
import { findCurrent, findSame, insertStaged, insertVersion, listSchemas } from './queries.ts';

/** The largest file, in bytes. */
export const largestUpload = 20 * 1024 * 1024;
const chunk = 5000;

export type ReadFile = CsvFile & { readonly kind: 'csv' | 'xlsx'; readonly hash: string };
/** Why a file is not even staged; `people` are the headings that point at persons. */
export type FileProblem = Unreadable | { readonly problem: 'people'; readonly headings: readonly string[] };

/** Reads a file whole. One whose headings point at people is refused before anything of it is stored. */
export async function readFile(content: Uint8Array): Promise<ReadFile | FileProblem> {
  const kind = isZip(content) ? 'xlsx' : 'csv';
  const read = kind === 'xlsx' ? await readXlsx(content) : readCsv(content);
  if ('problem' in read) return read;
  const headings = read.headers.filter(namesPerson);
  if (headings.length > 0) return { problem: 'people', headings };
  return { ...read, kind, hash: createHash('sha256').update(content).digest('hex') };
}

export type About = { readonly note: string; readonly asOf: string; readonly provisional: boolean };
/** Stages a file against the newest schema of a dataset, its columns guessed. The same bytes by the same schema give the version that they are. Undefined without a schema. */
export async function stageFile(scope: Scope, dataset: string, file: ReadFile, about: About): Promise<{ id: string; same: boolean } | undefined> {
  const [schema] = await listSchemas(scope, dataset);
  if (!schema) return undefined;
  const same = await findSame(scope, dataset, schema.version, file.hash);
  if (same !== undefined) return { id: same, same: true };
  const before = await findCurrent(scope, dataset);
  const id = newId();
  const mapping = guessMapping(schema, file.headers, before && parseMapping(before.mapping));
  await insertVersion(scope, { id, dataset, schemaVersion: schema.version, hash: file.hash, kind: file.kind, encoding: file.encoding, headers: file.headers, mapping, rows: file.rows.length, ...about });
  for (let at = 0; at < file.rows.length; at += chunk) await insertStaged(scope, id, file.rows.slice(at, at + chunk));
  return { id, same: false };
}
