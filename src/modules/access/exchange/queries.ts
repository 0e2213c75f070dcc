import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { FileKind } from './fields.ts';
import type { Judged, Reason } from './judge.ts';
import type { Headers, Mapping } from './mapping.ts';
import type { Encoding } from './read-file.ts';

export type ImportState = 'staged' | 'running' | 'done' | 'stopped' | 'failed' | 'dropped';
export type Counts = { readonly entered: number; readonly updated: number; readonly unchanged: number; readonly skipped: number; readonly refused: number };
export type Import = Counts & { readonly id: string; readonly agency: string; readonly state: ImportState; readonly headers: Headers; readonly mapping: unknown; readonly encoding: Encoding; readonly uploadedAt: Date; readonly endedAt: Date | null; readonly erasedAt: Date | null; readonly clients: number; readonly stays: number };
const columns = (sql: Scope['sql']) => sql`id, agency_id as agency, state, headers, mapping, encoding, uploaded_at as "uploadedAt", ended_at as "endedAt", erased_at as "erasedAt", clients, stays, entered, updated, unchanged, skipped, refused`;

/** The imports of the asker's agency, newest first, at most 50. */
export async function listImports(scope: Scope): Promise<Import[]> {
  return await scope.sql<Import[]>`select ${columns(scope.sql)} from access.exchange_import order by uploaded_at desc, id desc limit 50`;
}
export async function findImport(scope: Scope, id: string): Promise<Import | undefined> {
  return (await scope.sql<Import[]>`select ${columns(scope.sql)} from access.exchange_import where id = ${id}`)[0];
}
/** Imports that have not ended; the worker's. */
export async function listRunning(scope: Scope): Promise<Import[]> {
  return await scope.sql<Import[]>`select ${columns(scope.sql)} from access.exchange_import where state = 'running' order by uploaded_at, id`;
}
/** The import of the same files, where its rows are still there. */
export async function findSame(scope: Scope, hash: Uint8Array): Promise<string | undefined> {
  return (await scope.sql<{ id: string }[]>`select id from access.exchange_import where content_hash = ${hash} and erased_at is null and state <> 'dropped' order by uploaded_at desc limit 1`)[0]?.id;
}
export async function insertImport(scope: Scope, row: { id: string; agency: string; account: string; hash: Uint8Array; headers: Headers; mapping: Mapping; encoding: Encoding; clients: number; stays: number }): Promise<void> {
  const { sql } = scope;
  await sql`insert into access.exchange_import (id, agency_id, content_hash, headers, mapping, encoding, uploaded_by, uploaded_at, clients, stays)
    values (${row.id}, ${row.agency}, ${row.hash}, ${sql.json(row.headers as never)}, ${sql.json(row.mapping)}, ${row.encoding}, ${row.account}, ${scope.now}, ${row.clients}, ${row.stays})`;
}
export async function insertRows(scope: Scope, id: string, kind: FileKind, rows: readonly { row: number; cells: readonly string[] }[]): Promise<void> {
  const { sql } = scope;
  await sql`insert into access.exchange_row (import_id, kind, row, cells) select ${id}, ${kind}, g.row, g.cells from jsonb_to_recordset(${sql.json(rows as never)}) g(row integer, cells jsonb)`;
}
export type StagedRow = { readonly kind: FileKind; readonly row: number; readonly cells: readonly string[] };
/** All staged rows, for the supervisor of the agency; the function writes the audit line first. */
export async function readRows(scope: Scope, id: string): Promise<StagedRow[]> {
  return await scope.sql<StagedRow[]>`select kind, "row", cells from access.read_exchange_rows(${id})`;
}
export async function readRefusals(scope: Scope, id: string): Promise<{ kind: FileKind; row: number; client: string | null; field: string | null; reason: Reason }[]> {
  return await scope.sql<{ kind: FileKind; row: number; client: string | null; field: string | null; reason: Reason }[]>`select kind, "row", client, field, reason from access.read_exchange_refusals(${id})`;
}
export async function findSavedMapping(scope: Scope): Promise<unknown> {
  return (await scope.sql<{ mapping: unknown }[]>`select mapping from access.exchange_mapping`)[0]?.mapping;
}
/** Keeps the mapping at the import and for the next files of the agency; false where the import is past that. */
export async function keepMapping(scope: Scope, id: string, agency: string, account: string, mapping: Mapping): Promise<boolean> {
  const { sql } = scope;
  if ((await sql`update access.exchange_import set mapping = ${sql.json(mapping)} where id = ${id}`).count === 0) return false;
  await sql`insert into access.exchange_mapping (agency_id, mapping, saved_by, saved_at) values (${agency}, ${sql.json(mapping)}, ${account}, ${scope.now})
    on conflict (agency_id) do update set mapping = excluded.mapping, saved_by = excluded.saved_by, saved_at = excluded.saved_at`;
  return true;
}
/** `places`: where the id of the client stands in each file, from 0. */
export async function startImport(scope: Scope, id: string, places: Readonly<Record<FileKind, number>>): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select access.start_exchange(${id}, ${places.client}, ${places.stay}) as done`)[0]?.done ?? false;
}
export async function turnImport(scope: Scope, id: string, to: 'staged' | 'dropped'): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select access.turn_exchange(${id}, ${to}) as done`)[0]?.done ?? false;
}
/** The next clients with their rows; none where the import ended with that. The import is held until the transaction ends. */
export async function takeBatch(scope: Scope, id: string, clients: number): Promise<(StagedRow & { client: string })[]> {
  return await scope.sql<(StagedRow & { client: string })[]>`select client, kind, "row", cells from access.take_exchange_batch(${id}, ${clients})`;
}
export async function applyBatch(scope: Scope, id: string, batch: readonly Judged[]): Promise<void> {
  await scope.sql`select access.apply_exchange(${id}, ${scope.sql.json(batch as never)})`;
}
/** Ends an import that the database cannot take; false where it does not run. The worker's alone. */
export async function failImport(scope: Scope, id: string): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select access.fail_exchange(${id}) as done`)[0]?.done ?? false;
}
export async function eraseBefore(scope: Scope, moment: Date): Promise<number> {
  return (await scope.sql<{ n: number }[]>`select access.erase_exchanges(${moment}) as n`)[0]?.n ?? 0;
}

export type Provider = { readonly id: string; readonly slug: string; readonly name: Bilingual };
/** Organisations of today that a consent of the agency can name: made-up ones among themselves. */
export async function listProviders(scope: Scope): Promise<Provider[]> {
  return await scope.sql<Provider[]>`select id, slug, name from identity.agency where (to_date is null or to_date >= ${scope.today})
    and demonstration is not distinct from (select own.demonstration from identity.agency own where own.id = (select platform.ctx_agency())) order by name ->> 'en'`;
}

export type ClientLine = { readonly client: string; readonly given: string; readonly family: string; readonly birth: string | null; readonly gender: string | null; readonly language: string; readonly aliases: readonly { given: string; family: string }[];
  readonly consent: string | null; readonly purposes: readonly string[] | null; readonly to: string | null; readonly starts: string | null; readonly expires: string | null };
/** What the asker may give out; each person leaves an audit line. `to` names another agency and the purpose that people must have agreed to. */
export async function exportClients(scope: Scope, to: string | null, purpose: string): Promise<ClientLine[]> {
  return await scope.sql<ClientLine[]>`select client, given_name as given, family_name as family, birth_date as birth, gender, language, aliases, consent, purposes, to_slug as "to", starts_on as starts, expires_on as expires
    from access.export_clients(${to}, ${purpose})`;
}
export type ExportedStay = { readonly client: string; readonly stay: string; readonly kind: string; readonly place: string | null; readonly start: string; readonly end: string | null; readonly evidence: string };
export async function exportStays(scope: Scope, to: string | null, purpose: string): Promise<ExportedStay[]> {
  return await scope.sql<ExportedStay[]>`select client, stay, kind, place, start_date as start, end_date as "end", evidence from access.export_stays(${to}, ${purpose})`;
}
