import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import { expectMatrix } from '#test/policy-matrix.ts';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { secretOf } from './application/actions.ts';
import { findOwn, submitOwn } from './application/queries.ts';
import { closesAt, draft, loadPlanOf, type Made, openCall, type Person, personWith, visit } from './fund-year.test-tool.ts';
import { fundingRoutes } from './index.ts';
import { pilotTables } from './pilot/tables.test-tool.ts';

let world: World;
let call: { id: string; slug: string };
let made: Made[];
let both: Person;
let other: Person;
let recused: Visitor;
beforeAll(async () => {
  world = await openWorld();
  await loadPlanOf(world);
  call = await openCall(world);
  both = await personWith(world, 'Dana Office (demo)', ['fund-officer', 'fund-scorer']);
  other = await personWith(world, 'Eli Scorer (demo)', ['fund-scorer']);
  made = [];
  for (const n of [1, 2, 3]) made.push(await draft(world, call.id, n, 1_000_000 + n));
  recused = visit(world.http(fundingRoutes(() => world.site)).app, both);
}, 60_000);
afterAll(async () => await world.close());
const send = async (one: Made | undefined) => await (await world.http(fundingRoutes(() => world.site)).as()).post('/en/funding/applications/own', { '~code': one?.code ?? '', '~save': 'send' });

test('what arrives at 14:00:00.000 counts, at 14:00:00.001 it does not, and each is told so', async () => {
  await world.at(closesAt);
  const answers = await Promise.all([send(made[0]), send(made[0]), send(made[1]), send(made[1])]);
  const receipts = (await Promise.all(answers.map(async (answer) => await answer.text()))).map((text) => /class="code">([\w-]+)</.exec(text)?.[1]);
  expect([receipts[0] === receipts[1], receipts[2] === receipts[3], new Set(receipts).size]).toEqual([true, true, 2]);
  expect(await (await send(made[0])).text()).toContain('14:00:00.000');
  await world.at('2019-11-01T18:00:00.001Z');
  const late = await (await send(made[2])).text();
  expect(late).toContain('arrived at 1 November 2019, 14:00:00.001. The deadline was 1 November 2019, 14:00:00.000. It has not been taken.');
  expect(await world.database.admin`select state, count(*)::integer as n from funding.application group by state order by state`).toEqual([{ state: 'draft', n: 1 }, { state: 'submitted', n: 2 }]);
  // What counts is when the request arrived, not when its work began; but no program can say that it arrived long ago, or is yet to come.
  const at = async (arrived: string) => await world.as.public(async (scope) => await submitOwn(scope, new Date(arrived), `R-${arrived.slice(-6)}`), secretOf(made[2]?.code ?? ''));
  await expect(at('2019-11-01T17:55:00.000Z')).rejects.toThrow('within five minutes');
  await expect(at('2019-11-01T18:00:00.002Z')).rejects.toThrow('within five minutes');
  expect((await at('2019-11-01T18:00:00.000Z'))?.again).toBe(false);
});

test('a draft is there for its code alone, and a code opens its own application alone', async () => {
  const [a, b] = made;
  const wrong = await (await world.http(fundingRoutes(() => world.site)).as()).post('/fr/funding/applications/own', { '~code': 'ZZZZZ-ZZZZZ' });
  expect(wrong.status).toBe(422);
  const seen = await world.as.public(async (scope) => [(await findOwn(scope))?.id, (await scope.sql`select from funding.application where id = ${b?.id ?? ''}`).length], secretOf(a?.code ?? ''));
  expect(seen).toEqual([a?.id, 0]);
  expect(await world.as.public(async ({ sql }) => (await sql`select from funding.application`).length)).toBe(0);
  await expect(world.as.manager(async ({ sql }) => await sql`select from funding.applicant`)).rejects.toMatchObject({ code: '42501' });
});

