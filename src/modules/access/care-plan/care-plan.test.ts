import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { withdrawnField } from '../consent/input.ts';
import { type CareWorld, type Extra, openCareWorld } from './care-world.test-tool.ts';
import { remindOfCare } from './jobs.ts';
import { releasePathways } from './release.ts';

let world: CareWorld;
let mia: string;
let coordinator: Extra;
let consent: string;
beforeAll(async () => {
  world = await openCareWorld();
  mia = await world.enter('intake', { given: 'Mia', family: 'Okoro', birth: '2003-06-20' });
  coordinator = await world.hire('coordinator', 'north', 'coordinator');
});
afterAll(async () => await world.close());
const at = (path = '', person = mia) => `/en/access/persons/${person}/plan${path}`;
const post = async (who: 'intake' | 'supervisor' | 'outside', path: string, fields: Record<string, string>) => await (await world.visit(who)).post(at(path), fields);
const step = (name: string, on: string, more: Record<string, string> = {}) => ({ step: name, on, ...more });
const planId = async (person = mia) => (await world.database.admin<{ id: string }[]>`select id from access.care_plan where person_id = ${person}`)[0]?.id ?? '';

test('a plan is opened by who works with the person in the agency that holds the record, once', async () => {
  for (const name of ['outside', 'volunteer', 'officer', 'manager'] as const) expect((await (await world.visit(name)).get(at())).status, name).toBe(404);
  expect((await post('outside', '/new', { pathway: 'coordinated-service-planning/2019-01-01', on: '2019-06-03' })).status).toBe(404);
  const wrong = await post('intake', '/new', { pathway: 'none', on: '2019-06-04', 'leaving-care': 'yes' });
  expect(wrong.status).toBe(422);
  for (const part of ['Choose the pathway', 'The day lies in the future', 'value="2019-06-04"']) expect(await wrong.clone().text()).toContain(part);
  expect((await (await world.visit('intake')).get(at())).headers.get('location')).toBe(at('/new'));
  expect((await post('intake', '/new', { pathway: 'coordinated-service-planning/2019-01-01', on: '2019-05-01' })).status).toBe(303);
  expect((await post('intake', '/new', { pathway: 'coordinated-service-planning/2019-01-01', on: '2019-05-01' })).status).toBe(404);
  const body = await (await (await world.visit('intake')).get(at())).text();
  for (const part of ['Mia Okoro', 'Intake and assessment', 'No source confirms', '15 years old today', '20 June 2019']) expect(body).toContain(part);
});

test('the steps go to those whose they are, and a step out of order needs its reason', async () => {
  expect((await post('intake', '/steps/new', step('strengths', '2019-05-05'))).status).toBe(422);
  expect((await post('intake', '/steps/new', step('intake', '2019-05-09'))).status).toBe(303);
  expect((await post('intake', '/steps/new', step('strengths', '2019-05-20'))).status).toBe(303);
  expect((await post('intake', '/steps/new', step('coordinator', '2019-05-20', { coordinator: coordinator.account }))).status).toBe(422);
  expect((await post('supervisor', '/steps/new', step('coordinator', '2019-05-20', { coordinator: world.member.nurse.account }))).status).toBe(422);
  expect((await coordinator.visit.get(at())).status).toBe(404);
  expect((await post('supervisor', '/steps/new', step('coordinator', '2019-05-20', { coordinator: coordinator.account }))).status).toBe(303);
  expect(await (await coordinator.visit.get(at())).text()).toContain('Mia Okoro');
  expect((await coordinator.visit.post(at('/goals/new'), { 'in-words': 'I want to finish school with my friends', rank: '1', owner: 'Mia and the school', 'review-on': '2019-09-03' })).status).toBe(303);
  expect((await coordinator.visit.post(at('/steps/new'), step('team', '2019-05-25'))).status).toBe(422);
  expect((await coordinator.visit.post(at('/steps/new'), step('team', '2019-05-25', { reason: 'The school was there from the start' }))).status).toBe(303);
  expect((await post('intake', '/goals/new', { 'in-words': 'x', rank: '1', owner: 'x', 'review-on': '2019-09-03' })).status).toBe(404);
  const body = await (await coordinator.visit.get(at())).text();
  for (const part of ['I want to finish school', 'Skipped', 'The school was there from the start']) expect(body).toContain(part);
});

