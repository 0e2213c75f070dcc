import { appendFile, mkdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { asAdmin } from './admin.ts';
import { backupCluster } from './backup.ts';
import { type Cluster, startCluster } from './cluster.ts';
import { BackupRefused } from './failure.ts';
import { copyHashed, listTree } from './files.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { restoreBackup } from './restore.ts';
import { temporaryDirectory } from './temporary-directory.test-tool.ts';

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const log = () => {};
const passing = 'words-that-stand-in-no-backup';
let base: string;
let remove = async () => {};
let cluster: Cluster;
let dataDir: string;
let good: string;
let acknowledged = 0;

beforeAll(async () => {
  ({ path: base, remove } = await temporaryDirectory());
  dataDir = join(base, 'data');
  good = join(base, 'good');
  // Durable, as in life: with asynchronous commit an acknowledged row may not be in the log yet.
  cluster = await startCluster({ dataDir, log });
  await mkdir(join(dataDir, 'files', 'ab'), { recursive: true });
  await mkdir(join(dataDir, 'keys'));
  await mkdir(join(dataDir, 'backups'));
  await writeFile(join(dataDir, 'files', 'ab', 'letter'), 'a letter');
  await writeFile(join(dataDir, 'keys', 'key'), 'a key');
  await writeFile(join(dataDir, 'backups', 'older'), 'an older backup');
  await asAdmin(cluster, (sql) => sql`create table entry (number bigint, filler text)`);
  await asAdmin(cluster, (sql) => sql`create unlogged table passing (words text)`);
  await asAdmin(cluster, (sql) => sql`insert into passing values (${passing})`);
  // A copied database is the one occasion on which a running server writes such a table to disk.
  await asAdmin(cluster, (sql) => sql`create database scratch template template0 strategy file_copy`);
  const writers = startWriters(4);
  await writers.reach(400);
  acknowledged = writers.count();
  await backupCluster({ cluster, dataDir, target: good });
  await writers.end();
});

afterAll(async () => {
  await cluster.stop();
  await remove();
});

function startWriters(width: number) {
  const sql = postgres({
    host: cluster.socketDirectory,
    port: cluster.port,
    user: cluster.superuser,
    database: 'postgres',
    max: width,
  });
  let count = 0;
  let on = true;
  const work = Array.from({ length: width }, async () => {
    while (on) {
      await sql`insert into entry values (${count}, ${'x'.repeat(4000)})`;
      count += 1;
    }
  });
  return {
    count: () => count,
    reach: async (number: number) => {
      while (count < number) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    end: async () => {
      on = false;
      await Promise.all(work);
      await sql.end();
    },
  };
}

async function restoredRows(target: string): Promise<{ rows: number; sound: boolean }> {
  const restored = await startCluster({ dataDir: target, log, fast: true });
  try {
    return await asAdmin(restored, async (sql) => {
      const [row] = await sql<{ rows: number }[]>`select count(*)::int as rows from entry where length(filler) = 4000`;
      const [version] = await sql<
        { on: boolean }[]
      >`select current_setting('data_checksums') = 'on' and not pg_is_in_recovery() as on`;
      return { rows: row?.rows ?? 0, sound: version?.on === true };
    });
  } finally {
    await restored.stop();
  }
}

test('A backup taken while others write, restored elsewhere, has every row acknowledged before it began', async () => {
  const target = join(base, 'restored');
  await restoreBackup({ source: good, dataDir: target, log });
  const { rows, sound } = await restoredRows(target);
  expect(acknowledged).toBeGreaterThanOrEqual(400);
  expect(rows).toBeGreaterThanOrEqual(acknowledged);
  expect(sound).toBe(true);
});

test('What stands in a table that is not logged is on the disk but in no file of a backup, and the table comes back empty', async () => {
  const holding = async (directory: string) => {
    const found: string[] = [];
    for (const { path, kind } of await listTree(directory)) if (kind === 'file' && (await readFile(join(directory, path))).includes(passing)) found.push(path);
    return found;
  };
  expect((await holding(join(dataDir, 'postgres', 'base'))).length).toBe(1);
  expect(await holding(good)).toEqual([]);
  const target = join(base, 'restored-passing');
  await restoreBackup({ source: good, dataDir: target, log });
  const restored = await startCluster({ dataDir: target, log, fast: true });
  try {
    expect(await asAdmin(restored, (sql) => sql`select count(*)::int as rows from passing`)).toEqual([{ rows: 0 }]);
  } finally {
    await restored.stop();
  }
});

test('The files beside the database come back; older backups, the log and the pid file are not in a backup', async () => {
  const target = join(base, 'restored-files');
  await restoreBackup({ source: good, dataDir: target, log });
  expect(await readFile(join(target, 'files', 'ab', 'letter'), 'utf8')).toBe('a letter');
  expect(await readFile(join(target, 'keys', 'key'), 'utf8')).toBe('a key');
  const names = (await listTree(good)).map((entry) => entry.path);
  expect(names.filter((name) => /older|postmaster|postgres\.log/.test(name))).toEqual([]);
});

test('The manifest names every log segment from the start of the backup to its end, the first being that of the label', async () => {
  const { segments } = await readManifest(good);
  expect(await readFile(join(good, 'postgres', 'backup_label'), 'utf8')).toContain(`(file ${segments[0]})`);
  for (const segment of segments)
    expect((await stat(join(good, 'postgres', 'pg_wal', segment))).size).toBe(16 * 1024 * 1024);
});

test('A backup goes into no directory that holds something, nor into one that it saves', async () => {
  await expect(backupCluster({ cluster, dataDir, target: good })).rejects.toThrow(BackupRefused);
  await expect(backupCluster({ cluster, dataDir, target: join(dataDir, 'files', 'deep') })).rejects.toThrow(
    /itself to be saved/,
  );
  await rm(join(dataDir, 'files', 'deep'), { recursive: true });
});

test('A backup that fails half way leaves its directory empty', async () => {
  await symlink('/nowhere', join(dataDir, 'files', 'link'));
  const target = join(base, 'failed');
  await expect(backupCluster({ cluster, dataDir, target })).rejects.toThrow(/neither a file nor a directory/);
  expect(await listTree(target)).toEqual([]);
  await rm(join(dataDir, 'files', 'link'));
});

test('A data directory that holds a database, running or not, is left as it is', async () => {
  await expect(restoreBackup({ source: good, dataDir, log })).rejects.toThrow(/holds a database already/);
  const other = join(base, 'occupied');
  await mkdir(join(other, 'files'), { recursive: true });
  await expect(restoreBackup({ source: good, dataDir: other, log })).rejects.toThrow(/is there already/);
  expect((await listTree(other)).map((entry) => entry.path)).toEqual(['files']);
});

describe('A backup that is not what was saved is refused, and nothing of it is left in the data directory:', () => {
  let source: string;
  let target: string;
  let manifest: Manifest;
  let number = 0;

  beforeEach(async () => {
    number += 1;
    source = join(base, `damaged-${number}`);
    target = join(base, `untouched-${number}`);
    manifest = await readManifest(good);
    await mkdir(source);
    for (const entry of await listTree(good)) {
      if (entry.kind === 'directory') await mkdir(join(source, entry.path), { recursive: true });
      else await copyHashed(join(good, entry.path), join(source, entry.path), { sync: false });
    }
  });

  const heap = () =>
    manifest.files.find((file) => file.path.startsWith('postgres/base/') && file.size >= 8192)?.path ?? '';
  const damages: [string, () => Promise<void>, RegExp][] = [
    ['without a manifest', () => rm(join(source, 'manifest.json')), /not a backup, or one that was not finished/],
    ['with a manifest cut short', () => truncate(join(source, 'manifest.json'), 500), /manifest\.json .* is damaged/],
    ['with an edited manifest', () => editManifest(), /manifest\.json .* is damaged/],
    ['with a missing file', () => rm(join(source, heap())), /lacks postgres\/base/],
    [
      'without its first log segment',
      () => rm(join(source, 'postgres', 'pg_wal', manifest.segments[0] ?? '')),
      /lacks postgres\/pg_wal/,
    ],
    ['with an extra file', () => writeFile(join(source, 'postgres', 'standby.signal'), ''), /does not belong to it/],
    ['with a file that grew', () => appendFile(join(source, heap()), 'x'), /bytes instead of/],
    ['with one changed byte', () => flip(join(source, heap())), /changed or damaged/],
    [
      'with one changed byte in the other files',
      () => writeFile(join(source, 'rest', 'keys', 'key'), 'a kez'),
      /changed or damaged/,
    ],
  ];

  async function editManifest() {
    const text = await readFile(join(source, 'manifest.json'), 'utf8');
    await writeFile(join(source, 'manifest.json'), text.replace('"postgres/pg_wal"', '"postgres/pg_val"'));
  }

  async function flip(path: string) {
    const bytes = await readFile(path);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    await writeFile(path, bytes);
  }

  test.each(damages)('%s', async (_name, damage, sentence) => {
    await damage();
    const attempt = restoreBackup({ source, dataDir: target, log });
    await expect(attempt).rejects.toThrow(BackupRefused);
    await expect(attempt).rejects.toThrow(sentence);
    expect(await listTree(target)).toEqual([]);
    await rm(source, { recursive: true });
  });
});
