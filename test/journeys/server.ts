import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { startProcess, type ServerProcess } from '../../bench/server-process.ts';
import { fillPrepared } from './prepared.ts';

export type RunningProgram = { readonly url: string; readonly dataDir: string; readonly restart: (signal?: NodeJS.Signals) => Promise<RunningProgram>; readonly stop: () => Promise<void> };

/** The built program as `npm start` runs it, on a folder of its own in which it was started and stopped once. */
export async function startProgram(environment: Readonly<Record<string, string>> = {}): Promise<RunningProgram> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ct-journey-'));
  await chmod(dataDir, 0o711);
  await fillPrepared(inject('preparedFolder'), environment, dataDir);
  return await run(dataDir, environment);
}

async function run(dataDir: string, environment: Readonly<Record<string, string>>): Promise<RunningProgram> {
  const server: ServerProcess = await startProcess('dist/server.js', { DATA_DIR: dataDir, PORT: '0', ...environment });
  return {
    url: server.url,
    dataDir,
    restart: async (signal = 'SIGTERM') => {
      await server.kill(signal);
      return await run(dataDir, environment);
    },
    stop: async () => {
      await server.kill('SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
