import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCommunity } from '#app/community/load.ts';
import { readPack } from '#app/community-pack/read.ts';
import { commitmentRoutes } from '#app/modules/commitment/index.ts';
import { remind } from '#app/modules/commitment/reminder/jobs.ts';
import { listReachable } from '#app/modules/identity/index.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { newId } from '#app/platform/db/id.ts';
import { openWorld, type PersonName, type Visitor, type World } from '#test/world.ts';
import { listActions } from '../action/queries.ts';
import { listBodies } from '../body/queries.ts';
import { recordDecision } from '../decision/actions.ts';
import { governanceJobs, governanceRoutes, isClosedTo } from '../index.ts';
import { insertMatter, insertRecusal, listItems, listRecusals, updateEnded, updateInCamera } from '../matter/queries.ts';
import { addMember } from '../member/actions.ts';
import { listPersons } from '../member/queries.ts';
import { seatAndMeet, type Story } from '../story.test-tool.ts';
import { concludeItem, moveMeeting, planMeeting } from './actions.ts';
import { findMeeting } from './queries.ts';

let world: World;
let story: Story;
let partner: Visitor;
let chair: Visitor;
let second: string;
let leading: string;
const table = 'homelessness';
const leaders = 'system-leadership-group';
const both = (text: string) => ({ en: text, fr: `${text} (fr)` });
const titles = async (as: World['as']['public'], meeting: string) => (await as(async (scope) => await listItems(scope, meeting))).map((item) => item.matter.title.en);
const secret = () => story.items.find((item) => item.matter.title.en === 'Contract of one provider')?.matter.id ?? '';
const openItem = () => story.items.find((item) => item.matter.title.en === 'Beds in winter')?.matter.id ?? '';
const move = async (id: string, to: 'called' | 'open' | 'closed') => await world.as.manager(async (scope) => {
  const meeting = await findMeeting(scope, id);
  if (meeting) await moveMeeting(scope, meeting, to);
});
const mails = async (kind: string, to: string) => (await world.database.admin<{ text_body: string }[]>`select text_body from platform.mail_message where kind = ${kind} and recipient = ${to}`).map((mail) => mail.text_body).join();
const member = async (bodySlug: string, name: string, email: string) => await world.as.manager(async (scope) => await addMember(scope, { bodySlug, name, office: { en: 'Office', fr: 'Fonction' }, agency: null, chairs: false, email, language: 'en' }));
const sits = async (name: PersonName, role: string, body: string) => {
  const { account } = await world.person(name);
  await world.database.admin`insert into identity.membership (id, account_id, role, body_slug, from_date) values (${newId()}, ${account}, ${role}, ${body}, '2018-01-01')`;
};
beforeAll(async () => {
  world = await openWorld();
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  await world.as.worker(async (scope) => await loadCommunity(scope, pack));
  story = await seatAndMeet(world);
  const routes = world.http([...governanceRoutes(() => world.site), ...commitmentRoutes(() => world.site, { listBodies })]);
  [partner, chair] = [await routes.as('partner'), await routes.as('chair')];
  leading = await member(leaders, 'Paula', 'partner@example.org');
  await sits('partner', 'partner', leaders);
  await sits('leader', 'leadership-member', leaders);
});
afterAll(async () => await world.close());

