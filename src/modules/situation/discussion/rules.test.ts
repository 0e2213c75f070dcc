import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/database.ts';
import { owedBy, type Side, type State, states, stepsFor, transitions } from './rules.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => await database.close());

/** Written a second time, apart from the table: which state can follow which, by whom (c, s, o, l, p). */
const follows: Readonly<Record<State, Readonly<Partial<Record<State, string>>>>> = {
  screened: { table: 'o' }, table: { rejected: 'c', roles: 'c' }, roles: { planning: 'c' }, planning: { closed: 'l' }, rejected: {}, closed: {},
};
const letters: Readonly<Record<Side, string>> = { chair: 'c', seat: 's', originator: 'o', lead: 'l', participant: 'p' };

test('a discussion goes through the filters in their order and never back', () => {
  const found = transitions.filter(({ from, to }) => from !== to).map(({ from, to, actor }) => `${from} ${to} ${letters[actor]}`);
  const wanted = states.flatMap((from) => Object.entries(follows[from]).flatMap(([to, who]) => [...who].map((letter) => `${from} ${to} ${letter}`)));
  expect(found.toSorted()).toEqual(wanted.toSorted());
});

test('the database holds the same table of steps', async () => {
  const rows = await database.admin<{ step: string; from: string; to: string; actor: string }[]>`select step, from_state as from, to_state as to, actor from situation.transition`;
  const line = (one: { step: string; from: string; to: string; actor: string }) => `${one.step} ${one.from} ${one.to} ${one.actor}`;
  expect(rows.map(line).toSorted()).toEqual(transitions.map(line).toSorted());
});

test('no writer of the database, its owner included, takes a discussion past the table or writes a filter’s data at another filter', async () => {
  const body = await database.admin`insert into governance.body (slug, kind, position, known_from, origin) values ('t', 'situation-table', 1, '2018-01-01', 'pack') returning slug`;
  expect(body.length).toBe(1);
  await database.admin`insert into identity.agency (id, slug, name, kind) values ('00000000-0000-7000-8000-000000000001', 'a', '{"en": "A", "fr": "A"}', 'agency')`;
  const put = async () => await database.admin`insert into situation.discussion (id, body_slug, agency_id, brought_by, brought_at, state) values (gen_random_uuid(), 't', '00000000-0000-7000-8000-000000000001', gen_random_uuid(), now(), 'screened') returning id`;
  const [one] = await put();
  await expect(database.admin`update situation.discussion set state = 'planning' where id = ${one?.id}`).rejects.toThrow('no step leads there');
  await expect(database.admin`update situation.discussion set kind = 'person' where id = ${one?.id}`).rejects.toThrow('discussion_filter_1');
  await expect(database.admin`insert into situation.told (discussion_id, kind, age_band, sex, codes, stakes, words) values (${one?.id}, 'person', '60+', 'male', '{}', '{}', '')`).rejects.toThrow('not at this filter');
  await database.admin`update situation.discussion set state = 'table', year = 2019, number = 1, opened_on = '2019-06-03' where id = ${one?.id}`;
  await expect(database.admin`update situation.discussion set age_band = '60+' where id = ${one?.id}`).rejects.toThrow('discussion_filter_2');
  await expect(database.admin`insert into situation.participation (discussion_id, agency_id, part, account_id, named_at) values (${one?.id}, '00000000-0000-7000-8000-000000000001', 'lead', gen_random_uuid(), now())`).rejects.toThrow('not at this filter');
});

test('what is told stands outside the write-ahead log and its columns leave no statistics', async () => {
  const rows = await database.admin`select c.relname as name, c.relpersistence as kept, coalesce(bool_and(a.attstattarget = 0), false) as silent, 'autovacuum_enabled=false' = any (c.reloptions) as still
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 where c.oid in ('situation.told'::regclass, 'situation.vote'::regclass) group by 1, 2, c.reloptions order by 1`;
  expect(rows.map((row) => ({ ...row }))).toEqual([{ name: 'told', kept: 'u', silent: true, still: true }, { name: 'vote', kept: 'u', silent: true, still: true }]);
});

test('each side is offered the steps of its state alone', () => {
  expect(stepsFor('table', ['seat'])).toEqual(['vote']);
  expect(stepsFor('table', ['seat', 'chair'])).toEqual(['vote', 'reject', 'accept']);
  expect(stepsFor('planning', ['seat', 'chair', 'originator'])).toEqual([]);
  expect(stepsFor('planning', ['seat', 'lead', 'participant'])).toEqual(['disclose', 'offer', 'standing', 'knock', 'report', 'close']);
  expect(stepsFor('rejected', ['chair', 'seat', 'originator', 'lead', 'participant'])).toEqual([]);
});

test('the lead owes a plan, a door-knock and a report while the plan is carried out, and nothing before or after', () => {
  const facts = { lead: 'x', beganAt: null, plannedAt: null, knockedOn: null, reportedAt: null };
  expect(owedBy({ ...facts, state: 'planning' }).map(({ kind, kept }) => `${kind} ${kept}`)).toEqual(['situation-plan false', 'situation-knock false', 'situation-report false']);
  expect(owedBy({ ...facts, state: 'planning', plannedAt: 'x' })[0]).toEqual({ kind: 'situation-plan', kept: true });
  for (const state of ['screened', 'table', 'rejected', 'roles', 'closed'] as const) expect(owedBy({ ...facts, state })).toEqual([]);
});
