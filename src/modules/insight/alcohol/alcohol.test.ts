import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attributableFractions } from '#app/methods/alcohol/fractions.ts';
import { readInput } from '#app/methods/alcohol/input.ts';
import { counts, population, riskFunctions } from '#app/methods/alcohol/sample.examples.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import type { Visitor } from '#test/world.ts';
import { dataJobs } from '../data-desk.ts';
import { type DataWorld, openDataWorld } from '../dataset/dataset-world.test-tool.ts';
import { statementPaths } from '../statement/paths.ts';
import { alcoholPaths } from './paths.ts';
import { findRun, insertRun } from './queries.ts';
import type { AlcoholRun } from './run.ts';

const folder = join(projectRoot(), '../shared/cases/alcohol');
const asked = { region: 'Sample', year: '2020', scenario: 'consumption', change: '-10', 'survey-size': '500', error: '5', draws: '40', seed: '7' };
const csv = (rows: readonly object[]) => stringify([...rows], { header: true });

let world: DataWorld;
let analyst: Visitor;
let manager: Visitor;
beforeAll(async () => {
  world = await openDataWorld();
  [analyst, manager] = [await world.visit('analyst'), await world.visit('manager')];
});
afterAll(async () => await world.close());

const idOf = (answer: Response) => /runs\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
const runOf = async (id: string): Promise<AlcoholRun> => {
  const run = await world.as.worker(async (scope) => await findRun(scope, id));
  if (!run) throw new Error('no run');
  return run;
};
const compute = async (more: Readonly<Record<string, string>> = {}): Promise<AlcoholRun> => {
  const id = idOf(await analyst.post(`/en${alcoholPaths.runs}`, { ...asked, ...more }));
  await world.runJobs(dataJobs);
  return await runOf(id);
};
const release = async (visitor: Visitor, id: string, conditions: readonly string[], numbers: readonly string[] = []) => {
  const answer = await visitor.post(`/en${alcoholPaths.runStep(id, 'release')}`, { outcome: 'Mortality', conditions: [...conditions], numbers: [...numbers] });
  await world.runJobs(dataJobs);
  return answer;
};
const figures = async () => await world.as.public(async ({ sql }) => await sql<{ slug: string; value: string; low: number | null; high: number | null; provisional: boolean; supersedes: string | null }[]>`
  select slug, value, interval_low::float8 as low, interval_high::float8 as high, provisional, supersedes from insight.figure where slug like 'alcohol-s%' order by slug`);

test('without data the page says what to take in, and a form with mistakes comes back with what was typed', async () => {
  expect(await (await analyst.get(`/en${alcoholPaths.runs}`)).text()).toContain('Take in population and risks first.');
  const answer = await analyst.post(`/fr${alcoholPaths.runs}`, { ...asked, region: '', draws: '5', change: '-95', error: 'x' });
  expect(answer.status).toBe(422);
  const shown = await answer.text();
  for (const said of ['Écrivez la région comme dans le jeu de données.', 'Écrivez un nombre de 40 à 1']) expect(shown).toContain(said);
  expect((await analyst.post(`/en${alcoholPaths.runs}`, asked)).status).toBe(422);
  for (const other of [await world.visit(), await world.visit('leader')]) expect([303, 403, 404]).toContain((await other.get(`/en${alcoholPaths.runs}`)).status);
  expect((await manager.post(`/en${alcoholPaths.runs}`, asked)).status).not.toBe(303);
});

