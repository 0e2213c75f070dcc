import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCommunity } from '#app/community/load.ts';
import { readPack } from '#app/community-pack/read.ts';
import { commitmentRoutes } from '#app/modules/commitment/index.ts';
import { engagementRoutes, submitIssue } from '#app/modules/engagement/index.ts';
import { councilTemplate, publicationRoutes, startPublication } from '#app/modules/insight/index.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { newId } from '#app/platform/db/id.ts';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { findLinkedAction, insertActionLink } from '../action/queries.ts';
import { listBodies } from '../body/queries.ts';
import { governanceRoutes } from '../index.ts';
import { insertMatter, insertRecusal } from '../matter/queries.ts';
import { addMember } from '../member/actions.ts';
import { seatAndMeet, type Story } from '../story.test-tool.ts';

let world: World;
let story: Story;
let routes: ReturnType<World['http']>;
let partner: Visitor;
beforeAll(async () => {
  world = await openWorld();
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  await world.as.worker(async (scope) => await loadCommunity(scope, pack));
  story = await seatAndMeet(world);
  const site = () => world.site;
  routes = world.http([...publicationRoutes(site, { templates: [councilTemplate], asPublic: async (work) => await world.as.public(work) }), ...governanceRoutes(site), ...engagementRoutes(site, { keepsMailHere: true }), ...commitmentRoutes(site, { listBodies })]);
  partner = await routes.as('partner');
});
afterAll(async () => await world.close());

const secretItem = () => story.items.find((item) => item.matter.title.en === 'Contract of one provider')?.id ?? '';
const pages = () => [
  '/en/governance/meetings', `/en/governance/meetings/${story.meeting}`, `/en/governance/meetings/${story.meeting}/room`, '/en/commitment/my-day', '/en/commitment/obligations', '/en/commitment/obligations?body=homelessness',
  '/en/governance/bodies/homelessness', '/en/governance/bodies/system-leadership-group', `/en/governance/meetings/${story.meeting}/minutes`,
];

test('for who has left an item, the item, its paper and its action are not there, just as for an id that was never given', async () => {
  const [paper] = await world.database.admin<{ id: string }[]>`select id from governance.paper`;
  // Address and reference of a page are its own; all else must be equal.
  const bare = (path: string, html: string) => html.replaceAll(path.slice(3), '').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '');
  const never = `/en/governance/meetings/${story.meeting}/items/${newId()}/page`;
  const absent = bare(never, await (await partner.get(never)).text());
  for (const path of [`/en/governance/meetings/${story.meeting}/items/${secretItem()}/page`, `/en/governance/meetings/${story.meeting}/papers/${paper?.id}`, `/en/governance/actions/${story.action}`]) {
    const answer = await partner.get(path);
    expect(answer.status, path).toBe(404);
    expect(bare(path, await answer.text())).toBe(absent);
  }
  for (const step of ['decide', 'agree', 'end', 'conflict']) expect((await partner.post(`/en/governance/meetings/${story.meeting}/items/${secretItem()}/${step}`, {})).status, step).toBe(404);
});

test('the chair sees the item, its paper and who has left it', async () => {
  const chair = await routes.as('chair');
  const page = await (await chair.get(`/en/governance/meetings/${story.meeting}/items/${secretItem()}/page`)).text();
  for (const words of ['Contract of one provider', 'offer-canary.txt', 'Canary decision', 'Canary action', 'Left this item', 'Paula']) expect(page).toContain(words);
});

test('nothing that who has left can open differs between a world with other words in the item and a world without the item at all', async () => {
  const seen = async () => await Promise.all(pages().map(async (path) => {
    const answer = await partner.get(path);
    return `${path} ${answer.status} ${[...answer.headers].filter(([name]) => name !== 'date').join()}\n${await answer.text()}`;
  }));
  const first = await seen();
  expect(first.join()).not.toMatch(/canary/i);
  expect(first[1]).toContain('Beds in winter');
  await world.database.admin.unsafe(`
    update governance.matter set title = '{"en": "Other words", "fr": "Autres mots"}' where title ->> 'en' = 'Contract of one provider';
    update governance.decision set title = '{"en": "Other decision", "fr": "Autre"}', outcome = 'declined' where title ->> 'en' = 'Canary decision';
    update governance.action set due = '2019-05-01'; update commitment.obligation set due = '2019-05-01', due_at = '2019-05-02' where kind = 'action';
    update governance.agenda_item set discussion = 'much was said', outcome = 'returns' where matter_id in (select id from governance.matter where title ->> 'en' = 'Other words');`).simple();
  expect(await seen()).toEqual(first);
  await world.database.admin.unsafe(`
    create table public.kept as select i.* from governance.agenda_item i join governance.matter m on m.id = i.matter_id where m.title ->> 'en' = 'Other words';
    delete from governance.agenda_item where id in (select id from public.kept);`).simple();
  expect(await seen()).toEqual(first);
  await world.database.admin.unsafe('insert into governance.agenda_item select * from public.kept; drop table public.kept').simple();
});

