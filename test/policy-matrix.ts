import { expect } from 'vitest';
import { inScope, type Scope } from '#app/platform/db/scope.ts';
import { hashToken } from '#app/platform/http/session-cookie.ts';
import type { PersonName, World } from './world.ts';

/**
 * What an actor can do to the seeded rows of a table: `r` sees at least one, `i` may insert, `u` can update at least one, `d` can delete at
 * least one. An empty text is nothing at all.
 */
export type Matrix = Readonly<Record<string, Readonly<Partial<Record<MatrixActor, string>>>>>;
export type MatrixActor = 'public' | PersonName | 'worker' | 'auditLine';

const actors: readonly MatrixActor[] = ['public', 'manager', 'operator', 'leader', 'chair', 'partner', 'auditor', 'administrator', 'worker', 'auditLine'];

/**
 * Tries every cell of a schema's matrix on real rows and compares; a table without a row in the matrix fails. Seed at least one row in each table first.
 * `elsewhere` are the tables that a test of their own holds, in a world with agencies.
 */
export async function expectMatrix(world: World, schema: string, matrix: Matrix, elsewhere: readonly string[] = []): Promise<void> {
  const tables = await world.database.admin<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = ${schema} and c.relkind in ('r', 'p') order by 1`;
  const actual: Record<string, Partial<Record<MatrixActor, string>>> = {};
  for (const name of tables.map((table) => table.name).filter((one) => !elsewhere.includes(one))) {
    const [seeded] = await world.database.admin<{ rows: number }[]>`select count(*) as rows from ${world.database.admin(`${schema}.${name}`)}`;
    expect(seeded?.rows, `${schema}.${name} has no seeded row`).toBeGreaterThan(0);
    for (const actor of actors) {
      const found = await cell(world, actor, schema, name);
      if (found !== '') actual[name] = { ...actual[name], [actor]: found };
    }
    actual[name] ??= {};
  }
  expect(actual).toEqual(matrix);
}

class RolledBack extends Error {}

async function cell(world: World, actor: MatrixActor, schema: string, table: string): Promise<string> {
  const target = `${schema}.${table}`;
  const columns = (await world.database.admin<{ name: string }[]>`
    select attname as name from pg_attribute where attrelid = ${target}::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = '' order by attnum`).map((row) => row.name);
  const tries: [string, (scope: Scope) => Promise<boolean>][] = [
    ['r', async ({ sql }) => (await sql`select 1 from ${sql(target)} limit 1`).length > 0],
    ['i', async ({ sql }) => (await sql<{ may: boolean }[]>`select has_table_privilege(${target}, 'insert') as may`)[0]?.may ?? false],
    ['u', async ({ sql }) => {
      // A right to update may be given for some columns alone: the first of them is tried.
      const [may] = await sql<{ name: string | null }[]>`select min(c) filter (where has_column_privilege(${target}, c, 'update')) as name from unnest(${columns}::text[]) c`;
      return may?.name ? (await sql`update ${sql(target)} set ${sql(may.name)} = ${sql(may.name)}`).count > 0 : false;
    }],
    ['d', async ({ sql }) => (await sql`delete from ${sql(target)}`).count > 0],
  ];
  let found = '';
  for (const [letter, attempt] of tries) if (await holds(world, actor, attempt)) found += letter;
  return found;
}

async function holds(world: World, actor: MatrixActor, attempt: (scope: Scope) => Promise<boolean>): Promise<boolean> {
  let outcome = false;
  try {
    await inScope(world.database, await entryOf(world, actor), async (scope) => {
      outcome = await attempt(scope);
      throw new RolledBack();
    });
  } catch (error) {
    if (error instanceof RolledBack) return outcome;
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // A right that was refused is an answer; a foreign key that stops a delete shows that the delete was permitted.
    if (code === '42501') return false;
    if (code === '23503' || code === '23001') return true;
    throw error;
  }
  return outcome;
}

async function entryOf(world: World, actor: MatrixActor): Promise<Parameters<typeof inScope>[1]> {
  if (actor === 'public' || actor === 'worker') return { as: actor, purpose: 'matrix' };
  if (actor === 'auditLine') return { as: 'auditor', purpose: 'matrix' };
  return { as: 'session', token: hashToken((await world.person(actor)).token), purpose: 'matrix' };
}