test('a run over uploaded datasets gives the shares of the method with intervals, the scenario, and the same numbers again for the same seed', async () => {
  await world.takeIn('alcohol-population', csv(population));
  await world.takeIn('alcohol-risks', csv(riskFunctions));
  await world.takeIn('alcohol-counts', csv(counts));
  const run = await compute();
  expect([run.state, run.problem]).toEqual(['done', null]);
  const expected = attributableFractions(readInput({ population, riskFunctions, counts }));
  expect(run.cells?.length).toBe(expected.length);
  for (const row of expected) {
    const cell = run.cells?.find((one) => one.im === row.im && one.gender === row.gender && one.ageGroup === row.ageGroup && one.outcome === row.outcome);
    const fitted = ['(4).(1)', '(6).(1)'].includes(row.im);
    expect(Math.abs((cell?.fraction ?? Number.NaN) - (fitted ? 1 : row.fraction))).toBeLessThan(1e-12);
    if (cell && !cell.wholly) expect(cell.low <= cell.high).toBe(true);
  }
  const injury = run.cells?.find((one) => one.im === '(8).(1)' && one.gender === 'Male' && one.ageGroup === '15-44');
  expect((injury?.scenario?.fraction ?? 1) < (injury?.fraction ?? 0)).toBe(true);
  expect(injury?.scenario?.change).toBeCloseTo((1 - (injury?.fraction ?? 0)) / (1 - (injury?.scenario?.fraction ?? 0)) - 1, 12);
  const again = await compute();
  expect([again.cells, again.fingerprint]).toEqual([run.cells, run.fingerprint]);
  expect((await compute({ seed: '8' })).cells?.[20]?.low).not.toBe(run.cells?.[20]?.low);
  expect((await compute({ year: '2019' })).problem).toEqual({ kind: 'no-population' });
  expect((await compute({ scenario: 'minimum-price', change: '10' })).cells?.[0]?.scenario).toBeDefined();
  expect(JSON.stringify(run.cells)).not.toContain('"count"');
  const page = await (await analyst.get(`/fr${alcoholPaths.run(run.id)}`)).text();
  expect(page).toContain('hommes de 15 à 44 ans');
});

test('nobody releases her own run; somebody else makes provisional figures of chosen conditions, which the public page and the report show', async () => {
  const run = await compute();
  await release(analyst, run.id, ['(8).(1)']);
  expect(await figures()).toEqual([]);
  await expect(world.as.analyst(async ({ sql }) => await sql`update insight.alcohol_run set state = 'release-asked', decided_by = asked_by, wanted = '{}' where id = ${run.id}`)).rejects.toMatchObject({ code: '23514' });
  expect((await release(manager, run.id, [])).status).toBe(422);
  // Of wholly attributable conditions there is no share, and of uncounted ones no number.
  expect((await release(manager, run.id, [], ['(8).(1)'])).status).toBe(422);
  expect((await release(manager, run.id, ['(4).(1)'])).status).toBe(422);
  await release(manager, run.id, ['(8).(1)', '(2).(2)']);
  expect((await runOf(run.id)).state).toBe('released');
  const shown = await figures();
  expect(shown.length).toBe(16);
  for (const one of shown) expect(one.provisional).toBe(true);
  const falls = shown.find((one) => one.slug === 'alcohol-share-8-1-deaths-2020-sample-male-15-44');
  const cell = run.cells?.find((one) => one.im === '(8).(1)' && one.gender === 'Male' && one.ageGroup === '15-44' && one.outcome === 'Mortality');
  expect(falls?.value).toBe(`${Math.round((cell?.fraction ?? 0) * 1000) / 10}%`);
  expect((falls?.low ?? 0) <= Number.parseFloat(falls?.value ?? '') && Number.parseFloat(falls?.value ?? '') <= (falls?.high ?? 0)).toBe(true);
  expect(shown.some((one) => one.slug.startsWith('alcohol-scenario-8-1-deaths-consumption-minus-10'))).toBe(true);
  const found = await (await (await world.visit()).get(`/en${alcoholPaths.found}`)).text();
  for (const said of ['Falls, share of deaths due to alcohol, men aged 15 to 44', 'Provisional', falls?.value ?? '-', 'shares due to alcohol']) expect(found).toContain(said);
});

