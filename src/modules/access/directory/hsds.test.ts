import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPack } from '#app/community-pack/read.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { hsdsProblems } from '#test/hsds/validate.ts';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { loadDirectory } from './pack.ts';
import { directoryRoutes } from './routes.ts';

let world: World;
let program: Visitor;
beforeAll(async () => {
  world = await openWorld();
  await world.database.admin`insert into platform.setting (name, value) values ('demonstration', 'true')`;
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  await world.as.worker(async (scope) => await loadDirectory(scope, pack));
  await world.database.admin`insert into access.metadata select gen_random_uuid(), id, 'service', '2019-06-01', 'update', 'description', 'a', 'b', 'Open Door (demo)' from access.service limit 1`;
  program = await world.http(directoryRoutes(() => world.site)).as();
});
afterAll(async () => await world.close());
const get = async (path: string) => await (await program.get(`/hsds${path}`)).json();

test('the root names version, profile and description, all of which are there, open to pages of other sites', async () => {
  const answer = await program.get('/hsds');
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
  const root = await answer.json();
  expect(hsdsProblems('root', root)).toEqual([]);
  expect(root).toEqual({ version: '3.1', profile: 'http://localhost/hsds/profile', openapi_url: 'http://localhost/hsds/openapi.json' });
  expect(await get('/')).toEqual(root);
  expect((await get('/profile')).additions.length).toBeGreaterThan(5);
  expect(Object.keys((await get('/openapi.json')).paths)).toContain('/services/{id}');
});

test.each([['/services', 'compiled_service_list'], ['/services?full=true', 'service'], ['/services?full=true&language=fr', 'service'], ['/services?minimal=true', 'compiled_service_list'], ['/organizations', 'compiled_organization_list'], ['/organizations?full=true', 'organization'],
  ['/service_at_locations', 'compiled_service_at_location_list'], ['/service_at_locations?full=true', 'service_at_location'], ['/taxonomies', 'taxonomy'], ['/taxonomy_terms', 'taxonomy_term']])('every item of %s validates against the published schema %s', async (path, schema) => {
  const page = await get(`${path}${path.includes('?') ? '&' : '?'}per_page=500`);
  expect(page).toMatchObject({ page_number: 1, total_pages: 1, first_page: true, last_page: true, empty: false, size: page.contents.length, total_items: page.contents.length });
  expect(hsdsProblems(`page-of-${schema}`, page)).toEqual([]);
  expect(page.contents.length).toBeGreaterThan(0);
  const few = await get(`${path}${path.includes('?') ? '&' : '?'}per_page=1&page=2`);
  expect(hsdsProblems(`page-of-${schema}`, few)).toEqual([]);
  expect(hsdsProblems(`page-of-${schema}`, { ...few, size: undefined, contents: [{}] }).length).toBeGreaterThan(1);
});

