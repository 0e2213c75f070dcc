import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Encoding } from '#app/platform/files/csv-file.ts';
import type { Mapping } from './judge.ts';
import type { GivenSchema, Schema } from './schema.ts';

export type Dataset = { readonly slug: string; readonly name: Bilingual; readonly text: Bilingual; /** The current version's number and day; null before the first. */ readonly number: number | null; readonly asOf: string | null; readonly accepted: number | null };
export type SchemaVersion = Schema & { readonly version: number; readonly changeReason: Bilingual | null };
export type VersionState = 'staged' | 'running' | 'kept' | 'stopped' | 'dropped';
export type Version = {
  readonly id: string; readonly dataset: string; readonly schemaVersion: number; readonly state: VersionState; readonly number: number | null; readonly hash: string; readonly kind: 'csv' | 'xlsx'; readonly encoding: Encoding;
  readonly headers: readonly string[]; readonly mapping: unknown; readonly note: string; readonly asOf: string; readonly provisional: boolean; readonly by: string | null; readonly at: Date; readonly endedAt: Date | null;
  readonly rows: number; readonly accepted: number; readonly refused: number;
};

/** The datasets in their order, each with its current version. */
export async function listDatasets(scope: Scope): Promise<Dataset[]> {
  return await scope.sql<Dataset[]>`select d.slug, d.name, d.text, v.number, v.as_of as "asOf", v.accepted from insight.dataset d
    left join lateral (select number, as_of, accepted from insight.dataset_version where dataset_slug = d.slug and state = 'kept' order by number desc limit 1) v on true
    where d.removed_at is null order by d.position, d.slug`;
}
export async function findDataset(scope: Scope, slug: string): Promise<Dataset | undefined> {
  return (await listDatasets(scope)).find((one) => one.slug === slug);
}
/** The versions of a schema, the newest first. */
export async function listSchemas(scope: Scope, dataset: string): Promise<SchemaVersion[]> {
  return await scope.sql<SchemaVersion[]>`select version, row_text as row, columns, key, change_reason as "changeReason" from insight.dataset_schema where dataset_slug = ${dataset} and removed_at is null order by version desc`;
}
export async function getSchema(scope: Scope, dataset: string, version: number): Promise<SchemaVersion> {
  const [row] = await scope.sql<SchemaVersion[]>`select version, row_text as row, columns, key, change_reason as "changeReason" from insight.dataset_schema where dataset_slug = ${dataset} and version = ${version}`;
  if (!row) throw new Error(`${dataset} has no schema ${version}`);
  return row;
}
export async function insertDataset(scope: Scope, given: GivenSchema): Promise<void> {
  const { sql } = scope;
  await sql`insert into insight.dataset (slug, position, name, text, origin) values (${given.id}, 1000, ${sql.json(given.name)}, ${sql.json(given.text)}, 'staff')`;
}
export async function insertSchema(scope: Scope, dataset: string, version: number, given: Schema & { readonly why?: Bilingual | undefined }): Promise<void> {
  const { sql } = scope;
  await sql`insert into insight.dataset_schema (slug, dataset_slug, version, row_text, columns, key, change_reason, made_by, origin)
    values (${`${dataset}/${version}`}, ${dataset}, ${version}, ${sql.json(given.row)}, ${sql.json(given.columns as never)}, ${given.key}, ${given.why ? sql.json(given.why) : null}, ${accountOf(scope)}, 'staff')`;
}

const columns = (sql: Scope['sql']) => sql`v.id, v.dataset_slug as dataset, v.schema_version as "schemaVersion", v.state, v.number, v.file_hash as hash, v.file_kind as kind, v.encoding, v.headers, v.mapping, v.note, v.as_of as "asOf", v.provisional,
  v.uploaded_at as at, v.ended_at as "endedAt", v.rows, v.accepted, v.refused`;
/** The files of a dataset, newest first; dropped ones are left out. */
export async function listVersions(scope: Scope, dataset: string): Promise<Version[]> {
  const { sql } = scope;
  return await sql<Version[]>`select ${columns(sql)}, a.name as by from insight.dataset_version v left join identity.account a on a.id = v.uploaded_by where v.dataset_slug = ${dataset} and v.state <> 'dropped' order by v.uploaded_at desc, v.id desc`;
}
export async function findVersion(scope: Scope, id: string): Promise<Version | undefined> {
  const { sql } = scope;
  return (await sql<Version[]>`select ${columns(sql)}, a.name as by from insight.dataset_version v left join identity.account a on a.id = v.uploaded_by where v.id = ${id} and v.state <> 'dropped'`)[0];
}
/** The version that counts now; undefined before the first. */
export async function findCurrent(scope: Scope, dataset: string): Promise<Version | undefined> {
  const { sql } = scope;
  return (await sql<Version[]>`select ${columns(sql)}, null as by from insight.dataset_version v where v.dataset_slug = ${dataset} and v.state = 'kept' order by v.number desc limit 1`)[0];
}
/** A file with the same bytes, by the same schema, that waits or is in. */
export async function findSame(scope: Scope, dataset: string, schemaVersion: number, hash: string): Promise<string | undefined> {
  return (await scope.sql<{ id: string }[]>`select id from insight.dataset_version where dataset_slug = ${dataset} and schema_version = ${schemaVersion} and file_hash = ${hash} and state in ('staged', 'running', 'kept') order by uploaded_at desc limit 1`)[0]?.id;
}
export type NewVersion = Pick<Version, 'id' | 'dataset' | 'schemaVersion' | 'hash' | 'kind' | 'encoding' | 'headers' | 'note' | 'asOf' | 'provisional' | 'rows'> & { readonly mapping: Mapping };
export async function insertVersion(scope: Scope, one: NewVersion): Promise<void> {
  const { sql } = scope;
  await sql`insert into insight.dataset_version (id, dataset_slug, schema_version, file_hash, file_kind, encoding, headers, mapping, note, as_of, provisional, uploaded_by, uploaded_at, rows)
    values (${one.id}, ${one.dataset}, ${one.schemaVersion}, ${one.hash}, ${one.kind}, ${one.encoding}, ${sql.json(one.headers as never)}, ${sql.json(one.mapping as never)}, ${one.note}, ${one.asOf}, ${one.provisional}, ${accountOf(scope)}, ${scope.now}, ${one.rows})`;
}
export async function insertStaged(scope: Scope, id: string, rows: readonly { readonly row: number; readonly cells: readonly string[] }[]): Promise<void> {
  const { sql } = scope;
  await sql`insert into insight.dataset_staged (version_id, line, cells) select ${id}, g.row, g.cells from jsonb_to_recordset(${sql.json(rows as never)}) g(row integer, cells jsonb)`;
}
/** Keeps what was decided of a file that waits; false where it waits no more. */
export async function keepMapping(scope: Scope, id: string, mapping: Mapping): Promise<boolean> {
  return (await scope.sql`update insight.dataset_version set mapping = ${scope.sql.json(mapping as never)} where id = ${id} and state = 'staged'`).count > 0;
}
export async function startVersion(scope: Scope, id: string): Promise<boolean> {
  return (await scope.sql`update insight.dataset_version set state = 'running' where id = ${id} and state = 'staged'`).count > 0;
}
export async function dropVersion(scope: Scope, id: string): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select insight.drop_dataset_version(${id}) as done`)[0]?.done ?? false;
}
