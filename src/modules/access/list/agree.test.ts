import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ListWorld, openListWorld } from './list-world.test-tool.ts';

let world: ListWorld;
beforeAll(async () => {
  world = await openListWorld();
});
afterAll(async () => await world.close());

test('a person agrees to the list of the organisation that holds her record on its own form, and for the list alone', async () => {
  const person = await world.enter('intake', { given: 'Isolde', family: 'Placeholder' });
  await world.stay(person, 'shelter', '2019-05-01', null);
  const [intake, path] = [await world.visit('intake'), `/en/access/persons/${person}`];
  const stands = async () => await (await intake.get(`${path}/stays`)).text();
  expect(await stands()).toContain('There is no live consent for a list');
  const fields = { 'given-by': 'self', purposes: ['list'], categories: ['identity', 'housing'], agencies: [world.agencies.north], how: 'spoken', language: 'en', expires: '2020-06-03' };
  const wider = await intake.post(`${path}/consents/new`, { ...fields, purposes: ['list', 'care'] });
  expect(wider.status).toBe(422);
  expect(await wider.text()).toContain('Your own organisation can be named for its by-name list alone.');
  expect((await intake.post(`${path}/consents/new`, fields)).status).toBe(303);
  expect(await stands()).toContain('Agreed to the list, with who she is and where she lives');
  expect(await stands()).not.toContain('There is no live consent for a list');
});

test('an organisation that keeps no list does not stand on its own form', async () => {
  await world.database.admin`update access.list set agency_id = ${world.agencies.south}`;
  const person = await world.enter('intake', { given: 'Odo', family: 'Placeholder' });
  const form = await (await (await world.visit('intake')).get(`/en/access/persons/${person}/consents/new`)).text();
  expect(form).toContain(`value="${world.agencies.south}"`);
  expect(form).not.toContain(`value="${world.agencies.north}"`);
});
