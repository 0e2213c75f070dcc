import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readFile, readlink, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { asAdmin } from './admin.ts';
import { type Cluster, type ClusterOptions, startCluster } from './cluster.ts';
import { findPostmaster } from './postmaster.ts';
import { gone } from './stop.ts';
import { temporaryDirectory } from './temporary-directory.test-tool.ts';

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const isRoot = process.getuid?.() === 0;
let base: string;
let dataDir: string;
let clusters: Cluster[] = [];
let remove = async () => {};
let lines: string[] = [];

beforeEach(async () => {
  ({ path: base, remove } = await temporaryDirectory());
  dataDir = join(base, 'data');
  lines = [];
});

afterEach(async () => {
  for (const cluster of clusters) await cluster.stop();
  clusters = [];
  await remove();
});

async function start(options: Partial<ClusterOptions> = {}): Promise<Cluster> {
  const cluster = await startCluster({ dataDir, log: (line) => lines.push(line), fast: true, ...options });
  clusters.push(cluster);
  return cluster;
}

async function pidOf(data = join(dataDir, 'postgres')): Promise<number> {
  return (await findPostmaster(await realpath(data)))?.pid ?? 0;
}

test('An absent data directory becomes a database that answers, with the encoding, the collation and the checksums of the design', async () => {
  const cluster = await start({ fast: false });
  const [row] = await asAdmin(
    cluster,
    (sql) => sql`select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale,
      current_setting('data_checksums') as checksums, current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous,
      current_setting('full_page_writes') as pages, current_setting('listen_addresses') as addresses, current_setting('timezone') as timezone,
      current_setting('max_connections') as connections, current_setting('shared_buffers') as buffers, current_setting('wal_keep_size') as wal,
      current_user as user, current_setting('server_version_num')::int / 10000 as major from pg_database where datname = 'template1'`,
  );
  expect(row).toEqual({
    ...{
      encoding: 'UTF8',
      provider: 'b',
      locale: 'C.UTF-8',
      checksums: 'on',
      fsync: 'on',
      synchronous: 'on',
      pages: 'on',
      addresses: '',
    },
    ...{ timezone: 'UTC', connections: '60', buffers: '128MB', wal: '256MB', user: 'postgres', major: 18 },
  });
  expect(cluster).toMatchObject({ adopted: false, startedHere: true, superuser: 'postgres' });
  expect((await stat(cluster.socketDirectory)).mode & 0o777).toBe(0o700);
});

test('Stopping ends the process, and the next start finds what was written', async () => {
  const first = await start();
  await asAdmin(first, (sql) => sql`create table kept as select 7 as value`);
  const pid = await pidOf();
  expect(await first.stop()).toBe('stopped');
  expect(await gone(pid, join(dataDir, 'postgres'), 0)).toBe(true);
  const second = await start();
  expect(await asAdmin(second, (sql) => sql`select value from kept`)).toEqual([{ value: 7 }]);
  expect(lines.filter((line) => line.startsWith('A new database'))).toHaveLength(1);
});

test('Two starts at the same moment give one database, which one of them started and the other adopts', async () => {
  const [a, b] = await Promise.all([start(), start()]);
  expect([a.startedHere, b.startedHere].toSorted()).toEqual([false, true]);
  expect(a.socketDirectory).toBe(b.socketDirectory);
});

test('A program killed with -9, with its whole process group, leaves its database, and the next start adopts that very process', async () => {
  const source = `const { startCluster } = await import(${JSON.stringify(new URL('./cluster.ts', import.meta.url).href)});
    await startCluster({ dataDir: ${JSON.stringify(dataDir)}, fast: true, log: () => {} });
    console.log('up'); setInterval(() => {}, 1000);`;
  const program = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = new Promise((resolve) => program.once('exit', (_code, signal) => resolve(signal)));
  await new Promise((resolve, reject) => {
    program.stdout.once('data', resolve);
    program.once('exit', () => reject(new Error('The program ended before its database was up.')));
  });
  const pid = await pidOf();
  // With everything in its process group, as a closed terminal or a service manager does it.
  process.kill(-(program.pid ?? 0), 'SIGKILL');
  expect(await ended).toBe('SIGKILL');
  const cluster = await start();
  expect(cluster).toMatchObject({ adopted: true, startedHere: false });
  expect(await pidOf()).toBe(pid);
  expect(await cluster.stop()).toBe('stopped');
  expect(await pidOf()).toBe(0);
});

test('Rows committed before postgres is killed with -9 are there after the next start', async () => {
  const first = await start({ fast: false });
  await asAdmin(first, async (sql) => {
    await sql`create table kept (value int)`;
    for (let value = 0; value < 50; value += 1) await sql`insert into kept values (${value})`;
    process.kill(await pidOf(), 'SIGKILL');
  });
  const second = await start({ fast: false });
  expect(second.startedHere).toBe(true);
  expect(await asAdmin(second, (sql) => sql`select count(*)::int as rows from kept`)).toEqual([{ rows: 50 }]);
});

