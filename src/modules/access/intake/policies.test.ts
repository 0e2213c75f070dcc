import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Scope } from '#app/platform/db/scope.ts';
import { type AccessWorld, type StaffName, staffNames } from '../access-world.test-tool.ts';
import { ask, openIntakeWorld } from './intake-world.test-tool.ts';

let world: AccessWorld;
let id: string;
beforeAll(async () => {
  world = await openIntakeWorld();
  ({ id } = await ask(world));
  const answer = await (await world.visit('intake')).post(`/en/access/intakes/${id}/hand-offs/new`, { how: 'three-way-call', to: world.agencies.south, 'to-person': 'Sam (demo)', on: '2019-06-03', agreed: 'They meet' });
  expect(answer.status).toBe(303);
});
afterAll(async () => await world.close());

class Undone extends Error {}
async function holds(who: StaffName | 'public' | 'manager' | 'worker', work: (scope: Scope) => Promise<boolean>): Promise<boolean> {
  let held = false;
  const attempt = async (scope: Scope) => {
    held = await work(scope);
    throw new Undone();
  };
  await (who === 'public' ? world.as.public(attempt) : who === 'manager' ? world.as.manager(attempt) : who === 'worker' ? world.as.worker(attempt) : world.by(who, attempt)).catch((error: unknown) => {
    if (!(error instanceof Undone) && !(error instanceof Error && 'code' in error && error.code === '42501')) throw error;
  });
  return held;
}
const everybody = [...staffNames, 'manager', 'public', 'worker'] as const;
async function table(tries: Readonly<Record<string, (scope: Scope, who: string) => Promise<boolean>>>): Promise<Record<string, string>> {
  const cells: Record<string, string> = {};
  for (const who of everybody) {
    let cell = '';
    for (const [letter, work] of Object.entries(tries)) if (await holds(who, async (scope) => await work(scope, who))) cell += letter;
    if (cell !== '') cells[who] = cell;
  }
  return cells;
}
const account = ({ actor }: Scope) => (actor.kind === 'staff' ? actor.account : null);

test('a request is read and kept by the workers and supervisors of the agency that runs the point; nobody makes or deletes one but by the door', async () => {
  expect(await table({
    r: async ({ sql }) => (await sql`select id from access.intake`).length > 0,
    u: async ({ sql }) => (await sql`update access.intake set level = level`).count > 0,
    i: async ({ sql }) => (await sql`insert into access.intake (id, agency_id, point_slug, door, language, anonymous, received_at, once) values (gen_random_uuid(), ${world.agencies.north}, 'children', 'web', 'en', true, now(), 'x')`).count > 0,
    d: async ({ sql }) => (await sql`delete from access.intake`).count > 0,
    s: async ({ sql }) => (await sql`select once from access.intake`).length > 0,
    c: async ({ sql }) => (await sql`select code_hash from access.intake`).length > 0,
    a: async ({ sql }) => (await sql`update access.intake set agency_id = ${world.agencies.south}`).count > 0,
  })).toEqual({ intake: 'ru', supervisor: 'ru', worker: 'r' });
});

test('who asked and what was written is in no table that anybody reads', async () => {
  expect(await table({
    r: async ({ sql }) => (await sql`select intake_id from access.intake_detail`).length > 0,
    i: async ({ sql }) => (await sql`insert into access.intake_detail (intake_id) values (${id})`).count > 0,
    u: async ({ sql }) => (await sql`update access.intake_detail set phone = 'x'`).count > 0,
    d: async ({ sql }) => (await sql`delete from access.intake_detail`).count > 0,
    n: async ({ sql }) => (await sql`select note from access.intake_event`).length > 0,
    g: async ({ sql }) => (await sql`select agreed from access.hand_off`).length > 0,
    f: async ({ sql }) => (await sql<{ o: unknown }[]>`select access.read_intake(${id}) as o`)[0]?.o !== null,
    k: async ({ sql }) => (await sql`select access.seek_intakes('zofia')`).length > 0,
    w: async ({ sql }) => (await sql<{ o: unknown }[]>`select access.withdraw_intake() as o`)[0]?.o !== null,
  })).toEqual({ intake: 'fk', supervisor: 'fk' });
});

test('what happened is read with the request, written in one’s own name, and never changed', async () => {
  const insert = async ({ sql, now, today }: Scope, by: string | null) => (await sql`insert into access.intake_event (id, intake_id, kind, at, on_date, account_id) values (gen_random_uuid(), ${id}, 'attempt', ${now}, ${today}, ${by})`).count > 0;
  expect(await table({
    r: async ({ sql }) => (await sql`select id from access.intake_event`).length > 0,
    i: async (scope) => await insert(scope, account(scope)),
    f: async (scope) => await insert(scope, world.member.officer.account),
    u: async ({ sql }) => (await sql`update access.intake_event set kind = 'closed'`).count > 0,
    d: async ({ sql }) => (await sql`delete from access.intake_event`).count > 0,
  })).toEqual({ intake: 'ri', supervisor: 'ri' });
});

