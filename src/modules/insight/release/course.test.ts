import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '#test/world.ts';
import { declareCubes, releaseJobs } from './jobs.ts';
import { releasePaths } from './paths.ts';
import { releaseRoutes } from './routes.tsx';
import type { CubeSource } from './source.ts';

const label = (en: string, fr: string) => ({ en, fr });
const cube = { indicator: 'calls', owner: 'insight', kind: 'health' } as const;
const municipality = { ...label('Municipality', 'Municipalité'), values: { north: label('Northtown (demo)', 'Nordville (démo)') } };
let north = 47;
const source: CubeSource = {
  declare: async () => [
    { ...cube, slug: 'calls-by-place', title: label('Calls by municipality', 'Appels selon la municipalité'), geography: ['municipality'], labels: { municipality }, page: '/plan/figures' },
    { ...cube, slug: 'calls-in-all', title: label('Calls in all', 'Appels en tout') },
  ],
  counts: (slug) => slug.startsWith('calls-'),
  count: async (_scope, slug) => (slug === 'calls-in-all' ? [{ keys: {}, count: 613 }] : [{ keys: { municipality: 'north' }, count: north }, { keys: { municipality: 'south' }, count: 61 }, { keys: { municipality: 'east' }, count: 3 }]),
};

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.as.worker(async (scope) => await declareCubes(scope, [source]));
});
afterAll(async () => await world.close());

const visit = async (name?: 'manager' | 'analyst' | 'leader') => await world.http(releaseRoutes(() => world.site, [source])).as(name);
const idIn = (answer: Response) => answer.headers.get('location')?.split('/').at(-1) ?? '';
/** A table that the manager asked for, checked. */
async function asked(slug: string, period: string): Promise<string> {
  const answer = await (await visit('manager')).post(`/en${releasePaths.ledger}`, { cube: slug, period });
  expect(answer.status).toBe(303);
  await world.runJobs(releaseJobs([source]));
  return idIn(answer);
}
const seen = async () => await world.as.public(async ({ sql }) => await sql`select 1 from insight.release where state = 'filed'`);
const seenByPublic = async () => (await world.as.public(async ({ sql }) => await sql`select 1 from insight.release_cell`)).length;

test('the ledger is there for the plan office and analysts alone, and a table that is none is refused with what was typed', async () => {
  for (const name of [undefined, 'leader'] as const) expect((await (await visit(name)).get(`/en${releasePaths.ledger}`)).status).not.toBe(200);
  expect(await (await (await visit('analyst')).get(`/en${releasePaths.ledger}`)).text()).toContain('Nothing has come to the gate yet');
  const answer = await (await visit('analyst')).post(`/fr${releasePaths.ledger}`, { cube: 'no-cube', period: '2019-13' });
  expect(answer.status).toBe(422);
  for (const piece of ['Choisissez un des tableaux', 'Indiquez une année, un trimestre ou un mois', 'value="2019-13"']) expect(await answer.clone().text()).toContain(piece);
  expect((await (await visit('analyst')).post(`/en${releasePaths.ledger}`, { cube: 'calls-in-all', period: '2030' })).status).toBe(422);
});

