import type { Keys } from '#app/methods/disclosure/group.ts';
import { newId } from '#app/platform/db/id.ts';
import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Cube } from './cube.ts';
import type { Block } from './examine.ts';

export type State = 'asked' | 'checking' | 'waiting' | 'filed' | 'returned' | 'blocked' | 'withdrawn';
/** One line of the ledger. What the public may not know (who prepared, who looked) is absent for the public. */
export type Entry = {
  readonly id: string; readonly cube: string; readonly period: string; readonly state: State; readonly k: number | null; readonly base: number | null; readonly form: 'rounded' | 'exact' | null; readonly tableHash: string | null;
  readonly compared: number | null; readonly withheld: number | null; readonly asOf: string; readonly preparedBy: string | null; readonly preparedAt: Date; readonly reviewerName: string | null; readonly reviewedAt: Date | null;
  readonly reason: string | null; readonly filedAt: Date | null; readonly replaces: string | null; readonly replacedAt: Date | null;
  readonly withdrawnAt: Date | null; readonly withdrawerName: string | null; readonly withdrawal: Bilingual | null;
};
/** A protected cell: a number, "fewer than k", or null where it was left out; `value` is a median or the like. */
export type Cell = { readonly keys: Keys; readonly published: string | null; readonly value: string | null };

const cubeColumns = ({ sql }: Scope) => sql`slug, indicator, title, owner, kind, k, base, form, measure, geography, breakdowns, totals, labels, readers, review, page`;
const entryColumns = ({ sql }: Scope) => sql`r.id, r.cube_slug as cube, r.period, r.state, r.k, r.base, r.form, r.table_hash as "tableHash", r.compared, r.withheld, r.as_of as "asOf", r.prepared_by as "preparedBy", r.prepared_at as "preparedAt",
  r.reviewer_name as "reviewerName", r.reviewed_at as "reviewedAt", r.reason, r.filed_at as "filedAt", r.replaces, r.replaced_at as "replacedAt", r.withdrawn_at as "withdrawnAt", r.withdrawer_name as "withdrawerName", r.withdrawal`;

export async function upsertCube(scope: Scope, cube: Cube): Promise<void> {
  const { sql } = scope;
  const row = { ...cube, title: sql.json(cube.title), labels: sql.json(cube.labels as never), geography: [...cube.geography], breakdowns: [...cube.breakdowns], totals: [...cube.totals] };
  await sql`insert into insight.release_cube ${sql({ ...row, declared_at: scope.now })} on conflict (slug) do update set title = excluded.title, labels = excluded.labels, page = excluded.page, readers = excluded.readers,
    kind = excluded.kind, k = excluded.k, base = excluded.base, geography = excluded.geography, breakdowns = excluded.breakdowns, totals = excluded.totals, review = excluded.review`;
}
export async function findCube(scope: Scope, slug: string): Promise<Cube | undefined> {
  return (await scope.sql<Cube[]>`select ${cubeColumns(scope)} from insight.release_cube where slug = ${slug}`)[0];
}
export async function listCubes(scope: Scope): Promise<Cube[]> {
  return await scope.sql<Cube[]>`select ${cubeColumns(scope)} from insight.release_cube order by owner, slug`;
}

/** The secret of the installation; for the worker alone. */
export async function findSecret(scope: Scope): Promise<string> {
  const [row] = await scope.sql<{ secret: string }[]>`select secret from insight.release_key`;
  if (!row) throw new Error('there is no key to protect counts with');
  return row.secret;
}
/** One release of an indicator at a time: of two at once neither would see the other. */
export async function lockIndicator(scope: Scope, indicator: string): Promise<void> {
  await scope.sql`select pg_advisory_xact_lock(hashtext(${`insight.release ${indicator}`}))`;
}

export type Standing = { readonly id: string; readonly cube: string; readonly period: string; readonly state: State; readonly k: number; readonly base: number; readonly form: 'rounded' | 'exact'; readonly replaced: boolean; readonly cells: readonly Cell[] };
/** Everything of an indicator that somebody may have read or is about to: filed, withdrawn since, replaced since, or waiting. For the worker. */
export async function listStanding(scope: Scope, indicator: string): Promise<Standing[]> {
  return await scope.sql<Standing[]>`select r.id, r.cube_slug as cube, r.period, r.state, r.k, r.base, r.form, r.replaced_at is not null as replaced,
      (select coalesce(jsonb_agg(jsonb_build_object('keys', l.keys, 'published', l.published, 'value', l.value) order by l.position), '[]') from insight.release_cell l where l.release_id = r.id) as cells
    from insight.release r join insight.release_cube c on c.slug = r.cube_slug where c.indicator = ${indicator} and r.state in ('waiting', 'filed', 'withdrawn') order by r.prepared_at, r.id`;
}

