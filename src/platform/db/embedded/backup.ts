import { randomBytes } from 'node:crypto';
import { mkdir, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type postgres from 'postgres';
import { asAdmin, type SocketAddress } from './admin.ts';
import { absent, BackupRefused } from './failure.ts';
import { copyHashed, type Entry, inParallel, listTree, syncDirectory } from './files.ts';
import { type Manifest, writeManifest } from './manifest.ts';
import { segmentsBetween } from './wal-segments.ts';

/** Directories whose contents belong to the running server alone (PostgreSQL manual, "Backing Up the Data Directory"). */
const emptied = [
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_wal',
];
const skipped =
  /(^|\/)(postmaster\.(pid|opts)|pg_internal\.init[^/]*|pgsql_tmp[^/]*|backup_label[^/]*|tablespace_map|backup_manifest|pg_control)$/;
const kept = ['pg_wal/archive_status', 'pg_wal/summaries'];

type Files = Manifest['files'];

/**
 * Copies the running database and the other files of `dataDir` into `target`, which must be empty or absent. Everything committed before
 * the call is in it. Throws BackupRefused, or whatever the disk says; then `target` is empty again. A directory `backups` in `dataDir` is left out.
 */
export async function backupCluster(options: {
  cluster: SocketAddress;
  dataDir: string;
  target: string;
}): Promise<{ files: number; bytes: number }> {
  const { target } = options;
  await mkdir(target, { recursive: true, mode: 0o700 });
  if ((await readdir(target)).length > 0)
    throw new BackupRefused(`${target} is not empty; a backup goes into a new or empty directory.`);
  const beside = await nameBeside(options.dataDir, target);
  try {
    const manifest = await asAdmin(options.cluster, (sql) =>
      takeBackup(sql, { ...options, leftOut: ['backups', beside] }),
    );
    await writeManifest(target, manifest);
    return { files: manifest.files.length, bytes: manifest.files.reduce((sum, file) => sum + file.size, 0) };
  } catch (error) {
    for (const name of await readdir(target)) await rm(join(target, name), { recursive: true, force: true });
    throw error;
  }
}

async function takeBackup(
  sql: postgres.Sql,
  options: { dataDir: string; target: string; leftOut: string[] },
): Promise<Manifest> {
  const [facts] = await sql<
    { data: string; version: string; durable: boolean; size: number; system: string; at: string }[]
  >`
    select current_setting('data_directory') as data, current_setting('server_version') as version, current_setting('fsync')::bool as durable,
      (select setting::int from pg_settings where name = 'wal_segment_size') as size,
      (select system_identifier::text from pg_control_system()) as system, now()::text as at`;
  if (facts === undefined) throw new BackupRefused('The database gave no account of itself.');
  const target = join(options.target, 'postgres');
  const sync = facts.durable;
  // The slot keeps the segments that the backup needs, however much is written meanwhile; it ends with this connection.
  await sql`select pg_create_physical_replication_slot(${`backup_${randomBytes(4).toString('hex')}`}, true, true)`;
  await sql`select pg_backup_start('common-table', true)`;
  const listed = await listTree(facts.data, isLeftOut);
  // Listed anew: whatever table was made during the first look has its mark by now.
  const unlogged = await listUnlogged(facts.data);
  const entries = listed.filter(({ path }) => !unlogged.has(path.replace(/(_fsm|_vm)?(\.\d+)?$/, '')));
  const copied = await copyTree(facts.data, target, 'postgres', { sync, entries });
  const control = await copyControl(facts.data, target, sync);
  const [stop] = await sql<{ last: string; label: string; tablespaces: string }[]>`
    select pg_walfile_name(lsn) as last, labelfile as label, spcmapfile as tablespaces from pg_backup_stop(false)`;
  const first = /\(file ([0-9A-F]{24})\)/.exec(stop?.label ?? '')?.[1];
  if (stop === undefined || first === undefined) throw new BackupRefused('The database gave no label for the backup.');
  if (stop.tablespaces.trim() !== '')
    throw new BackupRefused('The database has tablespaces outside its directory, which a backup cannot hold.');
  const segments = segmentsBetween(first, stop.last, facts.size);
  const wal = await copySegments(facts.data, target, segments, sync);
  const label = await writeLabel(target, stop.label, sync);
  // After the database: whatever file a row of the backup names was written before that row.
  const rest = await copyRest(options, sync);
  const directories = [...copied.directories, ...rest.directories];
  if (sync) for (const directory of ['postgres', ...directories]) await syncDirectory(join(options.target, directory));
  const [end] = await sql<{ at: string }[]>`select now()::text as at`;
  return {
    ...{
      format: 'common-table-backup-1',
      postgres: facts.version,
      system: facts.system,
      startedAt: facts.at,
      finishedAt: end?.at ?? '',
    },
    ...{ segments, directories, files: [...copied.files, control, ...wal, label, ...rest.files] },
  };
}

function isLeftOut(path: string): boolean {
  const [top = '', ...below] = path.split('/');
  return skipped.test(path) || (emptied.includes(top) && below.length > 0 && !kept.some((k) => k === path));
}

/**
 * Tables that are not logged, by the path of their file: a restore empties them whatever is copied, and what stands in them is meant to be in no backup.
 * Their mark is a file of the same name with `_init`, which belongs into the backup.
 */
async function listUnlogged(data: string): Promise<ReadonlySet<string>> {
  const marks = (await listTree(data, isLeftOut)).filter(({ path }) => /^(base|pg_tblspc)\/.*\/\d+_init$/.test(path));
  return new Set(marks.map(({ path }) => path.replace(/_init$/, '')));
}

type CopyOptions = { sync: boolean; entries: readonly Entry[] };

async function copyTree(
  from: string,
  to: string,
  prefix: string,
  options: CopyOptions,
): Promise<{ directories: string[]; files: Files }> {
  const { entries } = options;
  const files: Files = [];
  await mkdir(to, { mode: 0o700, recursive: true });
  for (const entry of entries) {
    if (entry.kind === 'other')
      throw new BackupRefused(`${join(from, entry.path)} is neither a file nor a directory; a backup cannot hold it.`);
    if (entry.kind === 'directory') await mkdir(join(to, entry.path), { mode: 0o700 });
  }
  const plain = entries.filter((entry) => entry.kind === 'file');
  await inParallel(plain, 6, async ({ path }) => {
    const copy = await copyHashed(join(from, path), join(to, path), options);
    if (copy !== undefined) files.push({ path: `${prefix}/${path}`, ...copy });
  });
  return { directories: entries.filter((e) => e.kind === 'directory').map((e) => `${prefix}/${e.path}`), files };
}

async function copySegments(data: string, target: string, segments: readonly string[], sync: boolean): Promise<Files> {
  const files: Files = [];
  for (const segment of segments) {
    const copy = await copyHashed(join(data, 'pg_wal', segment), join(target, 'pg_wal', segment), { sync });
    if (copy === undefined) throw new BackupRefused(`The log segment ${segment}, which the backup needs, is gone.`);
    files.push({ path: `postgres/pg_wal/${segment}`, ...copy });
  }
  return files;
}

/** The server rewrites this one file in place, without a log that would mend a half-written read: it counts when two reads agree. */
async function copyControl(data: string, target: string, sync: boolean): Promise<Files[number]> {
  const [from, to] = [join(data, 'global', 'pg_control'), join(target, 'global', 'pg_control')];
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const first = await copyHashed(from, `${to}.first`, { sync: false });
    const second = await copyHashed(from, to, { sync });
    await rm(`${to}.first`);
    if (second !== undefined && first?.sha256 === second.sha256)
      return { path: 'postgres/global/pg_control', ...second };
    await rm(to);
  }
  throw new BackupRefused('The control file of the database changed at every look; try again when less is written.');
}

