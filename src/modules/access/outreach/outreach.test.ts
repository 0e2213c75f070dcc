import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import { type CareWorld, type Extra, openCareWorld } from '../care-plan/care-world.test-tool.ts';
import { releaseOutreach, remindOfOutreach } from './jobs.ts';

let world: CareWorld;
let connector: Extra;
let vera: Extra;
let edith: string;
beforeAll(async () => {
  world = await openCareWorld();
  connector = await world.hire('connector', 'north', 'coordinator');
  vera = await world.hire('vera', 'north', 'volunteer');
  expect((await (await world.visit('supervisor')).post('/en/access/outreach/settings', { takes: 'yes', 'minimum-age': '55', 'missed-limit': '2' })).status).toBe(303);
  edith = await referred('Edith');
});
afterAll(async () => await world.close());
const at = (path = '', id = edith) => `/en/access/outreach/${id}${path}`;
const texts = async (answer: Promise<Response>) => await (await answer).text();
async function referred(name: string, more: Record<string, string | string[]> = {}): Promise<string> {
  expect((await (await world.visit()).post('/en/access/outreach/refer/details', { who: 'paramedic', age: 'yes', told: 'agrees', seed: name, telephone: '905 555 0142', 'first-name': name, language: 'en', ...more })).status).toBe(303);
  return (await world.database.admin<{ id: string }[]>`select id from access.outreach order by received_at desc, id desc`)[0]?.id ?? (await world.database.admin<{ id: string }[]>`select id from access.outreach`)[0]?.id ?? '';
}
const newest = async (name: string) => (await world.database.admin<{ id: string }[]>`select outreach_id as id from access.outreach_contact where first_name = ${name}`)[0]?.id ?? '';
const stateOf = async (id = edith) => (await world.database.admin<{ state: string; consent: string; contact: boolean }[]>`select state, consent, exists (select from access.outreach_contact c where c.outreach_id = o.id) as contact from access.outreach o where id = ${id}`)[0];
const call = async (who: Extra, outcome: string, note = '', id = edith) => (await who.visit.post(`/en/access/outreach/calls/${id}`, { outcome, note })).status;

test('a referral is seen by the team of its agency alone', async () => {
  for (const [visit, status] of [[connector.visit, 200], [await world.visit('intake'), 200], [await world.visit('supervisor'), 200], [await world.visit('outside'), 404], [vera.visit, 404], [await world.visit('clinician'), 404], [await world.visit('officer'), 404], [await world.visit('manager'), 404]] as const)
    expect((await visit.get(at())).status).toBe(status);
  expect(await texts(connector.visit.get('/fr/access/outreach'))).toContain('Edith');
  expect(await texts((await world.visit('outside')).get('/en/access/outreach'))).not.toContain('Edith');
  const lines = await world.database.admin`select id from platform.audit_entry where action = 'access.read-outreach' and subject_id = ${edith}`;
  expect(lines.length).toBeGreaterThan(3);
});

test('the first contact is made by the team, then calls are planned with a volunteer', async () => {
  expect(await texts(connector.visit.get(at()))).not.toContain('Begin regular calls');
  expect((await connector.visit.post(at('/joining'), {})).status).toBe(404);
  expect((await connector.visit.post(at('/attempts'), { outcome: '' })).status).toBe(422);
  expect((await connector.visit.post(at('/attempts'), { outcome: 'talked', note: 'Likes to talk about her garden.' })).status).toBe(303);
  await world.as.worker(remindOfOutreach);
  expect((await world.database.admin`select kept_at is not null as kept from commitment.obligation where kind = 'outreach-new'`)[0]).toEqual({ kept: true });
  expect((await connector.visit.post(at('/joining'), {})).status).toBe(303);
  const wrong = await texts(connector.visit.post(at('/schedule'), { caller: world.member.nurse.account, weekday: '', at: '25:00' }));
  for (const part of ['Choose who calls', 'Choose the day', 'Write a time', 'value="25:00"']) expect(wrong).toContain(part);
  expect((await (await world.visit('intake')).post(at('/schedule'), { caller: vera.account, weekday: '1', at: '10:30' })).status).toBe(404);
  expect((await connector.visit.post(at('/schedule'), { caller: vera.account, weekday: '1', at: '10:30' })).status).toBe(303);
});

