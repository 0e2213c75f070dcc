import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { join } from 'node:path';
import { newId } from '#app/platform/db/id.ts';
import { expectedSchema, migrate } from '#app/platform/db/migrate.ts';
import { openPool, type Pool } from '#app/platform/db/pool.ts';
import { embeddedLogin } from '#app/platform/db/roles.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { readConfig } from '#app/platform/config/config.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { realClock } from '#app/platform/clock/clock.ts';
import { findOrMakeInstallation } from './first-start.ts';
import { prepare } from './open-database.ts';
import { awaitSchema, readinessOf } from './readiness.ts';

const place = { socketDirectory: inject('socketDirectory'), port: inject('databasePort') };
const names = [1, 2].map(() => `t_${newId().replaceAll('-', '')}`);
const pools: Pool[] = [];
const open = (user: string, database: string) => {
  const pool = openPool({ ...place, user, database }, { max: 1 });
  pools.push(pool);
  return pool;
};
const [one = '', other = ''] = names;
let reports: Awaited<ReturnType<typeof migrate>>[] = [];

// The first is made from nothing by three processes at once; the second is a community of its own on the same PostgreSQL, made while they do.
beforeAll(async () => {
  const maker = open(inject('superuser'), 'postgres');
  for (const name of names) await maker.unsafe(`create database ${name} template template0`);
  const bring = async (name: string) => await migrate(open(inject('superuser'), name), { root: projectRoot(), login: embeddedLogin, createLogin: true });
  [reports] = await Promise.all([Promise.all([bring(one), bring(one), bring(one)]), bring(other)]);
  await Promise.all([1, 2, 3].map(async () => await prepare(openPool({ ...place, user: inject('superuser'), database: one }, { max: 1 }), embeddedLogin, true)));
});
afterAll(async () => {
  const [maker, ...rest] = pools;
  await Promise.all(rest.map(async (pool) => await pool.end({ timeout: 1 })));
  for (const name of names) await maker?.unsafe(`drop database if exists ${name} with (force)`);
  await maker?.end();
});

test('three processes that start at once on an empty database migrate it once', async () => {
  const applied = reports.map((report) => report.applied.length).sort((a, b) => b - a);
  expect(applied[0]).toBeGreaterThan(50);
  expect(applied.slice(1)).toEqual([0, 0]);
  const [row] = await open(embeddedLogin, one)<{ schema: string }[]>`select platform.schema_state() as schema`;
  expect(row?.schema).toBe(await expectedSchema(projectRoot()));
});

test('three servers that start at once on an empty database load its community once', async () => {
  const config = readConfig({ DATABASE_URL: 'postgres://x@localhost/x', COMMUNITY: join(projectRoot(), 'communities', 'maple-ford') });
  const made = await Promise.all([1, 2, 3].map(async () => await findOrMakeInstallation(open(embeddedLogin, one), config, undefined)));
  expect(made).toEqual(Array(3).fill({ demonstration: false, timeZone: 'America/Winnipeg' }));
  const [row] = await open(inject('superuser'), one)<{ n: number }[]>`select count(*)::int as n from plan.community`;
  expect(row?.n).toBe(1);
});

test('two communities on one PostgreSQL are two databases: what stands in one is not there in the other, and its context is worth nothing there', async () => {
  const count = async (name: string) => await inScope({ pool: open(embeddedLogin, name), clock: realClock, timeZone: 'UTC' }, { as: 'public', purpose: 'test' }, async ({ sql }) =>
    (await sql<{ n: number }[]>`select count(*)::int as n from plan.community`)[0]?.n);
  expect([await count(one), await count(other)]).toEqual([1, 0]);
  const keys = await Promise.all(names.map(async (name) => (await open(inject('superuser'), name)<{ first: Buffer }[]>`select first from platform.context_key`)[0]?.first.toString('hex')));
  expect(keys[0]).not.toBe(keys[1]);
  await expect(open(embeddedLogin, other).unsafe(`select * from ${one}.plan.community`)).rejects.toMatchObject({ code: '0A000' });
});

test('a process waits for the schema of its program and says so when it does not come', async () => {
  const lines: string[] = [];
  await awaitSchema(open(embeddedLogin, one), (line) => lines.push(line), 100);
  expect(lines).toEqual([]);
  await expect(awaitSchema(open(inject('superuser'), 'postgres'), (line) => lines.push(line), 100)).rejects.toThrow('does not have the schema of this program');
  expect(lines).toHaveLength(1);
});

test('a process is ready when it hears the database and the schema is its own, neither older nor newer, and not while it is stopped', async () => {
  let [age, schema, draining] = [0, 'mine', false];
  const pulse = { age: () => age, schema: () => schema, position: async () => 0n, tell: async () => {}, stop: async () => {} };
  const ready = readinessOf({ pulse: () => pulse, draining: () => draining, expected: 'mine' });
  expect(ready()).toBe('ready');
  schema = 'newer';
  expect(ready()).toBe('schema');
  [schema, age] = ['mine', 4000];
  expect(ready()).toBe('database');
  [age, draining] = [0, true];
  expect(ready()).toBe('draining');
});
