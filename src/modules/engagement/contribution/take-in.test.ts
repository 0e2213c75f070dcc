import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { flattenAnswers } from '#app/methods/questionnaire/flat-answers.ts';
import { newId } from '#app/platform/db/id.ts';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { insertCodes } from '../coding/queries.ts';
import { seedConsultation, type Seeded } from '../consultation/seed.test-tool.ts';
import { engagementRoutes } from '../index.ts';
import { heardTotals } from '../report/heard.ts';
import { listHeard } from '../report/queries.ts';
import { compiledOf } from '../response/course.ts';
import { insertResponse } from '../response/queries.ts';
import { tellingOptions } from '../survey/compose.ts';
import { bilingualElement } from '../survey/rules.ts';
import { keepResults } from '../survey/public-results.ts';
import { insertSurvey, insertVersion } from '../survey/queries.ts';
import { toldIn } from '../survey/told.ts';
import { listPieces } from './queries.ts';
import { takeInAnswers } from './take-in.ts';

let world: World;
let seeded: Seeded;
let manager: Visitor;
const [version, event] = [newId(), newId()];
const both = { en: 'Evenings', fr: 'Soirées' };
const category = (id: string) => ({ id, label: { en: id, fr: `${id} (fr)` } });
const questionnaire = {
  resourceType: 'Questionnaire', status: 'active', language: 'en', item: [
    { linkId: 'age', type: 'choice', ...bilingualElement('text', { en: 'Age', fr: 'Âge' }), ...tellingOptions('age', [category('young'), category('old')]) },
    { linkId: 'help', type: 'text', ...bilingualElement('text', { en: 'What would help?', fr: 'Qu’est-ce qui aiderait?' }) },
    { linkId: 'bus', type: 'choice', text: 'Bus?', answerOption: [{ valueString: 'Never' }, { valueString: 'Often' }] },
  ],
};
type Given = { readonly age?: string; readonly help?: string; readonly bus?: string; readonly channel?: 'online' | 'paper'; readonly mayQuote?: boolean };

async function answer({ age, help, bus, channel = 'online', mayQuote = false }: Given): Promise<string> {
  const id = randomUUID();
  const one = (linkId: string, value: object | undefined) => (value ? [{ linkId, answer: [value] }] : []);
  const answers = { item: [...one('age', age ? { valueCoding: { code: age } } : undefined), ...one('help', help ? { valueString: help } : undefined), ...one('bus', bus ? { valueString: bus } : undefined)] };
  const lines = flattenAnswers(answers);
  const told = toldIn(compiledOf(version, questionnaire), lines);
  await world.as[channel === 'paper' ? 'manager' : 'public'](async (scope) => await insertResponse(scope, { id, version, channel, language: 'en', receivedOn: '2019-06-03', answers, once: Buffer.from(id), lines, mayQuote, told }));
  return id;
}

beforeAll(async () => {
  world = await openWorld();
  seeded = await seedConsultation(world);
  manager = await world.http(engagementRoutes(() => world.site, { keepsMailHere: true })).as('manager');
  await world.as.manager(async (scope) => {
    await insertSurvey(scope, { slug: 'evenings', title: both, lead: both, distress: false, demonstration: true, opensOn: '2019-05-01' });
    await insertVersion(scope, { id: version, survey: 'evenings', questionnaire });
  });
  const { account } = await world.person('manager');
  await world.database.admin`insert into engagement.event (id, slug, title, about, place, on_date, starts_at, languages, demonstration, known_from, origin)
    values (${event}, 'hall', '{"en": "a", "fr": "b"}', '{"en": "a", "fr": "b"}', '{"en": "a", "fr": "b"}', '2019-05-18', '2019-05-18T22:30:00Z', '{en}', true, '2019-05-01', 'staff')`;
  await world.database.admin`insert into engagement.attendance_count (event_id, language, adults, youth, walk_ins, taken_at, account_id) values (${event}, 'en', 20, 5, 0, now(), ${account}), (${event}, 'fr', 6, 0, 0, now(), ${account})`;
});
afterAll(async () => await world.close());

const pieces = async () => await world.as.analyst(async (scope) => await listPieces(scope, 'spring', 'all'));
const heard = async () => await world.as.analyst(async (scope) => await listHeard(scope, 'spring'));
const people = async (channel: string) => (await heard()).filter((one) => one.channel === channel).reduce((sum, one) => sum + one.people, 0);
const joinSurvey = async (consultation: string) => await manager.post('/en/engagement/surveys/office/evenings/dates', { 'opens-on': '2019-05-01', 'closes-on': '', consultation });
const joinMeeting = async (consultation: string) => await manager.post(`/en/engagement/events/office/${event}/consultation`, { consultation });

test('what people write in a survey is there to be coded once the survey is part of a consultation, once, and tells no moment', async () => {
  const [first] = [await answer({ age: 'old', help: 'More light at the stop', bus: 'Never', mayQuote: true }), await answer({ help: '  \n ', bus: 'Often' }), await answer({ channel: 'paper', help: 'A bus on Sundays' })];
  expect(await world.as.worker(takeInAnswers)).toBe(0);
  expect((await joinSurvey('spring')).status).toBe(303);
  expect([await world.as.worker(takeInAnswers), await world.as.worker(takeInAnswers)]).toEqual([2, 0]);
  const found = (await pieces()).sort((a, b) => b.body.localeCompare(a.body));
  expect(found.map((one) => [one.body, one.kind, one.channel, one.receivedOn, one.mayQuote, one.ageBand, one.question?.fr])).toEqual([
    ['More light at the stop', 'survey-answer', 'web', '2019-06-03', true, 'old', 'Qu’est-ce qui aiderait?'], ['A bus on Sundays', 'survey-answer', 'paper', '2019-06-03', false, null, 'Qu’est-ce qui aiderait?'],
  ]);
  expect(found[0]?.sourceId).toBe(first);
  expect(found.map((one) => one.id[14])).toEqual(['4', '4']);
  expect(await (await manager.get('/en/engagement/consultations/spring/pieces')).text()).toContain('More light at the stop');
});