test('a volunteer sees first name and number of the people she calls, and nothing else in the whole module', async () => {
  await referred('Winifred');
  const page = await texts(vera.visit.get('/en/access/outreach/calls'));
  for (const part of ['Edith', '905 555 0142', '10:30', '9-8-8']) expect(page).toContain(part);
  for (const part of ['Winifred', 'garden', 'paramedic', 'Paramedic']) expect(page).not.toContain(part);
  const other = await world.hire('otto', 'north', 'volunteer');
  expect(await texts(other.visit.get('/en/access/outreach/calls'))).toContain('No call is planned');
  expect((await other.visit.get(`/en/access/outreach/calls/${edith}`)).status).toBe(404);
  expect((await vera.visit.get(`/en/access/outreach/calls/${await newest('Winifred')}`)).status).toBe(404);
  const tables = await world.database.admin<{ name: string }[]>`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'access' and c.relkind in ('r', 'p')`;
  const configuration = ['care_age', 'care_pathway', 'care_amount', 'referral_transition', 'referral_reason', 'referral_term'];
  const columns = await vera.by(async ({ sql }) => {
    const readable: string[] = [];
    for (const { name } of tables.filter((one) => !configuration.includes(one.name))) await sql.savepoint(async (inner) => {
      if ((await inner`select 1 from ${inner(`access.${name}`)} limit 1`).length > 0) readable.push(name);
    }).catch(() => undefined);
    return readable;
  });
  expect(columns).toEqual([]);
  expect(await vera.by(async ({ sql }) => Object.keys((await sql`select * from access.my_calls()`)[0] ?? {}))).toEqual(['outreach_id', 'first_name', 'telephone', 'weekday', 'at_time', 'done_today']);
  expect(await vera.by(async ({ sql }) => [(await sql`select * from access.list_outreach()`).length, (await sql`select access.read_outreach(${edith}) as content`)[0]?.content, (await sql`select * from access.outreach_results()`).length])).toEqual([0, null, 0]);
  await expect(vera.by(async ({ sql }) => await sql`select * from access.outreach_contact`)).rejects.toThrow('permission denied');
  await expect(vera.by(async ({ sql, now }) => await sql`insert into access.outreach_attempt (id, outreach_id, account_id, outcome, on_date, recorded_at) values (gen_random_uuid(), ${await newest('Winifred')}, ${vera.account}, 'talked', '2019-06-03', ${now})`)).rejects.toThrow(/row-level security/);
  await expect(vera.by(async ({ sql, now }) => await sql`insert into access.outreach_attempt (id, outreach_id, account_id, outcome, on_date, recorded_at) values (gen_random_uuid(), ${edith}, ${other.account}, 'talked', '2019-06-03', ${now})`)).rejects.toThrow(/row-level security/);
  const [line] = await world.database.admin`select account_id, decision from platform.audit_entry where action = 'access.read-call' and subject_id = ${edith}`;
  expect(line).toEqual({ account_id: vera.account, decision: 'permit' });
});

test('a call of today stands on the day of whoever makes it, and is kept by the attempt; her note goes to the team', async () => {
  await world.as.worker(remindOfOutreach);
  const mine = async () => await vera.by(async ({ sql }) => (await sql<{ kind: string; due: string; kept: boolean }[]>`select kind, due, kept_at is not null as kept from commitment.obligation where released_at is null`).map((row) => ({ ...row })));
  await world.as.worker(async (scope) => await remindOfOutreach(scope, newId()));
  expect(await mine()).toEqual([{ kind: 'outreach-call', due: '2019-06-03', kept: false }]);
  expect((await vera.visit.post(`/en/access/outreach/calls/${edith}`, { outcome: '', note: 'Unsaved note' })).status).toBe(422);
  expect(await call(vera, 'talked', 'She asked for a ride on Friday.')).toBe(303);
  await world.as.worker(remindOfOutreach);
  expect(await mine()).toEqual([{ kind: 'outreach-call', due: '2019-06-03', kept: true }]);
  expect(await texts(connector.visit.get(at()))).toContain('She asked for a ride on Friday.');
  expect(await texts(vera.visit.get('/en/access/outreach/calls'))).not.toContain('ride');
});

