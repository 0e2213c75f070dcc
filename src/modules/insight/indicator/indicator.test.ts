import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCommunity } from '#app/community/load.ts';
import { readPack } from '#app/community-pack/read.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { openWorld, type World } from '#test/world.ts';
import { indicatorRoutes } from './routes.tsx';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.as.worker(async (scope) => await loadCommunity(scope, await readPack(join(projectRoot(), 'communities', 'halton'))));
});
afterAll(async () => await world.close());
const as = async (name?: 'manager' | 'analyst' | 'leader') => await world.http(indicatorRoutes(() => world.site)).as(name);
const textOf = async (answer: Response) => (await answer.text()).replaceAll(/<head>[\s\S]*?<\/head>|<svg[\s\S]*?<\/svg>|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

const form = {
  'name-en': 'People <b> who “cycle”', 'name-fr': 'Personnes à vélo', 'outcome-en': 'More cycling', 'outcome-fr': 'Plus de vélo', 'baseline-en': '264', 'baseline-fr': '264', 'target-en': 'At most 250', 'target-fr': 'Au plus 250', 'target-value': '250,5',
  direction: 'at-most', 'target-by': '2024-12-31', 'source-en': 'Counts', 'source-fr': 'Dénombrements', 'method-en': 'Counted', 'method-fr': 'Comptées', months: '24', 'responsibility-en': 'Office', 'responsibility-fr': 'Bureau',
  values: 'homeless-count|halton|', 'expected-from': '2016-01-01', 'lag-days': '100', level: 'immediate', accountability: 'population', domain: 'safety', areas: ['prevention'], priorities: ['homelessness'],
};

test('the list keeps population and programmes apart and orders by domain and level in English and by area in French; one that is none is not found', async () => {
  const visitor = await as();
  const text = await textOf(await visitor.get('/en/insight/indicators'));
  expect(text).toMatch(/Health .*Everybody who lives here .*People whom programmes reach .*Safety .*Community well-being/);
  expect(text).toMatch(/People counted as homeless Long-term outcomes 271 2018 count/);
  expect(await textOf(await visitor.get('/en/insight/indicators/by-level'))).toMatch(/Outputs .*Intermediate outcomes .*Long-term outcomes/);
  expect(await textOf(await visitor.get('/fr/insight/indicators/by-area'))).toMatch(/Développement social .*Prévention .*Réponse aux incidents/);
  expect((await visitor.get('/en/insight/indicators/no-such')).status).toBe(404);
  expect((await visitor.get('/api/indicators/no-such')).status).toBe(404);
});

test('a page has the eight columns with what was made up, the target against the last value, tiles of places, and no value that becomes known later', async () => {
  const visitor = await as();
  const text = await textOf(await visitor.get('/en/insight/indicators/homeless-count'));
  for (const column of ['Expected outcome', 'Indicator', 'Baseline', 'Target', 'Data source', 'Collection method', 'Frequency', 'Responsibility']) expect(text).toContain(column);
  expect(text).toMatch(/At most 220 people at a count, by 31 December 2024 made up for the demonstration/);
  expect(text).toMatch(/The last value, 271, does not meet it\./);
  expect(text).not.toContain('343');
  const tiles = await (await visitor.get('/en/insight/indicators/mental-health-apprehensions')).text();
  expect(tiles.match(/<g class="tile /g)).toHaveLength(8);
  expect(tiles).toContain('Highest: 227 (Oakville). Lowest: 66 (Halton Hills).');
});

test('the chart of an indicator, its text alternative and its table carry the same values', async () => {
  const visitor = await as();
  const html = await (await visitor.get('/en/insight/indicators/mental-health-apprehensions')).text();
  const tiles = /<svg(?:(?!<svg)[\s\S])*?<g class="tile [\s\S]*?<\/svg>/.exec(html)?.[0] ?? '';
  const drawn = [...tiles.matchAll(/>([\d,]+)</g)].map(([, value = '']) => value);
  expect(drawn.length).toBeGreaterThanOrEqual(4);
  const [said, cells] = [/Highest: [^<]*/.exec(html)?.[0] ?? '', [...html.matchAll(/<td[^>]*>([\d,]+)[^<]*<\/td>/g)].map(([, value]) => value)];
  const numbers = drawn.map((value) => Number(value.replaceAll(',', '')));
  for (const extreme of [Math.max(...numbers), Math.min(...numbers)]) expect(said).toContain(String(extreme));
  for (const value of drawn) expect(cells).toContain(value);
});

test('adding refuses what is missing, no number or not there to choose, keeps what was typed, and gives a second one of the same name an address of its own', async () => {
  const visitor = await as('manager');
  expect((await (await as('analyst')).get('/en/insight/indicators/office/new')).status).toBe(404);
  const bad = await visitor.post('/en/insight/indicators/office/new', { ...form, 'outcome-fr': '', 'target-fr': '', 'target-value': 'many', areas: ['mars'], values: 'homeless-count|mars|', 'lag-days': '-1' });
  expect(bad.status).toBe(422);
  const html = await bad.text();
  for (const name of ['outcome-fr', 'target-fr', 'target-value', 'areas', 'values', 'lag-days']) expect(html).toContain(`href="#${name}"`);
  expect(html).toContain('People &lt;b&gt; who “cycle”');
  const made = await visitor.post('/en/insight/indicators/office/new', form);
  expect([made.status, made.headers.get('location')]).toEqual([303, '/en/insight/indicators/office/people-b-who-cycle']);
  const again = await visitor.post('/en/insight/indicators/office/new', form);
  expect(again.headers.get('location')).toBe('/en/insight/indicators/office/people-b-who-cycle-2');
  const data = JSON.parse(await (await visitor.get('/api/indicators/people-b-who-cycle')).text());
  expect(data).toMatchObject({ version: 1, target: { value: 250.5, direction: 'at-most', by: '2024-12-31' }, level: 'immediate', domain: 'safety', areas: ['prevention'], priorities: ['homelessness'], values: [{ value: '271' }, { value: '264' }] });
});

test('a change needs a reason, keeps the version before it, and is not undone when the content pack is loaded again', async () => {
  const visitor = await as('manager');
  const path = '/en/insight/indicators/office/households-helped/change';
  const shown = await (await visitor.get(path)).text();
  expect(shown).toContain('1,746 households in 2017');
  const changed = { ...form, 'name-en': 'Households helped', 'baseline-en': '1,700 households', values: 'households-helped|halton|' };
  expect((await visitor.post(path, changed)).status).toBe(422);
  const answer = await visitor.post(path, { ...changed, 'reason-en': 'A miscount was found.', 'reason-fr': 'Une erreur de compte.' });
  expect(answer.status).toBe(303);
  const text = await textOf(await (await as()).get('/en/insight/indicators/households-helped'));
  expect(text).toMatch(/How the indicator changed .*2 3 June 2019 .*Baseline: 1,746 households in 2017 → 1,700 households .*A miscount was found\./);
  await world.as.worker(async (scope) => await loadCommunity(scope, await readPack(join(projectRoot(), 'communities', 'halton'))));
  expect(JSON.parse(await (await visitor.get('/api/indicators/households-helped')).text())).toMatchObject({ version: 2, columns: { baseline: { en: '1,700 households', madeUp: false }, frequency: { madeUp: false } } });
});

test('a check is confirmed by an analyst or the plan manager; the public reads in which role, staff who', async () => {
  const analyst = await as('analyst');
  expect((await (await as('leader')).post('/en/insight/indicators/office/homeless-count/check', {})).status).toBe(404);
  expect((await analyst.post('/en/insight/indicators/office/homeless-count/check', { note: 'x'.repeat(501) })).status).toBe(422);
  expect((await analyst.post('/en/insight/indicators/office/homeless-count/check', { note: 'Held against the article.' })).status).toBe(303);
  const open = await textOf(await (await as()).get('/en/insight/indicators/homeless-count'));
  expect(open).toContain('Last checked by an analyst on 3 June 2019.');
  expect(open).not.toMatch(/Anouk|Held against/);
  expect(await textOf(await analyst.get('/en/insight/indicators/office/homeless-count'))).toMatch(/3 June 2019 Anouk Lee \(demo\) Held against the article\./);
});

test('a retired indicator leaves the list, keeps its page with the reason, and takes no check and opens no form of change', async () => {
  const visitor = await as('manager');
  expect((await visitor.post('/en/insight/indicators/office/weak-belonging/retire', { 'reason-en': 'Asked no longer.', 'reason-fr': '' })).status).toBe(422);
  expect((await visitor.post('/en/insight/indicators/office/weak-belonging/retire', { 'reason-en': 'Asked no longer.', 'reason-fr': 'On ne le demande plus.' })).status).toBe(303);
  const open = await as();
  expect(await textOf(await open.get('/en/insight/indicators'))).not.toContain('Weak sense of belonging');
  expect(await textOf(await open.get('/fr/insight/indicators/weak-belonging'))).toMatch(/Retiré le 3 juin 2019\. On ne le demande plus\./);
  expect((await visitor.post('/en/insight/indicators/office/weak-belonging/check', {})).status).toBe(409);
  expect((await visitor.get('/en/insight/indicators/office/weak-belonging/change')).status).toBe(409);
});

test('the work list puts what is old or incomplete before what is up to date, and offers an analyst no way to add', async () => {
  const text = await textOf(await (await as('analyst')).get('/en/insight/indicators/office'));
  expect(text).toMatch(/Need somebody .*Emergency shelter placements .*Up to date and complete .*People counted as homeless/);
  expect(text).not.toContain('Add an indicator');
});
