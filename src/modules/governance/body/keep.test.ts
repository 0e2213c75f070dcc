import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCommunity } from '#app/community/load.ts';
import { readPack } from '#app/community-pack/read.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { governanceRoutes } from '../index.ts';
import { listPersons } from '../member/queries.ts';
import { listSeats } from '../seat/queries.ts';
import { listBodies, listNames, listStates } from './queries.ts';
import { nextStates } from './rules.ts';

let world: World;
let manager: Visitor;
let chair: Visitor;
let resident: Visitor;
beforeAll(async () => {
  world = await openWorld();
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  await world.as.worker(async (scope) => await loadCommunity(scope, pack));
  const routes = world.http(governanceRoutes(() => world.site));
  [manager, chair, resident] = [await routes.as('manager'), await routes.as('chair'), await routes.as()];
});
afterAll(async () => await world.close());

const group = 'system-leadership-group';
const seats = async () => await world.as.public(async (scope) => await listSeats(scope, group));
const person = { 'office-en': 'Director', 'office-fr': 'Directrice', email: '', language: 'en', agency: '' };

test('the seven seats of the law stand empty since the law asks for them, and one person can fill several', async () => {
  expect((await seats()).map((seat) => [seat.emptySince, seat.holders.length])).toEqual(Array(7).fill(['2019-01-01', 0]));
  await manager.post(`/en/governance/bodies/${group}/members`, { ...person, name: 'Lena' });
  const lena = (await world.as.public(async (scope) => await listPersons(scope, { body: group })))[0]?.id ?? '';
  for (const seat of ['seat-youth', 'seat-social']) expect((await manager.post(`/en/governance/seats/${seat}/hold`, { member: lena })).status).toBe(303);
  expect((await seats()).filter((seat) => seat.emptySince === undefined).map((seat) => [seat.slug, seat.holders[0]?.name])).toEqual([['seat-social', 'Lena'], ['seat-youth', 'Lena']]);
});

test('a seat that is left says since when it stands empty, on the public page too; leaving the body leaves its seats', async () => {
  const lena = (await world.as.public(async (scope) => await listPersons(scope, { body: group })))[0]?.id ?? '';
  await world.at('2019-08-01T13:00:00Z');
  expect((await chair.post('/en/governance/seats/seat-youth/leave', { member: lena })).status).toBe(404);
  await manager.post('/en/governance/seats/seat-youth/leave', { member: lena });
  expect(await (await resident.get(`/fr/governance/bodies/${group}`)).text()).toContain('Vacant depuis le 1er août 2019');
  await manager.post(`/en/governance/bodies/${group}/members/${lena}/end`, {});
  expect((await seats()).filter((seat) => seat.emptySince === '2019-08-01').map((seat) => seat.slug)).toEqual(['seat-social', 'seat-youth']);
});

test('only who keeps a body sees and changes its members; an address that was given is never shown', async () => {
  expect((await chair.get(`/en/governance/bodies/${group}/members`)).status).toBe(404);
  const wrong = await chair.post('/en/governance/bodies/homelessness/members', { ...person, name: '', email: 'not an address' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('value="not an address"');
  await chair.post('/en/governance/bodies/homelessness/members', { ...person, name: 'Rosa', email: 'rosa@example.org' });
  expect(await (await chair.get('/en/governance/bodies/homelessness/members')).text()).not.toContain('rosa@example.org');
  await expect(world.as.chair(async ({ sql }) => await sql`select * from governance.member_address`)).rejects.toMatchObject({ code: '42501' });
});

test('the plan office forms a table, moves it with a reason and renames it; nothing of its past is lost', async () => {
  expect((await chair.get('/en/governance/bodies/new')).status).toBe(404);
  expect((await manager.post('/en/governance/bodies/new', { kind: 'council', 'name-en': 'X', 'name-fr': '', 'reason-en': '', 'reason-fr': '' })).status).toBe(422);
  const made = await manager.post('/en/governance/bodies/new', { kind: 'action-table', 'name-en': 'Safe ways home', 'name-fr': 'Rentrer en sécurité', 'reason-en': 'Needed', 'reason-fr': 'Nécessaire' });
  expect(made.headers.get('location')).toMatch(/safe-ways-home/);
  const slug = made.headers.get('location')?.split('/').at(-2) ?? '';
  expect((await manager.post(`/en/governance/bodies/${slug}/state`, { state: 're-activated', 'reason-en': 'a', 'reason-fr': 'b' })).status).toBe(422);
  for (const state of ['active', 'paused', 're-activated']) await manager.post(`/en/governance/bodies/${slug}/state`, { state, 'reason-en': `To ${state}`, 'reason-fr': `Vers ${state}` });
  await world.at('2019-08-02T13:00:00Z');
  await manager.post(`/en/governance/bodies/${slug}/name`, { 'name-en': 'Ways home', 'name-fr': 'Retours' });
  await manager.post(`/en/governance/bodies/${slug}/state`, { state: 'merged', into: 'opioids', 'reason-en': 'One table', 'reason-fr': 'Une table' });
  expect((await world.as.public(async (scope) => await listStates(scope, slug))).map((one) => one.state)).toEqual(['forming', 'active', 'paused', 're-activated', 'merged']);
  expect((await world.as.public(async (scope) => await listNames(scope, slug))).map((one) => one.name.en)).toEqual(['Safe ways home', 'Ways home']);
  const page = await (await resident.get(`/en/governance/bodies/${slug}`)).text();
  for (const words of ['Ways home', 'Safe ways home, from', 'Now part of:', 'To paused']) expect(page).toContain(words);
  await expect(world.as.manager(async ({ sql }) => await sql`delete from governance.body_state`)).rejects.toMatchObject({ code: '42501' });
});

test('the homelessness table is paused and active again in autumn 2023, each with its reason', async () => {
  await world.at('2022-06-01T13:00:00Z');
  const stateOn = async () => (await world.as.public(async (scope) => await listBodies(scope))).find((one) => one.slug === 'homelessness')?.state;
  expect(await stateOn()).toBe('paused');
  await world.at('2023-10-07T13:00:00Z');
  expect(await stateOn()).toBe('re-activated');
  expect((await world.as.public(async (scope) => await listStates(scope, 'homelessness'))).map((one) => [one.state, one.reason.en.length > 0])).toEqual([['active', true], ['paused', true], ['re-activated', true]]);
});

test('every state leads somewhere, and a completed or merged body can be taken up again', () => {
  for (const state of ['proposed', 'forming', 'active', 'paused', 'completed', 'merged', 're-activated'] as const) expect(nextStates(state).length).toBeGreaterThan(0);
  expect([nextStates('completed'), nextStates('merged')]).toEqual([['re-activated'], ['re-activated']]);
});
