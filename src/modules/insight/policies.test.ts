import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPack } from '#app/community-pack/read.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { expectMatrix } from '#test/policy-matrix.ts';
import { openWorld, type World } from '#test/world.ts';
import { alertMatrix, seedAlerts } from './alert/seed.test-tool.ts';
import { findFigure, listDefinitions, listFigures } from './figure/queries.ts';
import { groupSeries, revisionsOf } from './figure/series.ts';
import type { IndicatorText } from './indicator/indicator.ts';
import { findIndicator, insertCheck, insertRetirement, insertVersion } from './indicator/queries.ts';
import { loadFigures } from './pack.ts';
import { startPublication } from './publication/actions.ts';
import { upsertText } from './publication/queries.ts';
import { dataMatrix, seedData } from './data-matrix.test-tool.ts';
import { seedPublication } from './publication/seed.test-tool.ts';
import { seedRelease } from './release/seed.test-tool.ts';

const text = { en: 'x', fr: 'y' };
let world: World;
beforeAll(async () => {
  world = await openWorld();
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  await world.as.worker(async (scope) => await loadFigures(scope, pack));
  await seedPublication(world);
  await seedData(world, pack);
  await world.as.analyst(async (scope) => await insertCheck(scope, 'homeless-count', { role: 'analyst', by: 'x', note: undefined }));
  await world.as.manager(async (scope) => await insertRetirement(scope, 'situation-table', text));
  await seedRelease(world);
  await seedAlerts(world);
});
afterAll(async () => await world.close());

test('everybody reads published figures and only the worker writes them; what was published of a report is read, and nothing of it changes', async () => {
  const all = { public: 'r', manager: 'r', operator: 'r', leader: 'r', chair: 'r', partner: 'r', auditor: 'r', administrator: 'r' };
  const read = { public: 'r', manager: 'ri', operator: 'ri', leader: 'ri', chair: 'ri', partner: 'ri', auditor: 'ri', administrator: 'ri', worker: 'r' };
  await expectMatrix(world, 'insight', {
    ...alertMatrix,
    figure: { public: 'r', manager: 'r', operator: 'r', leader: 'r', chair: 'r', partner: 'r', auditor: 'r', administrator: 'r', worker: 'riu' },
    figure_definition: { public: 'r', manager: 'r', operator: 'r', leader: 'r', chair: 'r', partner: 'r', auditor: 'r', administrator: 'r', worker: 'riu' },
    ...dataMatrix,
    indicator: { ...read, worker: 'riu' }, indicator_retirement: { ...read, worker: 'riu' }, indicator_check: read,
    publication: { ...read, worker: 'ri' }, publication_number: read, publication_version: read, publication_step: read,
    release_key: { worker: 'r' }, release_cube: { ...all, worker: 'riu' }, release: { ...all, worker: 'riu' }, release_cell: { ...all, worker: 'ri' }, release_block: { manager: 'r', worker: 'ri' },
    publication_section: { manager: 'riu', operator: 'i', leader: 'ri', chair: 'i', partner: 'i', auditor: 'i', administrator: 'i', worker: 'ri' },
  });
});

test('a draft is seen by the plan office alone, and others of the staff can write none', async () => {
  const id = await world.as.manager(async (scope) => await startPublication(scope, { template: 'council', title: text, departments: ['SS'], preparedFor: text }, { purpose: text }));
  const seen = async (as: World['as']['public']) => await as(async ({ sql }) => (await sql`select 1 from insight.publication where id = ${id}`).length);
  expect(await Promise.all([world.as.manager, world.as.leader, world.as.operator, world.as.administrator, world.as.public].map(seen))).toEqual([1, 0, 0, 0, 0]);
  for (const as of [world.as.leader, world.as.operator, world.as.chair, world.as.administrator])
    await expect(as(async (scope) => await startPublication(scope, { template: 'council', title: text, departments: [], preparedFor: text }))).rejects.toMatchObject({ code: '42501' });
  for (const as of [world.as.leader, world.as.operator])
    await expect(as(async (scope) => await upsertText(scope, id, 'purpose', text))).rejects.toMatchObject({ code: '42501' });
});

