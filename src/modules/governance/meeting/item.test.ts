import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCommunity } from '#app/community/load.ts';
import { readPack } from '#app/community-pack/read.ts';
import { commitmentRoutes, listAbout } from '#app/modules/commitment/index.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { newId } from '#app/platform/db/id.ts';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { agreeAction } from '../action/actions.ts';
import { listBodies } from '../body/queries.ts';
import { governanceRoutes } from '../index.ts';
import { findOpenMatter, insertMatter, listItems } from '../matter/queries.ts';
import { addMember } from '../member/actions.ts';
import { findPerson } from '../member/queries.ts';
import { seatAndMeet, type Story } from '../story.test-tool.ts';

let world: World;
let story: Story;
let chair: Visitor;
let operator: Visitor;
const body = 'homelessness';
const at = (path = '') => `/en/governance/meetings/${story.meeting}${path}`;
const items = async () => await world.as.chair(async (scope) => await listItems(scope, story.meeting));
const itemAt = async (title: string) => (await items()).find((one) => one.matter.title.en === title)?.id ?? '';
const post = async (title: string, name: string, fields: Record<string, string> = {}) => await chair.post(at(`/items/${await itemAt(title)}/${name}`), fields);
const look = async (title: string) => await (await chair.get(at(`/items/${await itemAt(title)}/page`))).text();
beforeAll(async () => {
  world = await openWorld();
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  await world.as.worker(async (scope) => await loadCommunity(scope, pack));
  story = await seatAndMeet(world);
  const routes = world.http([...governanceRoutes(() => world.site), ...commitmentRoutes(() => world.site, { listBodies })]);
  [chair, operator] = [await routes.as('chair'), await routes.as('operator')];
});
afterAll(async () => await world.close());

test('two who open a matter about the same thing at the same moment make one', async () => {
  const subject = { kind: 'issue', id: 'same' };
  const open = async () => await world.as.chair(async (scope) => {
    await insertMatter(scope, { id: newId(), bodySlug: body, kind: 'issue', subject, title: { en: 'Same', fr: 'Même' }, path: null });
    return await findOpenMatter(scope, body, subject);
  });
  const [first, second] = await Promise.all([open(), open()]);
  expect(first).toBeDefined();
  expect(second).toBe(first);
});

test('an item moves up and down among others, also where two stand on the same place', async () => {
  await world.database.admin`update governance.agenda_item set position = 7 where meeting_id = ${story.meeting}`;
  const order = async () => (await items()).map((one) => one.id);
  const [one = '', two = '', ...rest] = await order();
  await chair.post(at(`/items/${two}/up`), {});
  expect(await order()).toEqual([two, one, ...rest]);
  await chair.post(at(`/items/${two}/down`), {});
  expect(await order()).toEqual([one, two, ...rest]);
});

test('who owes an action reads it and reports on it, though her account does not sit in the body, and no link leads where nothing opens for her', async () => {
  const action = await world.as.chair(async (scope) => {
    const member = await addMember(scope, { bodySlug: body, name: 'Owen', office: { en: 'Office', fr: 'Fonction' }, agency: null, chairs: false, email: 'operator@example.org', language: 'en' });
    await world.person('operator');
    await addMember(scope, { bodySlug: body, name: 'Nobody', office: { en: 'Office', fr: 'Fonction' }, agency: null, chairs: false, email: '', language: 'en' });
    const person = await findPerson(scope, member);
    const matter = (await listItems(scope, story.meeting)).find((one) => one.matter.title.en === 'Beds in winter')?.matter.id ?? '';
    if (!person?.account) throw new Error('the operator is a member with an account');
    return await agreeAction(scope, { bodySlug: body, meeting: story.meeting, matter, what: { en: 'Ask the callers', fr: 'Demander aux appelants' }, person, due: '2019-06-20' });
  });
  expect(await (await operator.get('/en/commitment/my-day')).text()).toContain(`/en/governance/actions/${action}`);
  const page = await (await operator.get(`/en/governance/actions/${action}`)).text();
  expect(page).toContain('Report on it');
  expect(page).not.toContain(at());
  expect(await (await chair.get(`/en/governance/actions/${action}`)).text()).toContain(at());
  expect((await operator.post(`/en/governance/actions/${action}`, { kind: 'under-way', body: 'Ten asked.' })).status).toBe(303);
  expect(await (await operator.get(`/en/governance/actions/${action}`)).text()).toContain('Ten asked.');
  expect((await operator.get(at())).status).toBe(404);
  expect((await operator.get(`/en/governance/actions/${story.action}`)).status).toBe(404);
});

test('an item offers the chair only what can still be done with it', async () => {
  const offered = async (title: string) => [...(await look(title)).matchAll(/action="[^"]*\/items\/[^"/]+\/([a-z]+)"/g)].map(([, name]) => name);
  expect(await offered('Beds in winter')).toEqual(expect.arrayContaining(['discussion', 'papers', 'decide', 'agree', 'end', 'return', 'up', 'down', 'camera']));
  await post('Beds in winter', 'discussion', { discussion: 'Much was said.' });
  await post('Beds in winter', 'return');
  expect(await offered('Beds in winter')).not.toContain('discussion');
  expect(await look('Beds in winter')).toContain('Much was said.');
  await post('Contract of one provider', 'end');
  expect((await offered('Contract of one provider')).filter((name) => name !== 'conflict')).toEqual([]);
  await chair.post(at('/close'), {});
  expect((await offered('Beds in winter')).filter((name) => name !== 'conflict')).toEqual([]);
});

test('minutes in which no text lacks a language are worded once the chair has saved them', async () => {
  const [owed] = await world.as.chair(async (scope) => await listAbout(scope, { kind: 'meeting', id: story.meeting }, 'minutes'));
  expect(owed?.what).toEqual({ en: 'Word the minutes of 3 June 2019', fr: 'Rédiger le procès-verbal du 3 juin 2019' });
  await chair.post(at('/minutes'), { note: 'All present.' });
  expect((await world.as.chair(async (scope) => await listAbout(scope, { kind: 'meeting', id: story.meeting }, 'minutes')))[0]?.course.keptAt).toBeInstanceOf(Date);
});
