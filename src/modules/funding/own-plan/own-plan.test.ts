import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPilotWorld, type PilotWorld } from '#test/pilot-world.ts';

let world: PilotWorld;
beforeAll(async () => {
  world = await openPilotWorld();
});
afterAll(async () => await world.close());
const plan = '/en/funding/own-plan';
const goalId = (text: string) => /name="goal" value="([^"]+)"/.exec(text)?.[1] ?? '';

test('a code that is none is answered with the form; the plan is not kept by the browser, not indexed, and no address holds the code', async () => {
  const anybody = await world.desk();
  const wrong = await anybody.post('/fr/funding/own-plan', { code: 'AAAAA-AAAAA' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('Aucun plan ne correspond à ce code');
  const { id } = await world.youth('2000-05-05');
  const code = await world.codeOf(id);
  const answer = await anybody.post(plan, { code: code.toLowerCase() });
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  const text = await answer.text();
  for (const part of ['’s plan', 'The Bridge (demo)', 'Agency north (demo)', 'No goal stands here yet', 'noindex']) expect(text).toContain(part);
  expect([...text.matchAll(/(?:href|action)="([^"]+)"/g)].filter(([, address]) => address?.includes(code))).toEqual([]);
  expect((await world.database.admin`select 1 from platform.audit_entry where action = 'funding.open-own-plan' and subject_id is not null`).length).toBeGreaterThan(0);
});

test('she writes, changes and ticks in her own words; the worker sees them, adds, and cannot change them', async () => {
  const { id, person } = await world.youth('2000-05-06');
  const code = await world.codeOf(id);
  const she = await world.desk();
  expect((await she.post('/en/funding/own-plan/goal/keep', { code, words: '', area: 'education' })).status).toBe(422);
  await she.post('/en/funding/own-plan/goal/keep', { code, words: 'Finish grade twelve', area: 'education' });
  const shown = await (await she.post(plan, { code })).text();
  const goal = goalId(shown);
  expect(await (await she.post('/en/funding/own-plan/goal/keep', { code, goal, words: 'Finish grade twelve by June', area: 'education', state: 'open' })).text()).toContain('Finish grade twelve by June');
  expect(await (await she.post('/en/funding/own-plan/step', { code, goal, 'step-words': 'Ask for my records', due: '2019-09-01' })).text()).toContain('by 1 September 2019');
  expect(await (await she.post('/en/funding/own-plan/word', { code, goal, 'word-words': 'It goes well' })).text()).toContain('It goes well');
  const step = (await world.database.admin<{ id: string }[]>`select s.id from funding.plan_step s join funding.plan_goal g on g.id = s.goal_id where g.enrolment_id = ${id}`)[0]?.id ?? '';
  expect((await (await world.desk('intake')).post(`/en/funding/enrolments/${id}/tick`, { step, done: 'yes', proof: 'document' })).status).toBe(303);
  expect(await (await she.post(plan, { code })).text()).toContain('done on 3 June 2019 (a document)');
  // Staff may add, and may not change what she wrote.
  expect(await world.by('intake', async ({ sql }) => (await sql`select funding.keep_goal(${id}, ${goal}, 'education', 'Other words', 'open') as done`)[0]?.done)).toBe(false);
  expect((await (await world.desk('intake')).post(`/en/funding/enrolments/${id}/goals`, { words: 'Get a health card', area: 'health' })).status).toBe(303);
  const own = await (await (await world.desk('intake')).get(`/en/funding/enrolments/${id}`)).text();
  for (const part of ['Finish grade twelve by June', 'Her own words', 'Suggested by us', 'It goes well']) expect(own).toContain(part);
  expect((await world.database.admin`select 1 from platform.audit_entry where action = 'funding.read-own-plan' and decision = 'permit' and subject_id = ${person}`).length).toBeGreaterThan(0);
});

test('a goal, a step or a word of somebody else is out of reach of her code, and a new code ends the one before', async () => {
  const [mine, other] = [await world.youth('2000-05-07'), await world.youth('2000-05-08')];
  const [code, theirs] = [await world.codeOf(mine.id), await world.codeOf(other.id)];
  const she = await world.desk();
  await she.post('/en/funding/own-plan/goal/keep', { code: theirs, words: 'Their own goal', area: 'health' });
  const goal = goalId(await (await she.post(plan, { code: theirs })).text());
  for (const [path, fields] of [['goal/keep', { goal, words: 'Taken', area: 'health' }], ['step', { goal, 'step-words': 'Taken' }], ['word', { goal, 'word-words': 'Taken' }]] as const)
    expect(await (await she.post(`/en/funding/own-plan/${path}`, { code, ...fields })).text(), path).toContain('This is not there any more');
  expect(await world.as.public(async ({ sql }) => (await sql`select funding.keep_goal(null, ${goal}, 'health', 'Taken', 'open') as done`)[0]?.done, `own plan ${code}`)).toBe(false);
  expect(await world.database.admin`select 1 from funding.plan_goal where in_words = 'Taken'`).toEqual([]);
  const fresh = await world.codeOf(mine.id);
  expect([(await she.post(plan, { code })).status, (await she.post(plan, { code: fresh })).status]).toEqual([422, 200]);
});

test('she takes it along as a page, a PDF and data, after the pilot and after 23 as well', async () => {
  const { id } = await world.youth('2000-05-09');
  const code = await world.codeOf(id);
  const she = await world.desk();
  await she.post('/en/funding/own-plan/goal/keep', { code, words: 'Un métier à moi <b>', area: 'education' });
  await (await world.desk('intake')).post(`/en/funding/enrolments/${id}/left`, { left: '2019-06-01', reason: 'moved' });
  const file = async (format: string) => await she.post('/fr/funding/own-plan/file', { code, format });
  const [html, pdf, json] = [await file('html'), await file('pdf'), await file('json')];
  expect(html.headers.get('content-disposition')).toContain('mon-plan.html');
  expect(await html.text()).toContain('Un métier à moi &lt;b&gt;');
  expect(new TextDecoder().decode((await pdf.arrayBuffer()).slice(0, 5))).toBe('%PDF-');
  expect(await json.json()).toMatchObject({ leftOn: '2019-06-01', goals: [{ inWords: 'Un métier à moi <b>', side: 'herself', state: 'open' }] });
  await world.at('2024-06-03T13:00:00Z');
  const later = await (await she.post(plan, { code })).text();
  expect(later).toContain('You left the pilot on 1 June 2019');
  await world.at('2019-06-03T13:00:00Z');
});

test('the next loss of support is shown with its date and what can be done, as soon as the rule is known and not before', async () => {
  const { id } = await world.youth('2000-11-20');
  const code = await world.codeOf(id);
  const she = await world.desk();
  expect(await (await she.post(plan, { code })).text()).toContain('No rule of support with amounts holds today');
  await world.at('2023-05-02T13:00:00Z');
  const text = await (await she.post(plan, { code })).text();
  // She is 22: 500 dollars until her 23rd birthday, and it ends then.
  for (const part of ['On 20 November 2023 support ends. Until then it is $500 a month.', 'That is in 202 days.', 'up to 40 hours', 'From 20 on, ask for the amount for study']) expect(text).toContain(part);
  expect(await (await she.post(plan, { code, studies: 'yes' })).text()).toContain('Until then it is $1,000 a month');
  await world.at('2019-06-03T13:00:00Z');
});

test('before 18 the basics are ticked; what was there keeps its day', async () => {
  const { id } = await world.youth('2002-01-15', { joined: '' });
  const code = await world.codeOf(id);
  const she = await world.desk();
  expect(await (await she.post('/en/funding/own-plan/ready', { code, item: ['health-card', 'bank-account'] })).text()).toContain('You have 2 of 8.');
  expect(await (await she.post('/en/funding/own-plan/ready', { code, item: 'health-card' })).text()).toContain('You have 1 of 8.');
  expect(await (await (await world.desk('intake')).get(`/en/funding/enrolments/${id}`)).text()).toContain('1 of 8 are there.');
});