export type Filing = { readonly id: string; readonly cube: Cube; readonly period: string; readonly state: State; readonly tableHash: string | null; readonly inputsHash: string; readonly compared: number; readonly withheld: number; readonly asOf: string; readonly preparedBy: string | null; readonly replaces: string | null };
/** Writes the outcome of a check into the ledger: a new line, or the one that asked for it. */
export async function writeRelease(scope: Scope, one: Filing, isAsked: boolean): Promise<void> {
  const { sql } = scope;
  const row = {
    state: one.state, k: one.cube.k, base: one.cube.base, form: one.cube.form, table_hash: one.tableHash, inputs_hash: one.inputsHash, compared: one.compared, withheld: one.withheld, as_of: one.asOf, replaces: one.replaces,
    filed_at: one.state === 'filed' ? scope.now : null,
  };
  if (isAsked) await sql`update insight.release set ${sql(row)} where id = ${one.id}`;
  else await sql`insert into insight.release ${sql({ ...row, id: one.id, cube_slug: one.cube.slug, period: one.period, prepared_by: one.preparedBy, prepared_at: scope.now })}`;
}
export async function insertCells(scope: Scope, release: string, cells: readonly Cell[]): Promise<void> {
  const { sql } = scope;
  const rows = cells.map((cell, position) => ({ position, keys: cell.keys, published: cell.published, value: cell.value }));
  await sql`insert into insight.release_cell (release_id, position, keys, published, value) select ${release}, x.position, x.keys, x.published, x.value
    from jsonb_to_recordset(${sql.json(rows as never)}::jsonb) as x(position integer, keys jsonb, published text, value numeric)`;
}
export async function insertBlocks(scope: Scope, release: string, blocks: readonly Block[]): Promise<void> {
  for (const [position, block] of blocks.entries()) await scope.sql`insert into insight.release_block (release_id, position, kind, keys, part)
    values (${release}, ${position}, ${block.kind}, ${'keys' in block ? scope.sql.json(block.keys) : null}, ${'part' in block ? scope.sql.json(block.part) : null})`;
}
export async function listBlocks(scope: Scope, release: string): Promise<Block[]> {
  return await scope.sql<Block[]>`select kind, keys, part from insight.release_block where release_id = ${release} order by position`;
}
/** The last line of a cube and period whose inputs were the same; for the worker, who never writes the same refusal twice. */
export async function findSameInputs(scope: Scope, cube: string, period: string, hash: string): Promise<(Pick<Entry, 'id' | 'state' | 'compared'>) | undefined> {
  return (await scope.sql<Entry[]>`select id, state, compared from insight.release where cube_slug = ${cube} and period = ${period} and inputs_hash = ${hash} and state in ('waiting', 'filed', 'blocked') and replaced_at is null order by prepared_at desc, id desc limit 1`)[0];
}
/** Marks what stands of a cube and period as replaced, before another takes its place. */
export async function markReplaced(scope: Scope, cube: string, period: string): Promise<void> {
  await scope.sql`update insight.release set replaced_at = ${scope.now} where cube_slug = ${cube} and period = ${period} and state = 'filed' and replaced_at is null`;
}
/** Ends a table that waited, since a newer count took its place. For the worker. */
export async function endWaiting(scope: Scope, release: string): Promise<void> {
  await scope.sql`update insight.release set state = 'returned', reason = 'newer' where id = ${release} and state = 'waiting'`;
}

/** The ledger for the plan office, newest first; for whoever may read it. */
export async function listEntries(scope: Scope): Promise<Entry[]> {
  return await scope.sql<Entry[]>`select ${entryColumns(scope)} from insight.release r order by r.prepared_at desc, r.id desc limit 500`;
}
export async function findEntry(scope: Scope, id: string): Promise<Entry | undefined> {
  return (await scope.sql<Entry[]>`select ${entryColumns(scope)} from insight.release r where r.id = ${id}`)[0];
}
export async function listCells(scope: Scope, release: string): Promise<Cell[]> {
  return await scope.sql<Cell[]>`select keys, published, value from insight.release_cell where release_id = ${release} order by position`;
}
export async function insertAsk(scope: Scope, cube: string, period: string): Promise<string> {
  const id = newId();
  await scope.sql`insert into insight.release (id, cube_slug, period, state, as_of, prepared_by, prepared_at) values (${id}, ${cube}, ${period}, 'asked', ${scope.today}, ${accountOf(scope)}, ${scope.now})`;
  return id;
}

export type Released = { readonly id: string; readonly cube: string; readonly period: string; readonly k: number; readonly base: number; readonly tableHash: string; readonly asOf: string; readonly filedAt: Date; readonly cells: readonly Cell[] };
const releasedColumns = ({ sql }: Scope) => sql`r.id, r.cube_slug as cube, r.period, r.k, r.base, r.table_hash as "tableHash", r.as_of as "asOf", r.filed_at as "filedAt",
  (select coalesce(jsonb_agg(jsonb_build_object('keys', l.keys, 'published', l.published, 'value', l.value::text) order by l.position), '[]') from insight.release_cell l where l.release_id = r.id) as cells`;
/** What of these cubes is published and stands, newest period first, with its protected cells: all that a page, chart, file or search may show. */
export async function listReleased(scope: Scope, cubes: readonly string[]): Promise<Released[]> {
  return await scope.sql<Released[]>`select ${releasedColumns(scope)} from insight.release r where r.cube_slug = any(${[...cubes]}) and r.state = 'filed' and r.replaced_at is null order by r.period desc, r.cube_slug`;
}
/** One filed table, also one that was replaced since. */
export async function findReleased(scope: Scope, id: string): Promise<Released | undefined> {
  return (await scope.sql<Released[]>`select ${releasedColumns(scope)} from insight.release r where r.id = ${id} and r.state = 'filed'`)[0];
}
export type Withdrawn = { readonly id: string; readonly cube: string; readonly period: string; readonly filedAt: Date; readonly withdrawnAt: Date; readonly withdrawal: Bilingual };
/** A table that was filed and withdrawn since: that it was, when and why, and nothing of what it said. */
export async function findWithdrawn(scope: Scope, id: string): Promise<Withdrawn | undefined> {
  return (await scope.sql<Withdrawn[]>`select r.id, r.cube_slug as cube, r.period, r.filed_at as "filedAt", r.withdrawn_at as "withdrawnAt", r.withdrawal from insight.release r where r.id = ${id} and r.state = 'withdrawn'`)[0];
}
