import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/database.ts';
import { casesOf, compareProof } from './compare.test-tool.ts';
import type { Case } from './engine.test-tool.ts';
import { openProof, type ProofWorld } from './world.test-tool.ts';

let database: TestDatabase;
let world: ProofWorld;
let cases: readonly Case[];
beforeAll(async () => {
  database = await openTestDatabase();
  world = await openProof(database);
  cases = await casesOf(world);
}, 60_000);
afterAll(async () => await database.close());

test('every table of the module stands in the proof', async () => {
  const tables = await database.admin<{ name: string }[]>`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'access' and c.relkind in ('r', 'p') order by 1`;
  expect(cases.map((item) => item.table).toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
});

test('who reads, enters, changes and removes which row of which table agrees with an oracle written apart', async () => {
  const { cells, wrong } = await compareProof(world, cases);
  expect(wrong).toEqual([]);
  expect(cells).toBeGreaterThanOrEqual(50_000);
}, 300_000);
