import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AccessWorld, openAccessWorld, type StaffName, staffNames } from '../access-world.test-tool.ts';

let world: AccessWorld;
let alex: string;
beforeAll(async () => {
  world = await openAccessWorld();
  alex = await world.enter('intake', { given: 'Zoé', family: 'Le-Blanc', birth: '1994-02-17' });
});
afterAll(async () => await world.close());
const text = async (answer: Response) => await answer.text();

test('a record that is not there and one of another agency are the same answer, and whoever has no role is sent away', async () => {
  const outside = await world.visit('outside');
  const absent = await outside.get('/en/access/persons/5b0f2a52-6c1e-4a40-8f5b-9e4a3f1d2c10');
  const hidden = await outside.get(`/en/access/persons/${alex}`);
  const plain = (body: string) => body.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID');
  expect([absent.status, hidden.status]).toEqual([404, 404]);
  expect(plain(await text(hidden))).toBe(plain(await text(absent)));
  for (const name of ['volunteer', 'officer', 'manager'] as const) expect((await (await world.visit(name)).get(`/en/access/persons/${alex}`)).status).toBe(404);
  expect((await (await world.visit()).get(`/en/access/persons/${alex}`)).status).toBe(303);
  expect((await (await world.visit('clinician')).get(`/en/access/persons/${alex}`)).status).toBe(404);
});

test('a form that is not in order comes back with what was typed, in both languages', async () => {
  const intake = await world.visit('intake');
  const answer = await intake.post('/fr/access/persons/new', { given: 'Noël', family: '', birth: '2019-13-40', language: 'fr' });
  expect(answer.status).toBe(422);
  const body = await text(answer);
  expect(body).toContain('value="Noël"');
  expect(body).toContain('Écrivez le nom de famille');
  expect(body).toContain('value="2019-13-40"');
  expect((await intake.post(`/en/access/persons/${alex}/contact`, { email: 'no address', preference: 'phone' })).status).toBe(422);
  expect((await intake.post(`/en/access/persons/${alex}/sections/housing`, { text: '' })).status).toBe(422);
});

test('an intake worker enters a person, is assigned to her, and sees the sections of her role, each with an audit line', async () => {
  const intake = await world.visit('intake');
  expect((await intake.post(`/en/access/persons/${alex}/contact`, { phone: '555-0142', preference: 'text', 'do-not-contact': 'yes' })).status).toBe(303);
  expect((await intake.post(`/en/access/persons/${alex}/sections/housing`, { text: 'Sleeps in a car.' })).status).toBe(303);
  const before = (await world.database.admin`select id from platform.audit_entry`).length;
  const body = await text(await intake.get(`/en/access/persons/${alex}`));
  for (const part of ['Zoé Le-Blanc', '555-0142', 'Do not contact this person', 'Sleeps in a car.', 'assigned to this person']) expect(body).toContain(part);
  expect(body).not.toContain('section-health');
  const lines = await world.database.admin<{ action: string; section: string | null }[]>`select action, detail ->> 'section' as section from platform.audit_entry where subject_id = ${alex} order by id offset 0`;
  expect(lines.slice(-4).map((line) => line.section ?? line.action)).toEqual(['identity', 'contact', 'housing', 'access.open-person']);
  expect((await world.database.admin`select id from platform.audit_entry`).length).toBe(before + 4);
  expect((await intake.post(`/en/access/persons/${alex}/sections/health`, { text: 'x' })).status).toBe(404);
});

test('help goes on without a name: an anonymous record is entered and named later', async () => {
  const intake = await world.visit('intake');
  const id = await world.enter('intake', { anonymous: 'yes' });
  expect(await text(await intake.get(`/fr/access/persons/${id}`))).toContain('Personne anonyme');
  expect((await intake.post(`/en/access/persons/${id}/identity`, { given: 'Robin', family: 'Poole', language: 'en' })).status).toBe(303);
  expect(await text(await intake.get(`/en/access/persons/${id}`))).toContain('Robin Poole');
});

test('a name is found without its accents and hyphens, under every alias, by those alone who may see it', async () => {
  const intake = await world.visit('intake');
  expect((await intake.post(`/en/access/persons/${alex}/aliases`, { given: 'Zizi', family: 'Blanche' })).status).toBe(303);
  expect(await text(await intake.post('/en/access/persons/search', { family: 'leblanc' }))).toContain(alex);
  expect(await text(await intake.post('/en/access/persons/search', { given: 'zizi' }))).toContain(alex);
  expect(await text(await (await world.visit('outside')).post('/en/access/persons/search', { family: 'leblanc', given: 'zoe' }))).not.toContain(alex);
  expect((await intake.post('/en/access/persons/search', { family: '%' })).status).toBe(422);
});

