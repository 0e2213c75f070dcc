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

/** Sends a signal to PostgreSQL's first process, SIGKILL unless told: so does a machine whose memory runs out. */
export async function killDatabase(dataDir: string, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  const running = await findPostmaster(await realpath(join(dataDir, 'postgres')));
  if (running !== undefined) process.kill(running.pid, signal);
}

/** Waits until no PostgreSQL runs below `dataDir`. */
export async function databaseGone(dataDir: string): Promise<void> {
  const place = await realpath(join(dataDir, 'postgres'));
  await until(async () => (await findPostmaster(place)) === undefined);
}
