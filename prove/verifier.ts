import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ExportedRow } from '#app/platform/audit/export.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import type { Sql } from '#app/platform/db/pool.ts';

type Verdict = { readonly holds: boolean; readonly problems: readonly string[] };
type Verifier = { readAnchor(text: string): object | undefined; verify(rows: readonly ExportedRow[], anchors: readonly (object | undefined)[], key?: string): Promise<Verdict> };

/** The verifier that auditors run, `docs/verify-audit.mjs`, as it stands in that file. */
export async function loadVerifier(): Promise<(rows: readonly ExportedRow[], notes: readonly string[], key?: string) => Promise<Verdict>> {
  const path = join(projectRoot(), 'docs', 'verify-audit.mjs');
  if ((await readFile(path, 'utf8')).match(/from '(?!node:)/)) throw new Error('the verifier has a dependency');
  const found: Verifier = await import(pathToFileURL(path).href);
  return async (rows, notes, key) => await found.verify(rows, notes.map((note) => found.readAnchor(note)), key);
}

/** The rows of the export, read in a superuser's transaction. */
export async function exportedRows(sql: Sql): Promise<readonly ExportedRow[]> {
  return await sql<ExportedRow[]>`
    select s.position, encode(s.previous, 'hex') as previous, encode(s.hash, 'hex') as hash, platform.audit_time(e) as time, platform.audit_body(e) as body
    from platform.audit_seal s left join platform.audit_entry e on e.id = s.entry_id order by s.position`;
}
