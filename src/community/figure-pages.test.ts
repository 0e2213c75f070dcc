import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPack } from '#app/community-pack/read.ts';
import { listFigures } from '#app/modules/insight/index.ts';
import { planRoutes } from '#app/modules/plan/index.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { openWorld, type World } from '#test/world.ts';
import { loadCommunity } from './load.ts';

const around = { listBodies: async () => [], listStates: async () => [], listDecisionsAbout: async () => [] };
async function open(name: string): Promise<World> {
  const world = await openWorld();
  const pack = await readPack(join(projectRoot(), 'communities', name));
  await world.as.worker(async (scope) => await loadCommunity(scope, pack));
  return world;
}

let first: World;
let second: World;
beforeAll(async () => {
  [first, second] = await Promise.all([open('halton'), open('maple-ford')]);
});
afterAll(async () => await Promise.all([first.close(), second.close()]));

/** The text of a page as a person reads it on a day, with plain spaces. */
async function read(world: World, day: string, path: string): Promise<string> {
  world.database.clock.set(`${day}T14:00:00Z`);
  const visitor = await world.http(planRoutes(() => world.site, around)).as();
  const answer = await visitor.get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return (await answer.text()).replaceAll(/<head>[\s\S]*<\/head>|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}

test('on 3 June 2019 the figures are those known then; on 1 February 2025 all are', async () => {
  const known = async (day: string) => {
    first.database.clock.set(`${day}T14:00:00Z`);
    return await first.as.public(async (scope) => (await listFigures(scope)).map(({ slug }) => slug));
  };
  const then = await known('2019-06-03');
  expect(then).toEqual(expect.arrayContaining(['homeless-count-2016', 'homeless-count-2018', 'mental-health-apprehensions-2018', 'lowest-crime-severity-2018', 'population-2016']));
  for (const slug of ['opioid-deaths-2018', 'opioid-paramedic-calls-may-2019', 'homeless-rate-2018-oakville', 'police-cost-2020', 'homeless-count-2024', 'lowest-crime-severity-2019']) expect(then).not.toContain(slug);
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  expect((await known('2025-02-01')).toSorted()).toEqual(pack.figures.series.flatMap((series) => series.figures.map(({ id }) => id)).toSorted());
});

test('every series stands on the list with its newest figure, and values that sources give differently stand both', async () => {
  const text = await read(first, '2025-02-01', '/en/plan/figures');
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  for (const series of pack.figures.series) for (const figure of series.figures) expect(text).toContain(figure.value);
  expect(text).toMatch(/People counted as homeless 343 2024 count · Halton/);
  expect(text).toMatch(/Mental health apprehensions 557 .*227/);
  expect(text).toMatch(/552 mental health apprehensions, the municipalities together 2018 · Halton Derived/);
});

test('a French list writes every value as French does', async () => {
  const text = await read(first, '2025-02-01', '/fr/plan/figures');
  for (const value of ['3 115', '8,2 %', '14,3 M$', '265,31 $', '+150 %', '−36 %', '1 sur 10', 'environ 450', '500 et plus', '596 637']) expect(text).toContain(value);
  expect(text).not.toMatch(/\d,\d{3}\b|\d%|\$\d| in 10/);
});

test('a count of a later period is shown beside the earlier one, with the definition that changed', async () => {
  const text = await read(first, '2025-02-01', '/en/plan/figures/homeless-count-2018');
  expect(text).not.toContain('This value has been revised');
  expect(text).toMatch(/1 \(this figure\).*First version.*The source of 2024 names the living situations/);
  expect(text).toMatch(/Other figures of this series.*343.*Halton, in shelters.*121.*271/);
  expect(await read(first, '2025-02-01', '/en/plan/figures/homeless-count-2024')).toContain('The same newspaper article prints also 319');
  expect(await read(first, '2019-06-03', '/en/plan/figures/homeless-count-2018')).not.toMatch(/343|The source of 2024/);
});

test('the first page keeps to a handful and shows the newest of each series', async () => {
  const text = await read(first, '2025-02-01', '/en/plan');
  expect(text.match(/How we know/g)).toHaveLength(5);
  expect(text).toContain('343 people counted as homeless');
  expect(text).toContain('44 opioid deaths');
  expect(text).not.toContain('271 people counted');
});

test('a withheld figure shows its reason in place of a value, on the list and on its page', async () => {
  const list = await read(second, '2022-09-12', '/en/plan/figures');
  expect(list).toMatch(/Withheld drownings \(made up\) 2021 · Maple Ford Fewer than five people: they could be recognised\./);
  const page = await read(second, '2022-09-12', '/fr/plan/figures/drownings-2021');
  expect(page).toMatch(/Non diffusé : noyades \(inventé\).*Cette valeur n’est pas diffusée\. Moins de cinq personnes/);
  expect(page).toContain('Les petits nombres ne sont pas diffusés');
});

test('a stale, a provisional, a revised and a derived figure say so in words', async () => {
  expect(await read(second, '2022-09-12', '/en/plan/figures/rescues-2021')).toMatch(/Out of date .*meant to stand until 30 June 2022/);
  expect(await read(second, '2022-06-30', '/en/plan/figures/rescues-2021')).not.toContain('Out of date');
  expect(await read(second, '2022-09-12', '/en/plan/figures/rescues-2022')).toMatch(/Provisional .*may still be revised.*The fire brigade began to count boats/);
  expect(await read(second, '2022-09-12', '/en/plan/figures/rescues-2020')).toMatch(/Revised since .*The newer one: 14/);
  expect(await read(second, '2022-09-12', '/en/plan/figures/rescues-a-day-2021')).toMatch(/How it is derived.*÷ 365.*Derived from 1,020 rescues/);
});

test('the page, its title, the list and the data of a figure carry the same value, and a withheld one none', async () => {
  const visitor = await first.http(planRoutes(() => first.site, around)).as();
  first.database.clock.set('2025-02-01T14:00:00Z');
  const data: { slug: string; value: string | null; releasable: boolean }[] = JSON.parse(await (await visitor.get('/api/figures')).text());
  expect(data.length).toBeGreaterThan(50);
  const list = await read(first, '2025-02-01', '/en/plan/figures');
  for (const { slug, value, releasable } of data) {
    const [html, alone] = [await (await visitor.get(`/en/plan/figures/${slug}`)).text(), JSON.parse(await (await visitor.get(`/api/figures/${slug}`)).text())];
    expect(alone.value).toBe(value);
    if (!releasable || value === null) continue;
    const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('&amp;', '&').replaceAll('&#39;', '’');
    expect(plain(/<title>([^<]*)/.exec(html)?.[1] ?? ''), slug).toContain(plain(value));
    expect(plain(html.replace(/<head>[\s\S]*<\/head>/, '')), slug).toContain(plain(value));
    expect(plain(list), slug).toContain(plain(value));
  }
});
