import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { findPostmaster } from '#app/platform/db/embedded/postmaster.ts';

/** Waits until `condition` holds; throws after `limit` milliseconds. */
export async function until(condition: () => boolean | Promise<boolean>, limit = 60_000): Promise<void> {
  const started = performance.now();
  while (!(await condition())) {
    if (performance.now() - started > limit) throw new Error('what was waited for did not come');
    await pause(10);
  }
}

export async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The number of PostgreSQL's first process below `dataDir`; undefined when none runs. */
export async function databaseProcess(dataDir: string): Promise<number | undefined> {
  return (await findPostmaster(await realpath(join(dataDir, 'postgres'))))?.pid;
}

/** Sends a signal to PostgreSQL's first process, SIGKILL unless told: so does a machine whose memory runs out. */
export async function killDatabase(dataDir: string, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  const running = await databaseProcess(dataDir);
  if (running !== undefined) process.kill(running, signal);
}
