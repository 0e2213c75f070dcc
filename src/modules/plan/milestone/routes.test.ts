import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCommunity } from '#app/community/load.ts';
import { readPack } from '#app/community-pack/read.ts';
import { governanceRoutes, listBodies, listDecisionsAbout, listStates } from '#app/modules/governance/index.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { listNews } from '../news/queries.ts';
import { planRoutes } from '../routes.ts';
import { listMilestones } from './queries.ts';

let world: World;
let manager: Visitor;
let chair: Visitor;
let resident: Visitor;
let ids: Record<string, string>;
beforeAll(async () => {
  world = await openWorld();
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  await world.as.worker(async (scope) => await loadCommunity(scope, pack));
  const routes = world.http([...planRoutes(() => world.site, { listBodies, listStates, listDecisionsAbout }), ...governanceRoutes(() => world.site)]);
  [manager, chair, resident] = [await routes.as('manager'), await routes.as('chair'), await routes.as()];
  ids = Object.fromEntries((await world.as.public(async (scope) => await listMilestones(scope))).map((one) => [one.slug, one.id]));
});
afterAll(async () => await world.close());

const at = (slug: string, change = '') => `/en/plan/milestones/${ids[slug]}${change}`;
const evidence = { kind: 'document', 'title-en': 'Terms of reference', 'title-fr': 'Mandat', date: '2019-06-01', url: 'https://www.example.org/terms' };
const stateOf = async (slug: string) => (await world.as.public(async (scope) => await listMilestones(scope, { id: ids[slug] ?? '' })))[0]?.state;
const latestNews = async () => (await world.as.public(async (scope) => await listNews(scope, { limit: 1 })))[0];

test('a milestone that does not exist is not found, whatever its id looks like', async () => {
  for (const id of ['nothing', '01997e9e-0000-7000-8000-000000000009', '%00']) expect((await manager.get(`/en/plan/milestones/${id}`)).status).toBe(404);
  expect((await manager.post('/en/plan/milestones/01997e9e-0000-7000-8000-000000000009/evidence', evidence)).status).toBe(404);
});

test('the public is sent to the sign-in, and others of the staff find nothing', async () => {
  const answer = await resident.get('/en/plan/milestones');
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toContain('/identity/sign-in');
  const partner = await world.http(planRoutes(() => world.site, { listBodies, listStates, listDecisionsAbout })).as('partner');
  expect((await partner.get('/en/plan/milestones')).status).toBe(404);
  expect((await partner.post(at('come-forward', '/evidence'), evidence)).status).toBe(404);
});

test('the chair of a table finds only what that table owes', async () => {
  const list = await (await chair.get('/en/plan/milestones')).text();
  expect(list).toContain(ids['common-assessment']);
  expect(list).not.toContain(ids['come-forward']);
  expect((await chair.get(at('come-forward'))).status).toBe(404);
  expect((await chair.post(at('come-forward', '/evidence'), evidence)).status).toBe(404);
  expect(await stateOf('come-forward')).toMatchObject({ kind: 'late' });
});

test('an invalid form comes back with what was typed, a summary that links to the fields, and nothing saved', async () => {
  const before = await latestNews();
  const answer = await manager.post(at('come-forward', '/evidence'), { ...evidence, 'title-fr': '', date: '2019-06-31', url: 'javascript:alert(1)' });
  const html = await answer.text();
  expect(answer.status).toBe(422);
  for (const field of ['title-fr', 'date', 'url']) expect(html).toContain(`href="#${field}"`);
  expect(html).toContain('value="Terms of reference"');
  expect(html).toContain('2019-06-31');
  expect(await latestNews()).toEqual(before);
  expect((await manager.post(at('come-forward', '/evidence'), { ...evidence, date: '2019-06-04' })).status).toBe(422);
  expect((await manager.post(at('come-forward', '/due'), { due: '2019-05-10', 'reason-en': 'x', 'reason-fr': 'y' })).status).toBe(422);
  expect((await manager.post(at('come-forward', '/withdraw'), { 'reason-en': 'only one' })).status).toBe(422);
  expect((await chair.post(at('common-assessment', '/confirm'), { body: 'alcohol', date: '2019-06-03' })).status).toBe(422);
});

