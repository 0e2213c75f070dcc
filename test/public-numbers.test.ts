import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from './database.ts';
import { reviewedPublicFunctions, reviewedPublicNumbers } from './reviewed-public-numbers.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => await database.close());

const ours = ['access', 'commitment', 'engagement', 'governance', 'identity', 'insight', 'plan', 'platform', 'review', 'situation', 'funding'];

test('every number that whoever has no account can read from a table or view was reviewed: none counts people before the gate', async () => {
  const columns = await database.admin<{ name: string }[]>`
    select n.nspname || '.' || c.relname || '.' || a.attname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname = any(${ours}) and c.relkind in ('r', 'p', 'v') and (format_type(a.atttypid, null) in ('smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision', 'jsonb') or format_type(a.atttypid, null) like '%[]' and format_type(a.atttypid, null) ~ '^(int|num|double)')
      and has_column_privilege('ct_public', c.oid, a.attnum, 'select') order by 1`;
  expect(columns.map(({ name }) => name)).toEqual([...reviewedPublicNumbers].sort());
});

test('every function of a module that whoever has no account may run and that gives numbers was reviewed', async () => {
  const functions = await database.admin<{ name: string }[]>`
    select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = any(${ours}) and n.nspname <> 'platform' and p.prorettype <> 'trigger'::regtype and has_function_privilege('ct_public', p.oid, 'execute')
      and pg_get_function_result(p.oid) ~ '(integer|bigint|numeric|double precision|jsonb)' order by 1`;
  expect(functions.map(({ name }) => name)).toEqual([...reviewedPublicFunctions].sort());
});