test('numbers of cases are shares times counts that passed the gate; small ones are withheld, and everybody reads how each was made', async () => {
  const groups = population.map(({ gender, age_group }) => ({ gender, age_group }));
  const cancer = [41, 97, 3, 152].map((count, index) => ({ im: '(2).(2)', region: 'Sample', year: 2020, ...groups[index], outcome: 'Mortality', count }));
  await world.takeIn('alcohol-counts', csv([...counts, ...cancer]));
  const run = await compute();
  await release(manager, run.id, [], ['(2).(2)', '(4).(1)']);
  const [ended] = [await runOf(run.id)];
  expect([ended.state, ended.problem]).toEqual(['released', null]);
  const rows = await world.as.public(async ({ sql }) => await sql<{ slug: string; value: string | null; number: number | null; low: number; high: number; reason: { en: string } | null; said: { en: string } | null; hash: string | null }[]>`
    select f.slug, f.value, f.number::float8 as number, f.interval_low::float8 as low, f.interval_high::float8 as high, f.withheld_reason as reason, m.said, f.inputs_hash as hash from insight.figure f left join insight.figure_made m on m.figure_slug = f.slug where f.slug like 'alcohol-cases-%'`);
  expect(rows.length).toBe(10);
  expect(rows.every((one) => one.said?.en.includes('as it was published'))).toBe(true);
  const cell = run.cells?.find((one) => one.im === '(2).(2)' && one.gender === 'Male' && one.ageGroup === '45+' && one.outcome === 'Mortality');
  const men = rows.find(({ slug }) => slug === 'alcohol-cases-2-2-deaths-2020-sample-male-45-plus');
  expect(Math.abs((men?.number ?? 0) - (cell?.fraction ?? 0) * 152)).toBeLessThanOrEqual(7.5);
  expect((men?.number ?? 1) % 5).toBe(0);
  expect(men?.value).toBe(`about ${men?.number}`);
  expect((men?.low ?? 0) <= (cell?.low ?? 0) * 152 && (cell?.high ?? 0) * 152 <= (men?.high ?? 0)).toBe(true);
  expect(rows.find(({ slug }) => slug === 'alcohol-cases-2-2-deaths-2020-sample')?.number).toBeGreaterThan(men?.number ?? 0);
  const small = rows.find(({ slug }) => slug === 'alcohol-cases-2-2-deaths-2020-sample-female-45-plus');
  expect([small?.value, small?.number, small?.hash]).toEqual([null, null, null]);
  expect(small?.reason?.en).toContain('Fewer than 6');
  // 0, 2 and 3 deaths of a wholly attributable condition look the same.
  const wholly = ['female-15-44', 'male-15-44', 'female-45-plus'].map((group) => rows.find(({ slug }) => slug.endsWith(group) && slug.includes('4-1')));
  expect(new Set(wholly.map((one) => JSON.stringify([one?.value, one?.reason]))).size).toBe(1);
  const ledger = await world.as.public(async ({ sql }) => await sql<{ period: string; published: string | null }[]>`select r.period, c.published from insight.release r join insight.release_cell c on c.release_id = r.id where r.cube_slug = 'alcohol-counts-2-2-deaths'`);
  expect(ledger.length).toBe(5);
  expect(ledger.every(({ period, published }) => period === '2020' && (published === null || published === 'fewer than 6' || Number(published) % 5 === 0))).toBe(true);
  const page = await (await (await world.visit()).get('/en/insight/figures/alcohol-cases-2-2-deaths-2020-sample-male-45-plus/made')).text();
  for (const said of ['Alcohol: population and drinking', 'alcohol-counts, version', 'an analyst of the plan']) expect(page).toContain(said);
  expect(page).not.toContain(alcoholPaths.run(run.id));
  expect(await (await analyst.get('/en/insight/figures/alcohol-cases-2-2-deaths-2020-sample/made')).text()).toContain(alcoholPaths.run(run.id));
  const found = await (await (await world.visit()).get(`/fr${alcoholPaths.found}`)).text();
  for (const said of ['Décès et cas attribuables à l’alcool', 'environ', 'Cancer de l’œsophage, décès attribuables à l’alcool']) expect(found).toContain(said);
});

test('a later run of the same year revises the figures that changed and leaves the others', async () => {
  const before = await figures();
  await world.takeIn('alcohol-population', csv(population.map((row) => ({ ...row, pcc_litres_year: 11 }))));
  await release(manager, (await compute()).id, ['(8).(1)']);
  const after = await figures();
  const revised = after.filter((one) => one.supersedes !== null);
  expect(revised.length).toBeGreaterThan(3);
  for (const one of revised) expect(before.map(({ slug }) => slug)).toContain(one.supersedes);
  const unchanged = await compute();
  await release(manager, unchanged.id, ['(8).(1)']);
  expect((await figures()).length).toBe(after.length);
});

