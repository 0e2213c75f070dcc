import { afterAll, beforeAll, expect, test } from 'vitest';
import { unescapeHtml } from '#app/methods/questionnaire/form/posted.examples.ts';
import { newId } from '#app/platform/db/id.ts';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { engagementRoutes } from '../index.ts';
import { insertSurvey, insertVersion } from '../survey/queries.ts';
import { branchingSurvey } from '../survey/test-survey.test-tool.ts';
import { fields } from './course.ts';

let world: World;
let resident: Visitor;
let manager: Visitor;
const at = '/en/engagement/surveys/evening';
const entry = '/en/engagement/surveys/office/evening/entry';
const both = { en: 'An evening', fr: 'Une soirée' };
beforeAll(async () => {
  world = await openWorld();
  const routes = world.http(engagementRoutes(() => world.site, { keepsMailHere: true }));
  [resident, manager] = [await routes.as(), await routes.as('manager')];
  await world.as.manager(async (scope) => {
    await insertSurvey(scope, { slug: 'evening', title: both, lead: both, distress: false, demonstration: true, opensOn: '2019-06-01' });
    await insertVersion(scope, { id: newId(), survey: 'evening', questionnaire: branchingSurvey });
  });
});
afterAll(async () => await world.close());

const hiddenIn = (html: string) => Object.fromEntries([...html.matchAll(/<input type="hidden" name="(~[^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescapeHtml(value)]));
const post = async (html: string, typed: Record<string, string | string[]>) => await resident.post(`${at}/answer`, { ...hiddenIn(html), ...typed });
const start = async () => await (await post(await (await resident.get(at)).text(), { [fields.action]: 'begin' })).text();
/** How many branches are shut. */
const shut = (html: string) => [...html.matchAll(/<div class="branch"[^>]* hidden>/g)].length;
const isReview = (html: string) => html.includes('Check your answers');

test('without a script a branch opens after a post, its needed question without an error before it was seen; then the form goes on', async () => {
  const html = await start();
  expect(shut(html)).toBe(2);
  const answer = await post(html, { 'goes-out': 'true', why: '', [fields.action]: 'next' });
  const opened = await answer.text();
  expect([answer.status, shut(opened), isReview(opened)]).toEqual([200, 1, false]);
  const missing = await post(opened, { 'goes-out': 'true', why: '', [fields.action]: 'next' });
  expect(missing.status).toBe(422);
  const next = await (await post(opened, { 'goes-out': 'true', why: 'Choir', [fields.action]: 'next' })).text();
  expect([shut(next), isReview(next)]).toEqual([0, false]);
  expect(isReview(await (await post(next, { 'goes-out': 'true', why: 'Choir', how: '', [fields.action]: 'next' })).text())).toBe(true);
});

test('where a script had opened the branch, what is needed in it is asked at once, and what was typed is taken', async () => {
  const html = await start();
  expect((await post(html, { 'goes-out': 'true', why: '', [fields.opens]: 'yes', [fields.put]: 'why', [fields.action]: 'next' })).status).toBe(422);
  expect(isReview(await (await post(html, { 'goes-out': 'true', why: 'Choir', [fields.opens]: 'yes', [fields.put]: ['why', 'how'], [fields.action]: 'next' })).text())).toBe(true);
});

test('a branch that does not apply is passed by, and what was typed in it is not kept', async () => {
  const review = await (await post(await start(), { 'goes-out': 'false', why: 'Not sent', [fields.action]: 'next' })).text();
  expect(isReview(review)).toBe(true);
  expect(await (await post(review, { [fields.action]: 'send' })).text()).toContain('have been received');
  expect(await world.database.admin`select 1 from engagement.answer where value::text like '%Not sent%'`).toHaveLength(0);
});

test('what looks like a name is shown before she goes on, and taken as it is when it is sent again', async () => {
  const html = await start();
  const given = { 'goes-out': 'true', why: 'To see Marie Tremblay', [fields.opens]: 'yes', [fields.put]: ['why', 'how'], [fields.action]: 'next' };
  const warned = await (await post(html, given)).text();
  expect([isReview(warned), warned.includes('<b>Marie Tremblay</b>'), warned.includes('value="To see Marie Tremblay"')]).toEqual([false, true, true]);
  expect(await (await post(warned, { ...given, why: 'To see Marie Tremblay and call 905-555-0143' })).text()).toContain('<b>905-555-0143</b>');
  expect(isReview(await (await post(warned, given)).text())).toBe(true);
});

test('a paper form opens its branch after a post without a script, and is not saved before', async () => {
  const count = async () => (await world.database.admin`select 1 from engagement.response where channel = 'paper'`).length;
  const enter = async (html: string, typed: Record<string, string>) => await manager.post(entry, { ...hiddenIn(html), '~channel': 'paper', '~language': 'en', ...typed });
  const opened = await enter(await (await manager.get(entry)).text(), { 'goes-out': 'true', why: '' });
  expect([opened.status, await count()]).toEqual([200, 0]);
  const next = await enter(await opened.text(), { 'goes-out': 'true', why: 'Choir' });
  expect([next.status, await count()]).toEqual([200, 0]);
  expect((await enter(await next.text(), { 'goes-out': 'true', why: 'Choir', how: 'On foot' })).status).toBe(303);
  expect(await count()).toBe(1);
});
