import { createHash } from 'node:crypto';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Desk } from '../person/actions.ts';
import type { FileKind } from './fields.ts';
import { guessColumns, guessWords, parseMapping, wordsOf } from './mapping.ts';
import { findSame, findSavedMapping, insertImport, insertRows, listProviders } from './queries.ts';
import type { CsvFile } from './read-file.ts';

const chunk = 5000;

/** The SHA-256 of the files, each named by what it holds. */
export function hashFiles(files: readonly { readonly kind: FileKind; readonly content: Uint8Array }[]): Uint8Array {
  const hash = createHash('sha256');
  for (const { kind, content } of files) hash.update(`${kind} ${content.length}\n`).update(content);
  return hash.digest();
}

/** Stages the rows of the files with a first mapping; files that are staged already give the import that they are in. */
export async function stageFiles(scope: Scope, desk: Desk, hash: Uint8Array, files: readonly (CsvFile & { readonly kind: FileKind })[]): Promise<{ id: string; same: boolean }> {
  const same = await findSame(scope, hash);
  if (same !== undefined) return { id: same, same: true };
  const id = newId();
  const headers = Object.fromEntries(files.map((file) => [file.kind, file.headers]));
  const rows = files.flatMap((file) => file.rows.map((row) => ({ ...row, kind: file.kind })));
  const columns = guessColumns(headers, parseMapping(await findSavedMapping(scope)));
  const mapping = guessWords(columns, wordsOf(rows, headers, columns), await listProviders(scope));
  const count = (kind: FileKind) => rows.filter((row) => row.kind === kind).length;
  await insertImport(scope, { id, agency: desk.agency, account: desk.account, hash, headers, mapping, encoding: files.find((file) => file.encoding !== 'utf-8')?.encoding ?? 'utf-8', clients: count('client'), stays: count('stay') });
  for (const file of files) for (let at = 0; at < file.rows.length; at += chunk) await insertRows(scope, id, file.kind, file.rows.slice(at, at + chunk));
  return { id, same: false };
}
