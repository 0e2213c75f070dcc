import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPack } from '#app/community-pack/read.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { hsdsProblems } from '#test/hsds/validate.ts';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { type Feed, importDirectory } from './import.ts';
import { matchFor } from './match.ts';
import { loadDirectory } from './pack.ts';
import { directoryRoutes } from './routes.ts';

let world: World;
let program: Visitor;
beforeAll(async () => {
  world = await openWorld();
  await world.database.admin`insert into platform.setting (name, value) values ('demonstration', 'true')`;
  program = await world.http(directoryRoutes(() => world.site)).as();
});
afterAll(async () => await world.close());
const take = async (feed: Feed, name = 'feed') => await world.as.worker(async (scope) => await importDirectory(scope, feed, name));
const id = (n: number) => `0b0f2a52-6c1e-4a40-8f5b-${String(n).padStart(12, '0')}`;
const organization = { id: id(1), name: 'Elm Street Centre (demo)', description: 'Made up.' };
const clinic = {
  id: id(2), organization_id: id(1), organization, name: 'Clinic', description: 'A clinic.', status: 'active', minimum_age: 18, assured_date: '2019-05-01', email: null, url: '',
  phones: [{ id: id(3), number: '905-555-0190' }], schedules: [{ id: id(4), freq: 'WEEKLY', byday: 'MO,TU', opens_at: '09:00-05:00', closes_at: '17:00:00' }], languages: [{ id: id(5), name: 'English', code: 'en' }],
  cost_options: [{ id: id(6), amount: 0, currency: 'CAD' }], service_areas: [{ id: id(7), name: 'The whole region' }],
  service_at_locations: [{ id: id(8), location: { id: id(9), location_type: 'physical', latitude: 43.5, longitude: -79.7, phones: [{ id: id(3), number: '905-555-0190' }], addresses: [{ id: id(10), address_1: '1 Example Street', city: 'Town', state_province: 'ON', postal_code: 'A1A 1A1', country: 'CA', address_type: 'physical' }] } }],
  attributes: [{ id: id(11), link_type: 'need', taxonomy_term: { id: id(12), code: 'health', name: 'Health', description: 'Health', taxonomy: 'theirs' } }],
  capacities: [{ id: id(13), unit: { id: id(14), name: 'places' }, available: 3, updated: '2019-05-01T12:00:00Z' }],
};
const second = { ...clinic, id: id(20), name: 'Second', phones: [], schedules: [{ id: id(21), freq: 'WEEKLY', byday: 'MO', opens_at: '14:00Z', closes_at: '22:00Z' }], languages: [], cost_options: [], service_areas: [], service_at_locations: [], attributes: [], capacities: [] };
const page = (...contents: unknown[]) => ({ json: { total_items: contents.length, contents } });

test('a page is taken in by ids, a second time changes nothing, and what it gives no longer is withdrawn and comes back', async () => {
  expect(await take(page(clinic, second))).toMatchObject({ kept: { added: 3, changed: 0, removed: 0, left: 0 }, refusals: [] });
  expect(await take(page(clinic, second))).toMatchObject({ kept: { added: 0, changed: 0, removed: 0, unchanged: 3 }, refusals: [] });
  expect(await take(page({ ...clinic, name: 'Clinic on Elm Street' }))).toMatchObject({ kept: { added: 0, changed: 1, removed: 1 } });
  expect((await program.get(`/hsds/services/${id(20)}`)).status).toBe(404);
  expect(await take({ json: [clinic, second] })).toMatchObject({ kept: { added: 0, changed: 2, removed: 0 } });
  const given = await (await program.get(`/hsds/services/${id(2)}`)).json();
  expect(given).toMatchObject({ name: 'Clinic', assured_by: organization.name, schedules: [{ opens_at: '09:00', closes_at: '17:00' }], capacities: [{ available: 3, capacity_code: 'capacity' }], service_at_locations: [{ location: { addresses: [{ city: 'Town' }] } }] });
  expect(given.translations).toBeUndefined();
  expect(hsdsProblems('service', given)).toEqual([]);
});

test('hours in another time zone are unknown, and unknown is asked', async () => {
  const found = await world.as.public(async (scope) => await matchFor(scope, { openAt: 30, age: 20 }));
  const of = (name: string) => found.find(({ line }) => line.name.en === name)?.explanation;
  expect(of('Clinic')?.failed.map(({ rule }) => rule)).toEqual(['closed']);
  expect(of('Second')).toMatchObject({ failed: [], verdict: 'ask' });
});

test('rows that are wrong are refused with place and reason, the others are taken in, and what stood stays', async () => {
  const done = await take(page({ ...clinic, status: 'open' }, { ...second, minimum_age: 30, maximum_age: 20 }, { name: 'No id' }, 'nonsense', { ...clinic, id: id(30), organization: undefined, organization_id: undefined }, { ...clinic, id: id(31), assured_date: '2019-02-30' },
    { ...second, id: id(32), url: 'javascript:alert(1)' }, { ...second, id: id(33), name: 'Third', schedules: [] }, { ...second, id: id(33) }));
  expect(done.kept).toMatchObject({ added: 1, removed: 0 });
  expect(done.refusals.map(({ row, reason }) => `${row}: ${reason}`)).toEqual([
    expect.stringMatching(/^services 1 \(.*\): status: /), expect.stringMatching(/^services 2 .*maximum_age: is below the minimum age/), expect.stringMatching(/^services 3: id: /), expect.stringMatching(/^services 4: /),
    expect.stringMatching(/^services 5 .*organization: the service names none/), expect.stringMatching(/^services 6 .*assured_date: is not a day of the calendar/), expect.stringMatching(/^services 7 .*url: must be a web address/), expect.stringMatching(/^services 9 .*stands there twice/),
  ]);
  expect(await (await program.get(`/hsds/services/${id(2)}`)).json()).toMatchObject({ name: 'Clinic', status: 'active' });
  for (const wrong of [null, 5, {}, { contents: 'x' }, 'x']) expect((await take({ json: wrong }, 'other')).refusals).toMatchObject([{ row: 'the whole file' }]);
});

