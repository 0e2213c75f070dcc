import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCommunity } from '#app/community/load.ts';
import { readPack } from '#app/community-pack/read.ts';
import { listAbout, promise } from '#app/modules/commitment/index.ts';
import { mirrorMilestones } from '#app/modules/plan/milestone/jobs.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { newId } from '#app/platform/db/id.ts';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { recordDecision } from '../decision/actions.ts';
import { governanceJobs, governanceRoutes } from '../index.ts';
import { listItems } from '../matter/queries.ts';
import { addMember } from '../member/actions.ts';
import { listMeetings } from './queries.ts';

let world: World;
let chair: Visitor;
let manager: Visitor;
let outsider: Visitor;
let rosa: string;
const body = 'homelessness';
beforeAll(async () => {
  world = await openWorld();
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  await world.as.worker(async (scope) => await loadCommunity(scope, pack));
  const routes = world.http(governanceRoutes(() => world.site));
  [chair, manager, outsider] = [await routes.as('chair'), await routes.as('manager'), await routes.as('operator')];
  const member = async (name: string, email: string, language: 'en' | 'fr') => await world.as.manager(async (scope) => await addMember(scope, { bodySlug: body, name, office: { en: 'Office', fr: 'Fonction' }, agency: null, chairs: name === 'Chidi', email, language }));
  await member('Chidi', 'chair@example.org', 'en');
  rosa = await member('Rosa', 'rosa@example.org', 'fr');
});
afterAll(async () => await world.close());

const planned = { body, date: '2019-06-20', time: '09:30', length: '60', place: 'Room 1', online: '' };
const meetings = async () => await world.as.chair(async (scope) => await listMeetings(scope, { body }));
const latest = async () => (await meetings())[0]?.id ?? '';
const items = async (meeting: string) => await world.as.chair(async (scope) => await listItems(scope, meeting));
const at = (meeting: string, step = '') => `/en/governance/meetings/${meeting}${step}`;
const step = async (meeting: string, name: string, fields: Record<string, string> = {}) => await chair.post(at(meeting, `/${name}`), fields);
const itemStep = async (meeting: string, item: string, name: string, fields: Record<string, string> = {}) => await chair.post(at(meeting, `/items/${item}/${name}`), fields);
const mails = async () => await world.database.admin<{ recipient: string; subject: string; text_body: string; attachments: { content: string }[]; language: string }[]>`select recipient, subject, text_body, attachments, language from platform.mail_message order by queued_at, id`;

test('a meeting that does not exist is not found, and one of another body neither', async () => {
  expect((await chair.get(at(newId()))).status).toBe(404);
  expect((await chair.get(at('nonsense'))).status).toBe(404);
});

test('only those who keep a body plan its meetings', async () => {
  expect((await outsider.get('/en/governance/meetings/new')).status).toBe(404);
  expect((await chair.post('/en/governance/meetings/new', { ...planned, body: 'opioids' })).status).toBe(422);
});

test('a form with errors comes back with what was typed and says what is wrong', async () => {
  const answer = await chair.post('/en/governance/meetings/new', { ...planned, date: '2018-01-01', time: '25:00', place: '', online: 'http://x' });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  for (const words of ['Give a day that has not passed', 'Give a time such as 09:30', 'Say where it is held', 'begins with https://', 'value="25:00"']) expect(page).toContain(words);
});

test('the agenda gathers what waits: an issue sent to the table, a decision of the leadership group, a late action and milestones to confirm', async () => {
  await world.as.worker(mirrorMilestones);
  await world.as.worker(async (scope) => {
    await promise(scope, { kind: 'take-up', subject: { kind: 'issue', id: newId() }, what: { en: 'Take up: Dark stops', fr: 'Prendre en charge : arrêts sombres' }, owedTo: { en: 'x', fr: 'x' }, owedBy: { body }, due: '2019-07-30', path: '/engagement/issues/x' });
    await promise(scope, { kind: 'action', subject: { kind: 'action', id: newId() }, what: { en: 'Late action', fr: 'Action en retard' }, owedTo: { en: 'x', fr: 'x' }, owedBy: { body, name: 'Rosa' }, due: '2019-06-01', path: '/governance/actions/x' });
    await promise(scope, { kind: 'action', subject: { kind: 'action', id: newId() }, what: { en: 'Action in time', fr: 'Action à temps' }, owedTo: { en: 'x', fr: 'x' }, owedBy: { body }, due: '2019-12-01', path: '/governance/actions/y' });
  });
  await world.as.manager(async (scope) => await recordDecision(scope, { bodySlug: 'system-leadership-group', title: { en: 'Winter money', fr: 'Argent pour l’hiver' }, outcome: 'accepted', reason: { en: 'r', fr: 'r' }, decidedOn: '2019-06-03', subject: { kind: 'plan', id: 'winter' }, concernsBody: body }));
  expect((await chair.post('/en/governance/meetings/new', planned)).status).toBe(303);
  const titles = (await items(await latest())).map((item) => `${item.matter.kind}: ${item.matter.title.en}`);
  expect(titles.slice(0, 3)).toEqual(['issue: Take up: Dark stops', 'decision: Winter money', 'action: Late action (Rosa)']);
  expect(titles.filter((title) => title.startsWith('milestone')).length).toBeGreaterThan(0);
  expect(titles.join()).not.toContain('Action in time');
  await step(await latest(), 'gather');
  expect((await items(await latest())).length).toBe(titles.length);
});