test('the database refuses what the pages refuse: the wrong role, no reason, no coordinator, a forged state, a stranger’s plan', async () => {
  const plan = await planId();
  const insert = async (who: 'intake' | 'supervisor' | 'outside' | 'volunteer', kind: string, name: string | null, reason: string | null) => await world.by(who, async ({ sql, now, actor }) =>
    await sql`insert into access.care_step (id, plan_id, kind, step, on_date, reason, taken_by, recorded_at) values (gen_random_uuid(), ${plan}, ${kind}, ${name}, '2019-06-03', ${reason}, ${actor.kind === 'staff' ? actor.account : null}, ${now})`);
  for (const who of ['intake', 'outside', 'volunteer'] as const) await expect(insert(who, 'step', 'monitoring', 'x'), who).rejects.toThrow(/row-level security/);
  await expect(insert('supervisor', 'step', 'monitoring', null)).rejects.toThrow('needs a reason');
  await expect(insert('supervisor', 'reopened', null, 'x')).rejects.toThrow('the plan is open');
  await expect(insert('supervisor', 'refused', null, 'ten letters long')).rejects.toThrow(/refused at intake|care_step_refusal/);
  await expect(world.by('supervisor', async ({ sql }) => await sql`update access.care_plan set standing = 'refused'`)).rejects.toThrow('permission denied');
  await expect(world.by('supervisor', async ({ sql }) => await sql`select in_words from access.care_goal`)).rejects.toThrow('permission denied');
  await expect(world.by('intake', async ({ sql }) => await sql`select reason from access.care_step`)).rejects.toThrow('permission denied');
});

test('an agency joins with the person’s live consent to coordination alone, and reads the plan until it is withdrawn', async () => {
  const outside = await world.visit('outside');
  const join = async () => (await coordinator.visit.post(at('/team/new'), { agency: world.agencies.south, provides: 'A youth worker' })).status;
  expect(await (await coordinator.visit.get(at('/team/new'))).text()).toContain('No other agency is named');
  expect(await join()).toBe(422);
  const forged = async () => await coordinator.by(async ({ sql }) => await sql`insert into access.care_provider (id, plan_id, agency_id, provides, joined_on) values (gen_random_uuid(), ${await planId()}, ${world.agencies.south}, 'x', '2019-06-03')`);
  await expect(forged()).rejects.toThrow(/row-level security/);
  await world.agree(mia, { purposes: ['care'] });
  expect(await join()).toBe(422);
  await expect(forged()).rejects.toThrow(/row-level security/);
  consent = await world.agree(mia);
  expect((await outside.get(at())).status).toBe(404);
  expect(await join()).toBe(303);
  const body = await (await outside.get(at())).text();
  for (const part of ['I want to finish school', 'A youth worker']) expect(body).toContain(part);
  for (const part of ['Take a step', 'Add a goal', 'steps/new']) expect(body).not.toContain(part);
  expect((await outside.get(at('/goals/new'))).status).toBe(404);
  expect(await (await outside.get('/en/access/care-plans')).text()).toContain('Mia Okoro');
  for (const [starts, expires] of [['2019-06-04', null], ['2019-01-01', '2019-06-02']] as const) {
    await world.database.admin`update access.consent set starts_on = ${starts}, expires_on = ${expires} where id = ${consent}`;
    expect((await outside.get(at())).status, `${starts} ${expires}`).toBe(404);
  }
  await world.database.admin`update access.consent set expires_on = '2019-06-03' where id = ${consent}`;
  expect((await outside.get(at())).status).toBe(200);
  const looks = await (await (await world.visit('supervisor')).get(`/en/access/persons/${mia}/looks`)).text();
  expect(looks).toContain('Agency south (demo)');
  expect((await (await world.visit('intake')).post(`/en/access/persons/${mia}/consents/${consent}/withdraw`, { [withdrawnField(consent)]: 'Said so' })).status).toBe(303);
  expect((await outside.get(at())).status).toBe(404);
  expect(await (await outside.get('/en/access/care-plans')).text()).not.toContain('Okoro');
  expect(await world.by('outside', async ({ sql }) => (await sql`select access.read_care_plan(${await planId()}) as content`)[0]?.content)).toBeNull();
  expect(await (await coordinator.visit.get(at())).text()).toContain('no longer sees the plan');
});

