import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import { withdrawConsent } from '../consent/actions.ts';
import { staffNames } from '../access-world.test-tool.ts';
import { type ListWorld, openListWorld } from './list-world.test-tool.ts';
import { keepList } from './keep.ts';
import { changeList, countRefusals, insertRefusal, listEvents, listKept, listStays, readList, settleLists, whyListed } from './queries.ts';

let world: ListWorld;
beforeAll(async () => {
  world = await openListWorld();
});
afterAll(async () => await world.close());

const enter = async (given: string) => await world.enter('intake', { given, family: 'Placeholder' });
const read = async (day = '2019-06-03') => await world.by('supervisor', async (scope) => await readList(scope, world.list, day));
const lineOf = async (person: string, day?: string) => (await read(day)).find((one) => one.person === person);
const why = async (person: string) => (await world.by('intake', async (scope) => await whyListed(scope, person)))[0];

test('somebody is on the list who agreed, is known to be homeless and was heard of in time; each condition that fails is named, and unknown is neither homeless nor housed', async () => {
  const person = await enter('Aster');
  expect(await why(person)).toMatchObject({ consented: false, whereabouts: 'unknown', active: false, onList: false });
  await world.stay(person, 'unsheltered', '2019-01-05', null);
  expect(await why(person)).toMatchObject({ consented: false, whereabouts: 'homeless', onList: false });
  await world.agree(person);
  expect(await why(person)).toMatchObject({ consented: true, whereabouts: 'homeless', active: false, lastActivity: '2019-01-05', lastKind: 'stay', inactiveAfter: 90, onList: false });
  await world.database.admin`insert into access.activity (id, person_id, agency_id, kind, on_date, entered_at) values (${newId()}, ${person}, ${world.agencies.north}, 'meal', '2019-06-01', ${world.database.clock.now()})`;
  expect(await why(person)).toMatchObject({ active: false, lastKind: 'stay' });
  await world.database.admin`insert into access.activity (id, person_id, agency_id, kind, on_date, entered_at) values (${newId()}, ${person}, ${world.agencies.north}, 'contact', '2019-05-20', ${world.database.clock.now()})`;
  expect(await why(person)).toMatchObject({ active: true, lastActivity: '2019-05-20', lastKind: 'contact', onList: true });
  expect(await lineOf(person)).toMatchObject({ givenName: 'Aster', whereabouts: 'homeless', onList: true, state: null });
  await world.stay(person, 'institution', '2019-06-01', null);
  expect(await why(person)).toMatchObject({ whereabouts: 'institution', onList: false });
});

test('the list is read by those who keep it, and by nobody else; barred and withheld people are left out, and reading leaves a line', async () => {
  const [open, barred, locked] = [await enter('Briar'), await enter('Cedar'), await enter('Dill')];
  for (const person of [open, barred, locked]) {
    await world.agree(person);
    await world.stay(person, 'shelter', '2019-05-01', null);
  }
  const { admin, clock } = world.database;
  await admin`insert into access.bar (id, person_id, account_id, kind, entered_at) values (${newId()}, ${barred}, ${world.member.supervisor.account}, 'recused', ${clock.now()})`;
  await admin`insert into access.instruction (id, person_id, agency_id, recorded_at) values (${newId()}, ${locked}, ${world.agencies.north}, ${clock.now()})`;
  const seen: Record<string, number> = {};
  for (const who of staffNames) seen[who] = await world.by(who, async (scope) => (await readList(scope, world.list, '2019-06-03')).length + (await listStays(scope, world.list, '2019-06-03')).length + (await listEvents(scope, world.list)).length);
  expect(Object.entries(seen).filter(([, count]) => count > 0).map(([who]) => who)).toEqual(['supervisor']);
  expect((await read()).map(({ person }) => person)).toEqual(expect.arrayContaining([open]));
  expect((await read()).some(({ person }) => person === barred || person === locked)).toBe(false);
  const [line] = await admin<{ n: number }[]>`select count(*)::int as n from platform.audit_entry where action = 'access.read-list' and decision = 'refuse'`;
  expect(line?.n).toBeGreaterThan(3);
  for (const who of staffNames) expect(await world.by(who, async ({ sql }) => await sql`select * from access.stay`).catch((error: { code: string }) => error.code)).toBe('42501');
});

test('a withdrawn consent takes the person off at once, and the night lets her state lapse', async () => {
  const person = await enter('Elder');
  await world.agree(person);
  await world.stay(person, 'shelter', '2019-05-01', null);
  await world.as.worker(settleLists);
  expect(await lineOf(person)).toMatchObject({ state: 'active', since: '2019-05-01', onList: true });
  const [consent] = await world.database.admin<{ id: string }[]>`select id from access.consent where person_id = ${person}`;
  await world.by('supervisor', async (scope) => await withdrawConsent(scope, person, consent?.id ?? '', 'Said so'));
  expect(await lineOf(person)).toBeUndefined();
  expect(await why(person)).toMatchObject({ consented: false, onList: false });
  await world.as.worker(settleLists);
  const events = (await world.by('supervisor', async (scope) => await listEvents(scope, world.list))).filter((one) => one.person === person);
  expect(events).toMatchObject([{ from: null, to: 'active', reason: 'newly-identified', effective: '2019-05-01' }, { from: 'active', to: 'left', reason: 'consent-lapsed' }]);
});