test('A pid file that now names another program of the same account does not keep the database from starting', async () => {
  await (await start()).stop();
  const data = join(dataDir, 'postgres');
  const { uid, gid } = await stat(data);
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore', cwd: '/', ...(isRoot ? { uid, gid } : {}) });
  try {
    await writeFile(join(data, 'postmaster.pid'), `${stranger.pid}\n${data}\n1\n5432\n/tmp\n\n\nready\n`);
    expect(await start()).toMatchObject({ startedHere: true });
    expect(stranger.exitCode).toBeNull();
  } finally {
    stranger.kill();
  }
});

test('A database stays for others who are connected when it was adopted or when only an idle one may be stopped, and stops for its owner', async () => {
  const owner = await start();
  const guest = await start();
  await asAdmin(owner, async (sql) => {
    await sql`select 1`;
    expect(await guest.stop()).toBe('left running');
    expect(await owner.stop({ onlyIfAlone: true })).toBe('left running');
    expect(await owner.stop()).toBe('stopped');
  });
});

test.runIf(isRoot)('Started by root, postgres runs as an account that is not root and owns its data', async () => {
  await start();
  const { uid } = await stat(`/proc/${await pidOf()}`);
  expect(uid).not.toBe(0);
  expect((await stat(join(dataDir, 'postgres'))).uid).toBe(uid);
});

test.runIf(isRoot)(
  'Under a home that the account cannot enter, the data goes to the system directory, and a removed data directory begins anew',
  async () => {
    const closed = join(base, 'home');
    const systemDir = join(base, 'system');
    await mkdir(closed, { mode: 0o700 });
    dataDir = join(closed, 'data');
    const first = await start({ systemDir });
    await asAdmin(first, (sql) => sql`create table kept as select 7 as value`);
    await first.stop();
    expect((await lstat(join(dataDir, 'postgres'))).isSymbolicLink()).toBe(true);
    const place = await readlink(join(dataDir, 'postgres'));
    expect(place.startsWith(systemDir)).toBe(true);
    const second = await start({ systemDir });
    expect(await asAdmin(second, (sql) => sql`select value from kept`)).toEqual([{ value: 7 }]);
    await second.stop();
    await rm(dataDir, { recursive: true });
    await start({ systemDir });
    expect(await readlink(join(dataDir, 'postgres'))).not.toBe(place);
    await clusters.at(-1)?.stop();
    await rm(join(await readlink(join(dataDir, 'postgres'))), { recursive: true });
    await expect(start({ systemDir })).rejects.toThrow(/where there is no database/);
  },
);

test('A data directory too deep for a socket address has its socket in a short private directory', async () => {
  dataDir = join(base, 'd'.repeat(60), `${'é'.repeat(20)}, data`);
  const cluster = await start();
  expect(Buffer.byteLength(cluster.socketDirectory)).toBeLessThanOrEqual(90);
  expect((await stat(cluster.socketDirectory)).mode & 0o777).toBe(0o700);
  expect(await asAdmin(cluster, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
  await cluster.stop();
  expect((await start()).socketDirectory).toBe(cluster.socketDirectory);
  await clusters.at(-1)?.stop();
  await rm(cluster.socketDirectory, { recursive: true });
});

test('An initdb that was cut short leaves no half cluster behind', async () => {
  await mkdir(join(dataDir, 'postgres.init-2147483646-abcdef'), { recursive: true });
  await writeFile(join(dataDir, 'postgres.init-2147483646-abcdef', 'PG_VERSION'), '18\n');
  await start();
  await expect(stat(join(dataDir, 'postgres.init-2147483646-abcdef'))).rejects.toThrow(/ENOENT/);
});

test('A directory of something else is not taken for a database', async () => {
  await mkdir(join(dataDir, 'postgres'), { recursive: true });
  await writeFile(join(dataDir, 'postgres', 'letter.txt'), 'mine');
  await expect(start()).rejects.toThrow(/is in the way/);
});

test('A start that fails says so with the last lines of the log', async () => {
  await (await start()).stop();
  await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
  await expect(start()).rejects.toThrow(
    /ended while starting.*initialized by PostgreSQL version 17|incompatible with server/s,
  );
});

test('What people write never reaches the log of the database, be it in a statement, a parameter, a row or a message', async () => {
  const cluster = await start();
  const secret = `secret-${randomBytes(4).toString('hex')}`;
  await asAdmin(cluster, async (sql) => {
    await sql`create table person (name text unique, age int check (age > 0))`;
    await sql`insert into person values (${secret}, 1)`;
    const failures = [
      sql`insert into person values (${secret}, 2)`,
      sql`insert into person values (${`other ${secret}`}, -1)`,
      sql`select ${secret}::text::uuid`,
      sql.unsafe(`select * from "${secret}"`),
      sql.unsafe(`do $$ begin raise warning '${secret}'; raise exception '${secret}'; end $$`),
    ];
    for (const failure of failures) await expect(failure).rejects.toThrow();
  });
  expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).not.toContain(secret);
});
