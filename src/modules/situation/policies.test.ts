import { afterAll, beforeAll, expect, test } from 'vitest';
import { promise } from '#app/modules/commitment/index.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { expectMatrix } from '#test/policy-matrix.ts';
import { readDiscussion } from './discussion/queries.ts';
import { openSituationWorld, type SituationWorld, table } from './situation-world.test-tool.ts';

let world: SituationWorld;
let accepted: string;
beforeAll(async () => {
  world = await openSituationWorld();
  accepted = await world.accept('police', { mark: '\\xaa' });
  await world.by('police', async ({ sql }) => await sql`select situation.agree_key('\\xbb')`);
  await world.by('chair', async ({ sql }) => await sql`select situation.set_identifiers(${table}, 'none')`);
  await world.take('chair', accepted, 'roles', 'name', { agency: world.agency('police'), part: 'assisting' });
  await world.take('chair', accepted, 'roles', 'name', { agency: world.agency('health'), part: 'lead' });
  await world.take('chair', accepted, 'roles', 'plan');
  await world.take('health', accepted, 'planning', 'offer', { service: 'service-one' });
  await world.take('health', accepted, 'planning', 'disclose', { id: newId(), agency: world.agency('police'), fields: ['name'], authority: 'consent' });
  await world.take('health', accepted, 'planning', 'close', { reason: 'close-one' });
  await world.take('school', accepted, 'closed', 'review', { id: newId(), kind: 'death' });
  const open = await world.bring('police');
  await world.tell('police', open);
  await world.take('health', open, 'table', 'vote', { vote: 'aer' });
  await world.bring('school');
});
afterAll(async () => await world.close());

test('no role of the program reads or writes a table of discussions without a seat; the worker keeps the reference lists', async () => {
  const open = { public: 'r', manager: 'r', operator: 'r', leader: 'r', chair: 'r', partner: 'r', auditor: 'r', administrator: 'r', worker: 'riu' };
  await expectMatrix(world, 'situation', {
    code: open, setting: {}, agreement: {}, discussion: {}, told: {}, vote: {}, discussion_code: {}, mark: {}, agency_key: {}, participation: {}, intervention: {}, plan_step: {}, disclosure: {}, review: {}, event: {}, transition: {},
  });
});

test('somebody with a seat reads lines of discussions and writes no table; what her agency alone brought is hers alone', async () => {
  const tables = (await world.database.admin<{ name: string }[]>`select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'situation' and relkind = 'r'`).map(({ name }) => name);
  for (const name of tables) await world.by('health', async ({ sql }) => {
    const rights = (await sql<{ right: string }[]>`select r as right from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) r where has_table_privilege(${`situation.${name}`}, r) or (r in ('select', 'insert', 'update') and has_any_column_privilege(${`situation.${name}`}, r))`).map(({ right }) => right);
    expect(rights, name).toEqual(['code', 'discussion', 'setting'].includes(name) ? ['select'] : []);
  });
  const lines = async (who: 'health' | 'school' | 'chair' | 'lapsed' | 'unsigned' | 'elsewhere') => await world.by(who, async ({ sql }) => (await sql<{ state: string }[]>`select state from situation.discussion order by 1`).map(({ state }) => state));
  expect(await lines('health')).toEqual(['closed', 'table']);
  expect(await lines('chair')).toEqual(['closed', 'table']);
  expect(await lines('school')).toEqual(['closed', 'screened', 'table']);
  for (const who of ['lapsed', 'unsigned', 'elsewhere'] as const) expect(await lines(who), who).toEqual([]);
  // The functions ask the same, past the lines.
  const [brought] = await world.database.admin<{ id: string }[]>`select id from situation.discussion where state = 'screened'`;
  for (const who of ['health', 'chair', 'lapsed', 'unsigned', 'elsewhere'] as const) {
    expect(await world.by(who, async (scope) => await readDiscussion(scope, brought?.id ?? '')), who).toBeUndefined();
    expect(await world.take(who, brought?.id ?? '', 'screened', 'withdraw'), who).toBe('absent');
    expect((await world.by(who, async (scope) => await readDiscussion(scope, accepted)))?.steps, who).toEqual(who === 'health' ? [expect.objectContaining({ service: 'service-one' })] : undefined);
  }
});

