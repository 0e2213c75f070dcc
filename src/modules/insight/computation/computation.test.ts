import { afterAll, beforeAll, expect, test } from 'vitest';
import { listFigures } from '../figure/queries.ts';
import { approveRelease, returnRelease, withdrawRelease } from '../release/actions.ts';
import { listEntries } from '../release/queries.ts';
import { type DataWorld, openDataWorld } from '../dataset/dataset-world.test-tool.ts';
import { dataJobs } from '../data-desk.ts';
import { madePaths } from '../made/paths.ts';
import { computationPaths } from './paths.ts';

const dataset = 'opioid-paramedic-calls-by-month';
const places = ['burlington', 'halton-hills', 'milton', 'oakville'];
// Each month of each place; one is small, and one month has a row less.
const rows = (change: Readonly<Record<string, string>> = {}) => ['2018-11', '2018-12', '2019-01', '2019-02'].flatMap((month, at) => places.map((place, index) => `${month},${place},${change[`${month} ${place}`] ?? (place === 'halton-hills' ? 2 : 20 + 7 * index + at)}`));
const file = (lines: readonly string[]) => `month,municipality,calls\n${lines.join('\n')}\n`;
const fields = {
  id: 'calls-by-place', 'name-en': 'Opioid calls by place', 'name-fr': 'Appels liés aux opioïdes par lieu', 'label-en': 'opioid-related calls', 'label-fr': 'appels liés aux opioïdes', 'text-en': 'Calls by pick-up.', 'text-fr': 'Appels selon la prise en charge.', unit: 'calls',
  measure: 'calls', period: 'month', by: 'month', place: 'municipality', breakdown: '', whole: 'halton', where: '', absent: 'unknown', 'counted-by': 'occurrence', scale: '', denominator: '', kind: 'health',
};
let world: DataWorld;
beforeAll(async () => {
  world = await openDataWorld();
  await world.takeIn(dataset, file(rows()));
  expect((await (await world.visit('analyst')).post(`/en${computationPaths.newOf(dataset)}`, fields)).status).toBe(303);
});
afterAll(async () => await world.close());

const run = async (series = 'calls-by-place') => {
  const answer = await (await world.visit('analyst')).post(`/en${computationPaths.start(series)}`, {});
  await world.runJobs(dataJobs);
  return /runs\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
};
const release = async (id: string) => {
  const answer = await (await world.visit('analyst')).post(`/en${computationPaths.runStep(id, 'release')}`, {});
  await world.runJobs(dataJobs);
  return answer.status;
};
const approve = async () => {
  await world.as.manager(async (scope) => {
    for (const entry of (await listEntries(scope)).filter((one) => one.state === 'waiting')) await approveRelease(scope, entry);
  });
  await world.runJobs(dataJobs);
};
const stateOf = async (id: string) => (await world.database.admin`select state, problem from insight.computation_run where id = ${id}`)[0];
const figures = async (series = 'calls-by-place') => (await world.as.public(listFigures)).filter(({ definition }) => definition.series === series);
const page = async (path: string, name?: 'analyst' | 'manager') => await (await world.visit(name)).get(`/en${path}`);

test('what is computed is protected before anybody sees it, and nothing is public before it was released and somebody else approved it', async () => {
  const id = await run();
  expect(await stateOf(id)).toMatchObject({ state: 'computed' });
  const html = await (await page(computationPaths.run(id), 'analyst')).text();
  expect(html).toContain('few, withheld');
  const stored = JSON.stringify(await world.database.admin`select * from insight.computation_run`);
  expect(stored).not.toMatch(/"number":(2[1-4]|2[6-9]|3[1-4]|3[6-9]|4[1-4])\b/);
  expect(await figures()).toEqual([]);
  expect(await release(id)).toBe(303);
  expect(await stateOf(id)).toMatchObject({ state: 'waiting' });
  expect(await figures()).toEqual([]);
  await approve();
  expect(await stateOf(id)).toMatchObject({ state: 'released' });
  const shown = await figures();
  expect(shown.length).toBe(4 * 5);
  expect(shown.every(({ number }) => number === undefined || number % 5 === 0)).toBe(true);
  expect(shown.find(({ slug }) => slug === 'calls-by-place-2019-02-halton-hills')).toMatchObject({ releasable: false, withheldReason: { en: expect.stringContaining('Fewer than 6') }, period: { en: 'February 2019', fr: 'février 2019' } });
  expect(shown.find(({ slug }) => slug === 'calls-by-place-2019-02-halton')).toMatchObject({ place: 'halton', asOf: '2019-06-01', definition: { version: 1, disclosureRule: 'small-counts' } });
});