test('another agency learns initials, year and whom to ask, only with both names and the day, and the record keeps who asked', async () => {
  const outside = await world.visit('outside');
  const body = await text(await outside.post('/en/access/persons/search', { family: 'LEBLANC', given: 'zoe', birth: '1994-02-17' }));
  expect(body).toContain('Z. L., born 1994: possible match held by Agency north (demo). Ask them.');
  expect(body).not.toContain('Le-Blanc');
  expect(await text(await outside.post('/en/access/persons/search', { family: 'leblanc', given: 'zoe', birth: '1994-02-18' }))).not.toContain('possible match held');
  const [line] = await world.database.admin`select account_id, decision from platform.audit_entry where action = 'access.search-elsewhere' and subject_id = ${alex}`;
  expect(line).toEqual({ account_id: world.member.outside.account, decision: 'mask' });
});

test('a supervisor assigns a colleague, who then sees the record', async () => {
  const supervisor = await world.visit('supervisor');
  expect((await supervisor.post(`/en/access/persons/${alex}/assignments`, { colleague: '' })).status).toBe(422);
  expect((await supervisor.post(`/en/access/persons/${alex}/assignments`, { colleague: world.member.nurse.account })).status).toBe(422);
  expect((await supervisor.post(`/en/access/persons/${alex}/assignments`, { colleague: world.member.clinician.account })).status).toBe(303);
  expect(await text(await (await world.visit('clinician')).get(`/en/access/persons/${alex}`))).toContain('section-health');
});

test('a misspelt name is found by how it sounds, and the spelling that was asked for stands first', async () => {
  const [intake, other] = [await world.visit('intake'), await world.enter('intake', { given: 'Zoe', family: 'Lebblanck', birth: '1950-01-01' })];
  const found = await text(await intake.post('/en/access/persons/search', { family: 'leblanque' }));
  for (const id of [alex, other]) expect(found).toContain(id);
  const exact = await text(await intake.post('/en/access/persons/search', { family: 'le blanc', given: 'zoe' }));
  expect(exact.indexOf(alex)).toBeGreaterThan(0);
  expect(exact.indexOf(alex)).toBeLessThan(exact.indexOf(other));
  expect(await text(await intake.post('/en/access/persons/search', { birth: '1950-01-01' }))).toContain(other);
  expect(await text(await intake.post('/en/access/persons/search', { given: 'zoe', birth: '1950-01-01' }))).not.toContain(alex);
  expect(await world.database.admin`select access.sound_of('philippe') = access.sound_of('filip') as f, access.sound_of('tremblay') = access.sound_of('trembley') as t, access.sound_of('novak') = access.sound_of('okoye') as n`).toEqual([{ f: true, t: true, n: false }]);
});

test('the functions behind the search tell no more than the policies, also past the pages', async () => {
  const { admin } = world.database;
  const ask = async (name: StaffName) => await world.by(name, async ({ sql }) => (await sql<{ id: string }[]>`select access.find_persons('leblanc', 'zoe', null) as id union all select access.find_persons('', 'zoe', '1994-02-17')
    union all select access.find_persons('', '', '1994-02-17') union all select access.near_persons('leblanc zoe', '1994-02-17') union all select access.own_persons()`).filter(({ id }) => id === alex).length);
  const of = async () => Object.fromEntries(await Promise.all(staffNames.map(async (name) => [name, await ask(name)] as const)));
  const none = { intake: 0, clinician: 0, supervisor: 0, volunteer: 0, outside: 0, nurse: 0, officer: 0 };
  expect(await of()).toEqual({ ...none, intake: 5, clinician: 5, supervisor: 5 });
  await admin`insert into access.bar (id, person_id, account_id, kind, entered_at) values (${alex}, ${alex}, ${world.member.supervisor.account}, 'named', now())`;
  expect(await of()).toEqual({ ...none, intake: 5, clinician: 5 });
  await admin`insert into access.instruction (id, person_id, recorded_at) values (${alex}, ${alex}, now())`;
  expect(await of()).toEqual(none);
  await admin`delete from access.bar`;
  await admin`delete from access.instruction`;
});