test('whoever declared a conflict meets 404 on the file, its sheet and its people, and no row in the ranking, the lists and the exports, as if it had never been', async () => {
  const [closed, open] = [made[0]?.id ?? '', made[1]?.id ?? ''];
  await world.as.manager(async ({ sql, now }) => await sql`insert into funding.assignment (application_id, account_id, assigned_at) select a, p, ${now} from unnest(${[closed, open]}::uuid[]) a, unnest(${[both.account, other.account]}::uuid[]) p`);
  expect((await recused.get(`/en/funding/applications/${closed}`)).status).toBe(200);
  const points = { 'points-1': '10', 'points-2': '10', 'points-3': '10', do: 'finish' };
  expect((await recused.post(`/en/funding/reviews/${closed}/sheet`, points)).status).toBe(303);
  expect((await recused.post(`/en/funding/reviews/${closed}/moderate`, { agreed: '60', reason: 'Agreed.', 'held-on': '2019-11-01' })).status).toBe(303);
  const before = await recused.get(`/en/funding/reviews/call/${call.slug}/ranking.csv`);
  expect((await before.text()).split('\n').length).toBe(5);
  expect((await recused.post(`/en/funding/reasons/${closed}/below`, { 'reason-en': 'Own.', 'reason-fr': 'Propre.' })).status).toBe(303);
  expect((await recused.post(`/en/funding/reviews/${closed}/conflict`, {})).status).toBe(303);

  const [file] = await world.database.admin<{ id: string }[]>`select id from funding.application_file where application_id = ${closed}`;
  const never = newId();
  const plain = async (answer: Response, id: string) => (await answer.text()).replaceAll(id, 'ID').replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'REF');
  for (const path of ['/en/funding/applications/ID', '/en/funding/applications/ID/people', `/en/funding/applications/ID/files/${file?.id}`, '/en/funding/reviews/ID/sheet', '/en/funding/reasons/ID/below']) {
    const [one, two] = [await recused.get(path.replace('ID', closed)), await recused.get(path.replace('ID', never))];
    expect([path, one.status, two.status]).toEqual([path, 404, 404]);
    expect(await plain(one, closed)).toBe(await plain(two, never));
  }
  for (const [path, fields] of [['sheet', points], ['moderate', { agreed: '1', reason: 'x', 'held-on': '2019-11-01' }], ['conflict', {}]] as const) expect([path, (await recused.post(`/en/funding/reviews/${closed}/${path}`, fields)).status]).toEqual([path, 404]);
  for (const path of [`applications/call/${call.slug}`, `applications/call/${call.slug}/applications.csv`, `reviews/call/${call.slug}`, `reviews/call/${call.slug}/ranking.csv`, 'reviews/mine']) {
    const text = await (await recused.get(`/en/funding/${path}`)).text();
    expect([path, text.includes('Maple Group 1 (demo)'), text.includes(closed), text.includes('Maple Group 2 (demo)')]).toEqual([path, false, false, true]);
  }
  // The database closes it, not the pages: no table that hangs on the application has a row for her.
  const tables = await world.database.admin<{ name: string }[]>`select table_name as name from information_schema.columns where table_schema = 'funding' and column_name = 'application_id' and table_name <> 'applicant'`;
  const rows = await both.act(async ({ sql }) => await Promise.all(tables.map(async ({ name }) => [name, (await sql`select from ${sql(`funding.${name}`)} where application_id = ${closed}`).length] as const)));
  expect(rows.filter(([, n]) => n > 0)).toEqual([]);
  expect(rows.length).toBeGreaterThan(7);
  expect(await both.act(async ({ sql }) => (await sql`select from funding.read_people(${closed})`).length)).toBe(0);
  // Nobody opens it to her again, and her finished sheet counts no more; for the other scorer nothing changed.
  await expect(both.act(async ({ sql }) => await sql`delete from funding.conflict`)).rejects.toMatchObject({ code: '42501' });
  expect((await visit(world.http(fundingRoutes(() => world.site)).app, other).get(`/en/funding/applications/${closed}`)).status).toBe(200);
  const office = await world.http(fundingRoutes(() => world.site)).as('manager');
  const scores = await (await office.get(`/en/funding/applications/${closed}`)).text();
  expect([scores.includes('Nobody has finished a sheet yet.'), scores.includes('Dana Office')]).toEqual([true, false]);
});

test('a scorer sees neither what she was not asked to score nor what others gave, and a finished sheet stands', async () => {
  const third = await personWith(world, 'Fay Scorer (demo)', ['fund-scorer']);
  const stranger = visit(world.http(fundingRoutes(() => world.site)).app, third);
  expect((await stranger.get(`/en/funding/applications/${made[1]?.id}`)).status).toBe(404);
  const asked = visit(world.http(fundingRoutes(() => world.site)).app, other);
  const sheet = `/en/funding/reviews/${made[1]?.id}/sheet`;
  expect((await asked.post(sheet, { 'points-1': '21', do: 'save' })).status).toBe(422);
  expect((await asked.post(sheet, { 'points-1': '20', do: 'finish' })).status).toBe(422);
  expect((await asked.post(sheet, { 'points-1': '20', 'points-2': '0', 'points-3': '1', do: 'finish' })).status).toBe(303);
  expect((await asked.post(sheet, { 'points-1': '1', do: 'save' })).status).toBe(409);
  expect(await other.act(async ({ sql }) => (await sql`update funding.sheet set comment = 'x' where application_id = ${made[1]?.id ?? ''}`).count)).toBe(0);
  expect(await other.act(async ({ sql }) => (await sql`select from funding.score where account_id <> ${other.account}`).length)).toBe(0);
});

