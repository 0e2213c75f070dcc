import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/database.ts';
import { casesOf } from './compare.test-tool.ts';
import { type Case, lookAt, type Verb, type Who } from './engine.test-tool.ts';
import { mutantsOf } from './mutant.test-tool.ts';
import { isRedundant } from './redundant.test-tool.ts';
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

type Policy = { name: string; table: string; cmd: 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE' | 'ALL'; qual: string | null; check: string | null };
const verbsOf: Record<Policy['cmd'], readonly Verb[]> = { SELECT: ['read'], INSERT: ['add'], UPDATE: ['change'], DELETE: ['remove'], ALL: ['read', 'add', 'change', 'remove'] };
class Undone extends Error {}

/** Whoever caught the last mutant is asked first about the next one. */
const asked: Who[] = [];
async function caught(change: string, item: Case, verbs: readonly Verb[]): Promise<boolean> {
  let seen = false;
  await database.admin.begin(async (sql) => {
    await sql.unsafe(change);
    for (const who of [...asked]) {
      if ((await lookAt(sql, database, item, who, verbs)).wrong.length === 0) continue;
      asked.splice(asked.indexOf(who), 1);
      asked.unshift(who);
      seen = true;
      break;
    }
    throw new Undone();
  }).catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  return seen;
}

test('every mutant of every policy of the module is caught: opened, turned, one term dropped', async () => {
  const policies = await database.admin<Policy[]>`select policyname as name, tablename as table, cmd, qual, with_check as check from pg_policies where schemaname = 'access' and not 'ct_owner' = any (roles) order by tablename, policyname`;
  asked.push(...world.whos.toSorted((left, right) => Number(right.deep) - Number(left.deep)));
  const survivors: string[] = [];
  let count = 0;
  for (const { name, table, cmd, qual, check } of policies) {
    const item = cases.find((one) => one.table === table);
    if (!item) throw new Error(table);
    for (const [kind, text] of [['using', qual], ['with check', check]] as const) for (const [what, mutant] of text ? mutantsOf(text) : []) {
      count += 1;
      const label = `${table} ${name} ${kind}: ${what}`;
      // Of a redundant term it would take everybody to learn nothing.
      if (!isRedundant(label) && !(await caught(`alter policy "${name}" on access.${table} ${kind} (${mutant})`, item, verbsOf[cmd]))) survivors.push(label);
    }
  }
  expect(survivors).toEqual([]);
  expect(count).toBeGreaterThan(850);
}, 600_000);