test('whoever reads a figure sees how it was made without a name; the way to the rows is there for analysts alone, and leaves a line', async () => {
  const path = madePaths.made('calls-by-place-2019-02-oakville');
  const open = await (await page(path)).text();
  expect(open).toContain('The sum of “Calls” over the rows of “Opioid-related paramedic calls by month”, by month of “Month”, by “Municipality of pick-up”, and for Halton together.');
  expect(open).toMatch(/version 1 of the data, version 1 of its schema/);
  expect(open).toContain('an analyst of the plan');
  expect(open).toMatch(/<code>[0-9a-f]{64}<\/code>/);
  expect(open).not.toMatch(/Anouk|rows behind it/);
  expect(await (await page(path, 'manager')).text()).not.toContain('rows behind it');
  expect(await (await page(path, 'analyst')).text()).toContain('rows behind it');
  expect((await page(madePaths.rows('calls-by-place-2019-02-oakville'), 'manager')).status).toBe(404);
  const behind = await (await page(madePaths.rows('calls-by-place-2019-02-oakville'), 'analyst')).text();
  expect(behind).toContain('1 of 1 rows');
  expect(behind).toContain('>44<');
  expect((await world.database.admin`select 1 from platform.audit_entry where action = 'insight.read-dataset-rows' and decision = 'permit'`).length).toBeGreaterThan(0);
  for (const slug of ['population-2021', 'nothing']) expect((await page(madePaths.made(slug))).status).toBe(slug === 'nothing' ? 404 : 404);
  expect((await page(madePaths.made('population-2016'))).status).toBe(200);
});

test('a newer version of the data makes revisions of what changed and leaves what did not; provisional data make provisional figures', async () => {
  const before = await figures();
  await world.takeIn(dataset, file(rows({ '2019-02 oakville': '90' })));
  const id = await run();
  await release(id);
  await approve();
  expect(await stateOf(id)).toMatchObject({ state: 'released' });
  const after = await figures();
  const revised = after.filter(({ supersedes }) => supersedes !== undefined).map(({ slug }) => slug);
  expect(revised.toSorted()).toEqual(['calls-by-place-2019-02-halton--r2', 'calls-by-place-2019-02-oakville--r2']);
  expect(after.find(({ slug }) => slug === 'calls-by-place-2019-02-oakville')).toMatchObject({ supersededBy: 'calls-by-place-2019-02-oakville--r2', number: before.find(({ slug }) => slug === 'calls-by-place-2019-02-oakville')?.number });
  expect(await (await page(madePaths.made('calls-by-place-2019-02-oakville--r2'))).text()).toContain('version 2 of the data');
  await world.takeIn(dataset, file(rows({ '2019-02 oakville': '90' }).concat(places.map((place) => `2019-03,${place},30`))), { provisional: 'yes' });
  const third = await run();
  await release(third);
  await approve();
  expect((await figures()).find(({ slug }) => slug === 'calls-by-place-2019-03-milton')).toMatchObject({ provisional: true, number: 30 });
});

test('a month with a row missing is told as not known, with no total of it; a year that the data cover only in part is no year', async () => {
  await world.takeIn(dataset, file(rows({ '2019-02 oakville': '90' }).concat(places.map((place) => `2019-03,${place},30`), '2019-04,milton,12')));
  const id = await run();
  const [row] = await world.database.admin<{ cells: { period: { code: string }; number?: number; hidden?: string }[] }[]>`select cells from insight.computation_run where id = ${id}`;
  expect(row?.cells.filter(({ period }) => period.code === '2019-04').map(({ hidden }) => hidden)).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
  expect((await (await world.visit('analyst')).post(`/en${computationPaths.newOf(dataset)}`, { ...fields, id: 'calls-by-year', by: 'year' })).status).toBe(303);
  expect(await stateOf(await run('calls-by-year'))).toMatchObject({ state: 'failed', problem: { kind: 'no-rows' } });
});

