import type { Pool } from '#app/platform/db/pool.ts';

type Line = { line: string };

/** The schema as text, from the catalogue alone: tables with columns, constraints and indexes, policies, grants, triggers, functions. Same schema, same text. */
export async function describeSchema(admin: Pool): Promise<string> {
  const schemas = (await admin<{ name: string }[]>`select nspname as name from pg_namespace where nspname not like 'pg\_%' and nspname not in ('information_schema', 'public', 'pgboss') order by 1`).map((row) => row.name);
  const parts: string[] = ['-- What the migrations and policies make of a database. Generated; the tests fail when it is stale.'];
  for (const schema of schemas) parts.push(`\n-- schema ${schema}`, ...(await tablesOf(admin, schema)), ...(await functionsOf(admin, schema)));
  return `${parts.join('\n')}\n`;
}

async function tablesOf(admin: Pool, schema: string): Promise<string[]> {
  const tables = await admin<{ oid: number; name: string; kind: string }[]>`select c.oid, c.relname as name, c.relkind as kind from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = ${schema} and c.relkind in ('r', 'p', 'v', 'm') order by 2`;
  const out: string[] = [];
  for (const table of tables) {
    const lines = await admin<Line[]>`
      select '  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
        || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum where a.attrelid = ${table.oid} and a.attnum > 0 and not a.attisdropped order by a.attnum`;
    const constraints = await admin<Line[]>`select '  constraint ' || conname || ' ' || pg_get_constraintdef(oid) as line from pg_constraint where conrelid = ${table.oid} and contype <> 'n' order by conname`;
    const after = await admin<Line[]>`
      select pg_get_indexdef(i.indexrelid) as line, 1 as part from pg_index i where i.indrelid = ${table.oid} and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
      union all select pg_get_triggerdef(t.oid), 2 from pg_trigger t where t.tgrelid = ${table.oid} and not t.tgisinternal
      union all select 'policy ' || p.policyname || ' ' || p.permissive || ' ' || p.cmd || ' to ' || array_to_string(p.roles, ', ') || coalesce(' using ' || p.qual, '') || coalesce(' with check ' || p.with_check, ''), 3
        from pg_policies p where p.schemaname = ${schema} and p.tablename = ${table.name}
      union all select 'grant ' || g.privilege_type || ' to ' || g.grantee, 4 from information_schema.role_table_grants g where g.table_schema = ${schema} and g.table_name = ${table.name} and g.grantee like 'ct\_%' and g.grantee <> 'ct_owner'
      order by part, line`;
    const view = table.kind === 'v' || table.kind === 'm' ? await admin<Line[]>`select pg_get_viewdef(${table.oid}::oid) as line` : [];
    out.push(`\n${table.kind === 'v' ? 'view' : 'table'} ${schema}.${table.name} (`, ...[...lines, ...constraints].map((row) => row.line), ')', ...[...view, ...after].map((row) => row.line));
  }
  return out;
}

async function functionsOf(admin: Pool, schema: string): Promise<string[]> {
  const rows = await admin<Line[]>`select regexp_replace(pg_get_functiondef(p.oid), E'[ \\t]+\\n', E'\\n', 'g') || coalesce('-- execute: ' || (select string_agg(distinct pg_get_userbyid(a.grantee), ', ' order by pg_get_userbyid(a.grantee)) from aclexplode(p.proacl) a where a.grantee <> p.proowner), '') as line
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = ${schema} and p.prokind = 'f' order by p.proname, pg_get_function_identity_arguments(p.oid)`;
  return rows.map((row) => `\n${row.line.trimEnd()}`);
}