test('a hand-over is read by both sides, recorded by the one and confirmed by each in its own way', async () => {
  const confirm = async (scope: Scope, how: string, by = account(scope)) => (await scope.sql`update access.hand_off set confirmed_at = ${scope.now}, confirmed_by = ${by}, confirmed_how = ${how}`).count > 0;
  expect(await table({
    r: async ({ sql }) => (await sql`select id from access.hand_off`).length > 0,
    i: async (scope) => (await scope.sql`insert into access.hand_off (id, intake_id, from_agency, from_account, to_name, to_person, how, on_date, recorded_at) values (gen_random_uuid(), ${id},
      ${scope.actor.kind === 'staff' ? scope.actor.agency : null}, ${account(scope)}, 'x', 'x', 'meeting', ${scope.today}, ${scope.now})`).count > 0,
    c: async (scope) => await confirm(scope, 'receiver'),
    t: async (scope) => await confirm(scope, 'told'),
    f: async (scope) => await confirm(scope, 'receiver', world.member.officer.account),
    d: async ({ sql }) => (await sql`delete from access.hand_off`).count > 0,
  })).toEqual({ intake: 'rit', supervisor: 'rit', outside: 'rc', nurse: 'rc' });
});

test('points are read by everybody and changed by nobody but the content', async () => {
  const cells = await table({
    r: async ({ sql }) => (await sql`select slug from access.access_point`).length > 0,
    u: async ({ sql }) => (await sql`update access.access_point set telephone = '911'`).count > 0,
    d: async ({ sql }) => (await sql`delete from access.access_point`).count > 0,
  });
  expect(cells).toEqual(Object.fromEntries(everybody.map((who) => [who, who === 'worker' ? 'ru' : 'r'])));
});

test('numbers are for the agency that runs the point and, at every point, for a coordinator; the purge is the worker’s', async () => {
  const counts = async (who: StaffName) => await world.by(who, async ({ sql }) => (await sql`select * from access.count_intakes()`).length);
  expect([await counts('intake'), await counts('supervisor'), await counts('outside'), await counts('volunteer')]).toEqual([1, 1, 0, 0]);
  await world.database.admin`update identity.membership set role = 'coordinator' where account_id = ${world.member.volunteer.account}`;
  expect(await counts('volunteer')).toBe(1);
  const page = await (await world.visit('volunteer')).get('/en/access/intakes/counts');
  expect([page.status, (await (await world.visit('volunteer')).get('/en/access/intakes')).status, (await (await world.visit('volunteer')).get(`/en/access/intakes/${id}`)).status]).toEqual([200, 404, 404]);
  await expect(world.by('supervisor', async ({ sql }) => await sql`select access.purge_intakes()`)).rejects.toThrow('permission denied');
});

test('the agency that takes over confirms without ever seeing the request', async () => {
  const nurse = await world.visit('nurse');
  const list = await (await nurse.get('/en/access/hand-offs')).text();
  expect(list).toContain('Sam (demo)');
  expect(list).not.toMatch(/Zofia|They meet/);
  const [row] = await world.database.admin<{ id: string }[]>`select id from access.hand_off`;
  expect((await nurse.get(`/en/access/intakes/${id}`)).status).toBe(404);
  expect((await (await world.visit('clinician')).post(`/en/access/hand-offs/${row?.id}/confirm`, {})).status).toBe(404);
  expect((await nurse.post(`/en/access/hand-offs/${row?.id}/confirm`, {})).status).toBe(303);
  expect((await nurse.post(`/en/access/hand-offs/${row?.id}/confirm`, {})).status).toBe(404);
  expect(await (await (await world.visit('intake')).get(`/en/access/intakes/${id}`)).text()).toContain('Confirmed by the receiving side');
});

test('once a record is linked its rules decide, for the row and for what was written alike', async () => {
  const { admin } = world.database;
  const person = await world.enter('intake', { given: 'Linked', family: 'Quill' });
  const linked = await ask(world);
  await admin`update access.intake set person_id = ${person} where id = ${linked.id}`;
  const opens = async (who: StaffName) => await world.by(who, async ({ sql }) => [
    (await sql`select id from access.intake where id = ${linked.id}`).length > 0, (await sql<{ o: unknown }[]>`select access.read_intake(${linked.id}) as o`)[0]?.o !== null,
    (await sql`select id from access.intake_event where intake_id = ${linked.id}`).length > 0, (await sql`update access.intake set level = level where id = ${linked.id}`).count > 0,
  ]);
  const [nothing, all, reads] = [[false, false, false, false], [true, true, true, true], [true, true, true, false]];
  const state = async () => Object.fromEntries(await Promise.all((['intake', 'clinician', 'supervisor', 'outside'] as const).map(async (who) => [who, await opens(who)])));
  expect(await state()).toEqual({ intake: all, clinician: nothing, supervisor: all, outside: nothing });
  await admin`insert into access.assignment (id, person_id, account_id, from_date, entered_at) values (gen_random_uuid(), ${person}, ${world.member.clinician.account}, '2019-06-01', now())`;
  await admin`update access.assignment set to_date = '2019-06-02' where person_id = ${person} and account_id = ${world.member.intake.account}`;
  expect(await state()).toEqual({ intake: nothing, clinician: reads, supervisor: all, outside: nothing });
  await admin`insert into access.instruction (id, person_id, category, account_id, recorded_at) values (gen_random_uuid(), ${person}, 'identity', ${world.member.clinician.account}, now())`;
  await admin`insert into access.bar (id, person_id, account_id, kind, entered_at) values (gen_random_uuid(), ${person}, ${world.member.supervisor.account}, 'named', now())`;
  expect(await state()).toEqual({ intake: nothing, clinician: nothing, supervisor: nothing, outside: nothing });
});
