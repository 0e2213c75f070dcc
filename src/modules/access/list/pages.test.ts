import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import { freezeLists } from './jobs.ts';
import { type ListWorld, openListWorld } from './list-world.test-tool.ts';
import { settleLists } from './queries.ts';

let world: ListWorld;
beforeAll(async () => {
  world = await openListWorld();
});
afterAll(async () => await world.close());
const path = '/en/access/lists/demo-list';

test('the pages of a list are not there for anybody but those who keep it', async () => {
  for (const who of ['intake', 'clinician', 'volunteer', 'outside', 'nurse', 'officer'] as const)
    for (const one of [path, `${path}/measures`, `${path}/people/0b0f2a52-6c1e-4a40-8f5b-9e4a3f1d2c10`]) expect((await (await world.visit(who)).get(one)).status, `${who} ${one}`).toBe(404);
  expect((await (await world.visit('supervisor')).get('/en/access/lists/none')).status).toBe(404);
});

test('the list shows who is on it with days and state, who was not heard of, and who agreed but is not on it', async () => {
  const enter = async (given: string) => {
    const person = await world.enter('intake', { given, family: 'Placeholder' });
    await world.agree(person);
    return person;
  };
  await world.stay(await enter('Lark'), 'shelter', '2018-10-01', null);
  await world.stay(await enter('Maple'), 'unsheltered', '2019-04-01', null);
  await enter('Nettle');
  const supervisor = await world.visit('supervisor');
  const on = await (await supervisor.get(path)).text();
  expect(on).toContain('2 on the list today, of 3 who agreed');
  expect(on).toContain('1 chronic');
  expect(on).toContain('246, 246');
  expect(on).not.toContain('Nettle');
  const off = await (await supervisor.get(`${path}?show=off`)).text();
  expect(off).toContain('Nettle');
  expect(off).toContain('It is not known where the person is');
  expect(await (await supervisor.get(path.replace('/en/', '/fr/'))).text()).toContain('2 sur la liste aujourd’hui');
});

test('a change by hand asks for state, reason and day, keeps what was typed, and names a change that the list does not know', async () => {
  const person = await world.enter('intake', { given: 'Oriole', family: 'Placeholder' });
  await world.agree(person);
  await world.stay(person, 'shelter', '2019-05-01', null);
  const supervisor = await world.visit('supervisor');
  const at = `${path}/people/${person}`;
  expect((await supervisor.get(at)).status).toBe(200);
  const wrong = await supervisor.post(at, { state: 'housed', reason: '', effective: '2019-06-31', note: 'Typed text' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('Typed text');
  expect(await (await supervisor.post(at, { state: 'housed', reason: 'housed', effective: '2019-06-01', note: '' })).text()).toContain('The list knows no such change');
  expect((await supervisor.post(at, { state: 'active', reason: 'newly-identified', effective: '2019-05-01', note: '' })).status).toBe(303);
  expect((await supervisor.post(at, { state: 'housed', reason: 'housed', effective: '2019-06-01', note: '' })).status).toBe(303);
});

test('a month is stated once; news that comes later stands beside it as a restatement, and the book adds up', async () => {
  await world.as.worker(settleLists);
  await world.at('2019-06-10T04:30:00-04:00');
  await world.as.worker(freezeLists);
  const before = await world.database.admin`select measures from access.list_snapshot`;
  const person = await world.enter('intake', { given: 'Poppy', family: 'Placeholder' });
  await world.database.admin`insert into access.list_change (id, list_id, person_id, from_state, to_state, reason, effective, recorded_at) values (${newId()}, ${world.list}, ${person}, null, 'active', 'newly-identified', '2019-05-15', ${world.database.clock.now()})`;
  await world.as.worker(freezeLists);
  expect(await world.database.admin`select measures from access.list_snapshot`).toEqual(before);
  await world.at('2019-06-10T09:00:00-04:00');
  const text = await (await (await world.visit('supervisor')).get(`${path}/measures`)).text();
  expect(text).toMatch(/<th scope="row">May 2019<\/th><td[^>]*>10 June 2019[^<]*<\/td><td[^>]*>Active at the end<\/td><td[^>]*>\d+<\/td><td[^>]*>\d+<\/td>/);
  const balances = [...text.matchAll(/<b>(\d+)<\/b><\/td><td[^>]*>(-?\d+)<\/td>/g)].map((match) => match[2]);
  expect(balances.length).toBeGreaterThan(1);
  expect(new Set(balances)).toEqual(new Set(['0']));
  await expect(world.as.worker(async ({ sql }) => await sql`update access.list_snapshot set refusals = 9`)).rejects.toMatchObject({ code: '42501' });
});

test('somebody who refuses consent is counted by one press, and nothing of her is kept', async () => {
  const supervisor = await world.visit('supervisor');
  expect((await supervisor.post(`${path}/refusals`, {})).status).toBe(303);
  expect(await (await supervisor.get(path)).text()).toContain('1 counted this month without a name');
});