test('each role can do to each table exactly what it should', async () => {
  const { admin } = world.database;
  const [award, file] = [newId(), newId()];
  await admin`insert into funding.session (id, call_id, starts_at, place) values (${newId()}, ${call.id}, '2019-09-01', '{"en": "x", "fr": "x"}')`;
  await admin`insert into funding.form (id, call_id, stage, version, questionnaire, made_at) values (${newId()}, ${call.id}, 'final', 1, '{}', '2019-05-01')`;
  await admin`insert into funding.question (id, call_id, asked, language, asked_at) values (${newId()}, ${call.id}, 'x', 'en', '2019-09-01')`;
  await admin`insert into funding.past_grant (slug, fund_year, recipient, awarded_on, approximate, known_from, sources, origin) values ('x', 2018, 'x', '2018-01-01', false, '2018-01-01', '{}', 'pack')`;
  await admin`insert into funding.fund_year (slug, fund_year, amount, approximate, note, known_from, sources, origin) values ('2018', 2018, 1, false, '{"en": "x", "fr": "x"}', '2018-01-01', '{}', 'pack')`;
  await admin`insert into funding.outcome (application_id, granted, amount, reason, decided_on) values (${made[1]?.id ?? ''}, true, 1, '{"en": "x", "fr": "x"}', '2019-11-01')`;
  await admin.begin(async (tx) => {
    await tx`insert into funding.award (id, call_id, application_id, number, recipient, title, summary, amount, awarded_on, starts_on, ends_on) values (${award}, ${call.id}, ${made[1]?.id ?? ''}, '2020-001', 'x', 'x', 'x', 1, '2019-11-01', '2020-01-01', '2020-12-31')`;
    await tx`insert into funding.instalment (id, award_id, position, due_on, amount, condition) values (${newId()}, ${award}, 1, '2020-01-01', 1, 'agreement')`;
  });
  await admin`insert into funding.reason (application_id, result, text, written_at) values (${made[1]?.id ?? ''}, 'funds', '{"en": "x", "fr": "x"}', '2019-11-01')`;
  await admin`insert into funding.payment_file (id, made_at) values (${file}, '2019-11-01')`;
  await admin`insert into funding.award_change (id, award_id, kind, before, after, reason, made_at) values (${newId()}, ${award}, 'end', 'x', 'x', 'x', '2019-11-01')`;
  await admin`insert into funding.report (id, award_id, stage, final, due_on) values (${newId()}, ${award}, 1, true, '2020-12-31')`;
  // Nobody of these has a role of the fund: 'i' is the right of their database role to insert, which a policy then refuses.
  const others = (rights: string) => ({ operator: rights, leader: rights, chair: rights, partner: rights, auditor: rights, administrator: rights });
  await expectMatrix(world, 'funding', {
    applicant: {},
    application: { manager: 'r', worker: 'r' },
    application_file: { ...others('i'), public: 'i', manager: 'ri', worker: 'r' },
    assignment: { ...others('i'), manager: 'rid' },
    award: { ...others('ri'), public: 'r', manager: 'riu', worker: 'r' },
    award_change: { ...others('i'), manager: 'ri' },
    budget_line: { ...others('i'), public: 'i', manager: 'ri', worker: 'r' },
    call: { ...others('ri'), public: 'r', manager: 'riu', worker: 'r' },
    category: { ...others('ri'), public: 'r', manager: 'ri', worker: 'r' },
    conflict: { ...others('i'), manager: 'ri' },
    criterion: { ...others('ri'), public: 'r', manager: 'ri', worker: 'r' },
    form: { ...others('ri'), public: 'r', manager: 'ri', worker: 'r' },
    fund_year: { ...others('r'), public: 'r', manager: 'r', worker: 'riu' },
    instalment: { ...others('i'), manager: 'riud', worker: 'r' },
    moderation: { ...others('i'), manager: 'riu' },
    outcome: { ...others('i'), manager: 'ri', worker: 'ru' },
    past_grant: { ...others('r'), public: 'r', manager: 'r', worker: 'riu' },
    payment_file: { ...others('i'), manager: 'ri' },
    question: { manager: 'ru' },
    reason: { ...others('i'), manager: 'riud' },
    report: { ...others('i'), manager: 'riu', worker: 'r' },
    score: { ...others('i'), manager: 'ri' },
    session: { ...others('ri'), public: 'r', manager: 'riud', worker: 'r' },
    sheet: { ...others('i'), manager: 'ri' },
  }, pilotTables);
});
