import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import type { AccessWorld } from '../access-world.test-tool.ts';
import { ask, openIntakeWorld } from './intake-world.test-tool.ts';

let world: AccessWorld;
beforeAll(async () => {
  world = await openIntakeWorld();
});
afterAll(async () => await world.close());
const follow = async (code: string) => {
  const answer = await (await world.visit()).post('/en/access/follow-intake', { code });
  return { status: answer.status, text: await answer.text() };
};
const withdraw = async (code: string) => await (await world.visit()).post('/en/access/follow-intake/withdraw', { code });
const act = async (id: string, what: string, fields: Record<string, string> = {}) => expect((await (await world.visit('intake')).post(`/en/access/intakes/${id}/${what}`, fields)).status, what).toBe(303);

test('with the code one sees what happened and what comes next, and nothing of what was written', async () => {
  const { code, id } = await ask(world);
  expect((await follow(code.toLowerCase().replace('-', ' '))).text).toContain('Somebody looks at it by Tuesday 4 June 2019');
  await act(id, 'take');
  await act(id, 'triage', { level: 'soon', reason: 'Secret reason' });
  expect((await follow(code)).text).toContain('Somebody will get in touch by Wednesday 5 June 2019');
  await act(id, 'attempts', { channel: 'phone', outcome: 'no-answer', note: 'Secret note' });
  await act(id, 'hand-offs/new', { how: 'three-way-call', to: 'other', 'to-name': 'Quiet House (demo)', 'to-person': 'Sam (demo)', on: '2019-06-03', agreed: 'Secret plan' });
  const { status, text } = await follow(code);
  expect(status).toBe(200);
  for (const part of ['We called', 'Handed to Quiet House (demo)', 'They have not confirmed yet']) expect(text).toContain(part);
  expect(text).not.toMatch(/Secret|Zofia|0177|sleep|Sam \(demo\)/);
});

test('who asked for herself also sees to which organisation a referral from her record took it, and nothing of it; who asked for another does not', async () => {
  const { admin, clock } = world.database;
  const named = (text: string) => admin.json({ en: text, fr: text });
  const [organization, service] = [newId(), newId()];
  await admin`insert into access.organization (id, name, description, origin, changed_at) values (${organization}, ${named('Quiet Harbour (demo)')}, ${named('x')}, 'staff', ${clock.now()})`;
  await admin`insert into access.service (id, organization_id, name, description, status, origin, changed_at) values (${service}, ${organization}, ${named('Secret treatment (demo)')}, ${named('x')}, 'active', 'staff', ${clock.now()})`;
  const seen: string[] = [];
  for (const whom of ['self', 'other']) for (const state of ['sent', 'in-progress', 'declined', 'withdrawn', 'void'] as const) {
    const { code, id } = await ask(world, { whom, given: `Zofia ${whom} ${state}` });
    const person = newId();
    await admin.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      await sql`update access.intake set person_id = ${person} where id = ${id}`;
      await sql`insert into access.referral (id, person_id, service_id, organization_id, from_agency, need, urgency, state, made_at, sent_at, ended_at)
        values (${newId()}, ${person}, ${service}, ${organization}, ${world.agencies.north}, 'health', 'routine', ${state}, ${clock.now()}, ${clock.now()}, ${['declined', 'withdrawn', 'void'].includes(state) ? clock.now() : null})`;
    });
    const { text } = await follow(code);
    expect(text).not.toMatch(/Secret|health|Zofia/);
    if (text.includes('Handed to Quiet Harbour (demo)')) seen.push(`${whom} ${state}`);
  }
  expect(seen).toEqual(['self sent', 'self in-progress']);
});

test('a late answer is said as late, and "do not contact" is kept to', async () => {
  const [late, quiet] = [await ask(world), await ask(world, { preference: 'none' })];
  await act(quiet.id, 'triage', { level: 'soon', reason: 'Quiet' });
  await world.at('2019-06-06T13:00:00Z');
  expect((await follow(late.code)).text).toContain('We are late');
  expect((await follow(quiet.code)).text).toContain('You asked us not to get in touch');
  await world.at('2019-06-03T14:00:00Z');
});

test('a wrong code, no code and the code of another kind open nothing', async () => {
  for (const code of ['', 'AAAAA-AAAAA', 'nonsense']) {
    const { status, text } = await follow(code);
    expect([status, text.includes('This code opens no request')]).toEqual([422, true]);
    expect((await withdraw(code)).status).toBe(422);
  }
  expect(await world.as.public(async ({ sql }) => (await sql<{ f: unknown }[]>`select access.followed_intake() as f`)[0]?.f)).toBeNull();
});

test('whoever withdraws leaves nothing that tells who she is: at once, in every table, and the code is gone', async () => {
  const { code, id } = await ask(world, { given: 'Wilhelmina', story: 'Nobody must know.' });
  await act(id, 'triage', { level: 'soon', reason: 'Wilhelmina sounded tired' });
  await act(id, 'attempts', { channel: 'phone', outcome: 'no-answer', note: 'Wilhelmina did not answer' });
  await act(id, 'hand-offs/new', { how: 'accompanied', to: world.agencies.south, 'to-person': 'Sam (demo)', on: '2019-06-03', agreed: 'Wilhelmina meets Sam' });
  expect((await withdraw(code)).status).toBe(200);
  const texts = await world.database.admin<{ text: string }[]>`select i::text as text from access.intake i where id = ${id} union all select d::text from access.intake_detail d where intake_id = ${id}
    union all select e::text from access.intake_event e where intake_id = ${id} union all select h::text from access.hand_off h where intake_id = ${id}`;
  expect(texts.length).toBeGreaterThan(4);
  expect(texts.map((row) => row.text).join()).not.toMatch(/Wilhelmina|Nobody must know|0177|12-17/);
  expect((await follow(code)).status).toBe(422);
  const page = await (await (await world.visit('intake')).get(`/en/access/intakes/${id}`)).text();
  expect(page).toContain('Taken back by the person');
  expect(page).not.toContain('Wilhelmina');
  for (const what of ['triage', 'attempts', 'reopen', 'record', 'link']) expect((await (await world.visit('intake')).post(`/en/access/intakes/${id}/${what}`, { level: 'soon', reason: 'x', channel: 'phone', outcome: 'reached' })).status, what).toBe(404);
});

test('whoever has no code asks a worker of the point to take her request back; nobody else can', async () => {
  const { id, code } = await ask(world, { given: 'Wilhelmina' });
  for (const who of ['outside', 'clinician', 'volunteer'] as const) expect((await (await world.visit(who)).post(`/en/access/intakes/${id}/erase`, {})).status, who).toBe(404);
  expect(await world.by('outside', async ({ sql }) => (await sql<{ d: boolean }[]>`select access.withdraw_intake_for(${id}) as d`)[0]?.d)).toBe(false);
  expect((await follow(code)).status).toBe(200);
  await act(id, 'erase');
  expect((await world.database.admin`select 1 from access.intake_detail where intake_id = ${id}`).length).toBe(0);
  expect((await follow(code)).status).toBe(422);
  expect((await (await world.visit('intake')).post(`/en/access/intakes/${id}/erase`, {})).status).toBe(404);
});

test('codes are counted: the twenty-first guess from one address within ten minutes is refused', async () => {
  const visitor = await world.visit();
  const tried: number[] = [];
  for (let n = 0; n < 21; n += 1) tried.push((await visitor.post('/en/access/follow-intake', { code: 'AAAAA-AAAAA' }, { 'x-forwarded-for': '203.0.113.9' })).status);
  expect([tried[0], tried[19], tried[20]]).toEqual([422, 422, 429]);
});