test('each member gets one invitation in the own language with a calendar file, and an entry in camera stays out of it', async () => {
  const meeting = await latest();
  await step(meeting, 'items', { 'item-en': 'A staffing matter', 'in-camera': 'yes' });
  expect((await step(meeting, 'call')).status).toBe(303);
  await world.runJobs(governanceJobs);
  const invitations = await mails();
  expect(invitations.map((mail) => [mail.recipient, mail.language])).toEqual(expect.arrayContaining([['chair@example.org', 'en'], ['rosa@example.org', 'fr']]));
  expect(invitations).toHaveLength(2);
  const french = invitations.find((mail) => mail.language === 'fr');
  expect(french?.text_body).toContain('1. Prendre en charge : arrêts sombres');
  expect(french?.text_body).not.toContain('staffing');
  expect(french?.attachments[0]?.content).toMatch(/BEGIN:VEVENT[\s\S]*DTSTART:20190620T133000Z[\s\S]*DTEND:20190620T143000Z/);
  await world.at('2019-06-20T13:30:00Z');
});

test('the order of the agenda can be changed and an item taken off; it waits for the next meeting', async () => {
  const meeting = await latest();
  const [first, second] = await items(meeting);
  await itemStep(meeting, second?.id ?? '', 'up');
  expect((await items(meeting)).slice(0, 2).map((item) => item.id)).toEqual([second?.id, first?.id]);
  const last = (await items(meeting)).at(-1);
  expect((await itemStep(meeting, last?.id ?? '', 'off')).status).toBe(303);
  expect((await items(meeting)).map((item) => item.id)).not.toContain(last?.id);
});

test('in the room attendance, words, a decision in one language and an action are recorded, and wrong input is refused', async () => {
  const meeting = await latest();
  expect((await chair.get(at(meeting, '/room'))).status).toBe(404);
  await step(meeting, 'items', { 'item-en': 'Chairs for the hall' });
  await step(meeting, 'open');
  const room = await (await chair.get(at(meeting, '/room'))).text();
  expect(room).toContain('Dark stops');
  await step(meeting, 'attendance', { [`member-${rosa}`]: 'present' });
  const [item] = (await items(meeting)).filter((one) => one.matter.kind === 'issue');
  const id = item?.id ?? '';
  await itemStep(meeting, id, 'discussion', { discussion: 'Everybody spoke.' });
  const refused = await itemStep(meeting, id, 'decide', { 'decision-en': 'Count the stops', outcome: '', 'reason-en': '' });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('Count the stops');
  expect((await itemStep(meeting, id, 'decide', { 'decision-en': 'Count the stops', outcome: 'accepted', 'reason-en': 'Nobody did.', 'moved-by': 'Rosa', dissent: '' })).status).toBe(303);
  expect((await itemStep(meeting, id, 'agree', { 'what-en': 'Count', member: newId(), due: '2019-07-01' })).status).toBe(422);
  expect((await itemStep(meeting, id, 'agree', { 'what-en': 'Count the dark stops', member: rosa, due: '2019-07-01' })).status).toBe(303);
  await itemStep(meeting, id, 'end');
  expect((await itemStep(meeting, id, 'agree', { 'what-en': 'More', member: rosa, due: '2019-07-01' })).status).toBe(409);
  expect((await world.as.manager(async (scope) => await listAbout(scope, { kind: 'issue', id: item?.matter.subject?.id ?? '' }, 'take-up')))[0]?.course.keptAt).toBeInstanceOf(Date);
  expect((await world.as.public(async ({ sql }) => await sql`select id from governance.decision where title ->> 'en' = 'Count the stops'`))).toHaveLength(0);
});

