import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPack } from '#app/community-pack/read.ts';
import { loadPlan } from '#app/modules/plan/index.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { loadData } from '../data-desk.ts';
import { listFigures } from '../figure/queries.ts';
import { groupSeries } from '../figure/series.ts';
import { indicatorRoutes } from '../indicator/routes.tsx';
import { loadFigures } from '../pack.ts';
import { csvOf, jsonOf, metadataOf, openDataPaths } from './paths.ts';
import { openDataRoutes } from './routes.tsx';

let world: World;
let visitor: Visitor;
beforeAll(async () => {
  world = await openWorld();
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  await world.as.worker(async (scope) => { await loadPlan(scope, pack); await loadFigures(scope, pack); await loadData(scope, pack); });
  visitor = await world.http([...openDataRoutes(() => world.site), ...indicatorRoutes(() => world.site)]).as();
});
afterAll(async () => await world.close());

const series = async () => groupSeries(await world.as.public(listFigures));
const get = async (name: string) => await visitor.get(openDataPaths.file(name));
type Json = { readonly [key: string]: unknown };

// What each datatype of a CSVW description allows.
const parses: Readonly<Record<string, (text: string) => boolean>> = {
  string: () => true, decimal: (text) => /^[-+]?\d+(\.\d+)?$/.test(text), integer: (text) => /^\d+$/.test(text), boolean: (text) => text === 'true' || text === 'false', anyURI: (text) => URL.canParse(text),
  date: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text),
};

test('every CSV follows its description: the header equals the columns, every cell parses, needed ones are filled and the key is unique', async () => {
  const all = await series();
  expect(all.length).toBeGreaterThan(20);
  for (const { slug, figures } of all) {
    const answer = await get(csvOf(slug));
    expect(answer.headers.get('link')).toBe(`<${metadataOf(slug)}>; rel="describedby"; type="application/csvm+json"`);
    const [header = [], ...rows] = parse(await answer.text()) as string[][];
    const description = await (await get(metadataOf(slug))).json() as { url: string; tableSchema: { primaryKey: string; columns: { name: string; titles: string[]; datatype: string; required: boolean }[] } };
    const { columns, primaryKey } = description.tableSchema;
    expect(description.url).toBe(csvOf(slug));
    expect(columns.map(({ titles }) => titles[0])).toEqual(header);
    expect(columns.map(({ name }) => name)).toEqual(header);
    expect(rows.length).toBe(figures.length);
    for (const row of rows) for (const [index, { name, datatype, required }] of columns.entries()) {
      const cell = row[index] ?? '';
      expect(cell === '' ? !required : parses[datatype]?.(cell), `${slug} ${name} ${cell}`).toBe(true);
    }
    expect(new Set(rows.map((row) => row[header.indexOf(primaryKey)])).size).toBe(rows.length);
  }
});

test('page, CSV and JSON carry the same value, and what is withheld has none in any of them', async () => {
  for (const { slug, figures } of await series()) {
    const json = await (await get(jsonOf(slug))).json() as { figures: { figure: string; value: number | null; withheld: boolean }[] };
    const csv = parse(await (await get(csvOf(slug))).text(), { columns: true }) as { figure: string; value: string; withheld: string }[];
    expect(json.figures.map(({ figure, value }) => [figure, value])).toEqual(figures.map((one) => [one.slug, one.number ?? null]));
    expect(csv.map(({ figure, value }) => [figure, value === '' ? null : Number(value)])).toEqual(figures.map((one) => [one.slug, one.number ?? null]));
    for (const one of json.figures) expect(one.withheld).toBe(one.value === null);
  }
});

test('the catalogue has what DCAT asks of catalogue, datasets and distributions, and every address that it names answers', async () => {
  const answer = await visitor.get(openDataPaths.catalogue);
  expect(answer.headers.get('content-type')).toContain('application/ld+json');
  const catalogue = await answer.json() as Json & { 'dcat:dataset': (Json & { 'dcat:distribution': Json[] })[] };
  expect(catalogue['@type']).toBe('dcat:Catalog');
  for (const property of ['dct:title', 'dct:description', 'dct:publisher', 'dct:license', 'dct:language', 'dct:issued', 'dct:modified', 'foaf:homepage', 'dcat:dataset']) expect(catalogue, property).toHaveProperty([property]);
  const prefixes = Object.keys(catalogue['@context'] as object);
  const ids = new Set<unknown>();
  const licences = new Set<string>();
  for (const dataset of catalogue['dcat:dataset']) {
    expect(dataset['@type']).toBe('dcat:Dataset');
    for (const property of ['dct:identifier', 'dct:title', 'dct:description', 'dct:publisher', 'dcat:contactPoint', 'dct:license', 'dct:issued', 'dct:modified', 'dct:spatial', 'dcat:landingPage', 'dcat:distribution']) expect(dataset, `${String(dataset['@id'])} ${property}`).toHaveProperty([property]);
    expect((dataset['dct:title'] as Json[]).map((title) => title['@language'])).toEqual(['en', 'fr']);
    ids.add(dataset['@id']);
    for (const distribution of dataset['dcat:distribution']) {
      expect(distribution['@type']).toBe('dcat:Distribution');
      for (const property of ['dct:title', 'dcat:accessURL', 'dcat:downloadURL', 'dcat:mediaType', 'dct:format', 'dct:license']) expect(distribution, property).toHaveProperty([property]);
      licences.add(JSON.stringify(distribution['dct:license']));
      expect((await visitor.get(new URL((distribution['dcat:downloadURL'] as { '@id': string })['@id']).pathname)).status).toBe(200);
    }
    for (const key of Object.keys(dataset)) expect(key.startsWith('@') || prefixes.includes(key.split(':')[0] ?? ''), key).toBe(true);
  }
  expect(ids.size).toBe(catalogue['dcat:dataset'].length);
  const indicators = catalogue['dcat:dataset'].filter((one) => String(one['dct:identifier']).startsWith('indicator/'));
  expect(indicators.length).toBeGreaterThan(3);
  for (const one of indicators) expect(ids, String(one['dct:identifier'])).toContain((one['dct:relation'] as Json)['@id']);
  expect([...licences]).toEqual(['{"@id":"https://creativecommons.org/licenses/by/4.0/"}']);
});

test('files carry a tag from the first answer on, and whoever has the same gets nothing again; a file that is not there is not found', async () => {
  const first = await get(csvOf('population'));
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[\w-]{22}"$/);
  expect(first.headers.get('cache-control')).toContain('public');
  expect(first.headers.get('access-control-allow-origin')).toBe('*');
  expect((await visitor.get(openDataPaths.file(csvOf('population')), { 'if-none-match': etag })).status).toBe(304);
  for (const name of ['nothing.csv', 'population.xml', 'population', '..csv']) expect((await get(name)).status, name).toBe(404);
});

test('a figure that is not known yet stands in no file', async () => {
  expect(await (await get(csvOf('population'))).text()).not.toContain('population-2021');
  await world.at('2024-01-01T12:00:00Z');
  expect(await (await get(csvOf('population'))).text()).toContain('population-2021');
});

test('people find the same series, the licence and what the columns mean on a page in both languages', async () => {
  const html = await (await visitor.get(`/fr${openDataPaths.page}`)).text();
  for (const { slug } of await series()) expect(html).toContain(`id="${slug}"`);
  expect(html).toContain('CC BY 4.0');
  expect(html).toContain('href="/insight/open-data/population.csv"');
});