test('evidence makes the milestone done on the public page at once, leaves a line of change, an event and an audit line', async () => {
  const answer = await manager.post(at('come-forward', '/evidence'), evidence);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, at('come-forward')]);
  expect(await stateOf('come-forward')).toEqual({ kind: 'done' });
  const page = await (await resident.get('/en/plan/priorities/sexual-assault-response')).text();
  expect(page).toContain('https://www.example.org/terms');
  expect(page).not.toContain('Late by');
  expect(await latestNews()).toMatchObject({ topic: 'initiatives', milestone: ids['come-forward'], text: { en: 'Done: Describe an easier way to come forward. Evidence: Terms of reference.' } });
  const events = await world.database.admin`select subject_id, detail from platform.event where kind = 'plan.milestone-changed'`;
  expect(events).toEqual([{ subject_id: ids['come-forward'], detail: { change: 'done' } }]);
  const lines = await world.database.admin`select action, subject_id, decision from platform.audit_entry where action = 'plan.add-evidence' and decision = 'permit' and subject_id = ${ids['come-forward'] ?? ''} order by id desc limit 1`;
  expect(lines).toHaveLength(1);
});

test('the chair confirms what the table owes', async () => {
  expect((await chair.post(at('common-assessment', '/confirm'), { body: 'homelessness', date: '2019-06-03' })).status).toBe(303);
  expect(await (await resident.get('/en/plan/priorities/homelessness')).text()).toContain('Last confirmed on 3 June 2019');
  expect(await latestNews()).toMatchObject({ topic: 'action-tables', bodySlug: 'homelessness' });
});

test('a new date counts from then on, and the earlier one stays with the reason', async () => {
  expect((await chair.post(at('common-assessment', '/due'), { due: '2019-08-30', 'reason-en': 'Two tools are compared.', 'reason-fr': 'On compare deux outils.' })).status).toBe(303);
  const [milestone] = await world.as.public(async (scope) => await listMilestones(scope, { id: ids['common-assessment'] ?? '' }));
  expect(milestone).toMatchObject({ due: '2019-08-30', firstDue: '2019-06-30', approximate: false });
  expect(await (await resident.get('/fr/plan/priorities/homelessness')).text()).toContain('On compare deux outils.');
});

test('a withdrawn milestone stays on the page with its reason and can no longer be changed', async () => {
  expect((await manager.post(at('alcohol-outline', '/withdraw'), { 'reason-en': 'The report has no outline.', 'reason-fr': 'Le rapport n’a pas de plan.' })).status).toBe(303);
  expect(await stateOf('alcohol-outline')).toEqual({ kind: 'withdrawn' });
  expect(await (await resident.get('/en/plan/priorities/alcohol')).text()).toContain('The report has no outline.');
  expect((await manager.post(at('alcohol-outline', '/withdraw'), { 'reason-en': 'x', 'reason-fr': 'y' })).status).toBe(409);
  expect((await manager.get(at('alcohol-outline', '/due'))).status).toBe(409);
});

test('a new milestone appears on the page of its key issue', async () => {
  const given = { priority: 'homelessness', body: 'homelessness', 'title-en': 'Open a warm room', 'title-fr': 'Ouvrir une salle chauffée', due: '2019-11-01' };
  expect((await chair.post('/en/plan/milestones/new', { ...given, due: '2019-06-02', body: 'alcohol' })).status).toBe(422);
  const answer = await chair.post('/en/plan/milestones/new', given);
  expect(answer.status).toBe(303);
  expect((await chair.get(answer.headers.get('location') ?? '')).status).toBe(200);
  expect(await (await resident.get('/fr/plan/priorities/homelessness')).text()).toContain('Ouvrir une salle chauffée');
});

test('each form opens in both languages with the milestone that it is about', async () => {
  for (const language of ['en', 'fr'])
    for (const path of ['/plan/milestones', '/plan/milestones/new', ...['', '/confirm', '/evidence', '/due', '/withdraw'].map((change) => `/plan/milestones/${ids['access-point']}${change}`)]) {
      const answer = await manager.get(`/${language}${path}`);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(await answer.text()).toContain(language === 'en' ? 'Milestones' : 'Jalons');
    }
});
