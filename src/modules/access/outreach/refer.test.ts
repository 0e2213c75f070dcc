import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CareWorld, openCareWorld } from '../care-plan/care-world.test-tool.ts';

let world: CareWorld;
beforeAll(async () => {
  world = await openCareWorld();
});
afterAll(async () => await world.close());
const path = '/en/access/outreach/refer';
const start = { who: 'neighbour', age: 'yes', told: 'agrees' };
const details = (more: Record<string, string | string[]> = {}) => ({ ...start, seed: 'one-seed', telephone: '905 555 0142', 'first-name': 'Edith', 'good-times': 'In the morning', language: 'en', ...more });
const rows = async () => (await world.database.admin<{ state: string; consent: string; name: string | null; telephone: string | null; times: string | null }[]>`
  select o.state, o.consent, c.first_name as name, c.telephone, c.good_times as times from access.outreach o left join access.outreach_contact c on c.outreach_id = o.id order by o.received_at, o.id`).map((row) => ({ ...row }));

/** Everything that every table of every schema holds, as one text for each table. */
async function everything(): Promise<Map<string, string>> {
  const { admin } = world.database;
  const tables = await admin<{ name: string }[]>`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and n.nspname not like 'pg_temp%' order by 1`;
  const held = new Map<string, string>();
  for (const { name } of tables) held.set(name, (await admin<{ all: string | null }[]>`select string_agg(t::text, E'\n' order by t::text) as all from ${admin(name)} t`)[0]?.all ?? '');
  return held;
}

test('where no organisation takes referrals the page says whom to call, and nothing can be sent', async () => {
  const nobody = await world.visit();
  expect(await (await nobody.get(path)).text()).toContain('Call 211');
  expect((await nobody.post(path, start)).status).toBe(404);
});

test('a supervisor opens the door, and nobody else does', async () => {
  for (const name of ['intake', 'volunteer', 'officer', 'manager'] as const) expect((await (await world.visit(name)).get('/en/access/outreach/settings')).status, name).toBe(404);
  const supervisor = await world.visit('supervisor');
  const wrong = await (await supervisor.post('/en/access/outreach/settings', { takes: 'yes', 'minimum-age': '5', 'missed-limit': '0' })).text();
  for (const part of ['from 18 to 120', 'from 1 to 20', 'value="5"']) expect(wrong).toContain(part);
  expect((await supervisor.post('/en/access/outreach/settings', { takes: 'yes', 'minimum-age': '55', 'missed-limit': '2' })).status).toBe(303);
  const body = await (await (await world.visit()).get(path)).text();
  for (const part of ['9-8-8', '55 or over', 'nothing is stored']) expect(body).toContain(part);
});

test('about somebody who was not told nothing is stored: every table is the same before and after, whatever was typed', async () => {
  for (const visitor of [await world.visit(), await world.visit('intake')]) {
    await visitor.get(path);
    const before = await everything();
    const advice = await visitor.post(path, { ...start, told: 'not-told', 'first-name': 'Agnes', telephone: '905 555 0199' });
    expect(advice.status).toBe(200);
    expect(await advice.text()).toContain('Nothing was stored.');
    const forced = await visitor.post(`${path}/details`, details({ told: 'not-told', 'first-name': 'Agnes', telephone: '905 555 0199' }));
    expect(await forced.text()).not.toContain('Agnes');
    expect(await (await visitor.post(`${path}/details`, details({ age: 'no', 'first-name': 'Agnes' }))).text()).toContain('call 211');
    expect(await (await visitor.post(`${path}/details`, details({ told: 'unsure', agreed: ['first-name'], 'first-name': 'Agnes' }))).text()).toContain('Without a number');
    expect((await visitor.post(path, { told: 'not-told' })).status).toBe(422);
    const after = await everything();
    expect([...after.keys()].filter((name) => after.get(name) !== before.get(name))).toEqual([]);
    expect([...after.values()].join('\n')).not.toMatch(/Agnes|555 0199/);
  }
});

test('of somebody who agrees the first name and number are stored, once, and a first contact is owed within two working days', async () => {
  const nobody = await world.visit();
  expect(await (await nobody.post(path, start)).text()).toContain('How can the person be reached?');
  const wrong = await nobody.post(`${path}/details`, details({ telephone: '12', 'first-name': '' }));
  expect(wrong.status).toBe(422);
  const text = await wrong.text();
  for (const part of ['at least seven digits', 'Write the first name', 'value="12"', 'In the morning', 'name="told" value="agrees"']) expect(text).toContain(part);
  expect((await nobody.post(`${path}/details`, details())).status).toBe(303);
  expect((await nobody.post(`${path}/details`, details())).status).toBe(303);
  expect(await rows()).toEqual([{ state: 'new', consent: 'agrees', name: 'Edith', telephone: '905 555 0142', times: 'In the morning' }]);
  const [owed] = await world.database.admin`select kind, due, owed_by_role, owed_by_agency, what ->> 'en' as what from commitment.obligation`;
  expect(owed).toEqual({ kind: 'outreach-new', due: '2019-06-05', owed_by_role: 'coordinator', owed_by_agency: world.agencies.north, what: 'Make the first contact after a referral' });
  const audited = await world.database.admin<{ line: string }[]>`select row_to_json(e)::text as line from platform.audit_entry e where e.action like '%outreach%'`;
  expect(audited.map((row) => row.line).join()).not.toMatch(/Edith|0142/);
});

test('of somebody who is unsure only what she agreed to is stored', async () => {
  expect((await (await world.visit()).post(`${path}/details`, details({ told: 'unsure', seed: 'two', agreed: ['telephone'], 'first-name': 'Mabel', 'good-times': 'Evenings' }))).status).toBe(303);
  expect((await rows()).filter((row) => row.consent === 'unsure')).toEqual([{ state: 'new', consent: 'unsure', name: null, telephone: '905 555 0142', times: null }]);
  expect([...(await everything()).values()].join('\n')).not.toMatch(/Mabel|Evenings/);
});
