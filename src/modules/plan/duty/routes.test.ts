import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCommunity } from '#app/community/load.ts';
import { readPack } from '#app/community-pack/read.ts';
import { listBodies, listDecisionsAbout, listStates } from '#app/modules/governance/index.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { listNews } from '../news/queries.ts';
import { planRoutes } from '../routes.ts';
import { findDuty, listAdoptions } from './queries.ts';

let world: World;
let manager: Visitor;
let chair: Visitor;
let resident: Visitor;
beforeAll(async () => {
  world = await openWorld();
  await world.as.worker(async (scope) => await loadCommunity(scope, await readPack(join(projectRoot(), 'communities', 'halton'))));
  const routes = world.http(planRoutes(() => world.site, { listBodies, listStates, listDecisionsAbout }));
  [manager, chair, resident] = [await routes.as('manager'), await routes.as('chair'), await routes.as()];
});
afterAll(async () => await world.close());

const office = '/en/plan/duties/office';
const adoption = { date: '2019-05-15', resolution: '2019-114', 'by-en': 'Council', 'by-fr': 'Conseil', url: 'https://www.example.org/minutes' };
const evidence = { kind: 'document', 'title-en': 'The plan on the web', 'title-fr': 'Le plan en ligne', date: '2019-06-01', url: '' };
const textOf = async (answer: Response) => (await answer.text()).replaceAll('\u00a0', ' ').replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
const stateOf = async (slug: string) => (await world.as.public(async (scope) => await findDuty(scope, slug)))?.state;
const rowOf = (html: string, slug: string) => new RegExp(`<tr id="${slug}">[\\s\\S]*?</tr>`).exec(html)?.[0] ?? '';
const recordSlug = async (table: 'adoption' | 'duty_evidence') => (await world.database.admin<{ slug: string }[]>`select slug from ${world.database.admin(`plan.${table}`)} where origin = 'staff' order by entered_at desc, slug desc limit 1`)[0]?.slug ?? '';

test('in 2019 the page names the Act of then, its day, what is not confirmed, and that no adoption is recorded', async () => {
  const html = await textOf(await resident.get('/en/plan/duties'));
  expect(html).toContain('No adoption recorded: the terms that count from it have not begun.');
  expect(rowOf(html, 'adopt')).toMatch(/Police Services Act, Part XI[\s\S]*1 January 2021[\s\S]*Open, due 1 January 2021[\s\S]*None recorded/);
  expect(rowOf(html, 'publish')).toMatch(/section to be confirmed[\s\S]*30 days after adoption[\s\S]*Not begun: no adoption recorded[\s\S]*before this was law, so it does not count/);
  expect(rowOf(html, 'effect-reports')).toContain('To be confirmed');
  expect(html).not.toMatch(/Policing Act, 2019|1 July 2021|mental health or addictions/);
});

test('consultation of 2017 stands beside the public alone, and the other groups have none recorded', async () => {
  const html = await textOf(await resident.get('/en/plan/duties'));
  const groups = html.slice(html.indexOf('id="groups"'));
  expect(groups).toMatch(/The public<\/th><td[^>]*><ul[\s\S]*?Four public meetings[\s\S]*?before this was law/);
  expect(groups.match(/No consultation recorded/g)).toHaveLength(5);
  expect(await stateOf('consult')).toEqual({ kind: 'consulting', shown: 0, of: 6 });
});

test('a duty or a record that does not exist is not found, nor is a record that came with the pack', async () => {
  for (const path of ['/en/plan/duties/nothing/evidence', '/en/plan/duties/%00/evidence', '/en/plan/duties/records/nothing', '/en/plan/duties/records/publish%2Fevidence-1']) {
    expect([path, (await manager.get(path)).status]).toEqual([path, 404]);
    expect((await manager.post(path, { ...evidence, reason: 'x' })).status).toBe(404);
  }
});

test('only the plan office records: the public is sent to the sign-in and a chair finds nothing', async () => {
  for (const path of [office, '/en/plan/duties/adoption', '/en/plan/duties/publish/evidence']) {
    expect((await resident.get(path)).headers.get('location')).toContain('/identity/sign-in');
    expect((await chair.get(path)).status).toBe(404);
  }
  expect((await chair.post('/en/plan/duties/adoption', adoption)).status).toBe(404);
  expect(await world.as.public(listAdoptions)).toEqual([]);
});

test('an adoption without its facts, before the law or still to come is refused with what was typed', async () => {
  const answer = await manager.post('/en/plan/duties/adoption', { ...adoption, resolution: '', 'by-fr': '', date: '2017-11-27', url: 'javascript:alert(1)' });
  const html = await textOf(answer);
  expect(answer.status).toBe(422);
  for (const field of ['resolution', 'by-fr', 'date', 'url']) expect(html).toContain(`href="#${field}"`);
  expect(html).toContain('law since 1 January 2019');
  expect(html).toContain('value="2017-11-27"');
  for (const wrong of [{ date: '2019-06-04' }, { date: '2019-02-29' }, { resolution: 'x'.repeat(61) }]) expect((await manager.post('/fr/plan/duties/adoption', { ...adoption, ...wrong })).status).toBe(422);
  expect(await world.as.public(listAdoptions)).toEqual([]);
});