test('whoever is barred or named in an instruction does not see the plan, and a role that opens no record never does', async () => {
  const seen = async (name: 'intake' | 'supervisor' | 'clinician' | 'volunteer' | 'officer') => await world.by(name, async ({ sql }) => (await sql`select id from access.care_plan`).length);
  expect([await seen('intake'), await seen('supervisor'), await seen('clinician'), await seen('volunteer'), await seen('officer')]).toEqual([1, 1, 0, 0, 0]);
  const { admin } = world.database;
  await admin`insert into access.instruction (id, person_id, category, account_id, recorded_at) values (gen_random_uuid(), ${mia}, 'note', ${world.member.intake.account}, now())`;
  await admin`insert into access.bar (id, person_id, account_id, kind, entered_at) values (gen_random_uuid(), ${mia}, ${world.member.supervisor.account}, 'recused', now())`;
  expect([await seen('intake'), await seen('supervisor')]).toEqual([0, 0]);
  await admin`delete from access.instruction where person_id = ${mia}`;
  await admin`delete from access.bar where person_id = ${mia}`;
  expect([await seen('intake'), await seen('supervisor')]).toEqual([1, 1]);
});

test('goals, reviews and ages are commitments of the coordinator, kept when they are held and anew with a new coordinator', async () => {
  expect((await coordinator.visit.post(at('/reviews/new'), { due: '2019-06-02' })).status).toBe(422);
  expect((await coordinator.visit.post(at('/reviews/new'), { due: '2019-06-10' })).status).toBe(303);
  const open = async () => (await world.database.admin<{ kind: string; due: string; account: string; kept: boolean }[]>`select kind, due, owed_by_account as account, kept_at is not null as kept from commitment.obligation where kind like 'care-%' and released_at is null order by kind, due`).map((row) => ({ ...row }));
  await world.as.worker(remindOfCare);
  await world.as.worker(remindOfCare);
  const due = (kind: string, on: string, kept = false) => ({ kind, due: on, account: coordinator.account, kept });
  expect(await open()).toEqual([due('care-age', '2019-06-20'), due('care-goal', '2019-09-03'), due('care-review', '2019-06-10')]);
  expect(await coordinator.by(async ({ sql }) => (await sql`select id from commitment.obligation`).length)).toBe(3);
  for (const name of ['volunteer', 'officer', 'outside'] as const) expect(await world.by(name, async ({ sql }) => (await sql`select id from commitment.obligation where kind like 'care-%'`).length), name).toBe(0);
  expect(await world.as.manager(async ({ sql }) => (await sql`select id from commitment.obligation where kind like 'care-%'`).length)).toBe(0);
  const another = await world.hire('another', 'north', 'coordinator');
  await world.database.admin`update commitment.obligation set owed_by_account = null, owed_by_role = 'access-supervisor', owed_by_agency = ${world.agencies.north} where kind = 'care-goal'`;
  const promised = async ({ sql }: Scope) => (await sql`select id from commitment.obligation where kind = 'care-goal'`).length;
  expect([await another.by(promised), await world.by('supervisor', promised)], 'a coordinator of somebody else').toEqual([0, 1]);
  await world.database.admin`update commitment.obligation set owed_by_account = ${coordinator.account}, owed_by_role = null, owed_by_agency = null where kind = 'care-goal'`;
  const [review] = await world.database.admin<{ id: string }[]>`select id from access.care_review`;
  expect((await coordinator.visit.post(at(`/reviews/${review?.id}`), { on: '2019-06-03', found: 'School goes well.' })).status).toBe(303);
  expect((await coordinator.visit.post(at(`/reviews/${review?.id}`), { on: '2019-06-03', found: 'again' })).status).toBe(404);
  expect((await coordinator.visit.post(at('/ages/transition-16.2019-01-01'), { on: '2019-06-03', note: 'Applied at two services.' })).status).toBe(303);
  await world.as.worker(remindOfCare);
  expect(await open()).toEqual([due('care-age', '2019-06-20', true), due('care-goal', '2019-09-03'), due('care-review', '2019-06-10', true)]);
});

