import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ListWorld, openListWorld } from '../list/list-world.test-tool.ts';

let world: ListWorld;
beforeAll(async () => {
  world = await openListWorld();
});
afterAll(async () => await world.close());

const stay = { kind: 'shelter', place: 'Demo House', start: '2019-01-01', end: '', evidence: 'observed' };

test('a stay is entered by whoever works with the person, read in both languages, counted in days, and nobody else finds the page', async () => {
  const person = await world.enter('intake', { given: 'Hazel', family: 'Placeholder' });
  const path = `/en/access/persons/${person}/stays`;
  const intake = await world.visit('intake');
  expect((await intake.post(path, stay)).status).toBe(303);
  expect((await intake.post(path, { ...stay, kind: 'hidden', start: '2018-12-01', end: '2018-12-31', evidence: 'reported' })).status).toBe(303);
  const text = await (await intake.get(path)).text();
  // 1 January to 3 June is 154 days; with December, which was told, 185.
  expect(text).toMatch(/365 days<\/th><td[^>]*>154<\/td><td[^>]*>185<\/td>/);
  expect(text).toContain('Not chronic, 26 days short');
  expect(text).toMatch(/No<\/b>: There is no live consent/);
  expect(await (await intake.get(path.replace('/en/', '/fr/'))).text()).toContain('à 26 jours de l’itinérance chronique');
  for (const who of ['outside', 'nurse', 'volunteer', 'officer'] as const) {
    const visitor = await world.visit(who);
    expect((await visitor.get(path)).status).toBe(404);
    expect((await visitor.post(path, stay)).status).toBe(404);
  }
});

test('a stay that cannot be is refused with what was typed, and nothing is entered', async () => {
  const person = await world.enter('intake', { given: 'Iris', family: 'Placeholder' });
  const intake = await world.visit('intake');
  const answer = await intake.post(`/en/access/persons/${person}/stays`, { ...stay, kind: '', start: '2019-13-01', end: '2030-01-01', place: 'Kept text' });
  expect(answer.status).toBe(422);
  const text = await answer.text();
  for (const piece of ['Choose where', 'Give a day up to today', 'Give a day from the first day', 'Kept text', '2019-13-01']) expect(text).toContain(piece);
  expect((await intake.post(`/en/access/persons/${person}/stays`, { ...stay, start: '2019-05-02', end: '2019-05-01' })).status).toBe(422);
  expect((await intake.post(`/en/access/persons/${person}/stays/activity`, { news: 'meal', on: '2019-06-04' })).status).toBe(422);
  expect((await world.database.admin<{ n: number }[]>`select count(*)::int as n from access.stay where person_id = ${person}`)[0]?.n).toBe(0);
});

test('a stay is ended today or taken out by its own agency, and the row that was wrong is kept', async () => {
  const person = await world.enter('intake', { given: 'Juniper', family: 'Placeholder' });
  const intake = await world.visit('intake');
  await intake.post(`/en/access/persons/${person}/stays`, stay);
  const [row] = await world.database.admin<{ id: string }[]>`select id from access.stay where person_id = ${person}`;
  const path = `/en/access/persons/${person}/stays/${row?.id}`;
  expect((await (await world.visit('outside')).post(`${path}/end`, {})).status).toBe(404);
  expect((await intake.post(`${path}/end`, {})).status).toBe(303);
  expect(await world.database.admin`select end_date, voided_at from access.stay where person_id = ${person}`).toEqual([{ end_date: '2019-06-03', voided_at: null }]);
  expect((await intake.post(`${path}/void`, {})).status).toBe(303);
  expect((await intake.post(`${path}/void`, {})).status).toBe(404);
  expect(await world.database.admin`select voided_by from access.stay where person_id = ${person}`).toEqual([{ voided_by: world.member.intake.account }]);
  expect(await (await intake.get(`/en/access/persons/${person}/stays`)).text()).toContain('No stay is recorded');
});

test('an instruction to withhold housing closes the page for whom it names', async () => {
  const person = await world.enter('intake', { given: 'Kale', family: 'Placeholder' });
  await (await world.visit('intake')).post(`/en/access/persons/${person}/stays`, stay);
  await (await world.visit('supervisor')).post(`/en/access/persons/${person}/instructions/new`, { what: 'housing', whom: `account:${world.member.intake.account}`, said: 'Not to her' });
  expect((await (await world.visit('intake')).get(`/en/access/persons/${person}/stays`)).status).toBe(404);
  expect((await (await world.visit('intake')).post(`/en/access/persons/${person}/stays`, stay)).status).toBe(404);
  expect((await (await world.visit('supervisor')).get(`/en/access/persons/${person}/stays`)).status).toBe(200);
});