test('without a seat every page and every step is not found, for the administrator, the plan office and whoever never signed or let it run out', async () => {
  const gets = [`/en/situation/tables/${table}`, `/en/situation/discussions/${accepted}`, `/fr/situation/discussions/${accepted}`, `/en/situation/discussions/${accepted}/tell`, `/en/situation/discussions/${newId()}`, `/en/situation/tables/${table}/counts`, `/en/situation/tables/${table}/tracking.csv`];
  const posts = [`/en/situation/tables/${table}/bring`, `/en/situation/tables/${table}/setting`, `/en/situation/discussions/${accepted}/tell`, `/en/situation/discussions/${accepted}/steps/review`, `/en/situation/agreements/${newId()}/judge?verdict=confirm`];
  for (const who of ['administrator', 'manager', 'elsewhere', 'lapsed', 'unsigned'] as const) {
    const visitor = await world.visit(who);
    for (const path of gets) expect((await visitor.get(path)).status, `${who} ${path}`).toBe(404);
    for (const path of posts) expect((await visitor.post(path, { exhausted: 'yes', from: 'closed', 'review-kind': 'death' })).status, `${who} ${path}`).toBe(404);
  }
  expect((await (await world.visit('administrator')).get('/en/situation/agreements')).status).toBe(404);
  expect((await (await world.visit('health')).get(`/en/situation/discussions/${accepted}`)).status).toBe(200);
});

test('a seat opens when the chair has confirmed the agreement, and closes on the day after it has run out', async () => {
  const unsigned = await world.visit('unsigned');
  expect((await unsigned.post(`/en/situation/agreements/${table}/sign`, {})).status).toBe(422);
  expect((await unsigned.post(`/en/situation/agreements/${table}/sign`, { agree: 'yes' })).status).toBe(303);
  expect((await unsigned.get(`/en/situation/tables/${table}`)).status).toBe(404);
  const [row] = await world.database.admin<{ id: string }[]>`select id from situation.agreement where account_id = ${world.account('unsigned')}`;
  const judge = async (who: 'unsigned' | 'health' | 'chair', verdict: string) => (await (await world.visit(who)).post(`/en/situation/agreements/${row?.id}/judge?verdict=${verdict}`, {})).status;
  expect([await judge('unsigned', 'confirm'), await judge('health', 'confirm')]).toEqual([404, 404]);
  expect(await judge('chair', 'confirm')).toBe(303);
  expect((await unsigned.get(`/en/situation/tables/${table}`)).status).toBe(200);
  await world.at('2020-06-03T14:00:00Z');
  expect((await unsigned.get(`/en/situation/tables/${table}`)).status).toBe(200);
  await world.at('2020-06-04T14:00:00Z');
  expect((await unsigned.get(`/en/situation/tables/${table}`)).status).toBe(404);
  await world.at('2019-06-03T14:00:00Z');
  expect(await judge('chair', 'end')).toBe(303);
  expect((await unsigned.get(`/en/situation/tables/${table}`)).status).toBe(404);
});

test('the chair’s own agreement is confirmed by the plan office alone, which sees nothing else of the table', async () => {
  await (await world.visit('chair')).post(`/en/situation/agreements/${table}/sign`, { agree: 'yes' });
  const [row] = await world.database.admin<{ id: string }[]>`select id from situation.agreement where account_id = ${world.account('chair')} and confirmed_at is null`;
  expect((await (await world.visit('chair')).post(`/en/situation/agreements/${row?.id}/judge?verdict=confirm`, {})).status).toBe(404);
  const manager = await world.visit('manager');
  const text = await (await manager.get('/en/situation/agreements')).text();
  expect(text).toContain('chair (demo)');
  expect(text).not.toContain('health (demo)');
  expect((await manager.post(`/en/situation/agreements/${row?.id}/judge?verdict=confirm`, {})).status).toBe(303);
});