test('after so many missed calls in a row the supervisor of that agency owes a look on the same day, and saying what was done keeps it', async () => {
  const owed = async () => (await world.database.admin<{ due: string; role: string; what: string; kept: boolean }[]>`select due, owed_by_role as role, what ->> 'en' as what, kept_at is not null as kept from commitment.obligation where kind = 'outreach-check'`).map((row) => ({ ...row }));
  await world.at('2019-06-10T14:00:00Z');
  expect(await call(vera, 'missed')).toBe(303);
  expect(await owed()).toEqual([]);
  await world.at('2019-06-17T14:00:00Z');
  expect(await call(vera, 'missed')).toBe(303);
  const check = { due: '2019-06-17', role: 'access-supervisor', what: 'Several planned calls were not answered: look into it today', kept: false };
  expect(await owed()).toEqual([check]);
  const seen = async (name: 'supervisor' | 'intake' | 'volunteer' | 'nurse') => await world.by(name, async ({ sql }) => (await sql`select id from commitment.obligation where kind = 'outreach-check'`).length);
  expect([await seen('supervisor'), await seen('intake'), await seen('volunteer'), await seen('nurse')]).toEqual([1, 0, 0, 0]);
  const elsewhere = await world.hire('boss', 'south', 'access-supervisor');
  expect(await elsewhere.by(async ({ sql }) => (await sql`select id from commitment.obligation where kind like 'outreach-%'`).length)).toBe(0);
  expect(await world.as.manager(async ({ sql }) => (await sql`select id from commitment.obligation where kind like 'outreach-%'`).length)).toBe(0);
  const supervisor = await world.visit('supervisor');
  expect(await texts(supervisor.get(at()))).toContain('Several calls in a row were not answered');
  expect((await supervisor.post(at('/check'), { done: '' })).status).toBe(422);
  expect((await connector.visit.post(at('/check'), { done: 'x' })).status).toBe(404);
  expect((await supervisor.post(at('/check'), { done: 'Reached her sister; she is away.' })).status).toBe(303);
  expect(await owed()).toEqual([{ ...check, kept: true }]);
  await world.at('2019-06-24T14:00:00Z');
  expect(await call(vera, 'talked')).toBe(303);
  await world.at('2019-07-01T14:00:00Z');
  expect(await call(vera, 'missed')).toBe(303);
  expect(await owed()).toHaveLength(1);
});

test('of somebody who is unsure one attempt is allowed: unanswered, everything known of her is gone', async () => {
  await referred('Mabel', { told: 'unsure', agreed: ['telephone', 'first-name'] });
  const mabel = await newest('Mabel');
  expect(await texts(connector.visit.get(at('', mabel)))).toContain('One attempt is allowed');
  expect((await connector.visit.post(at('/attempts', mabel), { outcome: 'missed', note: 'Rang for long.' })).status).toBe(303);
  expect(await stateOf(mabel)).toEqual({ state: 'unreachable', consent: 'unsure', contact: false });
  expect((await connector.visit.post(at('/attempts', mabel), { outcome: 'missed' })).status).toBe(404);
  await expect(connector.by(async ({ sql, now }) => await sql`insert into access.outreach_attempt (id, outreach_id, account_id, outcome, on_date, recorded_at) values (gen_random_uuid(), ${mabel}, ${connector.account}, 'missed', '2019-06-17', ${now})`)).rejects.toThrow('nobody is called any more');
  expect(await world.database.admin`select id from access.outreach_note where outreach_id = ${mabel}`).toHaveLength(0);
  expect(await texts(connector.visit.get(at('', mabel)))).toContain('were deleted');
  await referred('Iris', { told: 'unsure', agreed: ['telephone', 'first-name'] });
  const iris = await newest('Iris');
  expect((await connector.visit.post(at('/joining', iris), {})).status).toBe(404);
  expect((await connector.visit.post(at('/attempts', iris), { outcome: 'talked' })).status).toBe(303);
  expect(await stateOf(iris)).toEqual({ state: 'new', consent: 'agrees', contact: true });
});

