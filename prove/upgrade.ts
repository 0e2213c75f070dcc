import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeSchema } from '#test/describe-schema.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { migrate } from '#app/platform/db/migrate.ts';
import type { Pool } from '#app/platform/db/pool.ts';
import { embeddedLogin } from '#app/platform/db/roles.ts';
import { scratchFolder } from '../bench/server-process.ts';
import { makeDatabase, openDatabase, withCluster } from './empty-database.ts';
import { finding, type Programme } from './programme.ts';

/**
 * Makes databases of earlier schemas (the first so many migrations), puts a row into each table that takes a plain one, and brings them to the
 * present schema, each killed once on the way at a random moment. Rounds are earlier schemas, spread evenly over all of them.
 */
export const upgrade: Programme = {
  name: 'upgrade',
  rounds: { small: 3, usual: 20 },
  run: async ({ rounds, log }) => await withCluster(async (cluster) => {
    const names = (await readdir(join(projectRoot(), 'db', 'migrations'))).filter((name) => name.endsWith('.sql')).sort();
    const bring = async (admin: Pool, root: string) => await migrate(admin, { root, login: embeddedLogin, createLogin: true });
    const fresh = await makeDatabase(cluster, 'fresh');
    const started = performance.now();
    await bring(fresh, projectRoot());
    const whole = performance.now() - started;
    const wanted = await describeSchema(fresh);
    await fresh.end();
    const first = await firstWhole(names);
    const count = Math.min(rounds, names.length - first);
    let [differing, lost, rows, killed, halves] = [0, 0, 0, 0, 0];
    for (let round = 0; round < count; round += 1) {
      const length = first + Math.floor(((names.length - first) * round) / count);
      const folder = await earlier(names.slice(0, length));
      const admin = await makeDatabase(cluster, `earlier_${length}`);
      await bring(admin, folder.path);
      const before = await fill(admin);
      const old = await describeSchema(admin);
      const cut = setTimeout(() => void endOthers(admin), Math.random() * whole * (1 - length / names.length));
      // A pool whose connection was cut may not come back; what follows takes a new one, as the next start does.
      const victim = openDatabase(cluster, `earlier_${length}`);
      const ended = await Promise.race([bring(victim, projectRoot()).then(() => false, () => true), cutOff(60_000)]);
      clearTimeout(cut);
      void victim.end({ timeout: 0 }).catch(() => {});
      killed += ended ? 1 : 0;
      if (ended && (await describeSchema(admin)) !== old) halves += 1;
      await bring(admin, projectRoot());
      if ((await describeSchema(admin)) !== wanted) differing += 1;
      const after = await counts(admin);
      for (const [table, n] of before) {
        rows += n;
        if ((after.get(table) ?? n) < n) lost += n - (after.get(table) ?? 0);
      }
      await admin.end();
      await folder.remove();
      log(`upgrade: from ${length} of ${names.length} migrations, ${before.size} tables with rows${ended ? ', killed once' : ''}`);
    }
    return [
      finding('upgrade', `${count} of ${names.length - first} earlier schemas`, differing === 0 && halves === 0 && lost === 0, `${differing} ended in another schema; ${killed} killed on the way, ${halves} of them half done; ${lost} of ${rows} rows lost`, 'equal schema, 0 rows lost'),
    ];
  }),
};

/** How many migrations the least schema has that the program can serve: the one with sessions. */
async function firstWhole(names: readonly string[]): Promise<number> {
  for (const [place, name] of names.entries())
    if ((await readFile(join(projectRoot(), 'db', 'migrations', name), 'utf8')).includes('function identity.enter_session')) return place + 1;
  throw new Error('no migration makes sessions');
}

/** A project with the first migrations alone. */
async function earlier(names: readonly string[]) {
  const folder = await scratchFolder();
  await mkdir(join(folder.path, 'db', 'migrations'), { recursive: true });
  await mkdir(join(folder.path, 'src', 'modules'), { recursive: true });
  for (const name of names) await copyFile(join(projectRoot(), 'db', 'migrations', name), join(folder.path, 'db', 'migrations', name));
  return folder;
}

/** True after a while: a driver whose connection was cut sometimes says nothing at all. */
async function cutOff(milliseconds: number): Promise<true> {
  return await new Promise((resolve) => setTimeout(() => resolve(true), milliseconds).unref());
}

async function endOthers(admin: Pool): Promise<void> {
  await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`.catch(() => {});
}

async function tables(admin: Pool): Promise<string[]> {
  return (await admin<{ name: string }[]>`select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not like 'pg\_%' and n.nspname not in ('information_schema', 'public', 'migration') order by c.oid`).map((row) => row.name);
}

/** Puts a plain row into every table that takes one, foreign keys unchecked; gives how many rows each such table holds, and lets the owner see them. */
async function fill(admin: Pool): Promise<Map<string, number>> {
  for (const table of await tables(admin)) {
    await admin.unsafe(`drop policy if exists owner_all on ${table}; create policy owner_all on ${table} to ct_owner using (true) with check (true);`).simple();
    const columns = await admin<{ name: string; type: string; choice: string | null }[]>`
      select a.attname as name, format_type(a.atttypid, null) as type, (select (regexp_match(pg_get_constraintdef(c.oid), '''([a-z-]+)''::text'))[1] from pg_constraint c
        where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum] limit 1) as choice
      from pg_attribute a where a.attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attnotnull and not atthasdef and attidentity = ''`;
    if (columns.length === 0) continue;
    const values = columns.map(({ type, choice }) => (choice ? `'${choice}'` : (plain[type] ?? "'x'")));
    await admin.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      await sql.unsafe(`insert into ${table} (${columns.map(({ name }) => `"${name}"`).join(', ')}) values (${values.join(', ')})`);
    }).catch(() => {});
  }
  return new Map([...(await counts(admin))].filter(([, n]) => n > 0));
}

const plain: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()', bytea: "sha256('x')", integer: '1', bigint: '1', smallint: '1', numeric: '1', date: "date '2019-06-03'", boolean: 'true', jsonb: "'{}'",
  'timestamp with time zone': 'now()', 'platform.bilingual': `'{"en": "x", "fr": "x"}'`, 'text[]': "'{x}'", daterange: "'[2019-01-01,2019-02-01)'",
};

async function counts(admin: Pool): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const table of await tables(admin)) found.set(table, (await admin.unsafe<{ n: number }[]>(`select count(*) as n from ${table}`))[0]?.n ?? 0);
  return found;
}