test('a table is asked for, checked by a job, and filed by somebody other than who asked', async () => {
  const answer = await (await visit('manager')).post(`/en${releasePaths.ledger}`, { cube: 'calls-by-place', period: '2019-04' });
  const id = idIn(answer);
  expect(await (await (await visit('manager')).get(`/en${releasePaths.one(id)}`)).text()).toContain('begins within a minute');
  await world.runJobs(releaseJobs([source]));
  const page = await (await (await visit('manager')).get(`/en${releasePaths.one(id)}`)).text();
  for (const piece of ['Waits for approval', 'Municipality: Northtown (demo)', 'fewer than 6', 'You prepared this table', 'April 2019']) expect(page).toContain(piece);
  expect(page).not.toContain('Approve and file');
  expect(await seenByPublic()).toBe(0);
  expect((await (await visit('manager')).post(`/en${releasePaths.step(id, 'approve')}`, {})).status).toBe(409);
  await expect(world.as.manager(async ({ sql, now }) => await sql`update insight.release set state = 'filed', reviewed_by = prepared_by, reviewed_at = ${now}, filed_at = ${now} where id = ${id}`)).rejects.toThrow('release_other_eyes');
  expect((await (await visit('analyst')).post(`/en${releasePaths.step(id, 'approve')}`, {})).status).toBe(303);
  expect(await seenByPublic()).toBe(4);
  expect(await (await (await visit('manager')).get(`/en${releasePaths.one(id)}`)).text()).toContain('Approved by Anouk Lee (demo)');
  const lines = await world.database.admin<{ action: string }[]>`select action from platform.audit_entry where action like 'insight.%release%'`;
  expect(lines.map((line) => line.action)).toEqual(expect.arrayContaining(['insight.ask-release', 'insight.release-waiting', 'insight.approve-release', 'insight.read-release']));
});

test('a blocked table says why in words that name the group and never a count, and keeps no cell', async () => {
  const id = await asked('calls-in-all', '2019-04');
  const page = await (await (await visit('analyst')).get(`/fr${releasePaths.one(id)}`)).text();
  for (const piece of ['Bloqué', 'Pourquoi rien', 'Mois\u00a0: avril 2019', 'avec une autre valeur']) expect(page).toContain(piece);
  for (const count of ['613', '610', '615', '111', '110', '115']) expect(page).not.toContain(count);
  expect((await world.database.admin`select 1 from insight.release_cell where release_id = ${id}`).length).toBe(0);
});

test('a returned table needs a reason, and its cells are closed to everybody', async () => {
  const id = await asked('calls-by-place', '2019-03');
  expect((await (await visit('analyst')).post(`/en${releasePaths.step(id, 'return')}`, { reason: '' })).status).toBe(422);
  expect((await (await visit('analyst')).post(`/en${releasePaths.step(id, 'return')}`, { reason: 'One source is missing' })).status).toBe(303);
  expect(await (await (await visit('manager')).get(`/en${releasePaths.one(id)}`)).text()).toContain('One source is missing');
  for (const as of [world.as.manager, world.as.analyst, world.as.public]) expect((await as(async ({ sql }) => await sql`select 1 from insight.release_cell where release_id = ${id}`)).length).toBe(0);
});

test('the same counts asked for again change nothing; other ones replace what stood once they are approved', async () => {
  const again = await asked('calls-by-place', '2019-04');
  expect(await (await (await visit('manager')).get(`/en${releasePaths.one(again)}`)).text()).toContain('The same counts stand already');
  north = 87;
  const first = await asked('calls-by-place', '2019-04');
  north = 97;
  const id = await asked('calls-by-place', '2019-04');
  // A newer count takes the place of one that waits.
  expect(await (await (await visit('analyst')).get(`/en${releasePaths.one(first)}`)).text()).toContain('A newer count took its place');
  expect((await (await visit('analyst')).post(`/en${releasePaths.step(first, 'approve')}`, {})).status).toBe(409);
  expect((await (await visit('analyst')).post(`/en${releasePaths.step(id, 'approve')}`, {})).status).toBe(303);
  const rows = await world.as.public(async ({ sql }) => await sql<{ replaced: boolean }[]>`select replaced_at is not null as replaced from insight.release where period = '2019-04' order by filed_at`);
  expect(rows.map((row) => row.replaced)).toEqual([true, false]);
});

