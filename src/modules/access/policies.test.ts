import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Scope } from '#app/platform/db/scope.ts';
import { type AccessWorld, openAccessWorld, type StaffName, staffNames } from './access-world.test-tool.ts';

let world: AccessWorld;
const pair = { left: '', right: '', id: '0b0f2a52-6c1e-4a40-8f5b-9e4a3f1d2c10' };
beforeAll(async () => {
  world = await openAccessWorld();
  const [one, two] = [await world.enter('intake', { given: 'A', family: 'B' }), await world.enter('intake', { given: 'A', family: 'B' })].toSorted();
  Object.assign(pair, { left: one, right: two });
  await world.database.admin`insert into access.person_pair (id, left_id, right_id, entered_at) values (${pair.id}, ${pair.left}, ${pair.right}, now())`;
});
afterAll(async () => await world.close());

class Undone extends Error {}
async function holds(who: StaffName, work: (scope: Scope) => Promise<boolean>): Promise<boolean> {
  let held = false;
  await world.by(who, async (scope) => {
    held = await work(scope);
    throw new Undone();
  }).catch((error: unknown) => {
    if (!(error instanceof Undone) && !(error instanceof Error && 'code' in error && error.code === '42501')) throw error;
  });
  return held;
}

test('a pair of records is read and judged by a supervisor of the agency that holds both, and by nobody else', async () => {
  const cells: Record<string, string> = {};
  for (const who of staffNames) {
    const read = await holds(who, async ({ sql }) => (await sql`select id from access.person_pair`).length > 0);
    const judged = await holds(who, async ({ sql, now }) => (await sql`update access.person_pair set state = 'not-same', decided_by = ${world.member[who].account}, decided_at = ${now}`).count > 0);
    const forged = await holds(who, async ({ sql, now }) => (await sql`update access.person_pair set state = 'same', decided_by = ${world.member.officer.account}, decided_at = ${now}`).count > 0);
    const deleted = await holds(who, async ({ sql }) => (await sql`delete from access.person_pair`).count > 0);
    cells[who] = `${read ? 'r' : ''}${judged ? 'u' : ''}${forged ? 'f' : ''}${deleted ? 'd' : ''}`;
  }
  expect(cells).toEqual({ intake: '', clinician: '', supervisor: 'ru', volunteer: '', outside: '', nurse: '', officer: '' });
});

test('the functions of the pages give nothing to whoever may not ask', async () => {
  const ask = async (who: StaffName) => await world.by(who, async ({ sql }) => ({
    looks: (await sql`select * from access.list_looks(${pair.left})`).length > 0,
    facts: (await sql<{ facts: unknown }[]>`select access.decision_facts(${pair.left}, 'identity') as facts`)[0]?.facts !== null,
    colleagues: (await sql`select * from access.list_colleagues()`).length,
  }));
  expect(await ask('volunteer')).toEqual({ looks: false, facts: false, colleagues: 4 });
  expect(await ask('outside')).toEqual({ looks: false, facts: false, colleagues: 3 });
  expect(await ask('officer')).toEqual({ looks: true, facts: false, colleagues: 3 });
  expect(await ask('supervisor')).toEqual({ looks: true, facts: true, colleagues: 4 });
  await expect(world.by('supervisor', async ({ sql }) => await sql`select * from access.ending_consents()`)).rejects.toThrow('permission denied');
});

test('outside a demonstration the worker enters nobody', async () => {
  const enter = async (scope: Scope) => await scope.sql`insert into access.person (id, agency_id, demonstration, entered_at, changed_at) values (gen_random_uuid(), ${world.agencies.north}, true, ${scope.now}, ${scope.now})`;
  await expect(world.as.worker(enter)).rejects.toThrow('row-level security');
});
