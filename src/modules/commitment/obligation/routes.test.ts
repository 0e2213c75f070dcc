import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { commitmentRoutes, listAbout, promise } from '../index.ts';

let world: World;
let manager: Visitor;
let chair: Visitor;
let partner: Visitor;
let id: string;
const listBodies = async () => [{ slug: 'homelessness', name: { en: 'Homelessness table', fr: 'Table sur l’itinérance' } }, { slug: 'alcohol', name: { en: 'Alcohol table', fr: 'Table sur l’alcool' } }];
beforeAll(async () => {
  world = await openWorld();
  const http = world.http(commitmentRoutes(() => world.site, { listBodies }));
  [manager, chair, partner] = [await http.as('manager'), await http.as('chair'), await http.as('partner')];
  const owed = (body: string, due: string) => ({ kind: 'action', subject: { kind: 'action', id: body }, what: { en: `Count ${body}`, fr: `Compter ${body}` }, owedTo: { en: 'All', fr: 'Tous' }, owedBy: { body }, due, path: '/plan' });
  id = await world.as.manager(async (scope) => await promise(scope, owed('homelessness', '2019-06-10')));
  await world.as.manager(async (scope) => await promise(scope, owed('alcohol', '2019-05-31')));
});
afterAll(async () => await world.close());

test('an obligation that does not exist and one of another body are one answer', async () => {
  for (const path of ['/en/commitment/obligations/nothing', '/en/commitment/obligations/01997e9e-0000-7000-8000-000000000009']) expect((await manager.get(path)).status).toBe(404);
  expect((await partner.get(`/en/commitment/obligations/${id}`)).status).toBe(404);
});

test('the list shows what each may see, by body and by lateness', async () => {
  const all = await (await manager.get('/en/commitment/obligations')).text();
  expect(all).toContain('2 commitments are open; one is late.');
  expect(all).toContain('3 days late');
  const late = await (await manager.get('/fr/commitment/obligations?late=yes')).text();
  expect(late).toContain('Compter alcohol');
  expect(late).not.toContain('Compter homelessness');
  const own = await (await chair.get('/en/commitment/obligations')).text();
  expect(own).toContain('Count homelessness');
  expect(own).not.toContain('Count alcohol');
  expect(await (await partner.get('/en/commitment/obligations')).text()).toContain('Nothing is open here.');
});

test('more time is given by the plan office alone, and nothing that was typed is lost', async () => {
  const path = `/en/commitment/obligations/${id}/extend`;
  expect((await chair.post(path, { due: '2019-07-01', 'extend-reason': 'x' })).status).toBe(404);
  const again = await manager.post(path, { due: '2019-06-01', 'extend-reason': 'Waiting for the count' });
  expect(again.status).toBe(422);
  const text = await again.text();
  expect(text).toContain('Give a day after the one that counts now.');
  expect(text).toContain('value="Waiting for the count"');
  expect((await manager.post(path, { due: 'soon', 'extend-reason': '' })).status).toBe(422);
  expect((await manager.post(path, { due: '2019-06-28', 'extend-reason': 'Waiting for the count' })).status).toBe(303);
  const page = await (await manager.get(`/en/commitment/obligations/${id}`)).text();
  expect(page).toContain('28 June 2019');
  expect(page).toContain('Waiting for the count');
});

test('time that is paused runs again later and leaves the due day moved by the pause', async () => {
  expect((await manager.post(`/en/commitment/obligations/${id}/pause`, { 'pause-reason': 'Council is away' })).status).toBe(303);
  expect(await (await manager.get(`/en/commitment/obligations/${id}`)).text()).toContain('Time paused');
  await world.at('2019-06-13T13:00:00Z');
  expect((await manager.post(`/en/commitment/obligations/${id}/resume`, {})).status).toBe(303);
  expect((await world.as.manager(async (scope) => await listAbout(scope, { kind: 'action', id: 'homelessness' })))[0]?.due).toBe('2019-07-08');
});