test('neither staff nor the public reaches the secret, the hash of the inputs or a way to file by themselves', async () => {
  for (const as of [world.as.public, world.as.manager, world.as.analyst, world.as.auditLine]) {
    await expect(as(async ({ sql }) => await sql`select secret from insight.release_key`)).rejects.toMatchObject({ code: '42501' });
    await expect(as(async ({ sql }) => await sql`select inputs_hash from insight.release`)).rejects.toMatchObject({ code: '42501' });
    await expect(as(async ({ sql }) => await sql`insert into insight.release_cell (release_id, position, keys, published) select id, 99, '{}', '3' from insight.release limit 1`)).rejects.toMatchObject({ code: '42501' });
    await expect(as(async ({ sql, now, today }) => await sql`insert into insight.release (id, cube_slug, period, state, as_of, prepared_at) values (gen_random_uuid(), 'calls-in-all', '2018', 'filed', ${today}, ${now})`)).rejects.toMatchObject({ code: '42501' });
  }
  for (const column of ['prepared_by', 'reviewer_name', 'reviewed_by', 'reason', 'compared']) await expect(world.as.public(async ({ sql }) => await sql`select ${sql(column)} from insight.release`)).rejects.toMatchObject({ code: '42501' });
  await expect(world.as.public(async ({ sql }) => await sql`select 1 from insight.release_block`)).rejects.toMatchObject({ code: '42501' });
  expect((await world.as.leader(async ({ sql }) => await sql`select 1 from insight.release_block`)).length).toBe(0);
  await expect(world.as.worker(async ({ sql }) => await sql`update insight.release set table_hash = ${'a'.repeat(64)} where state = 'filed'`)).rejects.toThrow('the step does not follow');
});

test('everybody can read how small numbers are protected and which tables pass, in both languages', async () => {
  const page = async (language: string) => await (await (await visit()).get(`/${language}${releasePaths.protection}`)).text();
  for (const piece of ['How small numbers are protected', 'Calls by municipality', 'April 2019', 'Sexual violence', 'Rounded to 5, fewer than 6 hidden']) expect(await page('en')).toContain(piece);
  for (const piece of ['Comment les petits nombres', 'Appels selon la municipalité', 'avril 2019', 'encore rien']) expect(await page('fr')).toContain(piece);
});

test('the page of a filed table, its CSV and its JSON carry the same protected values in both languages, and a table for planners is closed to everybody else', async () => {
  const [{ id }] = await world.as.public(async ({ sql }) => await sql<[{ id: string }]>`select id from insight.release where replaced_at is null`);
  const anybody = await visit();
  const data = JSON.parse(await (await anybody.get(`/api/releases/${id}/json`)).text());
  const printed: (string | null)[] = data.cells.map((cell: { published: string | null }) => cell.published);
  expect(printed).toHaveLength(4);
  expect(data.cells.map((cell: { number: number | null }) => cell.number)).toEqual(printed.map((one) => (one !== null && /^\d+$/.test(one) ? Number(one) : null)));
  const csv = await (await anybody.get(`/api/releases/${id}/csv`)).text();
  expect(csv.trim().split('\n').slice(1).map((line) => line.split(',').at(-1))).toEqual(printed.map((one) => one ?? ''));
  const numbers = (html: string) => [...html.matchAll(/<td class="n"[^>]*>([^<]*)<\/td>/g)].map(([, text]) => text);
  const shown = await Promise.all((['en', 'fr'] as const).map(async (language) => numbers(await (await anybody.get(`/${language}${releasePaths.table(id)}`)).text())));
  expect(shown[0]).toEqual(printed);
  expect(shown[1]).toEqual(printed.map((one) => one?.replace('fewer than', 'moins de')));
  expect(shown[0]).toEqual(numbers(await (await (await visit('manager')).get(`/en${releasePaths.one(id)}`)).text()));
  await world.database.admin`update insight.release_cube set readers = 'planners'`;
  for (const path of [`/en${releasePaths.table(id)}`, `/api/releases/${id}/json`, `/api/releases/${id}/csv`]) {
    expect((await anybody.get(path)).status, path).toBe(404);
    expect((await (await visit('leader')).get(path)).status, path).toBe(200);
  }
  await world.database.admin`update insight.release_cube set readers = 'public'`;
});