test('what staff changed and what another feed gives is left as it is, with a word', async () => {
  await world.database.admin`update access.service set origin = 'staff' where id = ${id(2)}`;
  const done = await take(page({ ...clinic, name: 'Overwritten' }, second));
  expect(done.refusals).toMatchObject([{ row: `service ${id(2)}`, reason: expect.stringContaining('is kept by staff') }]);
  const foreign = await take(page({ ...second, name: 'Overwritten' }), 'another');
  expect(foreign.kept).toMatchObject({ added: 0, changed: 0, removed: 0, left: 1 });
  expect(foreign.refusals.map(({ row }) => row)).toEqual([`service ${id(20)}`, `organization ${id(1)}`]);
  // Whoever runs the installation may mean it: new services under it are taken, what stands is left all the same.
  const meant = await world.as.worker(async (scope) => await importDirectory(scope, page({ ...second, name: 'Overwritten' }, { ...second, id: id(70), name: 'Of another', schedules: [] }), 'another', { others: true }));
  expect(meant.kept).toMatchObject({ added: 1, left: 2 });
  expect(await (await program.get(`/hsds/services/${id(20)}`)).json()).toMatchObject({ name: 'Second' });
});

test('a data package of tables gives the same entries as the page, and rows that belong to nothing are refused', async () => {
  const owned = (rows: readonly object[], more: object) => rows.map((row) => ({ ...row, ...more }));
  const tables: Record<string, readonly object[]> = {
    organizations: [{ ...organization, id: id(41) }], services: [{ id: id(42), organization_id: id(41), name: 'Clinic in tables', description: 'A clinic.', status: 'active', minimum_age: '18', email: '' }],
    phones: [...owned(clinic.phones, { id: id(43), service_id: id(42) }), { id: id(60), service_id: id(99), number: '1' }], schedules: owned(clinic.schedules, { id: id(44), service_id: id(42) }), languages: owned(clinic.languages, { id: id(45), service_id: id(42) }),
    cost_options: owned(clinic.cost_options, { id: id(46), service_id: id(42) }), service_areas: owned(clinic.service_areas, { id: id(47), service_id: id(42) }), locations: [{ id: id(49), location_type: 'physical', latitude: '43.5', longitude: '-79.7' }],
    addresses: [{ id: id(50), location_id: id(49), address_1: '1 Example Street', city: 'Town', state_province: 'ON', postal_code: 'A1A 1A1', country: 'CA', address_type: 'physical' }], service_at_location: [{ id: id(48), service_id: id(42), location_id: id(49) }],
    service_capacity: [{ id: id(53), service_id: id(42), unit_id: id(54), available: '3', updated: '2019-05-01T12:00:00Z' }], unit: [{ id: id(54), name: 'beds' }],
    attributes: [{ id: id(51), link_id: id(42), link_entity: 'service', taxonomy_term_id: id(52), link_type: 'need' }], taxonomy_terms: [{ id: id(52), code: 'beds', name: 'Beds', description: 'Beds', taxonomy_id: id(55) }], taxonomies: [{ id: id(55), name: 'Theirs', description: 'Theirs' }],
  };
  const description = { name: 'demo', resources: [...Object.keys(tables).map((name) => ({ name, path: `${name}.csv` })), { name: 'outside', path: '../secret.csv' }] };
  const done = await take({ description, read: (path) => stringify([...(tables[path.replace('.csv', '')] ?? [])], { header: true }) }, 'tables');
  expect(done.kept).toMatchObject({ added: 2 });
  expect(done.refusals).toEqual([{ row: '../secret.csv', reason: 'is not a CSV file of the package' }, { row: `phones of ${id(99)}`, reason: 'belong to a service that is not in the package' }]);
  const given = await (await program.get(`/hsds/services/${id(42)}`)).json();
  expect(given).toMatchObject({ minimum_age: 18, phones: [{ number: '905-555-0190' }], capacities: [{ available: 3, unit: { name: 'beds' } }], attributes: [{ taxonomy_term: { code: 'beds', taxonomy: 'Theirs' } }], service_at_locations: [{ location: { latitude: 43.5, addresses: [{ city: 'Town' }] } }] });
  expect(hsdsProblems('service', given)).toEqual([]);
});

test('what the interface gives out can be taken in again by another installation, in both languages', async () => {
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  await world.as.worker(async (scope) => await loadDirectory(scope, pack));
  const path = `/hsds/services?full=true&per_page=500&taxonomy_id=${(await (await program.get('/hsds/taxonomies?search=needs')).json()).contents[0].id}`;
  const given = await (await program.get(path)).json();
  const other = await openWorld();
  try {
    const done = await other.as.worker(async (scope) => await importDirectory(scope, { json: given }, 'neighbour'));
    expect([done.refusals, done.kept.added > 30]).toEqual([[], true]);
    const again = await (await (await other.http(directoryRoutes(() => other.site)).as()).get(path)).json();
    const facts = (one: { contents: { name: string; translations?: object; attributes: object[]; schedules: object[] }[] }) => one.contents.map(({ name, translations, attributes, schedules }) => ({ name, translations, attributes: attributes.length, schedules }));
    expect(facts(again)).toEqual(facts(given));
  } finally {
    await other.close();
  }
});
