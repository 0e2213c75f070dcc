import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import { recommendationJobs } from './jobs.ts';
import { during, openReviewWorld, type ReviewWorld } from '../review-world.test-tool.ts';

let it: ReviewWorld;
let path = '';
const given = { addressee: 'police', 'what-en': 'Let a second detective look at each file closed as unfounded', 'what-fr': 'Faire revoir chaque dossier non fondé par une seconde enquêteuse', 'why-en': 'Files were closed by one person alone.', 'why-fr': 'Des dossiers étaient fermés par une seule personne.', due: '2019-12-31', question: 'supervised' };
beforeAll(async () => {
  it = await openReviewWorld();
  await it.at(during);
});
afterAll(async () => await it.close());

const step = async (who: Parameters<ReviewWorld['visit']>[0], name: string, evidence = '') => (await it.visit(who).post(path, { step: name, evidence })).status;

test('a recommendation with the name of a person is refused, and what was typed stays', async () => {
  const answer = await it.visit('chair').post('/en/review/recommendations/new', { ...given, 'why-en': 'John Smith closed them alone.', due: '2019-01-01' });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  for (const words of ['may be the name of a person', 'Write a day after today', 'John Smith closed them alone.']) expect(page).toContain(words);
});

test('only the chair recommends; the police owe it by its day', async () => {
  for (const who of ['ann', 'liaison'] as const) expect((await it.visit(who).post('/en/review/recommendations/new', given)).status).toBe(404);
  path = (await it.visit('chair').post('/en/review/recommendations/new', given)).headers.get('location') ?? '';
  expect(await it.world.database.admin`select due::text, owed_by_role as role, kept_at from commitment.obligation where kind = 'recommendation'`).toEqual([{ due: '2019-12-31', role: 'police-liaison', kept_at: null }]);
});

test('what was reported as done is not done until somebody else has verified it with evidence', async () => {
  expect(await step('chair', 'accepted')).toBe(404);
  expect(await step('liaison', 'verified', 'We say so')).toBe(422);
  expect(await step('liaison', 'accepted')).toBe(303);
  expect(await step('liaison', 'reported-done')).toBe(422);
  expect(await step('liaison', 'reported-done', 'Directive on closing files, new version')).toBe(303);
  expect(await (await it.visit('chair').get(path)).text()).toContain('Reported as done, not verified');
  await it.world.runJobs(recommendationJobs);
  expect(await it.world.database.admin`select kept_at from commitment.obligation where kind = 'recommendation'`).toEqual([{ kept_at: null }]);
  expect(await step('eve', 'verified', 'x')).toBe(404);
  expect(await step('ann', 'not-verified', 'Two of the files looked at had no second signature')).toBe(303);
  expect(await step('liaison', 'reported-done', 'Checklist of supervisors changed')).toBe(303);
  expect(await step('chair', 'verified', 'Seen in all files of the session')).toBe(303);
  await it.world.runJobs(recommendationJobs);
  expect(await it.world.database.admin`select kept_at is not null as kept from commitment.obligation where kind = 'recommendation'`).toEqual([{ kept: true }]);
});

test('nobody verifies what she reported herself, and no step is left out, whatever the program says', async () => {
  const board = ((await it.visit('chair').post('/en/review/recommendations/new', { ...given, addressee: 'board' })).headers.get('location') ?? '').split('/').at(-1) ?? '';
  const add = async (who: 'chair' | 'dee' | 'liaison' | 'eve', position: number, name: string) => await it.as(who, async ({ sql }) => await sql`insert into review.recommendation_step (id, recommendation_id, position, step, evidence, by_account, taken_on)
    values (${newId()}, ${board}, ${position}, ${name}, 'x', ${it.account[who]}, '2019-06-10')`);
  await expect(add('liaison', 1, 'accepted')).rejects.toMatchObject({ code: '42501' });
  await expect(add('chair', 1, 'reported-done')).rejects.toMatchObject({ code: '23514' });
  await add('chair', 1, 'accepted');
  await add('chair', 2, 'reported-done');
  await expect(add('chair', 3, 'verified')).rejects.toMatchObject({ code: '42501' });
  await expect(add('eve', 3, 'verified')).rejects.toMatchObject({ code: '42501' });
  await add('dee', 3, 'verified');
});

test('everybody may read what is recommended and where it stands, never who took a step or the evidence', async () => {
  expect(await it.world.as.public(async ({ sql }) => (await sql`select id from review.recommendation`).length)).toBe(2);
  for (const column of ['by_account', 'evidence']) await expect(it.world.as.public(async ({ sql }) => await sql`select ${sql(column)} from review.recommendation_step`)).rejects.toMatchObject({ code: '42501' });
  await expect(it.world.as.public(async ({ sql }) => await sql`select made_by from review.recommendation`)).rejects.toMatchObject({ code: '42501' });
  expect((await (await it.app.as('administrator')).get(path)).status).toBe(404);
});
