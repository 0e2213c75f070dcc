import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AccessWorld, openAccessWorld } from '../access-world.test-tool.ts';
import { glassJobs } from './jobs.ts';

let world: AccessWorld;
let sam: string;
beforeAll(async () => {
  world = await openAccessWorld();
  sam = await world.enter('intake', { given: 'Sam', family: 'Okoye', birth: '1988-01-09' });
});
afterAll(async () => await world.close());
const given = () => ({ record: sam, ground: 'emergency-care', reason: 'Unconscious at the door', minutes: '10' });

test('a record that is not there and one that is barred are refused alike, and an incomplete form comes back', async () => {
  const nurse = await world.visit('nurse');
  expect((await (await world.visit('volunteer')).get('/en/access/glass/new')).status).toBe(404);
  expect((await nurse.post('/en/access/glass/new', { ...given(), reason: 'short', minutes: '90' })).status).toBe(422);
  const absent = await nurse.post('/en/access/glass/new', { ...given(), record: '5b0f2a52-6c1e-4a40-8f5b-9e4a3f1d2c10' });
  expect(absent.status).toBe(422);
  expect(await absent.text()).toContain('Refused.');
  await world.database.admin`insert into access.bar (id, person_id, account_id, kind, entered_at) values (gen_random_uuid(), ${sam}, ${world.member.clinician.account}, 'named', now())`;
  const barred = await (await world.visit('clinician')).post('/en/access/glass/new', given());
  expect([barred.status, (await barred.text()).includes('Refused.')]).toEqual([422, true]);
  expect(await world.database.admin`select id from access.break_glass`).toEqual([]);
});

test('a stale second factor opens nothing', async () => {
  await world.database.admin`update identity.session set second_factor_at = ${new Date(world.database.clock.now().getTime() - 16 * 60_000)} where account_id = ${world.member.outside.account}`;
  expect((await (await world.visit('outside')).post('/en/access/glass/new', given())).status).toBe(422);
});

test('break-glass shows one record until its time is over, tells officers and the holding agency at once, and is reviewed by the officer', async () => {
  const [nurse, officer] = [await world.visit('nurse'), await world.visit('officer')];
  expect((await nurse.get(`/en/access/persons/${sam}`)).status).toBe(404);
  expect((await nurse.post('/en/access/glass/new', given())).status).toBe(303);
  expect(await (await nurse.get(`/en/access/persons/${sam}`)).text()).toContain('Sam Okoye');
  expect((await nurse.get(`/en/access/persons/${sam}/identity`)).status).toBe(404);
  await world.runJobs(glassJobs);
  const mails = await world.database.admin<{ recipient: string; text_body: string }[]>`select recipient, text_body from platform.mail_message where kind = 'break-glass' order by recipient`;
  expect(mails.map((mail) => mail.recipient)).toEqual(['officer@example.org', 'supervisor@example.org']);
  expect(mails[0]?.text_body).not.toContain('Okoye');
  const [owed] = await world.database.admin`select due, owed_by_role as role from commitment.obligation where kind = 'glass-review'`;
  expect(owed).toEqual({ due: '2019-06-05', role: 'privacy-officer' });
  const [glass] = await world.database.admin<{ id: string }[]>`select id from access.break_glass`;
  expect((await nurse.get('/en/access/glass')).status).toBe(404);
  expect((await officer.post(`/en/access/glass/${glass?.id}`, {})).status).toBe(422);
  expect((await officer.post(`/en/access/glass/${glass?.id}`, { [`outcome-${glass?.id}`]: 'justified' })).status).toBe(303);
  expect((await officer.post(`/en/access/glass/${glass?.id}`, { [`outcome-${glass?.id}`]: 'justified' })).status).toBe(404);
  expect(await world.database.admin`select id from commitment.obligation where kind = 'glass-review' and kept_at is null`).toEqual([]);
  await world.at('2019-06-03T13:10:00Z');
  expect((await nurse.get(`/en/access/persons/${sam}`)).status).toBe(404);
});
