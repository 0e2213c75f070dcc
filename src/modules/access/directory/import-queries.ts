import type { Kept } from '#app/platform/db/keep-rows.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Refusal } from './hsds-read.ts';

export type ImportState = 'checking' | 'checked' | 'running' | 'done' | 'stopped' | 'dropped';
/** What a run did, or would do. At most `mostShown` refusals and lines are kept; `refused` counts all. */
export type Outcome = { readonly kept: Kept; readonly refusals: readonly Refusal[]; readonly refused: number };
export type Handed = { readonly id: string; readonly name: string; readonly state: ImportState; readonly withdraws: boolean; readonly outcome: Outcome | null; readonly uploadedAt: Date };
const columns = (sql: Scope['sql']) => sql`id, name, state, withdraws, outcome, uploaded_at as "uploadedAt"`;

/** The files that the agency handed in, newest first. */
export async function listHanded(scope: Scope): Promise<Handed[]> {
  return await scope.sql<Handed[]>`select ${columns(scope.sql)} from access.directory_import order by uploaded_at desc, id limit 50`;
}
export async function findHanded(scope: Scope, id: string): Promise<Handed | undefined> {
  return (await scope.sql<Handed[]>`select ${columns(scope.sql)} from access.directory_import where id = ${id}`)[0];
}
export async function insertHanded(scope: Scope, row: { id: string; agency: string; account: string; name: string; services: unknown; refusals: readonly Refusal[] }): Promise<void> {
  const { sql } = scope;
  await sql`insert into access.directory_import (id, agency_id, name, content, refused, uploaded_by, uploaded_at)
    values (${row.id}, ${row.agency}, ${row.name}, ${JSON.stringify({ services: row.services })}::text::jsonb, ${sql.json([...row.refusals])}, ${row.account}, ${scope.now})`;
}
/** Decides about a checked file; false where it is none. */
export async function decideHanded(scope: Scope, id: string, state: 'running' | 'dropped', withdraws = false): Promise<boolean> {
  const { sql } = scope;
  return (await sql`update access.directory_import set state = ${state}, withdraws = ${withdraws}${state === 'dropped' ? sql`, content = null, ended_at = ${scope.now}` : sql``} where id = ${id} and state = 'checked'`).count > 0;
}

export type Work = { readonly id: string; readonly agency: string; readonly feed: string; readonly state: ImportState; readonly withdraws: boolean; readonly content: { readonly services: unknown } | null; readonly refused: readonly Refusal[] };
/** The file as the job reads it, under a lock. The feed names its agency. */
export async function takeHanded(scope: Scope, id: string): Promise<Work | undefined> {
  return (await scope.sql<Work[]>`select id, agency_id as agency, name || ' ' || agency_id as feed, state, withdraws, content, refused from access.directory_import where id = ${id} for update`)[0];
}
export async function keepOutcome(scope: Scope, id: string, state: 'checked' | 'done' | 'stopped', outcome: Outcome): Promise<void> {
  const { sql } = scope;
  await sql`update access.directory_import set state = ${state}, outcome = ${sql.json(JSON.parse(JSON.stringify(outcome)))}${state === 'checked' ? sql`` : sql`, content = null, ended_at = ${scope.now}`} where id = ${id}`;
}