test('a decision that its own body has not made public is put on nobody else’s agenda, whoever gathers it', async () => {
  await world.as.manager(async (scope) => await recordDecision(scope, { bodySlug: table, title: both('Canary about one person'), outcome: 'accepted', reason: both('r'), decidedOn: scope.today, subject: { kind: 'plan', id: 'one' }, isPublic: false, concernsBody: leaders }));
  const meeting = await world.as.manager(async (scope) => await planMeeting(scope, { bodySlug: leaders, startsAt: new Date('2019-06-10T14:00:00Z'), minutesLong: 60, place: 'Room 2', online: null }));
  expect((await titles(world.as.manager, meeting)).join()).not.toMatch(/canary/i);
  // What an older version of the program put there shows itself to nobody who may not read the decision.
  const [hidden] = await world.database.admin<{ id: string }[]>`select id from governance.decision where title ->> 'en' = 'Canary about one person'`;
  const matter = newId();
  await world.as.manager(async (scope) => await insertMatter(scope, { id: matter, bodySlug: leaders, kind: 'decision', subject: { kind: 'decision', id: hidden?.id ?? '' }, title: both('Canary about one person'), path: null }));
  await world.database.admin`insert into governance.agenda_item (id, meeting_id, matter_id, position) values (${newId()}, ${meeting}, ${matter}, 50)`;
  expect((await titles(world.as.leader, meeting)).join()).not.toMatch(/canary/i);
  expect(await world.database.admin`select in_camera from governance.matter where id = ${matter}`).toEqual([{ in_camera: true }]);
  // Nor does the invitation name it, also where its own body held it back only later.
  await world.database.admin`update governance.matter set in_camera = false where id = ${matter}`;
  await move(meeting, 'called');
  await world.runJobs(governanceJobs);
  expect(await mails('invitation', 'partner@example.org')).toContain('Agenda');
  expect(await mails('invitation', 'partner@example.org')).not.toMatch(/canary/i);
  await world.database.admin`delete from governance.agenda_item where matter_id = ${matter}`;
  await world.database.admin`delete from governance.matter where id = ${matter}`;
});

test('who left a matter does not see its late action on the agenda of a later meeting, though it gathered itself there as a new item', async () => {
  await world.as.chair(async (scope) => {
    const item = (await listItems(scope, story.meeting)).find((one) => one.matter.id === secret());
    if (item) await concludeItem(scope, item, 'ended');
  });
  await move(story.meeting, 'closed');
  await world.at('2019-07-02T13:00:00Z');
  second = await world.as.chair(async (scope) => await planMeeting(scope, { bodySlug: table, startsAt: new Date('2019-07-18T14:00:00Z'), minutesLong: 60, place: 'Room 1', online: null }));
  expect(await titles(world.as.chair, second)).toContain('Canary action (Rosa)');
  expect((await titles(world.as.partner, second)).join()).not.toMatch(/canary/i);
  for (const path of [`/en/governance/meetings/${second}`, `/en/governance/meetings/${story.meeting}`, '/en/commitment/my-day', '/en/commitment/obligations', `/en/commitment/obligations?body=${table}`])
    expect(await (await partner.get(path)).text(), path).not.toMatch(/canary/i);
  expect((await partner.get(`/en/governance/actions/${story.action}`)).status).toBe(404);
});

test('the chair sees on the later item who has left it, and gives that member no action of it', async () => {
  const items = await world.as.chair(async (scope) => await listItems(scope, second));
  const item = items.find((one) => one.matter.title.en === 'Canary action (Rosa)');
  expect(await world.as.chair(async (scope) => await listRecusals(scope, table))).toContainEqual({ matter: item?.matter.id, member: story.partner, name: 'Paula' });
  const page = await (await chair.get(`/en/governance/meetings/${second}/items/${item?.id}/page`)).text();
  expect(page).toContain('Left this item: Paula');
  expect(await world.as.partner(async (scope) => await listRecusals(scope, table))).toEqual([]);
});

test('the invitation to the later meeting tells who has left a matter nothing of its action, nor does the reminder of the day', async () => {
  await move(second, 'called');
  await world.runJobs(governanceJobs);
  expect(await mails('invitation', 'rosa@example.org')).toContain('Canary action');
  expect(await mails('invitation', 'partner@example.org')).toContain('Beds in winter');
  expect(await mails('invitation', 'partner@example.org')).not.toMatch(/canary/i);
  await world.database.admin`update commitment.obligation set owed_by_member = null, owed_by_account = ${(await world.person('partner')).account} where kind = 'action' and subject_id = ${story.action}`;
  await world.as.worker(async (scope) => await remind(scope, { listReachable, place: async () => both('x'), isClosedTo }, 'http://localhost'));
  expect(await mails('reminder', 'partner@example.org')).not.toMatch(/canary/i);
});

