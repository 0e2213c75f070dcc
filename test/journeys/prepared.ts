import { mkdir, stat, writeFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { startProcess } from '../../bench/server-process.ts';

const run = promisify(execFile);

/**
 * Fills the empty folder `dataDir` with what a first start makes of `environment`'s community. The first journey of a run that asks does that start, all
 * others get a copy: a first start takes as long as many a journey. `folder` is the run's own, for copies.
 */
export async function fillPrepared(folder: string, environment: Readonly<Record<string, string>>, dataDir: string): Promise<void> {
  const prepared = join(folder, (environment.COMMUNITY ?? 'halton').replaceAll(/\W/g, '-'));
  const done = join(prepared, 'done');
  if (await mkdir(prepared).then(() => true, () => false)) {
    const data = join(prepared, 'data');
    await mkdir(data, { mode: 0o711 });
    const server = await startProcess('dist/server.js', { ...environment, DATA_DIR: data, PORT: '0' }).catch(async (error: unknown) => {
      await writeFile(done, String(error));
      throw error;
    });
    await server.kill('SIGTERM');
    await writeFile(done, '');
  }
  while (!(await stat(done).catch(() => undefined))) await wait(100);
  // The owners go with the files: PostgreSQL reads only what is its own.
  await run('cp', ['-a', `${join(prepared, 'data')}/.`, dataDir]);
}