test('each thing by its id validates with all that belongs to it, and the check itself finds what is wrong', async () => {
  for (const [kind, schema] of [['services', 'service'], ['organizations', 'organization'], ['service_at_locations', 'service_at_location'], ['taxonomies', 'taxonomy'], ['taxonomy_terms', 'taxonomy_term']] as const) {
    const { contents } = await get(`/${kind}?per_page=500`);
    for (const { id } of contents.slice(0, 40)) expect([kind, id, hsdsProblems(schema, await get(`/${kind}/${id}`))]).toEqual([kind, id, []]);
  }
  const service = (await get('/services?full=true&per_page=500')).contents.find((one: { name: string }) => one.name === 'Night shelter');
  expect(service).toMatchObject({ status: 'active', assured_date: '2019-06-02', demonstration: true, capacities: [{ capacity_code: 'no-capacity', available: 0 }], organization: { name: 'Open Door Housing (demo)' }, translations: { fr: { name: 'Refuge de nuit' } } });
  expect(service.schedules[0]).toMatchObject({ freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR,SA,SU', opens_at: '00:00' });
  expect(service.attributes.map((one: { taxonomy_term: { code: string } }) => one.taxonomy_term.code).sort()).toEqual(['no-home', 'shelter']);
  const { name, ...nameless } = service;
  expect([name, hsdsProblems('service', nameless).length, hsdsProblems('service', { ...service, status: 'open' }).length, hsdsProblems('service', { ...service, phones: [{ id: 'x' }] }).length > 0]).toEqual(['Night shelter', 1, 1, true]);
});

test('pages divide the list without loss or doubling, and filters are joined', async () => {
  const all = (await get('/services?per_page=500&minimal=true')).contents.map((one: { id: string }) => one.id);
  const pages = await Promise.all([1, 2, 3, 4, 5].map(async (page) => await get(`/services?per_page=7&page=${page}&minimal=true`)));
  expect(pages.flatMap((page) => page.contents.map((one: { id: string }) => one.id))).toEqual(all);
  expect(pages.map((page) => [page.first_page, page.last_page])).toEqual([[true, false], [false, false], [false, false], [false, false], [false, true]]);
  expect(await get('/services?page=99')).toMatchObject({ empty: true, size: 0, contents: [], last_page: true });
  const [food] = (await get('/taxonomy_terms?search=food')).contents;
  const foods = await get(`/services?taxonomy_term_id=${food.id}`);
  expect(foods.contents.map((one: { name: string }) => one.name).sort()).toEqual(['Community supper', 'Food bank', 'Meals to your door']);
  expect((await get(`/services?taxonomy_term_id=${food.id}&search=supper&taxonomy_id=${food.taxonomy_id}&organization_id=${foods.contents[0].organization_id}&modified_after=2019-01-01`)).total_items).toBeLessThanOrEqual(1);
  expect((await get('/services?modified_after=2030-01-01T00:00:00Z')).total_items).toBe(0);
  expect((await get('/services?search=souper')).total_items).toBe(1);
  expect((await get('/services?search=%25')).total_items).toBe(0);
});

test('lines of JSON give the same items as the page', async () => {
  const answer = await program.get('/hsds/services?format=ndjson&per_page=5');
  expect(answer.headers.get('content-type')).toContain('application/x-ndjson');
  expect((await answer.text()).trim().split('\n').map((line) => JSON.parse(line))).toEqual((await get('/services?per_page=5')).contents);
});

test('a wrong parameter is refused as JSON that names it, and what is not there is not found', async () => {
  for (const [query, word] of [['page=0', 'page'], ['page=x', 'page'], ['per_page=501', 'per_page'], ['per_page=-1', 'per_page'], ['format=xml', 'format'], ['minimal=yes', 'minimal'], ['full=true&minimal=true', 'minimal'], ['modified_after=yesterday', 'modified_after'],
    ['organization_id=1', 'organization_id'], ['color=red', 'color'], ['page=1&page=2', 'page'], ['language=de', 'language']] as const) {
    const answer = await program.get(`/hsds/services?${query}`);
    expect([query, answer.status, answer.headers.get('content-type')]).toEqual([query, 400, 'application/json; charset=utf-8']);
    expect((await answer.json()).detail).toContain(word);
  }
  expect((await program.get('/hsds/services?page=&per_page=')).status).toBe(200);
  expect((await program.get('/hsds/services/not-a-uuid')).status).toBe(400);
  expect((await program.get('/hsds/services/01997e9e-0000-7000-8000-000000000001')).status).toBe(404);
  expect((await program.get('/hsds/no-such')).status).toBe(404);
  expect((await program.post('/hsds/services', {})).status).toBe(405);
  await fc.assert(fc.asyncProperty(fc.constantFrom('search', 'page', 'per_page', 'modified_after', 'taxonomy_id', 'format'), fc.string({ unit: 'binary' }), async (name, value) => {
    expect((await program.get(`/hsds/services?${new URLSearchParams({ [name]: value })}`)).status).toBeLessThan(500);
  }), { numRuns: 60 });
});

test('an entry that was withdrawn is neither listed nor found', async () => {
  const [{ id }] = (await get('/services?search=supper')).contents;
  await world.database.admin`update access.service set withdrawn_at = now() where id = ${id}`;
  expect([(await get('/services?search=supper')).total_items, (await program.get(`/hsds/services/${id}`)).status, (await program.get(`/en/find-help/${id}`)).status]).toEqual([0, 404, 404]);
  await world.database.admin`update access.service set withdrawn_at = null where id = ${id}`;
});
