import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { asAdmin } from './admin.ts';
import { type Cluster, startCluster } from './cluster.ts';
import { takeServerLock } from './lock.ts';
import { temporaryDirectory } from './temporary-directory.test-tool.ts';

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let cluster: Cluster;
let remove = async () => {};
const pools: postgres.Sql[] = [];

beforeAll(async () => {
  const directory = await temporaryDirectory();
  remove = directory.remove;
  cluster = await startCluster({ dataDir: join(directory.path, 'data'), log: () => {}, fast: true });
});

afterAll(async () => {
  for (const pool of pools) await pool.end({ timeout: 1 });
  await cluster.stop();
  await remove();
});

function open(): postgres.Sql {
  const pool = postgres({
    host: cluster.socketDirectory,
    port: cluster.port,
    user: cluster.superuser,
    database: 'postgres',
    max: 2,
    onnotice: () => {},
  });
  pools.push(pool);
  return pool;
}

test('One server holds the lock, a second one gets none until the first lets it go', async () => {
  const [one, two] = [open(), open()];
  const lock = await takeServerLock(one);
  expect(lock?.isHeld()).toBe(true);
  expect(await takeServerLock(two)).toBeUndefined();
  expect(await one`select 1 as free`).toEqual([{ free: 1 }]);
  await lock?.release();
  const next = await takeServerLock(two);
  expect(next?.isHeld()).toBe(true);
  await next?.release();
});

test('A server whose connection was cut knows that it no longer holds the lock, and another one can take it', async () => {
  const [one, two] = [open(), open()];
  const lock = await takeServerLock(one);
  await asAdmin(cluster, (sql) => sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'`);
  await lock?.lost;
  expect(lock?.isHeld()).toBe(false);
  const next = await takeServerLock(two);
  expect(next?.isHeld()).toBe(true);
  await next?.release();
});