test('an issue whose matter the plan manager has left is neither found, listed nor opened by her until it ends, and its proposer is not told to her', async () => {
  const issue = await world.as.public(async (scope) => await submitIssue(scope, { channel: 'web', language: 'en', title: 'Canary issue', description: 'About one provider', proposer: { email: 'proposer@example.org' } }));
  const manager = await routes.as('manager');
  expect(await (await manager.get('/en/engagement/issues/inbox?q=canary')).text()).toContain('Canary issue');
  const matter = newId();
  const member = await world.as.manager(async (scope) => await addMember(scope, { bodySlug: 'system-leadership-group', name: 'Maya', office: { en: 'Manager', fr: 'Gestionnaire' }, agency: null, chairs: false, email: 'manager@example.org', language: 'en' }));
  await world.as.manager(async (scope) => {
    await insertMatter(scope, { id: matter, bodySlug: 'system-leadership-group', kind: 'issue', subject: { kind: 'issue', id: issue.id }, title: { en: 'Canary issue', fr: 'Enjeu canari' }, path: null });
    await insertRecusal(scope, { id: newId(), matter, member });
  });
  expect(await (await manager.get('/en/engagement/issues/inbox?q=canary')).text()).not.toContain('Canary issue');
  expect((await manager.get(`/en/engagement/issues/${issue.id}`)).status).toBe(404);
  expect((await manager.post(`/en/engagement/issues/${issue.id}/contact`, {})).status).toBe(404);
  expect(await world.as.manager(async ({ sql }) => await sql`select * from engagement.read_proposer(${issue.id})`)).toHaveLength(0);
  expect(await (await manager.get('/en/commitment/obligations')).text()).not.toContain(issue.reference);
  await world.database.admin`update governance.matter set ended_at = now() where id = ${matter}`;
  expect((await manager.get(`/en/engagement/issues/${issue.id}`)).status).toBe(200);
});

test('the working copy of the council report holds nothing of a matter that somebody has left, for whoever opens it', async () => {
  const both = (text: string) => ({ en: text, fr: text });
  const report = await world.as.manager(async (scope) => await startPublication(scope, { template: 'council', title: both('Update'), departments: ['SS'], preparedFor: both('Council') }, { purpose: both('To tell.') }));
  const manager = await routes.as('manager');
  const draft = await (await manager.get(`/en/insight/publications/drafts/${report}`)).text();
  expect(draft).toContain('To tell.');
  expect(draft).not.toMatch(/canary|Other decision|Other words/i);
});

test('a link for an action opens nothing once its member has left the matter, and nothing of a recused matter is public', async () => {
  const key = await world.as.worker(async (scope) => await insertActionLink(scope, newId(), story.action, new Date('2019-07-20T00:00:00Z')));
  expect(await world.as.public(async (scope) => await findLinkedAction(scope), key)).toMatchObject({ id: story.action });
  expect((await world.as.public(async ({ sql }) => await sql`select id from governance.decision where id = ${story.decision}`))).toHaveLength(0);
  const matter = story.items.find((item) => item.id === secretItem())?.matter.id ?? '';
  await world.as.chair(async (scope) => await insertRecusal(scope, { id: newId(), matter, member: story.rosa }));
  expect(await world.as.public(async (scope) => await findLinkedAction(scope), key)).toBeUndefined();
});

test('only members of the body can be recused, by themselves or by who keeps the meeting', async () => {
  const matter = story.items.find((item) => item.matter.title.en === 'Beds in winter')?.matter.id ?? '';
  const declare = async (as: World['as']['public'], member: string) => await as(async (scope) => await insertRecusal(scope, { id: newId(), matter, member })).catch(() => false);
  expect(await declare(world.as.operator, story.rosa)).toBe(false);
  expect(await declare(world.as.partner, story.rosa)).toBe(false);
  expect(await declare(world.as.chair, newId())).toBe(false);
  expect(await declare(world.as.partner, story.partner)).toBe(true);
  await world.database.admin`delete from governance.recusal where matter_id = ${matter}`;
});