test('evidence for what counts from the adoption waits for the adoption', async () => {
  expect(await textOf(await manager.post('/en/plan/duties/publish/evidence', evidence))).toContain('Record the adoption of the plan first');
  expect((await manager.get('/en/plan/duties/adopt/evidence')).status).toBe(409);
});

test('a recorded adoption keeps its duty, begins the terms, and leaves a line of change, an event and an audit line', async () => {
  const answer = await manager.post('/en/plan/duties/adoption', adoption);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, office]);
  const slug = await recordSlug('adoption');
  const html = await textOf(await resident.get('/en/plan/duties'));
  expect(html).toContain('Adopted on 15 May 2019 by: Council. Resolution 2019-114.');
  expect(rowOf(html, 'adopt')).toContain('Met on 15 May 2019');
  expect(rowOf(html, 'publish')).toContain('Open, due 14 June 2019');
  expect((await world.as.public(async (scope) => await listNews(scope, { limit: 1 })))[0]).toMatchObject({ topic: 'legislation', text: { fr: 'Le plan a été adopté le 15 mai 2019 (Conseil, résolution 2019-114).' } });
  expect(await world.database.admin`select detail from platform.event where kind = 'plan.duty-changed'`).toEqual([{ detail: { change: 'adopted', duty: null } }]);
  expect(await world.database.admin`select decision from platform.audit_entry where action = 'plan.record-adoption' and subject_id = ${slug}`).toEqual([{ decision: 'permit' }]);
  expect((await manager.post('/en/plan/duties/adoption', adoption)).status).toBe(422);
});

test('evidence is refused before the adoption and without kind or group, and then meets the duty', async () => {
  const refused = await textOf(await manager.post('/en/plan/duties/publish/evidence', { ...evidence, date: '2019-05-14', kind: 'review' }));
  for (const text of ['href="#kind"', 'adopted on 15 May 2019']) expect(refused).toContain(text);
  expect(await textOf(await manager.post('/en/plan/duties/consult/evidence', { ...evidence, kind: 'engagement' }))).toContain('href="#group"');
  expect((await manager.post('/en/plan/duties/publish/evidence', evidence)).status).toBe(303);
  expect(await stateOf('publish')).toEqual({ kind: 'met', on: '2019-06-01', due: '2019-06-14', lateBy: 0 });
  expect((await manager.post('/en/plan/duties/consult/evidence', { ...evidence, kind: 'engagement', group: 'consult/youth' })).status).toBe(303);
  expect(await stateOf('consult')).toEqual({ kind: 'consulting', shown: 1, of: 6 });
});

test('a record made by mistake is taken back with a reason, once, and no longer counts', async () => {
  const path = `/en/plan/duties/records/${await recordSlug('adoption')}`;
  expect(await textOf(await manager.get(path))).toContain('Resolution 2019-114');
  expect((await manager.post(path, { reason: '' })).status).toBe(422);
  expect((await manager.post(path, { reason: 'Wrong day' })).status).toBe(303);
  expect((await manager.post(path, { reason: 'Wrong day' })).status).toBe(404);
  expect(await stateOf('publish')).toEqual({ kind: 'not-begun' });
  expect(await textOf(await resident.get('/en/plan/duties'))).not.toContain('Wrong day');
  await world.as.manager(async (scope) => expect(await scope.sql`select reason from plan.duty_withdrawal`).toEqual([{ reason: 'Wrong day' }]));
  const shown = `/en/plan/duties/records/${await recordSlug('duty_evidence')}`;
  expect((await manager.post(shown, { reason: 'Twice' })).status).toBe(303);
});

test('in 2025 the page names the new Act, the later day, the added group and the review that is to be confirmed', async () => {
  await world.at('2025-02-01T14:00:00Z');
  const visitor = await world.http(planRoutes(() => world.site, { listBodies, listStates, listDecisionsAbout })).as();
  const html = await textOf(await visitor.get('/en/plan/duties'));
  expect(rowOf(html, 'adopt')).toMatch(/Community Safety and Policing Act, 2019, s\. 248[\s\S]*1 July 2021[\s\S]*Nothing is recorded here; the day passed 1,311 days ago/);
  expect(rowOf(html, 'review')).toMatch(/O\. Reg\. 414\/23[\s\S]*To be confirmed[\s\S]*Not begun/);
  expect(html).toMatch(/mental health or addictions services<\/th><td[^>]*>No consultation recorded/);
  const french = await textOf(await visitor.get('/fr/plan/duties'));
  expect(rowOf(french, 'adopt')).toContain('Rien n’est consigné ici; l’échéance est passée depuis 1311 jours');
  await world.at('2019-06-03T13:00:00Z');
});

test('each form opens in both languages', async () => {
  for (const [language, words] of [['en', 'Legal duties'], ['fr', 'Obligations légales']] as const)
    for (const path of ['/office', '/adoption', '/publish/evidence', '/consult/evidence']) {
      const answer = await manager.get(`/${language}/plan/duties${path}`);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(await answer.text()).toContain(words);
    }
});