test('who left a matter sees its decision on no later agenda of another body, and the public nothing of that item until it ends', async () => {
  const meeting = await world.as.manager(async (scope) => await planMeeting(scope, { bodySlug: leaders, startsAt: new Date('2019-07-20T14:00:00Z'), minutesLong: 60, place: 'Room 2', online: null }));
  expect(await titles(world.as.manager, meeting)).toContain('Canary decision');
  expect((await titles(world.as.partner, meeting)).join()).not.toMatch(/canary/i);
  const [matter] = await world.database.admin<{ id: string }[]>`select id from governance.matter where subject_id = ${story.decision}`;
  expect(await world.as.worker(async ({ sql }) => await sql`select governance.has_left(${leading}, ${matter?.id ?? ''}) as gone`)).toEqual([{ gone: true }]);
  await world.database.admin`update governance.body set minutes = 'public' where slug = ${leaders}`;
  await world.database.admin`update governance.meeting set minutes_state = 'approved' where id = ${meeting}`;
  const published = async () => (await world.as.public(async ({ sql }) => await sql`select id from governance.matter where id = ${matter?.id ?? ''}`)).length;
  expect(await published()).toBe(0);
  await world.as.manager(async (scope) => await updateEnded(scope, matter?.id ?? ''));
  expect(await published()).toBe(1);
  // Her own table still has the action on its agenda: for her it ends with that.
  expect((await titles(world.as.partner, meeting)).join()).not.toMatch(/canary/i);
  await world.database.admin`update governance.matter set ended_at = now() where subject_id = ${story.action}`;
  expect(await titles(world.as.partner, meeting)).toContain('Canary decision');
});

test('a matter about an action that was agreed in camera begins in camera, and one that waits already follows', async () => {
  const [action] = await world.as.chair(async (scope) => await listActions(scope, { id: story.action }));
  const gathered = async (title: string) => {
    const id = newId();
    await world.as.chair(async (scope) => await insertMatter(scope, { id, bodySlug: table, kind: 'action', subject: { kind: 'action', id: story.action }, title: both(title), path: null }));
    const camera = async () => (await world.database.admin<{ in_camera: boolean }[]>`select in_camera from governance.matter where id = ${id}`)[0]?.in_camera;
    return { id, camera };
  };
  const before = await gathered('Waits already');
  expect(await before.camera()).toBe(false);
  await world.database.admin`update governance.matter set ended_at = null where id = ${action?.matterId ?? ''}`;
  await world.as.chair(async (scope) => await updateInCamera(scope, action?.matterId ?? '', true));
  expect(await before.camera()).toBe(true);
  await world.database.admin`update governance.matter set ended_at = now() where id in (${before.id}, ${action?.matterId ?? ''})`;
  expect(await (await gathered('Comes later')).camera()).toBe(true);
});

test('a member who declares without an account has left the matter too when she comes with one, or with another one', async () => {
  const anouk = await member(table, 'Anouk', 'Analyst@example.org');
  expect((await world.as.chair(async (scope) => await listPersons(scope, { body: table }))).find((one) => one.id === anouk)?.account).toBeNull();
  expect(await world.as.chair(async (scope) => await insertRecusal(scope, { id: newId(), matter: openItem(), member: anouk }))).toBe(true);
  await sits('analyst', 'partner', table);
  const seen = async (as: World['as']['public']) => (await titles(as, second)).includes('Beds in winter');
  expect(await seen(world.as.chair)).toBe(true);
  expect(await seen(world.as.analyst)).toBe(false);
  // A second row of the same person, and an account that her row was given later.
  const again = await member(table, 'Anouk Lee', 'analyst@EXAMPLE.org');
  expect(await world.as.worker(async ({ sql }) => await sql`select governance.has_left(${again}, ${openItem()}) as gone`)).toEqual([{ gone: true }]);
  await sits('operator', 'partner', table);
  expect(await seen(world.as.operator)).toBe(true);
  await world.database.admin`update governance.member set account_id = ${(await world.person('operator')).account} where id = ${anouk}`;
  expect(await seen(world.as.operator)).toBe(false);
});
