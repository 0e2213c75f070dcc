import type { Scope } from '#app/platform/db/scope.ts';
import { type Judged, isRefused, type Line, type Values } from './judge.ts';
import type { Refusal } from './preview.ts';
import type { Version } from './queries.ts';

/** The rows of a file that waits; the function writes the audit line first. */
export async function readStaged(scope: Scope, id: string): Promise<Line[]> {
  return await scope.sql<Line[]>`select line, cells from insight.read_staged_rows(${id})`;
}
export type DataRow = { readonly line: number; readonly values: Values };
/** Rows of a whole version after a line, for an analyst; the function writes the audit line first. */
export async function readRows(scope: Scope, id: string, after: number, atMost: number): Promise<DataRow[]> {
  return await scope.sql<DataRow[]>`select line, "values" from insight.read_dataset_rows(${id}, ${after}, ${atMost})`;
}
/** All rows of a version, for the worker. */
export async function listRows(scope: Scope, id: string): Promise<DataRow[]> {
  return await scope.sql<DataRow[]>`select line, "values" from insight.dataset_row where version_id = ${id} order by line`;
}
export async function listRefusals(scope: Scope, id: string): Promise<Refusal[]> {
  return await scope.sql<Refusal[]>`select line, column_name as "column", reason from insight.dataset_refusal where version_id = ${id} order by line`;
}
export type Comparison = { readonly added: number; readonly gone: number; readonly changed: number; readonly same: number };
export async function compareVersions(scope: Scope, older: string, newer: string): Promise<Comparison | undefined> {
  return (await scope.sql<Comparison[]>`select added::integer, gone::integer, changed::integer, same::integer from insight.compare_dataset_versions(${older}, ${newer})`)[0];
}

/** Files that are being read in; the worker's. */
export async function listRunning(scope: Scope): Promise<string[]> {
  return (await scope.sql<{ id: string }[]>`select id from insight.dataset_version where state = 'running' order by uploaded_at, id`).map(({ id }) => id);
}
/** The next rows of a file with what says how to read them; the version is held until the transaction ends. Undefined where it is not running. */
export async function takePiece(scope: Scope, id: string, atMost: number): Promise<{ version: Pick<Version, 'dataset' | 'schemaVersion' | 'headers' | 'mapping'>; lines: Line[] } | undefined> {
  const { sql } = scope;
  const [version] = await sql<Pick<Version, 'dataset' | 'schemaVersion' | 'headers' | 'mapping'>[]>`
    select dataset_slug as dataset, schema_version as "schemaVersion", headers, mapping from insight.dataset_version where id = ${id} and state = 'running' for update`;
  if (!version) return undefined;
  return { version, lines: await sql<Line[]>`select line, cells from insight.dataset_staged where version_id = ${id} order by line limit ${atMost}` };
}
/** Puts a judged piece in and takes its cells away: all of it, or nothing. A key that is there already is refused. */
export async function enterPiece(scope: Scope, id: string, piece: readonly Judged[]): Promise<void> {
  const { sql } = scope;
  const fine = piece.flatMap((one) => (isRefused(one) ? [] : [one]));
  const entered = await sql<{ line: number }[]>`insert into insight.dataset_row (version_id, line, key, "values")
    select ${id}, g.line, g.key, g."values" from jsonb_to_recordset(${sql.json(fine as never)}) g(line integer, key text, "values" jsonb) order by g.line on conflict (version_id, key) do nothing returning line`;
  const lines = new Set(entered.map(({ line }) => line));
  const refused = [...piece.flatMap((one) => (isRefused(one) ? [one] : [])), ...fine.filter(({ line }) => !lines.has(line)).map(({ line }) => ({ line, column: null, reason: 'twice' }))];
  await sql`insert into insight.dataset_refusal (version_id, line, column_name, reason)
    select ${id}, g.line, g."column", g.reason from jsonb_to_recordset(${sql.json(refused as never)}) g(line integer, "column" text, reason text)`;
  await sql`delete from insight.dataset_staged where version_id = ${id} and line = any (${piece.map(({ line }) => line)})`;
  await sql`update insight.dataset_version set accepted = accepted + ${lines.size}, refused = refused + ${refused.length} where id = ${id}`;
}
/** Ends a file of which nothing waits: its rows become the current version at once, or it stops where no row was accepted. */
export async function endVersion(scope: Scope, id: string): Promise<void> {
  const { sql } = scope;
  await sql`select pg_advisory_xact_lock(hashtext('insight.dataset_version'), hashtext(dataset_slug)) from insight.dataset_version where id = ${id}`;
  await sql`update insight.dataset_version v set state = case when accepted > 0 then 'kept' else 'stopped' end, ended_at = ${scope.now},
    number = case when accepted > 0 then (select coalesce(max(o.number), 0) + 1 from insight.dataset_version o where o.dataset_slug = v.dataset_slug) end where id = ${id} and state = 'running'`;
}
/** Files that have waited since before a moment. */
export async function listWaiting(scope: Scope, before: Date): Promise<string[]> {
  return (await scope.sql<{ id: string }[]>`select id from insight.dataset_version where state = 'staged' and uploaded_at < ${before}`).map(({ id }) => id);
}