async function writeLabel(target: string, label: string, sync: boolean): Promise<Files[number]> {
  const draft = join(target, 'backup_label.draft');
  await writeFile(draft, label, { mode: 0o600 });
  const copy = await copyHashed(draft, join(target, 'backup_label'), { sync });
  await rm(draft);
  if (copy === undefined) throw new BackupRefused('The label of the backup could not be written.');
  return { path: 'postgres/backup_label', ...copy };
}

/** What the program keeps beside the database, following a link at the first level (a `files` that lies on another disk). */
async function copyRest(
  options: { dataDir: string; target: string; leftOut: readonly string[] },
  sync: boolean,
): Promise<{ directories: string[]; files: Files }> {
  const root = await realpath(options.dataDir);
  const found = (await readdir(root, { withFileTypes: true }).catch(absent)) ?? [];
  const rest = join(options.target, 'rest');
  const all: { directories: string[]; files: Files } = { directories: [], files: [] };
  for (const item of found) {
    if (isOwn(item.name) || options.leftOut.includes(item.name)) continue;
    const from = await realpath(join(root, item.name));
    const isDirectory = (await readdir(from).catch(absent)) !== undefined;
    await mkdir(rest, { recursive: true, mode: 0o700 });
    if (isDirectory) {
      const tree = await copyTree(from, join(rest, item.name), `rest/${item.name}`, { sync, entries: await listTree(from) });
      all.directories.push(`rest/${item.name}`, ...tree.directories);
      all.files.push(...tree.files);
      continue;
    }
    const copy = await copyHashed(from, join(rest, item.name), { sync });
    if (copy !== undefined) all.files.push({ path: `rest/${item.name}`, ...copy });
  }
  return all;
}

/** The name of the target in the data directory when it lies just there, which a backup leaves out; nothing when it lies elsewhere. */
async function nameBeside(dataDir: string, target: string): Promise<string> {
  const [top = '', ...below] = relative(await realpath(dataDir), await realpath(target)).split(sep);
  if (top !== '..' && top !== 'backups' && below.length > 0)
    throw new BackupRefused(
      `${target} lies in ${join(dataDir, top)}, which is itself to be saved; choose a directory outside.`,
    );
  return top;
}

export { restoreBackup } from './restore.ts';

/** The names in the data directory that belong to the cluster itself: the data, its log, its socket, its drafts. */
export function isOwn(name: string): boolean {
  return name === 'postgres' || name.startsWith('postgres.');
}
