import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from './database.ts';
import { reviewedDefiners } from './reviewed-definers.ts';

// The queue's schema is pg-boss's own: one role reaches it, and its payloads are ids.
const foreign = ['pg_catalog', 'information_schema', 'pg_toast', 'pgboss'];
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => await database.close());

test('every table has row-level security enabled and forced, and at least one policy', async () => {
  const bare = await database.admin`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname <> all(${foreign}) and n.nspname not like 'pg_temp%'
      and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))`;
  expect(bare.map((row) => row.name)).toEqual([]);
});

test('every table and function belongs to the owner role, never to a login', async () => {
  const strays = await database.admin`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'S') and n.nspname <> all(${foreign}) and pg_get_userbyid(c.relowner) <> 'ct_owner'
    union all select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname <> all(${foreign}) and pg_get_userbyid(p.proowner) <> 'ct_owner'`;
  expect(strays.map((row) => row.name)).toEqual([]);
});

test('functions that run in the rights of the owner are exactly the reviewed ones, with an empty search path and no right for everybody', async () => {
  const definers = await database.admin<{ name: string; path: boolean; everybody: boolean }[]>`
    select n.nspname || '.' || p.proname as name, coalesce(p.proconfig @> array['search_path=""'], false) as path,
      exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0) as everybody
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname <> all(${foreign}) order by 1`;
  expect(definers.map((row) => row.name)).toEqual([...reviewedDefiners].sort());
  expect(definers.filter((row) => !row.path || row.everybody)).toEqual([]);
});

test('every view answers in the rights of its asker and no materialised view is open', async () => {
  const views = await database.admin`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname <> all(${foreign}) and (c.relkind = 'm' or (c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'], false)))`;
  expect(views.map((row) => row.name)).toEqual([]);
});

test('no policy calls the context once per row', async () => {
  const policies = await database.admin<{ name: string; text: string }[]>`
    select schemaname || '.' || tablename || ' ' || policyname as name, coalesce(qual, '') || ' ' || coalesce(with_check, '') as text from pg_policies`;
  const bare = policies.filter(({ text }) => /(?<!SELECT )platform\.(ctx_\w+|is_demonstration)\(/.test(text.replaceAll(/\s+/g, ' ')));
  expect(bare.map((policy) => policy.name)).toEqual([]);
});

test('the login of the program owns nothing, is no superuser and may not act as the owner', async () => {
  const [login] = await database.admin`
    select rolsuper, rolbypassrls, pg_has_role('ct_app', 'ct_owner', 'member') as owner,
      (select count(*)::int from pg_class c where pg_get_userbyid(c.relowner) = 'ct_app') as owned from pg_roles where rolname = 'ct_app'`;
  expect(login).toEqual({ rolsuper: false, rolbypassrls: false, owner: false, owned: 0 });
});
