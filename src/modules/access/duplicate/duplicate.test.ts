import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import { type AccessWorld, openAccessWorld, type StaffName } from '../access-world.test-tool.ts';
import { suggestPairs } from './jobs.ts';

let world: AccessWorld;
let zoe: string;
let zoeAgain: string;
beforeAll(async () => {
  world = await openAccessWorld();
  zoe = await world.enter('intake', { given: 'Zoé', family: 'Le-Blanc', birth: '1994-02-17' });
  for (const [given, family, birth] of [['Sam', 'Okoye', '1988-01-09'], ['Ada', 'Novak', '1991-03-03'], ['Ravi', 'Fabula', '1970-12-01']] as const) await world.enter('intake', { given, family, birth });
});
afterAll(async () => await world.close());
const page = async (name: StaffName, path = '/en/access/duplicates') => await (await (await world.visit(name)).get(path)).text();
const typed = { language: 'en', given: 'Zoe', family: 'Leblank', birth: '1994-02-17', gender: 'woman', municipality: 'Milton' };
const pairs = async () => await world.database.admin<{ id: string; left: string; right: string; state: string; band: string }[]>`select id, left_id as left, right_id as right, state, band from access.person_pair`;
const sorted = (...ids: string[]) => ids.toSorted();
const persons = async () => (await world.database.admin`select id from access.person`).length;

test('before a person is entered who could be a known one, the records are shown with reasons, nothing is saved and nothing typed is lost', async () => {
  const intake = await world.visit('intake');
  const before = await persons();
  const answer = await intake.post('/en/access/persons/new', typed);
  const body = await answer.text();
  expect(answer.status).toBe(200);
  for (const part of ['Could it be one of these?', 'Zoé Le-Blanc', 'Day of birth: the same: speaks strongly for one person', 'value="Leblank"', 'value="woman"', 'value="Milton"', 'None of these: enter a new person']) expect(body).toContain(part);
  expect(await persons()).toBe(before);
  expect((await world.database.admin`select id from platform.audit_entry where action = 'access.search-persons' and subject_id = ${zoe}`).length).toBe(1);
  const checked = /name="checked" value="([^"]+)"/.exec(body)?.[1] ?? '';
  expect((await intake.post('/en/access/persons/new', { ...typed, birth: '1994-02-18', checked })).status).toBe(200);
  const entered = await intake.post('/en/access/persons/new', { ...typed, checked });
  expect(entered.status).toBe(303);
  zoeAgain = entered.headers.get('location')?.split('/').at(-1) ?? '';
});

test('whoever may not read the record that fits is told initials, year and whom to ask, also where it sounds alike', async () => {
  const body = await (await (await world.visit('clinician')).post('/en/access/persons/new', { ...typed, given: 'Zoe', family: 'Leblanque' })).text();
  expect(body).toContain('Z. L., born 1994: possible match held by Agency north (demo). Ask them.');
  expect(body).not.toContain('Le-Blanc');
});

test('at night the records of one agency are compared, and a supervisor of it alone sees the pair, field by field in words', async () => {
  await world.as.worker(suggestPairs);
  expect((await pairs()).map(({ left, right, state }) => [left, right, state])).toEqual([[...sorted(zoe, zoeAgain), 'suggested']]);
  const body = await page('supervisor');
  for (const part of ['Zoé Le-Blanc', 'Zoe Leblank', 'Given name', 'the same: speaks', 'Are these one person?']) expect(body).toContain(part);
  expect(await page('supervisor', '/fr/access/duplicates')).toContain('S’agit-il d’une seule personne?');
  for (const name of ['intake', 'clinician', 'volunteer', 'outside', 'officer'] as const) expect((await (await world.visit(name)).get('/en/access/duplicates')).status, name).toBe(404);
});

test('a pair with a record from which the supervisor is barred, or which is locked away from her, is not there for her', async () => {
  const { admin } = world.database;
  const [pair] = await pairs();
  const judge = async () => (await (await world.visit('supervisor')).post(`/en/access/duplicates/${pair?.id}`, { [`verdict-${pair?.id}`]: 'not-same' })).status;
  await admin`insert into access.bar (id, person_id, account_id, kind, entered_at) values (${newId()}, ${zoe}, ${world.member.supervisor.account}, 'named', now())`;
  expect([(await page('supervisor')).includes('Leblank'), await judge()]).toEqual([false, 404]);
  await admin`delete from access.bar`;
  await admin`insert into access.instruction (id, person_id, account_id, recorded_at) values (${newId()}, ${zoe}, ${world.member.supervisor.account}, now())`;
  expect([(await page('supervisor')).includes('Leblank'), await judge()]).toEqual([false, 404]);
  await admin`delete from access.instruction`;
  expect(await page('supervisor')).toContain('Leblank');
});