test('a rate is made of published values alone and names the figure it was divided by; without a population there is none', async () => {
  expect((await (await world.visit('analyst')).post(`/en${computationPaths.newOf(dataset)}`, { ...fields, id: 'calls-rate', scale: '100000', denominator: 'figures:population', unit: 'per-100000' })).status).toBe(303);
  await release(await run('calls-rate'));
  await approve();
  const all = await figures('calls-rate');
  const whole = all.find(({ slug }) => slug === 'calls-rate-2019-01-halton');
  const count = (await figures()).find(({ slug }) => slug === 'calls-by-place-2019-01-halton')?.number ?? 0;
  expect(whole).toMatchObject({ number: Math.round((count / 548_435) * 1_000_000) / 10, inputs: ['population-2016'] });
  expect(all.find(({ slug }) => slug === 'calls-rate-2019-01-milton')).toMatchObject({ releasable: false, withheldReason: { en: expect.stringContaining('No rate') } });
});

test('what somebody else does not approve is not published, and the analyst cannot approve what she released', async () => {
  await (await world.visit('analyst')).post(`/en${computationPaths.newOf(dataset)}`, { ...fields, id: 'calls-other', period: 'month', breakdown: '', where: 'municipality=milton', place: '' });
  const id = await run('calls-other');
  await release(id);
  expect(await stateOf(id)).toMatchObject({ state: 'waiting' });
  await expect(world.as.analyst(async (scope) => { for (const entry of (await listEntries(scope)).filter((one) => one.state === 'waiting')) await approveRelease(scope, entry); })).rejects.toThrow();
  await world.as.manager(async (scope) => { for (const entry of (await listEntries(scope)).filter((one) => one.state === 'waiting').slice(0, 1)) await returnRelease(scope, entry, 'Look again'); });
  await dataJobs.find(({ name }) => name === 'compute-figures')?.run({ id: '', kind: 'schedule', subject: null, detail: {} }, { database: world.database, baseUrl: '', inWorker: world.as.worker });
  expect(await stateOf(id)).toMatchObject({ state: 'blocked', problem: { kind: 'returned' } });
  expect(await figures('calls-other')).toEqual([]);
});

test('a computation that does not fit is refused field by field, and only analysts see or run one; nobody of the staff writes figures', async () => {
  const wrong = await (await world.visit('analyst')).post(`/en${computationPaths.newOf(dataset)}`, { ...fields, id: 'Bad Name', measure: 'municipality', whole: 'nowhere', scale: '1000', denominator: '' });
  expect(wrong.status).toBe(422);
  expect((await wrong.text()).match(/class="error-text"/g)?.length).toBe(4);
  expect((await (await world.visit('analyst')).post(`/en${computationPaths.newOf(dataset)}`, { ...fields, id: 'population' })).status).toBe(422);
  expect((await page(computationPaths.computations, 'manager')).status).toBe(404);
  await expect(world.as.analyst(async ({ sql }) => await sql`insert into insight.figure_made select * from insight.figure_made limit 1`)).rejects.toMatchObject({ code: '42501' });
  expect(await world.as.analyst(async ({ sql }) => (await sql`update insight.computation_run set state = 'release-asked', decided_by = platform.ctx_account() where state = 'released'`).count)).toBe(0);
});

test('the figures of a table that is withdrawn lose their value and say why, on the page of how they were made and in the data', async () => {
  const before = (await figures()).filter(({ slug, releasable }) => releasable && slug.includes('2019-01'));
  expect(before.length).toBeGreaterThan(0);
  const [{ id }] = await world.database.admin<[{ id: string }]>`select id from insight.release where cube_slug = 'calls-by-place' and period = '2019-01' and state = 'filed' and replaced_at is null`;
  await world.as.manager(async (scope) => await withdrawRelease(scope, { id }, { en: 'A source counted twice', fr: 'Une source comptait en double' }));
  await world.runJobs(dataJobs);
  const after = (await figures()).filter(({ slug }) => before.some((one) => one.slug === slug));
  expect(after.map(({ value, number, releasable, withheldReason }) => [value, number, releasable, withheldReason?.en])).toEqual(before.map(() => [undefined, undefined, false, 'A source counted twice']));
  expect((await figures()).some(({ slug, releasable }) => releasable && slug.includes('2019-02'))).toBe(true);
});
