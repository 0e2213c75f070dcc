import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startProcess } from '../../bench/server-process.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'ct-stop-'));
await chmod(dataDir, 0o711);
afterAll(async () => await rm(dataDir, { recursive: true, force: true }));

test('told to stop in the moment in which it is ready, the program leaves no database running', async () => {
  const server = await startProcess('dist/server.js', { DATA_DIR: dataDir, PORT: '0', COMMUNITY: 'communities/maple-ford' });
  await server.kill('SIGTERM');
  expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
}, 120_000);
