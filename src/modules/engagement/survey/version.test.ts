import { afterAll, beforeAll, expect, test } from 'vitest';
import { unescapeHtml } from '#app/methods/questionnaire/form/posted.examples.ts';
import { newId } from '#app/platform/db/id.ts';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { engagementRoutes } from '../index.ts';
import { fields } from '../response/course.ts';
import { insertSurvey, insertVersion } from './queries.ts';
import { keepResults } from './public-results.ts';
import { surveyOf } from './test-survey.test-tool.ts';

let world: World;
let resident: Visitor;
let manager: Visitor;
const both = { en: 'A survey', fr: 'Un sondage' };
const at = '/en/engagement/surveys/told';
const kept = '/en/engagement/surveys/office/told';
const addVersion = async (questions: number) => await world.as.manager(async (scope) => await insertVersion(scope, { id: newId(), survey: 'told', questionnaire: surveyOf(questions) }));
beforeAll(async () => {
  world = await openWorld();
  const routes = world.http(engagementRoutes(() => world.site, { keepsMailHere: true }));
  [resident, manager] = [await routes.as(), await routes.as('manager')];
  await world.as.manager(async (scope) => await insertSurvey(scope, { slug: 'told', title: both, lead: both, distress: false, demonstration: true, opensOn: '2019-06-01' }));
  await addVersion(2);
});
afterAll(async () => await world.close());

const hiddenIn = (html: string) => Object.fromEntries([...html.matchAll(/<input type="hidden" name="(~[^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescapeHtml(value)]));
const post = async (html: string, typed: Record<string, string>) => await (await resident.post(`${at}/answer`, { ...hiddenIn(html), ...typed })).text();
const codeIn = (html: string) => /class="code">([^<]+)</.exec(html)?.[1] ?? '';
const resume = async (code: string) => await resident.post('/en/engagement/surveys/resume', { code });

/** Answers the first question of two and stands before the second. */
async function half(): Promise<string> {
  const html = await post(await (await resident.get(at)).text(), { [fields.action]: 'begin' });
  return await post(html, { q1: /name="q1"[^>]*value="([^"]*)"/.exec(html)?.[1] ?? '', [fields.action]: 'next' });
}

test('whoever began before a new version came ends what she began, saved or sent, and her answers are found with its version', async () => {
  const begun = await half();
  await addVersion(1);
  const code = codeIn(await post(begun, { q2: 'half', [fields.action]: 'save' }));
  const review = await post(await (await resume(code)).text(), { q2: 'Words of the first version', [fields.action]: 'next' });
  expect(await post(review, { [fields.action]: 'send' })).toContain('have been received');
  expect(await (await manager.get(`${at}/results`)).text()).toContain('0 answered');
  expect(await (await manager.get(`${at}/results?version=1`)).text()).toContain('1 answered');
  expect(await (await manager.get(`${kept}/export/answers.csv`)).text()).not.toContain('Words of the first version');
  expect(await (await manager.get(`${kept}/export/answers.csv?version=1`)).text()).toContain('Words of the first version');
  const page = await (await manager.get(kept)).text();
  for (const number of [1, 2]) expect(page).toContain(`export/responses.csv?version=${number}`);
  expect((await manager.get(`${at}/results?version=3`)).status).toBe(404);
});

test('a draft that is saved again is kept for another thirty days, and none can be saved or opened after its time', async () => {
  await addVersion(2);
  const code = codeIn(await post(await half(), { q2: 'half', [fields.action]: 'save' }));
  await world.at('2019-06-23T13:00:00Z');
  const opened = await (await resume(code)).text();
  expect(await post(opened, { q2: 'more', [fields.action]: 'save' })).toContain(code);
  await world.at('2019-07-20T13:00:00Z');
  expect(await (await resume(code)).text()).toContain('value="more"');
  await world.at('2019-07-30T13:00:00Z');
  expect((await resume(code)).status).toBe(422);
  expect(codeIn(await post(opened, { q2: 'late', [fields.action]: 'save' }))).not.toBe(code);
});

test('everybody may see how often codes were chosen, and no number stands at questions that are answered in words', async () => {
  await manager.post(`${kept}/dates`, { 'opens-on': '2019-06-01', 'closes-on': '2019-07-31', 'results-public': 'yes' });
  await world.at('2019-08-02T13:00:00Z');
  await world.as.worker(keepResults);
  const page = await (await resident.get(`${at}/results?version=1`)).text();
  expect(page).toContain('Fewer than 5 responses');
  expect(page.match(/How many answered is not shown/g)).toHaveLength(1);
  expect(page).toContain('href="/en/engagement/surveys/told/results?version=2"');
});
