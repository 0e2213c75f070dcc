import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Scope } from '#app/platform/db/scope.ts';
import { openPilotWorld, type PilotWorld } from '#test/pilot-world.ts';
import { pilotTables } from './tables.test-tool.ts';

let world: PilotWorld;
let id: string;
beforeAll(async () => {
  world = await openPilotWorld();
  ({ id } = await world.youth('2000-05-05'));
  const { admin, clock } = world.database;
  const code = await world.codeOf(id);
  const she = await world.desk();
  await she.post('/en/funding/own-plan/goal/keep', { code, words: 'A goal', area: 'health' });
  const goal = (await admin<{ id: string }[]>`select id from funding.plan_goal`)[0]?.id ?? '';
  await she.post('/en/funding/own-plan/step', { code, goal, 'step-words': 'A step' });
  await she.post('/en/funding/own-plan/word', { code, goal, 'word-words': 'A word' });
  await she.post('/en/funding/own-plan/ready', { code, item: 'health-card' });
  const by = world.member.intake.account;
  await admin`insert into funding.mentor_contact (id, enrolment_id, on_date, how, reached, recorded_by, recorded_at) values (gen_random_uuid(), ${id}, '2019-06-01', 'phone', true, ${by}, ${clock.now()})`;
  await admin`alter table funding.pilot_outcome disable trigger pilot_outcome_when`;
  await admin`insert into funding.pilot_outcome (enrolment_id, point, measured_on, activities, hours, satisfied, housing, recorded_by, recorded_at) values (${id}, 0, '2019-01-07', '{}', 0, 'yes', 'own', ${by}, ${clock.now()})`;
  await admin`alter table funding.pilot_outcome enable trigger pilot_outcome_when`;
});
afterAll(async () => await world.close());

class Undone extends Error {}
type By = <T>(work: (scope: Scope) => Promise<T>) => Promise<T>;
async function holds(by: By, work: (scope: Scope) => Promise<boolean>): Promise<boolean> {
  let held = false;
  try {
    await by(async (scope) => {
      held = await work(scope);
      throw new Undone();
    });
  } catch (error) {
    if (error instanceof Undone) return held;
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === '42501') return false;
    if (code === '23503' || code === '23001' || code === '23514') return true;
    throw error;
  }
  return held;
}

test('each role sees and changes exactly what the README says, in both agencies, and the words of a plan are behind no right to read', async () => {
  const actors: readonly (readonly [string, By])[] = [
    ...(['intake', 'clinician', 'supervisor', 'volunteer', 'outside', 'nurse', 'officer'] as const).map((name) => [name, async <T>(work: (scope: Scope) => Promise<T>) => await world.by(name, work)] as const),
    ['manager', world.as.manager], ['analyst', world.as.analyst], ['worker', world.as.worker], ['public', world.as.public], ['auditLine', world.as.auditLine],
  ];
  const found: Record<string, Record<string, string>> = {};
  for (const table of pilotTables) for (const [name, by] of actors) {
    const target = `funding.${table}`;
    const key = table === 'enrolment' ? 'studies' : 'origin';
    let marks = '';
    if (await holds(by, async ({ sql }) => (await sql`select 1 from ${sql(target)} limit 1`).length > 0)) marks += 'r';
    if (['support_scheme', 'readiness_item', 'pilot', 'enrolment'].includes(table) && (await holds(by, async ({ sql }) => (await sql`update ${sql(target)} set ${sql(key)} = ${sql(key)}`).count > 0))) marks += 'u';
    if (await holds(by, async ({ sql }) => (await sql`delete from ${sql(target)}`).count > 0)) marks += 'd';
    if (marks !== '') found[table] = { ...found[table], [name]: marks };
  }
  const everybody = { intake: 'r', clinician: 'r', supervisor: 'r', volunteer: 'r', outside: 'r', nurse: 'r', officer: 'r', manager: 'r', analyst: 'r', worker: 'ru', public: 'r' };
  // The rule of support holds from 2023 on: in 2019 nobody but the worker that keeps it knows of it.
  expect(found).toEqual({ support_scheme: { worker: 'ru' }, readiness_item: everybody, pilot: everybody, enrolment: { intake: 'ru', supervisor: 'ru' } });
});

test('contacts, outcomes and enrolments are entered in one’s own name about people of one’s own agency alone', async () => {
  const contact = (name: Parameters<PilotWorld['by']>[0], by: string) => holds(async (work) => await world.by(name, work), async ({ sql }) =>
    (await sql`insert into funding.mentor_contact (id, enrolment_id, on_date, how, reached, recorded_by, recorded_at) values (gen_random_uuid(), ${id}, '2019-06-01', 'phone', true, ${by}, now())`).count > 0);
  const own = async (name: 'intake' | 'supervisor' | 'clinician' | 'outside' | 'volunteer' | 'officer') => await contact(name, world.member[name].account);
  expect([await own('intake'), await own('supervisor'), await own('clinician'), await own('outside'), await own('volunteer'), await own('officer')]).toEqual([true, true, false, false, false, false]);
  expect(await contact('intake', world.member.supervisor.account)).toBe(false);
  const person = await world.enter('outside', { given: 'Elsewhere', family: 'Made', birth: '2000-05-05' });
  const enrol = (name: 'intake' | 'outside', agency: string) => holds(async (work) => await world.by(name, work), async ({ sql }) => (await sql`insert into funding.enrolment (id, pilot_slug, person_id, agency_id, agreed_on, agreed_how, counted, joined_on, entered_by, entered_at)
    values (gen_random_uuid(), 'bridge-demo', ${person}, ${agency}, '2019-06-01', 'written', true, '2019-06-01', ${world.member[name].account}, now())`).count > 0);
  // South works with her and runs no pilot; north runs one and does not work with her.
  expect([await enrol('outside', world.agencies.south), await enrol('outside', world.agencies.north), await enrol('intake', world.agencies.north)]).toEqual([false, false, false]);
});

test('what stands behind a function is refused to whoever may not, with and without a context', async () => {
  const read = async (name: Parameters<PilotWorld['by']>[0]) => await world.by(name, async ({ sql }) => (await sql`select funding.read_enrolment(${id}) is not null as there`)[0]?.there);
  expect([await read('intake'), await read('supervisor'), await read('clinician'), await read('outside'), await read('volunteer'), await read('officer')]).toEqual([true, true, false, false, false, false]);
  await expect(world.as.public(async ({ sql }) => await sql`select funding.read_enrolment(${id})`)).rejects.toThrow('permission denied');
  expect(await world.as.public(async ({ sql }) => (await sql`select funding.own_plan() as plan`)[0]?.plan)).toBe(null);
  for (const call of ['enrolment_by_code()', 'plan_of(gen_random_uuid())', 'writable_enrolment(null)']) await expect(world.as.public(async ({ sql }) => await sql.unsafe(`select funding.${call}`)), call).rejects.toThrow('permission denied');
});