test('only the plan manager writes indicators, in her own name and of today; an analyst and she confirm checks, each in her own role', async () => {
  const version = { slug: 'weak-belonging', version: 2, position: 0, sources: [], madeUp: [], changeReason: text };
  const indicator = await world.as.public(async (scope) => await findIndicator(scope, 'weak-belonging'));
  if (!indicator) throw new Error('no indicator');
  const given: IndicatorText = indicator;
  for (const as of [world.as.analyst, world.as.leader, world.as.operator, world.as.chair, world.as.administrator]) {
    await expect(as(async (scope) => await insertVersion(scope, { ...given, ...version }))).rejects.toMatchObject({ code: '42501' });
    await expect(as(async (scope) => await insertRetirement(scope, 'weak-belonging', text))).rejects.toMatchObject({ code: '42501' });
  }
  for (const as of [world.as.leader, world.as.operator, world.as.partner])
    for (const role of ['analyst', 'plan-manager'] as const) await expect(as(async (scope) => await insertCheck(scope, 'weak-belonging', { role, by: 'x', note: undefined }))).rejects.toMatchObject({ code: '42501' });
  await expect(world.as.analyst(async (scope) => await insertCheck(scope, 'weak-belonging', { role: 'plan-manager', by: 'x', note: undefined }))).rejects.toMatchObject({ code: '42501' });
  await world.as.manager(async (scope) => await insertCheck(scope, 'weak-belonging', { role: 'plan-manager', by: 'x', note: undefined }));
  const { account } = await world.person('leader');
  await expect(world.as.manager(async (scope) => await scope.sql`insert into insight.indicator_retirement (slug, indicator_slug, reason, known_from, origin, entered_by, entered_at)
    values ('z', 'weak-belonging', ${scope.sql.json(text)}, ${scope.today}, 'staff', ${account}, ${scope.now})`)).rejects.toMatchObject({ code: '42501' });
  await expect(world.as.manager(async (scope) => await insertVersion(scope, { ...given, ...version, version: 4 }))).rejects.toMatchObject({ code: '23514' });
  await expect(world.as.manager(async (scope) => await insertVersion(scope, { ...given, ...version, slug: 'situation-table' }))).rejects.toMatchObject({ code: '23514' });
  await expect(world.as.analyst(async (scope) => await insertCheck(scope, 'no-such', { role: 'analyst', by: 'x', note: undefined }))).rejects.toMatchObject({ code: '23503' });
});

test('the public reads that an indicator was checked and in which role, never by whom', async () => {
  expect(await world.as.public(async ({ sql }) => await sql`select on_date, as_role from insight.indicator_check`)).not.toHaveLength(0);
  for (const column of ['by_name', 'by_account', 'note']) await expect(world.as.public(async ({ sql }) => await sql`select ${sql(column)} from insight.indicator_check`)).rejects.toMatchObject({ code: '42501' });
});

test('the public sees of a published report neither who prepared it nor who took which step', async () => {
  for (const column of ['prepared_by', 'prepared_at']) await expect(world.as.public(async ({ sql }) => await sql`select ${sql(column)} from insight.publication`)).rejects.toMatchObject({ code: '42501' });
  for (const column of ['by_name', 'by_account', 'reason']) await expect(world.as.public(async ({ sql }) => await sql`select ${sql(column)} from insight.publication_step`)).rejects.toMatchObject({ code: '42501' });
});

test('a figure says that it was revised only once the revision is known', async () => {
  world.database.clock.set('2019-06-05T13:00:00Z');
  const first = await world.as.public(async (scope) => await findFigure(scope, 'opioid-deaths-2018'));
  expect(first).toMatchObject({ value: '40', provisional: true });
  expect(first?.supersededBy).toBeUndefined();
  expect(await world.as.manager(async (scope) => await findFigure(scope, 'opioid-deaths-2018-revised'))).toBeUndefined();
  world.database.clock.set('2019-11-28T14:00:00Z');
  expect(await world.as.public(async (scope) => await findFigure(scope, 'opioid-deaths-2018'))).toMatchObject({ supersededBy: 'opioid-deaths-2018-revised' });
  for (const slug of ['opioid-deaths-2018', 'opioid-deaths-2018-revised'])
    expect((await world.as.public(async (scope) => revisionsOf(await listFigures(scope), slug))).map((figure) => figure.value)).toEqual(['40', '44']);
  expect((await world.as.public(async (scope) => await listFigures(scope))).map((figure) => figure.slug)).toContain('opioid-deaths-2018-revised');
});

