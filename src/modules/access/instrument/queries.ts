import type { Scope } from '#app/platform/db/scope.ts';
import { type Version, versionOf } from './shelf.ts';

/** Keeps a version under its hash; one that is kept already stays as it is. */
export async function insertVersion(scope: Scope, version: Version): Promise<void> {
  await scope.sql`insert into access.questionnaire_version (hash, url, version, section, definition, kept_at)
    values (${version.hash}, ${version.url}, ${version.number}, ${version.section}, ${version.definition}, ${scope.now}) on conflict do nothing`;
}
export async function listVersions(scope: Scope, hashes: readonly string[]): Promise<ReadonlyMap<string, Version>> {
  const rows = await scope.sql<{ hash: string; definition: string }[]>`select hash, definition from access.questionnaire_version where hash = any (${[...new Set(hashes)]})`;
  return new Map(rows.map((row) => [row.hash, versionOf(row.definition)]));
}
export async function findVersion(scope: Scope, hash: string): Promise<Version | undefined> {
  return (await listVersions(scope, [hash])).get(hash);
}

/** What an agency decided about an instrument. */
export type Decided = { readonly instrument: string; readonly months: number | null; readonly licence: string | null };
/** What the reader's own agency decided. */
export async function listDecided(scope: Scope): Promise<Decided[]> {
  return await scope.sql<Decided[]>`select instrument, months, licence from access.instrument order by instrument`;
}
export async function upsertDecided(scope: Scope, row: Decided & { agency: string; account: string }): Promise<void> {
  await scope.sql`insert into access.instrument (agency_id, instrument, months, licence, changed_by, changed_at) values (${row.agency}, ${row.instrument}, ${row.months}, ${row.licence}, ${row.account}, ${scope.now})
    on conflict (agency_id, instrument) do update set months = excluded.months, licence = excluded.licence, changed_by = excluded.changed_by, changed_at = excluded.changed_at`;
}
/** The definition that is kept under a canonical address and version, the one kept last where there are several; undefined where none is. */
export async function findKept(scope: Scope, url: string, number: string): Promise<string | undefined> {
  return (await scope.sql<{ definition: string }[]>`select definition from access.questionnaire_version where url = ${url} and version = ${number} order by kept_at desc, hash limit 1`)[0]?.definition;
}