test('everybody who answered counts among those heard, with or without words, with what they told of themselves', async () => {
  expect([await people('web'), await people('paper')]).toEqual([2, 1]);
  expect((await heard()).filter((one) => one.occasion === 'evenings').map((one) => [one.channel, one.people, one.age])).toEqual([['paper', 1, null], ['web', 1, 'old'], ['web', 1, null]]);
});

test('public results of such a survey leave what people told of themselves to the report of the consultation', async () => {
  const told = { 'opens-on': '2019-05-01', 'closes-on': '2019-06-02', 'results-public': 'yes', consultation: 'spring' };
  await manager.post('/en/engagement/surveys/office/evenings/dates', told);
  await world.as.worker(keepResults);
  const [row] = await world.as.public(async ({ sql }) => await sql<{ results: { questions: { linkId: string }[] } }[]>`select results from engagement.survey_result`);
  expect(row?.results.questions.map((one) => one.linkId)).toEqual(['help', 'bus']);
  await joinSurvey('spring');
});

test('a survey whose words stand in a consultation is not moved to another', async () => {
  const { admin } = world.database;
  await admin`insert into engagement.consultation (slug, name, question, from_date, until_date, known_from, origin) select 'other', name, question, from_date, until_date, known_from, origin from engagement.consultation where slug = 'spring'`;
  const refused = await joinSurvey('other');
  expect([refused.status, (await refused.text()).includes('stands in another consultation already')]).toEqual([422, true]);
});

test('the page of a consultation leads to its surveys that are open and its meetings to come', async () => {
  const page = async () => await (await manager.get('/fr/engagement/consultations/spring')).text();
  expect(await page()).toMatch(/Participer[\s\S]*href="\/fr\/engagement\/surveys\/evenings">Soirées/);
  expect(await page()).not.toContain('/fr/engagement/events/hall');
});

test('who came to a meeting counts once it is part of the consultation; a count of the content pack of the same meeting does not count beside it', async () => {
  const { admin } = world.database;
  // The pack says 12 of "spring/hall"; the program has counted 31 there itself.
  expect(await people('meeting')).toBe(12);
  expect((await joinMeeting('spring')).status).toBe(303);
  expect(await people('meeting')).toBe(31);
  await admin`insert into engagement.heard_count (slug, consultation_slug, channel, people, one_each, known_from, origin) values ('spring/church', 'spring', 'meeting', 19, true, '2019-04-01', 'pack'), ('spring/evenings', 'spring', 'paper', 40, false, '2019-04-01', 'pack'), ('spring/phones', 'spring', 'telephone', 7, true, '2019-04-01', 'pack')`;
  expect([await people('meeting'), await people('paper'), await people('telephone'), await people('web')]).toEqual([50, 1, 7, 2]);
  expect(heardTotals(await heard())).toMatchObject({ most: 60, least: 31 });
});

test('a note of a meeting is there to be coded, also one from before the meeting was part of the consultation, and goes with all that was made of it', async () => {
  const write = async (notes: string) => await manager.post(`/en/engagement/events/office/${event}/notes`, { kind: 'table', language: 'fr', table: '3', sheet: newId(), notes });
  await joinMeeting('');
  await write('Des bancs');
  const noted = async () => (await pieces()).filter((one) => one.kind === 'meeting-note').map((one) => [one.body, one.language, one.channel, one.receivedOn, one.mayQuote]);
  expect(await noted()).toEqual([]);
  await joinMeeting('spring');
  await write('Un abri');
  expect((await noted()).sort()).toEqual([['Des bancs', 'fr', 'meeting', '2019-05-18', false], ['Un abri', 'fr', 'meeting', '2019-05-18', false]]);
  const refused = await joinMeeting('other');
  expect([refused.status, (await refused.text()).includes('stand in another consultation already')]).toEqual([422, true]);
  const note = (await pieces()).find((one) => one.body === 'Des bancs')?.id ?? '';
  const { account } = await world.person('manager');
  await world.as.manager(async (scope) => await insertCodes(scope, note, account, [seeded.themes.bus]));
  expect((await manager.post(`/en/engagement/events/office/${event}/notes/${note}/remove`, {})).status).toBe(303);
  expect((await noted()).map(([body]) => body)).toEqual(['Un abri']);
  expect(await world.database.admin`select 1 from engagement.coding where contribution_id = ${note} union all select 1 from engagement.coded where contribution_id = ${note}`).toHaveLength(0);
});

test('whoever codes takes away pieces of notes alone', async () => {
  const [answered] = (await pieces()).filter((one) => one.kind === 'survey-answer');
  expect((await world.as.manager(async ({ sql }) => await sql`delete from engagement.contribution where id = ${answered?.id ?? ''}`)).count).toBe(0);
});
