import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool, Sql } from './pool.ts';
import { ownerRole, prepareRoles, quoted, transactionRoles } from './roles.ts';

export type MigrationReport = { readonly applied: readonly string[]; readonly policies: readonly string[] };

/** A database that the program must not touch: a migration was edited after it ran, or the schema is newer than the program. */
export class MigrationRefused extends Error {}

type PolicyFile = { schema: string; path: string };

/**
 * Brings the database to the schema of this program: roles, migrations in the order of their names (each once, never edited), then the
 * policies of each schema where their file changed. Runs once even when several servers start together.
 */
export async function migrate(admin: Pool, options: { root: string; login: string; createLogin: boolean }): Promise<MigrationReport> {
  await prepareRoles(admin, options.login, options.createLogin);
  return await admin.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtext('ct_migrate'))`;
    await tx.unsafe(`
      do $$ begin
        execute format('grant create, connect, temporary on database %I to ${ownerRole}', current_database());
        execute format('grant connect on database %I to ${quoted(options.login)}', current_database());
      end $$;
      set local role ${ownerRole};
      alter default privileges for role ${ownerRole} revoke execute on functions from public;
      create schema if not exists migration;
      create table if not exists migration.applied (name text primary key, checksum text not null, applied_at timestamptz not null default now());
      alter table migration.applied enable row level security, force row level security;
      drop policy if exists owner_all on migration.applied;
      create policy owner_all on migration.applied to ${ownerRole} using (true) with check (true);
    `).simple();
    const applied = await applyMigrations(tx, options.root);
    const policies = await applyPolicies(tx, options.root, applied.length > 0);
    await tx.unsafe(`grant usage on schema platform, identity to ${quoted(options.login)};
      grant usage on schema migration to ${quoted(options.login)};
      grant execute on function platform.enter_public, platform.enter_worker, platform.enter_auditor, platform.open_context, platform.schema_state, identity.enter_session,
        identity.open_session_context
        to ${quoted(options.login)};`).simple();
    return { applied, policies };
  }) as MigrationReport;
}

async function applyMigrations(tx: Sql, root: string): Promise<string[]> {
  const files = await listMigrations(root);
  const known = new Map((await tx<{ name: string; checksum: string }[]>`select name, checksum from migration.applied where name not like 'policies:%'`)
    .map((row) => [row.name, row.checksum]));
  for (const name of known.keys())
    if (!files.includes(name)) throw new MigrationRefused(`The database has had the migration ${name}, which this program does not know: it is newer than the program.`);
  const applied: string[] = [];
  for (const name of files) {
    const text = await readFile(join(root, 'db', 'migrations', name), 'utf8');
    const checksum = createHash('sha256').update(text).digest('hex');
    const earlier = known.get(name);
    if (earlier === checksum) continue;
    if (earlier !== undefined) throw new MigrationRefused(`The migration ${name} was edited after it had been applied; write a new one instead.`);
    await tx.unsafe(text).simple();
    await tx`insert into migration.applied (name, checksum) values (${name}, ${checksum})`;
    applied.push(name);
  }
  return applied;
}

/** Every policies file: that of the platform, then one a module, each followed by those of the module's features. */
export async function listPolicyFiles(root: string): Promise<PolicyFile[]> {
  const files: PolicyFile[] = [{ schema: 'platform', path: join(root, 'src', 'platform', 'db', 'policies.sql') }];
  for (const schema of await listFolders(join(root, 'src', 'modules'))) {
    const folder = join(root, 'src', 'modules', schema);
    for (const path of [folder, ...(await listFolders(folder)).map((feature) => join(folder, feature))]) files.push({ schema, path: join(path, 'policies.sql') });
  }
  return files.filter((file) => existsSync(file.path));
}

async function listFolders(path: string): Promise<string[]> {
  return (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
}

/** What `platform.schema_state()` answers once the migrations and policies of this program stand. */
export async function expectedSchema(root: string): Promise<string> {
  const migrations = await listMigrations(root);
  return `${migrations.length} ${migrations.at(-1) ?? ''} ${(await readPolicies(root)).checksum}`;
}

async function listMigrations(root: string): Promise<string[]> {
  return (await readdir(join(root, 'db', 'migrations'))).filter((name) => name.endsWith('.sql')).sort();
}

async function readPolicies(root: string): Promise<{ files: (PolicyFile & { text: string })[]; checksum: string }> {
  const files = await Promise.all((await listPolicyFiles(root)).map(async (file) => ({ ...file, text: await readFile(file.path, 'utf8') })));
  return { files, checksum: createHash('sha256').update(JSON.stringify(files.map((f) => [f.schema, f.text]))).digest('hex') };
}

async function applyPolicies(tx: Sql, root: string, force: boolean): Promise<string[]> {
  const { files, checksum } = await readPolicies(root);
  const [earlier] = await tx<{ checksum: string }[]>`select checksum from migration.applied where name = 'policies:all'`;
  if (!force && earlier?.checksum === checksum) return [];
  const schemas = [...new Set(files.map((file) => file.schema))];
  for (const schema of schemas) await clearPolicies(tx, schema);
  for (const file of files) await tx.unsafe(file.text).simple();
  await tx`insert into migration.applied (name, checksum) values ('policies:all', ${checksum})
    on conflict (name) do update set checksum = excluded.checksum, applied_at = now()`;
  return schemas;
}

async function clearPolicies(tx: Sql, schema: string): Promise<void> {
  const roles = transactionRoles.join(', ');
  await tx.unsafe(`do $$ declare p record; begin
    for p in select schemaname, tablename, policyname from pg_policies where schemaname = '${schema}' loop
      execute format('drop policy %I on %I.%I', p.policyname, p.schemaname, p.tablename);
    end loop;
    if exists (select from pg_namespace where nspname = '${schema}') then
      revoke all on all tables in schema ${quoted(schema)} from ${roles};
      revoke all on all functions in schema ${quoted(schema)} from ${roles};
    end if;
  end $$;`).simple();
}