test('the night moves people as section 1.3 says: inactive after the threshold, back with news, housed with evidence, back when housing is lost; a second night changes nothing', async () => {
  const person = await enter('Fennel');
  await world.agree(person);
  await world.stay(person, 'shelter', '2019-04-01', '2019-05-10');
  const settle = async (day: string) => {
    world.database.clock.set(`${day}T04:20:00-04:00`);
    await world.as.worker(settleLists);
    expect(await world.as.worker(settleLists)).toBe(0);
  };
  const events = async () => {
    const rows = await world.database.admin<{ line: string }[]>`select effective || ' ' || coalesce(from_state, '-') || ' ' || to_state || ' ' || reason as line from access.list_change where person_id = ${person} order by recorded_at, id`;
    return rows.map((row) => row.line);
  };
  await settle('2019-06-04');
  await settle('2019-08-08');
  expect(await events()).toEqual(['2019-04-01 - active newly-identified']);
  await settle('2019-08-10');
  await world.stay(person, 'unsheltered', '2019-08-20', '2019-08-21');
  await settle('2019-08-22');
  await world.stay(person, 'housed', '2019-09-01', '2019-10-31');
  await settle('2019-09-02');
  await world.stay(person, 'shelter', '2019-11-01', null);
  await settle('2019-11-02');
  expect(await events()).toEqual(['2019-04-01 - active newly-identified', '2019-08-09 active inactive no-contact', '2019-08-20 inactive active returned-from-inactive', '2019-09-01 active housed housed', '2019-11-01 housed active returned-from-housing']);
  world.database.clock.set('2019-06-03T09:00:00-04:00');
});

test('a change by hand follows the transitions and belongs to those who keep the list or work with the person', async () => {
  const person = await enter('Ginger');
  await world.agree(person);
  await world.stay(person, 'shelter', '2019-05-01', null);
  const change = (who: 'supervisor' | 'intake' | 'outside' | 'nurse' | 'volunteer' | 'officer', state: 'active' | 'housed' | 'inactive' | 'left', reason: string, effective = '2019-06-01') =>
    world.by(who, async (scope) => await changeList(scope, { id: newId(), list: world.list, person, state, reason, effective, note: null }));
  for (const who of ['outside', 'nurse', 'volunteer', 'officer'] as const) expect(await change(who, 'active', 'newly-identified')).toBe(false);
  expect(await change('supervisor', 'housed', 'housed')).toBe(false);
  expect(await change('intake', 'active', 'newly-identified')).toBe(true);
  expect(await change('supervisor', 'active', 'newly-identified')).toBe(false);
  expect(await change('supervisor', 'housed', 'housed', '2020-01-01')).toBe(false);
  expect(await change('supervisor', 'left', 'moved-away', '2019-06-02')).toBe(true);
  expect(await why(person)).toMatchObject({ state: 'left', onList: false });
  await expect(world.by('supervisor', async ({ sql }) => await sql`update access.list_change set note = 'x'`)).rejects.toMatchObject({ code: '42501' });
});

test('a list is opened for an agency that is there, its rules are changed by its short name, and staff open none', async () => {
  const rules = { slug: 'second', agency: 'north', name: { en: 'Second', fr: 'Seconde' }, inactiveAfter: 60, staleAfter: 30, qualifying: ['shelter'] };
  expect(await world.as.worker(async (scope) => await keepList(scope, { ...rules, agency: 'nowhere' }))).toBe(false);
  expect(await world.as.worker(async (scope) => await keepList(scope, rules))).toBe(true);
  expect(await world.as.worker(async (scope) => await keepList(scope, { ...rules, inactiveAfter: 45 }))).toBe(true);
  expect(await world.by('supervisor', listKept)).toMatchObject([{ slug: 'demo-list' }, { slug: 'second', inactiveAfter: 45, agency: world.agencies.north }]);
  await expect(world.by('supervisor', async (scope) => await keepList(scope, rules))).rejects.toMatchObject({ code: '42501' });
});

test('people who refuse consent are counted without a name', async () => {
  await world.by('intake', async (scope) => await insertRefusal(scope, { id: newId(), list: world.list, month: '2019-06-01' }));
  expect(await world.by('supervisor', async (scope) => await countRefusals(scope, world.list, '2019-06-01'))).toBe(1);
  expect(await world.by('intake', async (scope) => await countRefusals(scope, world.list, '2019-06-01'))).toBe(0);
  await expect(world.by('volunteer', async (scope) => await insertRefusal(scope, { id: newId(), list: world.list, month: '2019-06-01' }))).rejects.toMatchObject({ code: '42501' });
});
