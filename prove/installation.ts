import { execFile } from 'node:child_process';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startCluster } from '#app/platform/db/embedded/cluster.ts';
import { openPool, type Pool } from '#app/platform/db/pool.ts';
import { embeddedDatabase } from '#app/program/open-database.ts';
import { scratchFolder, type ServerProcess, startProcess } from '../bench/server-process.ts';

export const execute = promisify(execFile);

let made: Promise<{ path: string; remove(): Promise<void> }> | undefined;

/** Puts a demonstration that was started once and stopped into `folder`, which is made; the first start is done once for all programmes. */
export async function installInto(folder: string): Promise<void> {
  made ??= firstStart();
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o711);
  await execute('cp', ['-a', `${(await made).path}/.`, folder]);
}

async function firstStart() {
  const folder = await scratchFolder();
  await (await startServer(folder.path)).kill('SIGTERM');
  return folder;
}

/** Removes what `installInto` copies from. */
export async function forgetInstallation(): Promise<void> {
  await (await made)?.remove();
  made = undefined;
}

export async function startServer(dataDir: string, environment: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  return await startProcess('dist/server.js', { DATA_DIR: dataDir, PORT: '0', ...environment });
}

/** Runs `work` with a copy of the demonstration and a scratch folder beside it. */
export async function withInstallation<T>(work: (place: { dataDir: string; scratch: string }) => Promise<T>): Promise<T> {
  const folder = await scratchFolder();
  try {
    const dataDir = join(folder.path, 'data');
    await installInto(dataDir);
    return await work({ dataDir, scratch: folder.path });
  } finally {
    await folder.remove();
  }
}

/** Opens the database below `dataDir` as its superuser, for checks; stops it afterwards when nobody else is connected. */
export async function asSuperuser<T>(dataDir: string, work: (sql: Pool) => Promise<T>, database = embeddedDatabase): Promise<T> {
  const cluster = await startCluster({ dataDir, log: () => {} });
  const sql = openPool({ socketDirectory: cluster.socketDirectory, port: cluster.port, user: cluster.superuser, database }, { max: 1 });
  try {
    return await work(sql);
  } finally {
    await sql.end();
    await cluster.stop({ onlyIfAlone: true });
  }
}