test('what is owed about a discussion is there for whoever owes it while her seat is open, and for no office', async () => {
  await world.settle();
  const mine = async (who: 'health' | 'police') => await world.by(who, async ({ sql }) => (await sql`select 1 from commitment.obligation where kind like 'situation-%'`).length);
  const [all] = await world.database.admin<{ n: number }[]>`select count(*)::int as n from commitment.obligation where kind like 'situation-%'`;
  expect(all?.n).toBeGreaterThan(0);
  expect(await world.as.manager(async ({ sql }) => await sql`select 1 from commitment.obligation where kind like 'situation-%'`)).toEqual([]);
  expect(await world.as.leader(async ({ sql }) => await sql`select 1 from commitment.obligation where kind like 'situation-%'`)).toEqual([]);
  expect(await mine('police')).toBe(0);
});

test('each read of a discussion leaves its line, with the filter and without a word of it', async () => {
  await (await world.visit('school')).get(`/en/situation/discussions/${accepted}`);
  const rows = await world.as.auditLine(async ({ sql }) => await sql`select action, subject_id, detail from platform.audit_entry where action = 'situation.read' and account_id = ${world.account('school')} order by id desc limit 1`);
  expect(rows.map((row) => ({ ...row }))).toEqual([{ action: 'situation.read', subject_id: accepted, detail: { filter: 4, open: false } }]);
});

test('each policy of discussions and of what is owed about them that is broken is noticed', async () => {
  const { admin } = world.database;
  // Something else that is owed, which the plan office may keep.
  await world.as.manager(async (scope) => await promise(scope, { kind: 'recommendation', subject: { kind: 'review-recommendation', id: newId() }, what: { en: 'x', fr: 'x' }, owedTo: { en: 'x', fr: 'x' }, owedBy: { role: 'plan-manager' }, due: '2030-01-01', path: '/x' }));
  class Undone extends Error {}
  const counts = async ({ sql }: Scope): Promise<string> => {
    const [row] = await sql<{ lines: string }[]>`select concat_ws(' ', (select count(*) from situation.discussion), (select count(*) from situation.setting), (select count(*) from commitment.obligation where kind like 'situation-%')) as lines`;
    // Without a condition: what can be changed is asked of the policies of changes alone.
    let changed = 0;
    await sql.savepoint(async (inner) => {
      changed = (await inner`update commitment.obligation set kept_at = platform.ctx_now()`).count;
      throw new Undone();
    }).catch(() => undefined);
    return `${row?.lines} ${changed}`;
  };
  const cells = async () => [
    ...(await Promise.all((['health', 'school', 'chair', 'lapsed', 'elsewhere'] as const).map(async (who) => await world.by(who, counts)))),
    await world.as.manager(counts), await world.as.leader(counts),
  ].join('; ');
  const whole = await cells();
  const policies = await admin<{ schema: string; table: string; name: string; using: string | null; check: string | null }[]>`
    select schemaname as schema, tablename as table, policyname as name, qual as using, with_check as check from pg_policies
    where (schemaname = 'situation' and roles::text[] && array['ct_public', 'ct_staff'] and tablename <> 'code') or policyname like 'about_discussions%' order by 1, 2, 3`;
  expect(policies.map(({ name }) => name)).toEqual(['about_discussions', 'about_discussions_kept', 'read', 'read']);
  const survivors: string[] = [];
  for (const policy of policies) for (const [part, text] of [['using', policy.using], ['with check', policy.check]] as const) for (const mutant of ['true', 'false']) {
    if (text === null) continue;
    const alter = async (condition: string) => await admin.unsafe(`alter policy ${policy.name} on ${policy.schema}.${policy.table} ${part} (${condition})`);
    await alter(mutant);
    if ((await cells()) === whole) survivors.push(`${policy.table} ${policy.name} ${part} ${mutant}`);
    await alter(text);
  }
  expect(survivors).toEqual([]);
});
