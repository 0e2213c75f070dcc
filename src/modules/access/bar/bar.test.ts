import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AccessWorld, openAccessWorld, type StaffName, staffNames } from '../access-world.test-tool.ts';
import { remindOfEnding } from '../consent/jobs.ts';

let world: AccessWorld;
let lou: string;
beforeAll(async () => {
  world = await openAccessWorld();
  lou = await world.enter('intake', { given: 'Lou', family: 'Ash', birth: '1980-01-01' });
});
afterAll(async () => await world.close());
const at = (path = '') => `/en/access/persons/${lou}${path}`;
const status = async (name: StaffName, path = '') => (await (await world.visit(name)).get(at(path))).status;
const bars = async () => await world.database.admin<{ id: string; account: string; ended: boolean }[]>`select id, account_id as account, ended_at is not null as ended from access.bar where person_id = ${lou} order by entered_at, id`;

test('whoever has a conflict closes the record to herself at once, cannot open it again, and the supervisor can', async () => {
  const intake = await world.visit('intake');
  expect(await (await intake.get(at())).text()).toContain(`${at('/bars/own')}`);
  expect((await intake.post(at('/bars/own'), {})).headers.get('location')).toBe('/en/access/persons');
  expect([await status('intake'), await status('intake', '/bars/own')]).toEqual([404, 404]);
  expect((await world.by('intake', async ({ sql }) => await sql`update access.bar set ended_at = now(), ended_by = ${world.member.intake.account}`)).count).toBe(0);
  const supervisor = await world.visit('supervisor');
  const page = await (await supervisor.get(at('/bars'))).text();
  for (const part of ['intake (demo)', 'Recused', 'since 3 June 2019']) expect(page).toContain(part);
  const [bar] = await bars();
  expect((await supervisor.post(at(`/bars/${bar?.id}/end`), {})).status).toBe(303);
  expect([await status('intake'), (await supervisor.post(at(`/bars/${bar?.id}/end`), {})).status]).toEqual([200, 404]);
});

test('a supervisor bars a colleague, an officer somebody of the agency too; nobody else reaches the page, and an incomplete form comes back', async () => {
  const [supervisor, officer] = [await world.visit('supervisor'), await world.visit('officer')];
  const wrong = await supervisor.post(at('/bars'), { kind: 'named' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('Choose who');
  expect((await supervisor.post(at('/bars'), { whom: world.member.nurse.account, kind: 'named' })).status).toBe(422);
  expect((await supervisor.post(at('/bars'), { whom: world.member.clinician.account, kind: 'accused' })).status).toBe(303);
  expect(await (await supervisor.post(at('/bars'), { whom: world.member.clinician.account, kind: 'named' })).text()).toContain('kept from the record already');
  expect((await officer.post(at('/bars'), { whom: world.member.supervisor.account, kind: 'named' })).status).toBe(303);
  expect([await status('supervisor'), await status('supervisor', '/bars'), await status('officer', '/bars')]).toEqual([404, 404, 200]);
  for (const name of ['intake', 'clinician', 'volunteer', 'outside', 'nurse'] as const) expect(await status(name, '/bars'), name).toBe(404);
  expect((await officer.get('/en/access/persons/5b0f2a52-6c1e-4a40-8f5b-9e4a3f1d2c10/bars')).status).toBe(404);
});

test('a bar is read by officers, and by supervisors of the agency but for their own; ended by them alone', async () => {
  const seen: Record<string, number> = {};
  for (const name of staffNames) seen[name] = await world.by(name, async ({ sql }) => (await sql`select id from access.bar where ended_at is null`).length);
  expect(seen).toEqual({ intake: 0, clinician: 0, supervisor: 0, volunteer: 0, outside: 0, nurse: 0, officer: 2 });
  const own = (await bars()).find(({ account, ended }) => account === world.member.supervisor.account && !ended);
  expect((await (await world.visit('officer')).post(at(`/bars/${own?.id}/end`), {})).status).toBe(303);
  await expect(world.by('officer', async ({ sql, now }) => await sql`update access.bar set ended_at = ${now}, ended_by = ${world.member.nurse.account} where ended_at is null`)).rejects.toThrow('row-level security');
  expect(await world.by('supervisor', async ({ sql }) => (await sql`select id from access.bar where ended_at is null`).length)).toBe(1);
});

test('what is owed about somebody’s consent, and the review of a break-glass, are hidden from whoever is barred from the record', async () => {
  const { admin, clock } = world.database;
  await (await world.visit('intake')).post(at('/consents/new'), { 'given-by': 'self', purposes: ['care'], categories: ['identity'], agencies: [world.agencies.south], how: 'spoken', language: 'en', expires: '2019-06-20' });
  await world.as.worker(remindOfEnding);
  expect((await (await world.visit('nurse')).post('/en/access/glass/new', { record: lou, ground: 'emergency-care', reason: 'Unconscious at the door', minutes: '5' })).status).toBe(303);
  const seen = async (name: StaffName) => await world.by(name, async ({ sql }) => (await sql<{ kind: string }[]>`select kind from commitment.obligation where kind in ('consent', 'glass-review')`).map(({ kind }) => kind));
  expect([await seen('intake'), await seen('clinician'), await seen('officer')]).toEqual([['consent'], [], ['glass-review']]);
  await admin`insert into access.bar (id, person_id, account_id, kind, entered_at) select gen_random_uuid(), ${lou}, a, 'named', ${clock.now()} from unnest(${[world.member.intake.account, world.member.officer.account]}::uuid[]) a`;
  expect([await seen('intake'), await seen('officer'), await seen('supervisor')]).toEqual([[], [], ['consent']]);
  expect(await (await (await world.visit('officer')).get('/en/access/glass')).text()).not.toContain('Unconscious at the door');
  await admin`delete from access.bar`;
  await admin`insert into access.instruction (id, person_id, account_id, recorded_at) values (gen_random_uuid(), ${lou}, ${world.member.intake.account}, ${clock.now()})`;
  expect(await seen('intake')).toEqual([]);
  await admin`delete from access.instruction`;
});

test('a supervisor ends an assignment, and the colleague no longer sees the record', async () => {
  const supervisor = await world.visit('supervisor');
  const page = await (await supervisor.get(at())).text();
  const path = /action="([^"]+\/assignments\/[^"]+\/end)"/.exec(page)?.[1] ?? '';
  expect(page).toContain('Who works with this person');
  expect((await (await world.visit('intake')).post(path, {})).status).toBe(404);
  expect((await supervisor.post(path, {})).status).toBe(303);
  expect([await status('intake'), (await supervisor.post(path, {})).status]).toEqual([404, 404]);
  expect(await (await supervisor.get(at())).text()).toContain('Nobody at the moment.');
});