test('a plan is made inactive and reopened at the same step; what was owed rests meanwhile', async () => {
  expect((await coordinator.visit.post(at('/rest'), { reason: '', on: '2019-06-03' })).status).toBe(422);
  expect((await coordinator.visit.post(at('/rest'), { reason: 'Away for the summer', on: '2019-06-03' })).status).toBe(303);
  expect((await coordinator.visit.post(at('/steps/new'), step('plan', '2019-06-03'))).status).toBe(404);
  const goals = async () => (await world.database.admin`select id from commitment.obligation where kind = 'care-goal' and released_at is null and kept_at is null`).length;
  await world.as.worker(async (scope) => await remindOfCare(scope, newId()));
  expect(await goals(), 'a change of another plan').toBe(1);
  const plan = await planId();
  await world.as.worker(async (scope) => await remindOfCare(scope, plan));
  expect(await goals()).toBe(0);
  expect((await coordinator.visit.post(at('/reopening'), { reason: 'Back again', on: '2019-06-03' })).status).toBe(303);
  expect((await world.database.admin`select step, standing from access.care_plan where person_id = ${mia}`)[0]).toEqual({ step: 'team', standing: 'active' });
});

test('a refusal is explained and hands the person over', async () => {
  const person = await world.enter('intake', { given: 'Sam', family: 'Bell' });
  const intake = await world.visit('intake');
  expect((await intake.post(at('/new', person), { pathway: 'coordinated-service-planning/2019-01-01', on: '2019-06-03', 'leaving-care': 'yes' })).status).toBe(303);
  const wrong = await (await intake.post(at('/refusal', person), { reason: 'short', 'warm-to': '', on: '2019-06-03' })).text();
  for (const part of ['at least ten characters', 'Write where the person was handed over']) expect(wrong).toContain(part);
  expect((await intake.post(at('/refusal', person), { reason: 'Older than 21, told on the phone', 'warm-to': 'Called adult services together', on: '2019-06-03' })).status).toBe(303);
  const body = await (await intake.get(at('', person))).text();
  for (const part of ['Not accepted', 'Called adult services together', 'day of birth is not known']) expect(body).toContain(part);
  expect((await (await world.visit('supervisor')).post(at('/reopening', person), { reason: 'New facts', on: '2019-06-03' })).status).toBe(303);
});

test('amounts after care come from dated configuration and are shown from their day on, to those leaving care alone', async () => {
  const [intake] = [await world.visit('intake')];
  const [sam] = await world.database.admin<{ id: string }[]>`select person_id as id from access.care_plan where leaving_care`;
  expect(await (await intake.get(at('', sam?.id))).text()).not.toContain('$1,800');
  await world.at('2023-04-02T13:00:00Z');
  const body = await (await intake.get(at('', sam?.id))).text();
  for (const part of ['$1,800', '$500', 'Ready, Set, Go guide (O. Reg. 156/18)', 'In force since 1 April 2023']) expect(body).toContain(part);
  expect(await (await intake.get(at())).text()).not.toContain('$1,800');
  await world.at('2019-06-03T13:00:00Z');
});

test('the pathway in sum is exact for the supervisor and protected beyond the agency', async () => {
  const page = await (await (await world.visit('supervisor')).get('/en/access/care-plans/conformance')).text();
  expect(page).toMatch(/Rounds of plans: <b>2<\/b>/);
  expect(page).toContain('first day of a month');
  await world.as.worker(releasePathways);
  await world.as.worker(releasePathways);
  const manager = await (await (await world.visit('manager')).get('/en/access/care-plans/conformance')).text();
  expect(manager).toContain('fewer than 6');
  expect(manager).not.toMatch(/exact/);
  expect(manager).not.toMatch(/<td class="n"[^>]*>\d/);
  expect(await (await (await world.visit('supervisor')).get('/fr/access/care-plans/conformance')).text()).toContain('moins de 6');
  for (const name of ['intake', 'volunteer'] as const) expect((await (await world.visit(name)).get('/en/access/care-plans/conformance')).status).toBe(404);
  expect(await world.as.manager(async ({ sql }) => (await sql`select id from access.care_step`).length)).toBe(0);
  await expect(world.as.manager(async ({ sql }) => await sql`select * from access.release_key`)).rejects.toThrow('permission denied');
  await expect(world.by('supervisor', async ({ sql }) => await sql`select * from access.care_traces()`)).rejects.toThrow('permission denied');
});
