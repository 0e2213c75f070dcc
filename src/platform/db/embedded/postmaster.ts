import { readFile, realpath, unlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { absent, ClusterFailed, errorCode, ownedByAnother } from './failure.ts';

/** A postgres that runs on a data directory, as its postmaster.pid tells. */
export type Postmaster = {
  readonly pid: number;
  readonly port: number;
  readonly socketDirectory: string;
  readonly status: string;
};

/** Undefined when no postgres runs on `data`; a pid file that a killed postgres left, even when its number now is another program's, counts for nothing. */
export async function findPostmaster(data: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'EACCES') throw new ClusterFailed(ownedByAnother(data));
    return absent(error);
  });
  if (text === undefined) return undefined;
  const [pid = '', , , port = '', socketDirectory = '', , , status = ''] = text.split('\n');
  if (!/^\d+$/.test(pid) || !(await isPostmaster(Number(pid), data))) return undefined;
  return { pid: Number(pid), port: Number(port), socketDirectory, status: status.trim() };
}

/** Whether this process is a postgres serving `data`. False for a process that has ended and only waits to be collected. */
export async function isPostmaster(pid: number, data: string): Promise<boolean> {
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  const [program = '', ...rest] = line.split('\0');
  const at = rest.indexOf('-D');
  const served = at < 0 ? undefined : rest[at + 1];
  if (basename(program) !== 'postgres' || served === undefined) return false;
  return (await realpath(served).catch(() => served)) === data;
}

/**
 * Removes a pid file whose number has passed to another program of the same account, which alone would keep postgres from starting.
 * Every other stale file is left to postgres, which judges it better.
 */
export async function removeForeignPidFile(data: string): Promise<void> {
  const path = join(data, 'postmaster.pid');
  const text = await readFile(path, 'utf8').catch(absent);
  if (text === undefined || (await findPostmaster(data)) !== undefined) return;
  const pid = Number(text.split('\n')[0]);
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  if (line !== '') await unlink(path).catch(absent);
}