test('“one person” keeps both records and leads from one to the other; undoing it lets each stand for itself again', async () => {
  const supervisor = await world.visit('supervisor');
  const [pair] = await pairs();
  const path = `/en/access/duplicates/${pair?.id}`;
  expect((await supervisor.post(path, {})).status).toBe(422);
  expect((await supervisor.post(path, { [`verdict-${pair?.id}`]: pair?.left === zoe ? 'left' : 'right' })).status).toBe(303);
  expect(await page('supervisor', `/en/access/persons/${zoeAgain}`)).toContain(`/en/access/persons/${zoe}"`);
  expect(await page('supervisor', `/en/access/persons/${zoe}`)).toContain(`/en/access/persons/${zoeAgain}"`);
  const list = await page('intake', '/en/access/persons');
  for (const part of ['Leblank', 'leads to another record of the same person']) expect(list).toContain(part);
  expect((await supervisor.post(path, { [`verdict-${pair?.id}`]: 'not-same' })).status).toBe(404);
  expect((await supervisor.post(`${path}/undo`, {})).status).toBe(303);
  expect(await world.database.admin`select state, merged_into from access.person where id in (${zoe}, ${zoeAgain})`).toEqual([{ state: 'active', merged_into: null }, { state: 'active', merged_into: null }]);
  expect((await pairs())[0]?.state).toBe('suggested');
});

test('a record that leads to another cannot be joined a second time', async () => {
  const third = await world.enter('intake', { given: 'Zoé', family: 'Leblanc', birth: '1994-02-17' });
  await world.at('2019-06-04T07:00:00Z');
  await world.as.worker(suggestPairs);
  const all = await pairs();
  expect(all).toHaveLength(3);
  const between = (a: string, b: string) => all.find(({ left, right }) => [left, right].includes(a) && [left, right].includes(b));
  const supervisor = await world.visit('supervisor');
  const same = async (a: string, main: string) => {
    const pair = between(a, main);
    return (await supervisor.post(`/en/access/duplicates/${pair?.id}`, { [`verdict-${pair?.id}`]: pair?.left === main ? 'left' : 'right' })).status;
  };
  expect([await same(zoeAgain, zoe), await same(zoeAgain, third), await same(third, zoe)]).toEqual([303, 422, 303]);
  for (const [a, b] of [[zoe, zoeAgain], [zoe, third]] as const) expect((await supervisor.post(`/en/access/duplicates/${between(a, b)?.id}/undo`, {})).status).toBe(303);
});

test('“two people” is remembered: the pair is never suggested again, whatever changes', async () => {
  const supervisor = await world.visit('supervisor');
  const pair = (await pairs()).find(({ left, right }) => [left, right].includes(zoe) && [left, right].includes(zoeAgain));
  expect((await supervisor.post(`/en/access/duplicates/${pair?.id}`, { [`verdict-${pair?.id}`]: 'not-same' })).status).toBe(303);
  await world.at('2019-06-05T07:00:00Z');
  expect((await (await world.visit('intake')).post(`/en/access/persons/${zoeAgain}/identity`, { ...typed, family: 'Le-Blanc' })).status).toBe(303);
  await world.as.worker(suggestPairs);
  expect((await pairs()).find(({ id }) => id === pair?.id)?.state).toBe('not-same');
});

test('what no longer holds is taken back, a record locked from its whole agency is never compared, and other agencies are left apart', async () => {
  await world.at('2019-06-06T13:00:00Z');
  const [mia, copy] = [await world.enter('intake', { given: 'Mia', family: 'Toklas', birth: '1966-06-06' }), await world.enter('intake', { given: 'Mia', family: 'Toklaz', birth: '1966-06-06' })];
  await world.enter('outside', { given: 'Mia', family: 'Toklas', birth: '1966-06-06' });
  const ofMia = async () => (await pairs()).filter(({ left, right }) => [left, right].includes(mia)).map(({ left, right }) => [left, right]);
  await world.at('2019-06-06T13:01:00Z');
  await world.as.worker(suggestPairs);
  expect(await ofMia()).toEqual([sorted(mia, copy)]);
  await world.at('2019-06-06T13:02:00Z');
  const lock = newId();
  await world.database.admin`insert into access.instruction (id, person_id, recorded_at) values (${lock}, ${copy}, ${world.database.clock.now()})`;
  await world.at('2019-06-06T13:03:00Z');
  await world.as.worker(suggestPairs);
  expect(await ofMia()).toEqual([]);
  await world.at('2019-06-06T13:04:00Z');
  await world.database.admin`update access.instruction set lifted_at = ${world.database.clock.now()} where id = ${lock}`;
  await world.at('2019-06-06T13:05:00Z');
  await world.as.worker(suggestPairs);
  expect(await ofMia()).toHaveLength(1);
});

test('nobody but the worker compares, and it reads no judged pair', async () => {
  for (const name of ['supervisor', 'officer'] as const) await expect(world.by(name, async ({ sql }) => await sql`select * from access.read_compared(${world.agencies.north}, ${[zoe]}::uuid[])`)).rejects.toThrow('permission denied');
  expect(await world.as.worker(async ({ sql }) => (await sql`select state from access.person_pair where state <> 'suggested'`).length)).toBe(0);
  await expect(world.as.worker(async ({ sql, now }) => await sql`insert into access.person_pair (id, left_id, right_id, state, main_id, decided_at, entered_at) values (${newId()}, ${sorted(zoe, zoeAgain)[0] ?? ''}, ${sorted(zoe, zoeAgain)[1] ?? ''}, 'same', ${zoe}, ${now}, ${now})`))
    .rejects.toThrow(/row-level security/);
});