test('all periods of a table that wait are approved by one press, by somebody who did not prepare them, and nothing that changed meanwhile', async () => {
  north = 47;
  const ids: string[] = [];
  for (const month of ['2018-01', '2018-02', '2018-03']) ids.push(await asked('calls-by-place', month));
  const path = `/en${releasePaths.series}?cube=calls-by-place`;
  const own = await (await (await visit('manager')).get(path)).text();
  expect(own).toContain('3 periods were prepared by you');
  expect(own).not.toContain('Approve and file all');
  expect((await (await visit('manager')).post(path, { cube: 'calls-by-place', release: ids })).status).toBe(422);
  expect(await (await (await visit('analyst')).get(`/en${releasePaths.ledger}`)).text()).toContain('look at 3 periods together');
  const page = await (await (await visit('analyst')).get(path)).text();
  for (const piece of ['Approve and file all 3 periods', 'January 2018', 'March 2018', 'fewer than 6']) expect(page).toContain(piece);
  expect((await (await visit('analyst')).post(path, { cube: 'calls-by-place' })).status).toBe(422);
  const before = (await seen()).length;
  const answer = await (await visit('analyst')).post(path, { cube: 'calls-by-place', release: ids });
  expect(answer.status).toBe(303);
  expect(await (await (await visit('analyst')).get(answer.headers.get('location') ?? '')).text()).toContain('3 periods are filed.');
  expect((await seen()).length - before).toBe(3);
  // A second press finds nothing that waits.
  expect((await (await visit('analyst')).post(path, { cube: 'calls-by-place', release: ids })).status).toBe(422);
  for (const name of [undefined, 'leader'] as const) expect((await (await visit(name)).get(path)).status).not.toBe(200);
});

test('a table is withdrawn with a reason in both languages: everybody reads that, and its numbers nowhere', async () => {
  const [{ id }] = await world.as.public(async ({ sql }) => await sql<[{ id: string }]>`select id from insight.release where period = '2018-02'`);
  const path = `/en${releasePaths.step(id, 'withdraw')}`;
  expect((await (await visit('leader')).post(path, { 'reason-en': 'Wrong', 'reason-fr': 'Faux' })).status).toBe(404);
  const refused = await (await visit('analyst')).post(path, { 'reason-en': 'A source counted twice', 'reason-fr': '' });
  expect([refused.status, (await refused.text()).includes('A source counted twice')]).toEqual([422, true]);
  expect((await (await visit('analyst')).post(path, { 'reason-en': 'A source counted twice', 'reason-fr': 'Une source comptait en double' })).status).toBe(303);
  const anybody = await visit();
  for (const [language, pieces] of [['en', ['was withdrawn on', 'A source counted twice']], ['fr', ['a été retiré le', 'Une source comptait en double']]] as const) {
    const page = await (await anybody.get(`/${language}${releasePaths.table(id)}`)).text();
    for (const piece of pieces) expect(page).toContain(piece);
    expect(page).not.toMatch(/<td|fewer than|moins de/);
  }
  const json = await anybody.get(`/api/releases/${id}/json`);
  expect([json.status, JSON.parse(await json.text()).withdrawal.en]).toEqual([410, 'A source counted twice']);
  expect((await anybody.get(`/api/releases/${id}/csv`)).status).toBe(404);
  for (const as of [world.as.public, world.as.manager, world.as.analyst]) expect(await as(async ({ sql }) => await sql`select 1 from insight.release_cell where release_id = ${id}`)).toEqual([]);
  expect(await world.as.public(async ({ sql }) => await sql`select 1 from insight.published_count where period = '2018-02'`)).toEqual([]);
  expect((await world.as.worker(async ({ sql }) => await sql`select 1 from insight.release_cell where release_id = ${id}`)).length).toBe(4);
  const entry = await (await (await visit('manager')).get(`/en${releasePaths.one(id)}`)).text();
  for (const piece of ['Withdrawn by', 'A source counted twice']) expect(entry).toContain(piece);
  expect((await (await visit('analyst')).post(path, { 'reason-en': 'Once more', 'reason-fr': 'Encore' })).status).toBe(409);
});