test('a milestone is confirmed by the table in its meeting', async () => {
  const meeting = await latest();
  const item = (await items(meeting)).find((one) => one.matter.kind === 'milestone');
  await itemStep(meeting, item?.id ?? '', 'confirm');
  expect(await world.database.admin`select c.on_date::text, c.body_slug from plan.milestone_confirmation c join plan.milestone m on m.slug = c.milestone_slug where m.id = ${item?.matter.subject?.id ?? ''} and c.origin = 'staff'`).toEqual([{ on_date: '2019-06-20', body_slug: body }]);
});

test('closing makes a draft of minutes, which owe to be worded, and what has no result returns at the next meeting', async () => {
  const meeting = await latest();
  expect((await step(meeting, 'close')).headers.get('location')).toContain('/minutes');
  const minutes = await (await chair.get(at(meeting, '/minutes'))).text();
  for (const words of ['Draft.', 'Rosa (Office)', 'Count the stops', 'Moved by', 'Count the dark stops', 'Everybody spoke.', 'texts lack a language']) expect(minutes).toContain(words);
  const french = await (await chair.get(`/fr/governance/meetings/${meeting}/minutes`)).text();
  expect(french).toContain('<span lang="en">Count the stops</span>');
  expect((await world.as.chair(async (scope) => await listAbout(scope, { kind: 'meeting', id: meeting }, 'minutes'))).length).toBe(1);
  expect((await outsider.get(at(meeting, '/minutes'))).status).toBe(404);
  await chair.post('/en/governance/meetings/new', { ...planned, date: '2019-07-18' });
  const next = await items(await latest());
  expect(next[0]?.matter.kind).toBe('minutes');
  expect(next.map((item) => item.matter.title.en)).toContain('A staffing matter');
  expect(next.map((item) => item.matter.title.en)).not.toContain('Take up: Dark stops');
});

test('public minutes are approved only in both languages, and then everybody reads them, without what was in camera', async () => {
  const [next = '', held = ''] = (await meetings()).map((meeting) => meeting.id);
  await manager.post(`/en/governance/bodies/${body}/minutes`, { minutes: 'public' });
  await step(next, 'open');
  const item = (await items(next))[0]?.id ?? '';
  const refused = await itemStep(next, item, 'approve');
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('a text lacks a language');
  const page = await (await chair.get(at(held, '/minutes'))).text();
  const names = [...page.matchAll(/<textarea[^>]*name="((?:item|title|why|what)-[^"]+)"/g)].map(([, name = '']) => name);
  // Also the title of an item that was added in one language, though its matter waits on.
  expect(names.map((name) => name.split('-')[0]).sort()).toEqual(['item', 'title', 'what', 'why']);
  await chair.post(at(held, '/minutes'), { ...Object.fromEntries(names.map((name) => [name, `En français ${name.slice(0, 5)}`])), note: 'Rosa arrived late.' });
  await itemStep(next, item, 'approve');
  const resident = await world.http(governanceRoutes(() => world.site)).as();
  const open = await (await resident.get(`/fr/governance/meetings/${held}/minutes`)).text();
  for (const words of ['En français item', 'En français title', 'Approuvé le', 'Rosa arrived late.']) expect(open).toContain(words);
  expect(open).not.toContain('staffing');
  expect(await (await resident.get(`/fr/governance/bodies/${body}`)).text()).toContain(`/fr/governance/meetings/${held}/minutes`);
  expect((await resident.get(at(next, '/minutes'))).status).toBe(404);
  expect(await world.database.admin`select title from governance.decision where title ->> 'en' = 'Count the stops'`).toEqual([{ title: { en: 'Count the stops', fr: expect.stringContaining('En français') } }]);
});

test('approved minutes stand: nobody words them again, adds to them or opens their meeting', async () => {
  const held = (await meetings())[1]?.id ?? '';
  expect((await chair.post(at(held, '/minutes'), { note: 'changed' })).status).toBe(404);
  expect((await step(held, 'open')).status).toBe(409);
  await expect(world.as.chair(async ({ sql }) => (await sql`update governance.meeting set minutes_note = 'x' where id = ${held}`).count)).resolves.toBe(0);
});

test('a meeting that is called off tells its members why', async () => {
  await chair.post('/en/governance/meetings/new', { ...planned, date: '2019-09-01' });
  const meeting = await latest();
  expect((await step(meeting, 'cancel', { reason: '' })).status).toBe(422);
  await step(meeting, 'cancel', { reason: 'No quorum.' });
  await world.runJobs(governanceJobs);
  expect((await mails()).at(-1)?.text_body).toMatch(/No quorum\./);
  expect((await mails()).at(-1)?.attachments[0]?.content).toContain('METHOD:CANCEL');
});