test('runs are read by analysts and the plan manager alone, asked by analysts in their own name, and a run is never changed otherwise', async () => {
  const see = async (as: DataWorld['as']['public']) => await as(async ({ sql }) => (await sql`select 1 from insight.alcohol_run`).length > 0);
  expect(await Promise.all([world.as.analyst, world.as.manager, world.as.leader, world.as.operator, world.as.administrator].map(see))).toEqual([true, true, false, false, false]);
  await expect(see(world.as.public)).rejects.toMatchObject({ code: '42501' });
  const run = await compute();
  const versions = { population: run.populationVersion, risks: run.riskVersion, counts: null };
  await expect(world.as.manager(async (scope) => await insertRun(scope, '01900000-0000-7000-8000-0000000000aa', versions, run))).rejects.toMatchObject({ code: '42501' });
  await expect(world.as.analyst(async ({ sql }) => await sql`update insight.alcohol_run set cells = '[]' where id = ${run.id}`)).rejects.toMatchObject({ code: '42501' });
});

test('an analyst adds a statement with source and strength, everybody reads it, and she withdraws it; one without source or with one language is refused', async () => {
  const typed = { section: 'crime', 'text-en': 'A new sentence.', 'text-fr': 'Une phrase nouvelle.', 'source-en': 'Some study, 2018', 'source-fr': 'Une étude, 2018', url: '', strength: 'limited', guidance: '' };
  const refused = await analyst.post(`/en${statementPaths.list}`, { ...typed, 'source-fr': '', strength: '' });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('A new sentence.');
  expect((await analyst.post(`/en${statementPaths.list}`, typed)).status).toBe(303);
  const found = async () => await (await (await world.visit()).get(`/fr${alcoholPaths.found}`)).text();
  expect(await found()).toContain('Une phrase nouvelle.');
  expect(await found()).toContain('Une étude, 2018');
  const [row] = await world.as.analyst(async ({ sql }) => await sql<{ slug: string }[]>`select slug from insight.statement where origin = 'staff'`);
  for (const as of [world.as.leader, world.as.operator]) expect(await as(async ({ sql }) => (await sql`update insight.statement set removed_at = now() where slug = ${row?.slug ?? ''}`).count)).toBe(0);
  await expect(world.as.leader(async ({ sql }) => await sql`insert into insight.statement (slug, report, section, position, text, source_text, strength, known_from, origin, written_by) select 'x', report, section, 0, text, source_text, strength, known_from, origin, written_by from insight.statement where origin = 'staff'`)).rejects.toMatchObject({ code: '42501' });
  expect((await analyst.post(`/en${statementPaths.withdraw('alcohol-drink')}`, {})).status).toBe(404);
  expect((await analyst.post(`/en${statementPaths.withdraw(row?.slug ?? '')}`, {})).status).toBe(303);
  expect(await found()).not.toContain('Une phrase nouvelle.');
});

test.runIf(existsSync(folder))('the reference files go in as they are, and the shares of Canada 2007 agree with the reference to 1e-9', async () => {
  for (const [dataset, file] of [['alcohol-population', 'population'], ['alcohol-risks', 'risk-functions'], ['alcohol-counts', 'counts-2007']] as const) await world.takeIn(dataset, readFileSync(join(folder, `${file}.csv`), 'utf8'));
  const run = await compute({ region: 'Canada', year: '2007', scenario: 'none' });
  expect(run.problem).toBeNull();
  const [head = '', ...lines] = readFileSync(join(folder, 'expected-2007.csv'), 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  const fitted = new Set(readFileSync(join(folder, 'risk-functions.csv'), 'utf8').split(/\r?\n/).filter((line) => line.includes('Calibrated')).map((line) => line.split(',')[0]));
  let largest = 0;
  for (const line of lines) {
    const row = Object.fromEntries(line.split(',').map((cell, n) => [names[n] ?? '', cell]));
    const cell = run.cells?.find((one) => one.im === row.im && one.gender === row.gender && one.ageGroup === row.age_group && one.outcome === row.outcome);
    // Conditions fitted to counts are 1 in every group here; the method itself is held against all of them in its own test.
    const expected = fitted.has(row.im ?? '') ? 1 : Number(row.fraction_total);
    largest = Math.max(largest, Math.abs((cell?.fraction ?? Number.NaN) - expected));
  }
  expect(run.cells?.length).toBe(lines.length);
  expect(largest).toBeLessThan(1e-9);
});
