import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '#test/world.ts';
import { seedConsultation, seedPiece } from '../consultation/seed.test-tool.ts';
import { submitIssue } from '../issue/actions.ts';
import { heardTotals } from '../report/heard.ts';
import { listHeard } from '../report/queries.ts';
import { addContribution, takeInIssues } from './actions.ts';
import { countPieces, findNextPiece, listPieces } from './queries.ts';

let world: World;
const days = { slug: 'spring', from: '2019-05-01', until: '2019-05-31' };
beforeAll(async () => {
  world = await openWorld();
  await seedConsultation(world);
  const raise = async (at: string, title: string, aboutPerson = false, channel: 'web' | 'email' = 'web') => {
    world.database.clock.set(at);
    await world.as.public(async (scope) => await submitIssue(scope, { channel, language: 'en', title, description: 'Words', aboutPerson }));
  };
  await raise('2019-05-01T03:59:00Z', 'April evening');
  await raise('2019-05-01T04:00:00Z', 'First of May');
  await raise('2019-06-01T03:59:00Z', 'Last of May', false, 'email');
  await raise('2019-06-01T04:00:00Z', 'June');
  await raise('2019-05-15T12:00:00Z', 'About somebody', true);
  world.database.clock.set('2019-06-03T13:00:00Z');
});
afterAll(async () => await world.close());

test('issues of the days of the community’s time zone become pieces, once, except those about a person', async () => {
  const take = async () => await world.as.manager(async (scope) => await takeInIssues(scope, days));
  expect(await take()).toBe(2);
  expect(await take()).toBe(0);
  expect((await world.as.analyst(async (scope) => await listPieces(scope, 'spring', 'all'))).map((piece) => [piece.body, piece.receivedOn, piece.channel])).toEqual([
    ['First of May\nWords', '2019-05-01', 'web'], ['Last of May\nWords', '2019-05-31', 'email'],
  ]);
});

test('everything that came in counts: issues once though they are coded too, answers by their response, the people of a room', async () => {
  const answers = { consultation: 'spring', kind: 'survey-answer', sourceId: '01997e9e-0000-7000-8000-000000000001', language: 'en', receivedOn: '2019-05-05' } as const;
  const add = async (more: { body: string }) => await world.as.worker(async (scope) => await addContribution(scope, { ...answers, ...more }));
  expect(await add({ body: 'First answer' })).toBeDefined();
  expect(await add({ body: 'Second answer' })).toBeDefined();
  expect(await add({ body: 'Second answer' })).toBeUndefined();
  for (let count = 0; count < 5; count += 1) await seedPiece(world);
  const heard = await world.as.analyst(async (scope) => await listHeard(scope, 'spring'));
  const people = (channel: string) => heard.filter((one) => one.channel === channel).reduce((sum, one) => sum + one.people, 0);
  // Online: six responses and two issues (that about a person counts, though its words are not taken in).
  expect([people('web'), people('email'), people('meeting')]).toEqual([8, 1, 12]);
  expect(heardTotals(heard)).toMatchObject({ most: 21, least: 12 });
});

test('what nobody has coded comes first, then what waits for a second coder', async () => {
  const counts = await world.as.analyst(async (scope) => await countPieces(scope, 'spring'));
  expect(counts).toEqual({ all: 9, toCode: 9, second: 0, mine: 0 });
  const [first] = await world.as.analyst(async (scope) => await listPieces(scope, 'spring', 'to-code'));
  expect(await world.as.analyst(async (scope) => await findNextPiece(scope, 'spring'))).toBe(first?.id);
  await world.database.admin`insert into engagement.coded values (${first?.id ?? ''}, ${(await world.person('manager')).account}, now())`;
  expect(await world.as.analyst(async (scope) => await findNextPiece(scope, 'spring'))).not.toBe(first?.id);
  expect(await world.as.analyst(async (scope) => await countPieces(scope, 'spring'))).toMatchObject({ toCode: 8, second: 1 });
});
