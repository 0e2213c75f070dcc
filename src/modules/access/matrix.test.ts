import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/database.ts';
import { compareMatrix, fillMatrix, type MatrixWorld } from './matrix.test-tool.ts';

let database: TestDatabase;
let world: MatrixWorld;
beforeAll(async () => {
  database = await openTestDatabase();
  world = await fillMatrix(database, 12, 20190603);
}, 120_000);
afterAll(async () => await database.close());

test('who sees and writes which section of whom agrees with an oracle written apart, in at least 50,000 cells', async () => {
  const { cells, wrong } = await compareMatrix(world);
  expect(wrong).toEqual([]);
  expect(cells).toBeGreaterThanOrEqual(50_000);
}, 120_000);
