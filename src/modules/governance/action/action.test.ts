import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCommunity } from '#app/community/load.ts';
import { readPack } from '#app/community-pack/read.ts';
import { commitmentRoutes, listAbout } from '#app/modules/commitment/index.ts';
import { remind } from '#app/modules/commitment/reminder/jobs.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { agreeAction } from './actions.ts';
import { listBodies } from '../body/queries.ts';
import { governanceJobs, governanceRoutes } from '../index.ts';
import { findPerson } from '../member/queries.ts';
import { seatAndMeet, type Story } from '../story.test-tool.ts';

let world: World;
let story: Story;
let resident: Visitor;
let partner: Visitor;
let mine: string;
const around = { place: async () => ({ en: 'Testville', fr: 'Testville' }), listReachable: async () => [] };
beforeAll(async () => {
  world = await openWorld();
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  await world.as.worker(async (scope) => await loadCommunity(scope, pack));
  story = await seatAndMeet(world);
  const routes = world.http([...governanceRoutes(() => world.site), ...commitmentRoutes(() => world.site, { listBodies })]);
  [resident, partner] = [await routes.as(), await routes.as('partner')];
  mine = await world.as.chair(async (scope) => {
    const person = await findPerson(scope, story.partner);
    const matter = story.items.find((item) => item.matter.title.en === 'Beds in winter')?.matter.id ?? '';
    if (!person) throw new Error('the partner is a member');
    return await agreeAction(scope, { bodySlug: 'homelessness', meeting: story.meeting, matter, what: { en: 'Count the beds', fr: 'Compter les lits' }, person, due: '2019-06-12' });
  });
  await world.runJobs(governanceJobs);
});
afterAll(async () => await world.close());

const mails = async () => await world.database.admin<{ recipient: string; text_body: string }[]>`select recipient, text_body from platform.mail_message where kind = 'action-link' order by queued_at, id`;
const linkIn = (text: string | undefined) => /https?:\/\/\S+(\/en\/governance\/actions\/report\?key=[\w-]+)/.exec(text ?? '')?.[1] ?? '';
const obligation = async (id: string) => (await world.as.manager(async (scope) => await listAbout(scope, { kind: 'action', id })))[0];

test('a member without an account gets a link; one with an account finds the action in her day and gets none', async () => {
  expect((await mails()).map((mail) => mail.recipient)).toEqual(['rosa@example.org']);
  expect(await (await partner.get('/en/commitment/my-day')).text()).toContain('Count the beds');
  expect(await (await partner.get(`/en/governance/actions/${mine}`)).text()).toContain('Report on it');
});

test('the link shows its action and nothing of the meeting; a wrong key shows nothing', async () => {
  const page = await (await resident.get(linkIn((await mails())[0]?.text_body))).text();
  expect(page).toContain('Canary action');
  for (const hidden of ['Canary decision', 'Beds in winter', 'Count the beds', 'Rosa', 'Chidi']) expect(page).not.toContain(hidden);
  const wrong = await (await resident.get('/en/governance/actions/report?key=AAAAAAAAAAAAAAAAAAAAAAAA')).text();
  expect(wrong).toContain('This link holds no more');
  expect((await resident.get(`/en/governance/actions/${story.action}`)).status).not.toBe(200);
});

test('a report that says nothing comes back; opening the link uses nothing up', async () => {
  const [path = '', key = ''] = linkIn((await mails())[0]?.text_body).split('?key=');
  expect((await resident.post(path, { key, kind: '', body: 'typed words' })).status).toBe(422);
  const again = await resident.post(path, { key, kind: 'cannot', body: '' });
  expect(again.status).toBe(422);
  expect(await again.text()).toContain(key);
});

test('a report by link counts once and keeps what was owed; the used link shows nothing', async () => {
  const [path = '', key = ''] = linkIn((await mails())[0]?.text_body).split('?key=');
  expect(await (await resident.post(path, { key, kind: 'done', body: 'All counted.' })).text()).toContain('Your report has been received');
  expect(await (await resident.post(path, { key, kind: 'done', body: 'Again.' })).text()).toContain('This link holds no more');
  expect(await (await resident.get(`${path}?key=${key}`)).text()).not.toContain('Canary action');
  await world.runJobs(governanceJobs);
  expect((await obligation(story.action))?.course.keptAt).toBeInstanceOf(Date);
  const chair = await world.http(governanceRoutes(() => world.site)).as('chair');
  expect(await (await chair.get(`/en/governance/actions/${story.action}`)).text()).toMatch(/Done[\s\S]*by the link in a mail[\s\S]*All counted\./);
  expect(await world.database.admin`select count(*)::int as n from platform.audit_entry where action = 'governance.report-action' and subject_id = ${story.action}`).toEqual([{ n: 1 }]);
});

test('only the member, the chair and the plan office report on an action with an account', async () => {
  const operator = await world.http(governanceRoutes(() => world.site)).as('operator');
  expect((await operator.post(`/en/governance/actions/${mine}`, { kind: 'done', body: '' })).status).toBe(404);
  expect((await partner.post(`/en/governance/actions/${mine}`, { kind: 'under-way', body: '' })).status).toBe(422);
  expect((await partner.post(`/en/governance/actions/${mine}`, { kind: 'done', body: 'Eleven.' })).status).toBe(303);
  expect((await obligation(mine))?.course.keptAt).toBeInstanceOf(Date);
});

test('a reminder brings a member without an account a new link, which ends the older ones; an expired one opens nothing', async () => {
  const late = await world.as.chair(async (scope) => {
    const person = await findPerson(scope, story.rosa);
    const matter = story.items.find((item) => item.matter.title.en === 'Beds in winter')?.matter.id ?? '';
    if (!person) throw new Error('Rosa is a member');
    return await agreeAction(scope, { bodySlug: 'homelessness', meeting: story.meeting, matter, what: { en: 'Ask the churches', fr: 'Demander aux églises' }, person, due: '2019-06-06' });
  });
  await world.runJobs(governanceJobs);
  const first = linkIn((await mails()).at(-1)?.text_body);
  await world.at('2019-06-07T13:00:00Z');
  await world.as.worker(async (scope) => await remind(scope, around, 'http://localhost'));
  await world.runJobs(governanceJobs);
  const second = linkIn((await mails()).at(-1)?.text_body);
  expect(second).not.toBe(first);
  expect(await (await resident.get(first)).text()).toContain('This link holds no more');
  expect(await (await resident.get(second)).text()).toContain('Ask the churches');
  await world.at('2019-09-01T13:00:00Z');
  expect(await (await resident.get(second)).text()).toContain('This link holds no more');
  expect((await obligation(late))?.course.keptAt).toBeUndefined();
});