test('a later period of a series replaces nothing: both counts stand', async () => {
  world.database.clock.set('2025-02-01T14:00:00Z');
  const series = (await world.as.public(async (scope) => groupSeries(await listFigures(scope)))).find((one) => one.slug === 'homeless-count');
  expect(series?.figures.filter((figure) => !figure.breakdown).map(({ value, supersededBy, definition }) => [value, supersededBy, definition.version])).toEqual([['343', undefined, 2], ['271', undefined, 1], ['264', undefined, 1]]);
  expect(series?.newest).toMatchObject({ slug: 'homeless-count-2024', number: 343, unit: 'people', place: 'halton' });
  expect(await world.as.public(async (scope) => revisionsOf(await listFigures(scope), 'homeless-count-2018'))).toHaveLength(1);
});

test('a version of a definition hides until a figure is counted by it', async () => {
  const versions = async () => (await world.as.public(async (scope) => await listDefinitions(scope, 'homeless-count'))).map(({ version, changeReason }) => [version, changeReason !== undefined]);
  world.database.clock.set('2019-06-05T13:00:00Z');
  expect(await versions()).toEqual([[1, false]]);
  expect(await world.as.manager(async ({ sql }) => await sql`select 1 from insight.figure_definition where slug = 'homeless-count/2'`)).toHaveLength(0);
  world.database.clock.set('2025-02-01T14:00:00Z');
  expect(await versions()).toEqual([[1, false], [2, true]]);
});

test('a withheld figure has no value in the database, so that no policy and no query can give it away', async () => {
  const [slug, definition] = ['withheld-here', 'opioid-deaths/1'];
  const withhold = async (value: string | null, hash: string | null) => await world.as.worker(async ({ sql }) => await sql`
    insert into insight.figure (id, slug, position, definition_slug, label, value, number, period, geography, place_slug, provisional, featured, known_from, as_of, releasable, withheld_reason, inputs_hash, origin)
    select gen_random_uuid(), ${slug}, 999, ${definition}, label, ${value}, ${value}, period, geography, place_slug, false, true, known_from, as_of, false, '{"en": "Fewer than five", "fr": "Moins de cinq"}', ${hash}, 'pack'
    from insight.figure where slug = 'opioid-deaths-2018'`);
  await expect(withhold('3', null)).rejects.toThrow('figure_withheld');
  await expect(withhold(null, 'a'.repeat(64))).rejects.toThrow('figure_withheld');
  await withhold(null, null);
  for (const part of ['value', 'number', 'inputs_hash'])
    await expect(world.as.worker(async ({ sql }) => await sql`update insight.figure set ${sql({ [part]: part === 'inputs_hash' ? 'a'.repeat(64) : '3' })} where slug = ${slug}`)).rejects.toThrow('figure_withheld');
  expect(await world.as.public(async ({ sql }) => await sql`select value, number, releasable from insight.figure where slug = ${slug}`)).toEqual([{ value: null, number: null, releasable: false }]);
  const found = await world.as.public(async (scope) => await findFigure(scope, slug));
  expect(found).toMatchObject({ releasable: false, withheldReason: { en: 'Fewer than five' } });
  expect(found).not.toHaveProperty('value');
});

test('a derived figure names its inputs, follows from them and keeps their fingerprint', async () => {
  world.database.clock.set('2025-02-01T14:00:00Z');
  const figures = await world.as.public(async (scope) => await listFigures(scope));
  const number = (slug: string) => figures.find((figure) => figure.slug === slug)?.number ?? Number.NaN;
  expect(figures.find((figure) => figure.slug === 'formerly-in-care-share-2018')?.inputsHash).toBe(createHash('sha256').update('formerly-in-care-2018=46\nhomeless-count-2018=271').digest('hex'));
  expect(number('formerly-in-care-share-2018')).toBe(Math.round((number('formerly-in-care-2018') / number('homeless-count-2018')) * 100));
  for (const sum of ['mental-health-apprehensions-sum-2018', 'opioid-paramedic-calls-sum-2019'])
    expect(figures.find((figure) => figure.slug === sum)?.inputs.map(number).reduce((a, b) => a + b, 0)).toBe(number(sum));
});
