import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { raw } from 'hono/html';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { realClock } from '#app/platform/clock/clock.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { migrate } from '#app/platform/db/migrate.ts';
import { openPool, type Pool, type Sql } from '#app/platform/db/pool.ts';
import type { Database } from '#app/platform/db/scope.ts';
import { page, redirect } from '#app/platform/http/answer.ts';
import { mountRoutes } from '#app/platform/http/mount.ts';
import { PageCache } from '#app/platform/http/page-cache.ts';
import type { Route } from '#app/platform/http/route.ts';
import { silentLog } from '#app/platform/log/log.ts';
import { listenToOthers, type Others } from '#app/program/listen-to-others.ts';
import { startPair } from '../bench/many/postgres.ts';

let folder: string;
let pair: Awaited<ReturnType<typeof startPair>>;
let admin: Pool;
let standby: Pool;
const servers: { app: ReturnType<typeof mountRoutes>; others: Others; pool: Pool }[] = [];

const read = async (sql: Sql) => (await sql<{ word: string }[]>`select word from public.wall order by word desc limit 1`)[0]?.word ?? '';
const routes: Route[] = [
  { method: 'GET', path: '/wall', may: 'anyone', audit: 'none', handle: async ({ sql }) => page(raw(await read(sql))) },
  { method: 'GET', path: '/page', may: 'anyone', audit: 'none', cached: true, handle: async ({ sql }) => page(raw(await read(sql))) },
  { method: 'GET', path: '/visits', may: 'anyone', audit: 'none', handle: async ({ sql }) => {
    await sql`insert into public.wall (word) values ('')`;
    return page(raw('counted'));
  } },
  { method: 'POST', path: '/wall', may: 'anyone', audit: 'none', handle: async ({ sql, form }) => {
    await sql`insert into public.wall (word) values (${form.text('word')})`;
    return redirect('/en/wall');
  } },
];

async function startServer(): Promise<(typeof servers)[number]> {
  const address = { url: pair.primary.url('ct_serve') };
  const others = listenToOthers({ address, replicaUrl: pair.replica.url('ct_serve'), connections: 3, log: silentLog });
  const pool = openPool(address, { max: 3 });
  const database: Database = { pool, clock: realClock, timeZone: 'UTC', ...(others.replica ? { replica: others.replica } : {}) };
  const cache = new PageCache();
  others.refreshBy(async () => cache.forget());
  const app = mountRoutes({ database, routes, cache, baseUrl: 'http://localhost', log: silentLog, afterCommit: () => {}, problemPage: (name) => raw(name), signInPath: () => '/' });
  return { app, others, pool };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ct-replica-'));
  await chmod(folder, 0o711);
  pair = await startPair(folder, { fast: true });
  const maker = openPool({ url: pair.primary.url('postgres', 'postgres') }, { max: 1 });
  await maker`create role ct_serve login noinherit`;
  await maker`create database common_table template template0`;
  await maker.end();
  admin = openPool({ url: pair.primary.url('postgres') }, { max: 1 });
  await migrate(admin, { root: projectRoot(), login: 'ct_serve', createLogin: false });
  await admin`create table public.wall (word text not null)`;
  await admin`grant select, insert on public.wall to ct_public`;
  await admin`create trigger changed after insert on public.wall for each statement execute function platform.content_changed()`;
  standby = openPool({ url: pair.replica.url('postgres', 'postgres') }, { max: 1 });
  servers.push(await startServer(), await startServer());
  await offered();
  // A whole PostgreSQL of its own is made and migrated here: on a busy machine that takes a while.
}, 240_000);
afterAll(async () => {
  for (const { others, pool } of servers) {
    await others.stop();
    await pool.end({ timeout: 1 });
  }
  await Promise.all([admin?.end({ timeout: 1 }), standby?.end({ timeout: 1 })]);
  await pair?.stop();
  await rm(folder, { recursive: true, force: true });
});

const offered = async () => {
  while (!servers.every(({ others }) => others.replica?.offers() !== undefined)) await pause(50);
};
const post = async (n: number, word: string) => await servers[n]?.app.request('/en/wall', { method: 'POST', body: `word=${word}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
const get = async (n: number, path: string) => await (await servers[n]?.app.request(path))?.text();
const answered = () => servers.map(({ others }) => others.replica?.figures()).reduce((sum, one) => ({ replica: sum.replica + (one?.replica ?? 0), primary: sum.primary + (one?.primary ?? 0) }), { replica: 0, primary: 0 });

test('whoever wrote on one server reads it on the other, without a cookie or an address that carries anything, and the replica is what answers', async () => {
  const before = answered();
  for (let n = 0; n < 60; n += 1) {
    const word = `a${String(n).padStart(4, '0')}`;
    const answer = await post(n % 2, word);
    expect([answer?.status, answer?.headers.get('location'), answer?.headers.get('set-cookie')]).toEqual([303, '/en/wall', null]);
    expect(await get((n + 1) % 2, '/en/wall')).toContain(word);
  }
  const after = answered();
  expect(after.replica - before.replica).toBeGreaterThan(30);
});

test('the same while the replica stands still: it is left alone by every server until it has caught up', async () => {
  await standby`select pg_wal_replay_pause()`;
  const before = answered();
  for (let n = 0; n < 6; n += 1) {
    const word = `b${n}`;
    await post(n % 2, word);
    // The other server hears of it a moment later; a visitor's next request takes longer than this.
    await pause(20);
    expect(await get((n + 1) % 2, '/en/wall')).toContain(word);
    expect(await get((n + 1) % 2, '/en/page')).toContain(word);
  }
  expect(answered().replica - before.replica).toBe(0);
  await standby`select pg_wal_replay_resume()`;
  await expect.poll(async () => {
    await get(0, '/en/wall');
    return answered().replica - before.replica;
  }, { timeout: 10_000 }).toBeGreaterThan(0);
});

test('a page is never kept from a replica that lacked the change it was drawn anew for', async () => {
  await offered();
  for (let n = 0; n < 20; n += 1) {
    const word = `c${String(n).padStart(2, '0')}`;
    await admin`insert into public.wall (word) values (${word})`;
    await expect.poll(async () => await get(n % 2, '/en/page'), { interval: 2 }).toContain(word);
    expect(await get(n % 2, '/en/page')).toContain(word);
  }
});

test('a read that turns out to write is done on the primary', async () => {
  expect(await get(0, '/en/visits')).toContain('counted');
});

test('without the replica the primary answers; without the primary the replica does, and a post is refused honestly', async () => {
  await offered();
  await pair.replica.kill('SIGKILL');
  expect(await get(0, '/en/wall')).toContain('c19');
  const posted = performance.now();
  expect((await post(0, 'd0'))?.status).toBe(303);
  expect(performance.now() - posted).toBeLessThan(2000);
  await pair.replica.start();
  await offered();
  await pair.primary.kill('SIGKILL');
  await pause(2200);
  // Connections that died with the replica are made anew first: until then a read may be refused with 503, never answered wrongly.
  await expect.poll(async () => await get(1, '/en/wall'), { timeout: 10_000 }).toContain('d0');
  expect((await post(0, 'd1'))?.status).toBe(503);
  await pair.primary.start();
  await expect.poll(async () => (await post(0, 'd2'))?.status, { timeout: 20_000 }).toBe(303);
  await expect.poll(async () => await get(1, '/en/wall'), { timeout: 5000 }).toContain('d2');
});
