import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '#test/world.ts';
import { seedConsultation, type Seeded, seedPiece } from '../consultation/seed.test-tool.ts';
import { submitIssue } from '../issue/actions.ts';
import { heardTotals } from '../report/heard.ts';
import { listHeard } from '../report/queries.ts';
import { newId } from '#app/platform/db/id.ts';
import { insertCodes, listCodePairs, listVoices } from '../coding/queries.ts';
import { listPublished, listQuotes } from '../quote/queries.ts';
import { addContribution, takeInIssues } from './actions.ts';
import { countPieces, findContribution, findNextPiece, listPieces } from './queries.ts';

let world: World;
let themes: Seeded['themes'];
const days = { slug: 'spring', from: '2019-05-01', until: '2019-05-31' };
beforeAll(async () => {
  world = await openWorld();
  themes = (await seedConsultation(world)).themes;
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
  const answers = { consultation: 'spring', kind: 'survey-answer', sourceId: '01997e9e-0000-7000-8000-000000000001', language: 'en', receivedOn: '2019-05-05', mayQuote: false } as const;
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

/** A piece of an issue that two people coded, with a quote in a standing report. */
async function quotedIssue(title: string): Promise<{ issue: string; piece: string }> {
  const { admin } = world.database;
  const [row] = await admin<{ issue: string; piece: string }[]>`select i.id as issue, c.id as piece from engagement.issue i join engagement.contribution c on c.source_id = i.id where i.title = ${title}`;
  if (!row) throw new Error('no such issue');
  const coders = [(await world.person('manager')).account, (await world.person('analyst')).account] as const;
  for (const coder of coders) await world.as.worker(async (scope) => await insertCodes(scope, row.piece, coder, [themes.bus]));
  const quote = newId();
  await admin`insert into engagement.quote (id, contribution_id, theme_id, language, body, proposed_by, proposed_at, approved_by, approved_at)
    values (${quote}, ${row.piece}, ${themes.bus}, 'en', ${title}, ${coders[0]}, now(), ${coders[1]}, now())`;
  await admin`update engagement.voice_report set withdrawn_at = now() where withdrawn_at is null`;
  await admin`insert into engagement.voice_report (consultation_slug, version, content, quotes, published_on) select 'spring', count(*) + 1, '{}', ${[quote]}, '2019-06-01' from engagement.voice_report`;
  return row;
}
const quoted = async () => (await world.database.admin<{ ids: string[] }[]>`select quotes as ids from engagement.voice_report where withdrawn_at is null`)[0]?.ids ?? [];
const seen = async (piece: string) => ({
  read: (await world.as.manager(async (scope) => await findContribution(scope, piece))) !== undefined, listed: (await world.as.manager(async (scope) => await listQuotes(scope, 'spring'))).some((one) => one.piece === piece),
});
const counted = async () => await world.as.analyst(async (scope) => ({ voices: (await listVoices(scope, 'spring')).length, pairs: (await listCodePairs(scope, 'spring')).length }));

test('nobody who brought an issue forward was asked for a quote, so none of it may be quoted', async () => {
  expect((await world.as.analyst(async (scope) => await listPieces(scope, 'spring', 'all'))).filter((piece) => piece.kind === 'issue').map((piece) => piece.mayQuote)).toEqual([false, false]);
});

test('what an issue said is neither read, counted nor quoted once it is withdrawn', async () => {
  const { issue, piece } = await quotedIssue('First of May');
  const published = async () => (await world.as.public(async (scope) => await listPublished(scope, await quoted()))).map((one) => one.body);
  const before = await counted();
  expect([await seen(piece), await published()]).toEqual([{ read: true, listed: true }, ['First of May']]);
  await world.database.admin`update engagement.issue set state = 'withdrawn' where id = ${issue}`;
  expect([await seen(piece), await published()]).toEqual([{ read: false, listed: false }, []]);
  expect(await counted()).toEqual({ voices: before.voices - 1, pairs: before.pairs - 1 });
  expect(await world.as.worker(async (scope) => await findContribution(scope, piece))).toBeUndefined();
});

test('whoever left the matter of an issue neither reads its piece nor sees, approves or withdraws its quote', async () => {
  const { issue, piece } = await quotedIssue('Last of May');
  const { account } = await world.person('manager');
  expect(await seen(piece)).toEqual({ read: true, listed: true });
  await world.database.admin.begin(async (tx) => {
    const matter = newId();
    await tx`set local session_replication_role = replica`;
    await tx`insert into governance.matter (id, body_slug, kind, subject_kind, subject_id, title, opened_at) values (${matter}, 'table', 'issue', 'issue', ${issue}, '{"en": "a", "fr": "b"}', now())`;
    await tx`insert into governance.recusal (id, matter_id, member_id, account_id, declared_at) values (${newId()}, ${matter}, ${newId()}, ${account}, now())`;
  });
  expect(await seen(piece)).toEqual({ read: false, listed: false });
  expect(await world.as.manager(async (scope) => await listPublished(scope, await quoted()))).toEqual([]);
  expect((await world.as.manager(async ({ sql }) => await sql`update engagement.quote set withdrawn_at = now() where contribution_id = ${piece}`)).count).toBe(0);
});
