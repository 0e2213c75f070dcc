import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/database.ts';
import { compareMatrix, fillMatrix, type Look, type MatrixWorld } from './matrix.test-tool.ts';

let database: TestDatabase;
let world: MatrixWorld;
beforeAll(async () => {
  database = await openTestDatabase();
  world = await fillMatrix(database, 30, 7, { agencies: 2, roles: ['intake-worker', 'clinician', 'access-supervisor', 'volunteer'] });
}, 120_000);
afterAll(async () => await database.close());

/** Runs the matrix on a database changed by `change`, undoes the change, and says whether the matrix saw it. */
async function caught(change: string, undo: string, look: Look): Promise<boolean> {
  await database.admin.unsafe(change);
  try {
    return (await compareMatrix(world, look)).wrong.length > 0;
  } finally {
    await database.admin.unsafe(undo);
  }
}

test('the world of the mutants agrees with the oracle before anything is changed', async () => {
  expect((await compareMatrix(world)).wrong).toEqual([]);
}, 60_000);

test('every mutant of the sets that the policies ask is caught: no end, no withdrawal, no start, nobody lifted', async () => {
  const cuts: [string, RegExp, string][] = [
    ['access.assigned_persons()', / and \(a\.to_date is null or a\.to_date >= \(select platform\.ctx_today\(\)\)\)/, ''],
    ['access.assigned_persons()', / and a\.from_date <= \(select platform\.ctx_today\(\)\)/, ''],
    ['access.assigned_persons()', /a\.account_id = \(select platform\.ctx_account\(\)\)/, 'true'],
    ['access.barred_persons()', /b\.account_id = \(select platform\.ctx_account\(\)\)/, 'false'],
    ['access.locked_persons(text)', /i\.lifted_at is null and /, ''],
    ['access.locked_persons(text)', /\(i\.category is null or i\.category = section\)/, 'true'],
    ['access.locked_persons(text)', /i\.agency_id is null or /, ''],
    ['access.locked_persons(text)', /\(i\.account_id is null or i\.account_id = \(select platform\.ctx_account\(\)\)\)/, 'true'],
    ['access.shared_persons(text)', /c\.withdrawn_at is null and /, ''],
    ['access.shared_persons(text)', / and \(c\.expires_on is null or c\.expires_on >= \(select platform\.ctx_today\(\)\)\)/, ''],
    ['access.shared_persons(text)', /c\.starts_on <= \(select platform\.ctx_today\(\)\) and /, ''],
    ['access.shared_persons(text)', /section = any \(c\.categories\)/, 'true'],
    ['access.shared_persons(text)', / and 'care' = any \(c\.purposes\)/, ''],
    ['access.shared_persons(text)', /c\.to_agencies @> array\[\(select platform\.ctx_agency\(\)\)\]/, 'true'],
    ['access.opened_persons()', / and g\.ends_at > \(select platform\.ctx_now\(\)\)/, ''],
    ['access.opened_persons()', / and g\.opened_at <= \(select platform\.ctx_now\(\)\)/, ''],
    ['access.opened_persons()', /g\.account_id = \(select platform\.ctx_account\(\)\)/, 'true'],
  ];
  const survivors: string[] = [];
  for (const [name, from, to] of cuts) {
    const [row] = await database.admin<{ text: string }[]>`select pg_get_functiondef(${name}::regprocedure) as text`;
    const text = row?.text ?? '';
    expect(text, `${name} has no ${from}`).toMatch(from);
    if (!(await caught(text.replace(from, to), text, { tables: ['person_identity', 'person_contact'], decide: true }))) survivors.push(`${name}: ${from.source}`);
  }
  expect(survivors).toEqual([]);
}, 300_000);