test('scores stand beside the first one, with their direction, and only within the range of their measure', async () => {
  const score = async (measure: string, value: string, on: string) => (await connector.visit.post(at('/scores'), { measure, score: value, on })).status;
  expect(await score('own', '11', '2019-06-03')).toBe(422);
  expect(await score('own', '4', '2019-06-03')).toBe(303);
  expect(await score('own', '5', '2019-06-03')).toBe(422);
  expect(await score('own', '6.5', '2019-06-17')).toBe(303);
  expect(await score('ucla-3', '7', '2019-06-03')).toBe(303);
  expect(await score('ucla-3', '5', '2019-06-17')).toBe(303);
  const page = await texts(connector.visit.get(at()));
  for (const part of ['+2.5 (better)', '−2 (better)']) expect(page).toContain(part);
});

test('whoever leaves is counted beside the result, and her name and number go', async () => {
  const iris = await newest('Iris');
  expect((await connector.visit.post(at('/joining', iris), {})).status).toBe(303);
  expect((await connector.visit.post(at('/scores', iris), { measure: 'own', score: '3', on: '2019-06-17' })).status).toBe(303);
  expect((await connector.visit.post(at('/leaving', iris), { reason: '' })).status).toBe(422);
  expect((await connector.visit.post(at('/leaving', iris), { reason: 'moved' })).status).toBe(303);
  expect(await stateOf(iris)).toEqual({ state: 'left', consent: 'agrees', contact: false });
  const page = (await texts((await world.visit('supervisor')).get('/en/access/outreach/results'))).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  expect(page).toContain('Joined: 2 . Still take part: 1 . Left: 1 .');
  expect(page).toMatch(/0 not at all, 10 very 2 1 \+2\.5 too few 1, 0, 0/);
  expect(page).toContain('Moved away 1');
});

test('beyond the agency the counts are protected, and others see no exact number', async () => {
  await world.as.worker(releaseOutreach);
  await world.as.worker(releaseOutreach);
  const page = await texts((await world.visit('manager')).get('/en/access/outreach/results'));
  expect(page).toContain('Joined: <b>fewer than 6</b>');
  expect(page).not.toMatch(/<td class="n"[^>]*>\d/);
  expect((await vera.visit.get('/en/access/outreach/results')).status).toBe(404);
  expect(await world.as.manager(async ({ sql }) => (await sql`select * from access.outreach_results()`).length)).toBe(0);
  expect(await connector.by(async ({ sql }) => (await sql`select * from access.outreach_results()`).length)).toBe(0);
});

test('a record is opened for help beyond calls, without a name, and whoever is barred from it no longer sees the calls', async () => {
  expect((await connector.visit.post(at('/record'), {})).status).toBe(404);
  const answer = await (await world.visit('intake')).post(at('/record'), {});
  expect(answer.status).toBe(303);
  const person = answer.headers.get('location')?.split('/').at(-1) ?? '';
  expect(await texts((await world.visit('intake')).get(`/en/access/persons/${person}`))).toContain('Anonymous person');
  await world.database.admin`insert into access.bar (id, person_id, account_id, kind, entered_at) values (gen_random_uuid(), ${person}, ${vera.account}, 'named', now())`;
  expect(await texts(vera.visit.get('/en/access/outreach/calls'))).not.toContain('Edith');
  await world.database.admin`delete from access.bar`;
});

test('whoever wants no more calls is deleted at once, also by a volunteer’s word, and a schedule ends', async () => {
  expect(await texts(vera.visit.get('/en/access/outreach/calls'))).toContain('Edith');
  expect(await call(vera, 'declined', 'Told me so')).toBe(303);
  expect(await stateOf()).toEqual({ state: 'left', consent: 'agrees', contact: false });
  expect(await texts(vera.visit.get('/en/access/outreach/calls'))).toContain('No call is planned');
  expect(await call(vera, 'talked')).toBe(404);
});
