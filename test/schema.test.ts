import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeSchema } from './describe-schema.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => await database.close());

test('db/schema.sql shows the schema as the migrations and policies make it (npm test -- test/schema -u writes it anew)', async () => {
  await expect(await describeSchema(database.admin)).toMatchFileSnapshot('../db/schema.sql');
});
