import { zipSync, strToU8 } from 'fflate';
import { stringify } from 'csv-stringify/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReferralWorld, type ReferralWorld } from '../referral/referral-world.test-tool.ts';
import { reasonIn } from './import-words.ts';
import { readDirectoryFile } from './read-file.ts';

let world: ReferralWorld;
beforeAll(async () => {
  world = await openReferralWorld();
});
afterAll(async () => await world.close());
const imports = '/en/access/directory/imports';
const id = (n: number) => `0b0f2a52-6c1e-4a40-8f5b-${String(n).padStart(12, '0')}`;
const service = (n: number, more: object = {}) => ({ id: id(n), organization: { id: id(1), name: 'Elm Street Centre (demo)', description: 'Made up.' }, name: `Service ${n} (demo)`, description: 'Made up.', status: 'active', ...more });
const json = (...contents: unknown[]) => JSON.stringify({ contents });
const names = async () => (await world.database.admin<{ name: string }[]>`select name ->> 'en' as name from access.service where id::text like '0b0f2a52%' and withdrawn_at is null order by id`).map((one) => one.name);
async function handIn(content: string | Uint8Array<ArrayBuffer>, name = 'Spring list'): Promise<Response> {
  const form = new FormData();
  form.set('name', name);
  form.set('file', new File([content], 'any.bin'));
  return await world.coordinator.visitor.post(imports, form);
}
const open = async (path: string) => await (await world.coordinator.visitor.get(path)).text();

test('a file changes nothing before it was looked at; what it would do and each refused row stand on the page; then it is taken in', async () => {
  const handed = await handIn(json(service(2), service(3), service(4, { status: 'open' }), { name: 'No id' }));
  expect(handed.status).toBe(303);
  const path = handed.headers.get('location') ?? '';
  expect(await open(path)).toContain('Being checked');
  expect((await world.coordinator.visitor.post(`${path}/take`, {})).status).toBe(303);
  await world.settle();
  const page = await open(path);
  for (const part of ['Checked, waits for you', 'What it would do', `services 3 (${id(4)})`, 'status: ', 'services 4', 'Take it in']) expect(page).toContain(part);
  expect(page).toMatch(/Added<\/dt><dd[^>]*>3</);
  expect(await open(path.replace('/en/', '/fr/'))).toContain('status: doit être l’une de ces valeurs');
  expect(await names()).toEqual([]);
  await world.coordinator.visitor.post(`${path}/take`, {});
  await world.settle();
  expect(await names()).toEqual(['Service 2 (demo)', 'Service 3 (demo)']);
  for (const part of ['Taken in', 'What it did']) expect(await open(path)).toContain(part);
  expect(await world.database.admin`select content from access.directory_import`).toEqual([{ content: null }]);
  // It was decided: neither a second press nor a second run of the job does anything.
  await world.coordinator.visitor.post(`${path}/take`, {});
  expect((await world.coordinator.visitor.post(`${path}/drop`, {})).status).toBe(404);
  expect(await world.settle()).toBe(0);
});

test('a zip with a data package is read as the folder is, also from a folder within', async () => {
  const csv = (rows: readonly object[]) => strToU8(stringify([...rows], { header: true }));
  const files = {
    'datapackage.json': strToU8(JSON.stringify({ name: 'demo', resources: ['organizations', 'services', 'phones'].map((name) => ({ name, path: `${name}.csv` })) })),
    'organizations.csv': csv([{ id: id(41), name: 'Tables (demo)', description: 'Made up.' }]), 'services.csv': csv([{ id: id(42), organization_id: id(41), name: 'From tables (demo)', description: 'Made up.', status: 'active' }]), 'phones.csv': csv([{ id: id(43), service_id: id(99), number: '1' }]),
  };
  const path = (await handIn(zipSync({ package: files }), 'Tables')).headers.get('location') ?? '';
  await world.settle();
  expect(await open(path)).toContain(`phones of ${id(99)}`);
  await world.coordinator.visitor.post(`${path}/take`, {});
  await world.settle();
  expect(await names()).toContain('From tables (demo)');
  expect(readDirectoryFile(zipSync({ 'a.csv': csv([{ a: 1 }]) }))).toEqual({ problem: 'no-description' });
  expect(readDirectoryFile(zipSync({ 'datapackage.json': strToU8('{') }))).toEqual({ problem: 'unreadable' });
  expect(readDirectoryFile(zipSync({ 'datapackage.json': strToU8('{}'), 'a.csv': new Uint8Array(61_000_000) }))).toEqual({ problem: 'large' });
});

test('nothing is half taken in, and a file that would withdraw most needs a word that it is meant', async () => {
  const many = Array.from({ length: 9 }, (_, n) => service(60 + n));
  const first = (await handIn(json(...many), 'Big')).headers.get('location') ?? '';
  await world.settle();
  await world.coordinator.visitor.post(`${first}/take`, {});
  await world.settle();
  const before = await names();
  const second = (await handIn(json(service(60)), 'Big')).headers.get('location') ?? '';
  await world.settle();
  const refused = await world.coordinator.visitor.post(`${second}/take`, {});
  expect([refused.status, (await refused.text()).includes('Say that it is meant')]).toEqual([422, true]);
  expect(await names()).toEqual(before);
  await world.coordinator.visitor.post(`${second}/take`, { withdraws: 'yes' });
  await world.settle();
  expect((await names()).filter((name) => /Service 6/.test(name))).toEqual(['Service 60 (demo)']);
  // Another source of the same agency, and what stood there before, are as they were.
  expect(await names()).toEqual(expect.arrayContaining(['Service 2 (demo)', 'From tables (demo)']));
});

test('services of an organization that another agency or source keeps, and those at its places, are refused with a reason; those of her own agency are taken', async () => {
  const { organizations, services } = world;
  const place = id(83);
  await world.database.admin`insert into access.location (id, organization_id, location_type, name) values (${place}, ${organizations.outside}, 'physical', 'Harbour')`;
  const under = (n: number, organization: string, more: object = {}) => ({ ...service(n, { email: 'elsewhere@example.net', ...more }), organization: undefined, organization_id: organization });
  const at = (n: number, location: string) => ({ service_at_locations: [{ id: id(n), location: { id: location, location_type: 'physical', name: 'Moved', phones: [{ id: id(n + 1), number: '905-555-0100' }] } }] });
  const path = (await handIn(json(under(80, organizations.south), under(81, organizations.outside), under(82, organizations.north, at(84, place)), under(87, organizations.north), under(88, organizations.north, at(89, id(91)))), 'Neighbours')).headers.get('location') ?? '';
  await world.settle();
  const page = await open(path);
  for (const n of [80, 81]) expect(page).toMatch(new RegExp(`service ${id(n)}</th><td[^>]*>organization_id: [0-9a-f-]{36} is an organization that another agency or another source keeps`));
  expect(page).toContain(`location: ${place} is a place of an organization that another agency or another source keeps`);
  expect(await open(path.replace('/en/', '/fr/'))).toContain('désigne un organisme dont un autre partenaire ou une autre source tient les fiches');
  await world.coordinator.visitor.post(`${path}/take`, {});
  await world.settle();
  const taken = await world.database.admin<{ id: string }[]>`select id from access.service where feed like 'Neighbours %' order by id`;
  expect(taken.map((one) => one.id)).toEqual([id(87), id(88)]);
  expect(await world.database.admin`select name from access.location where id = ${place}`).toEqual([{ name: 'Harbour' }]);
  expect(await world.database.admin`select 1 from access.service where id = ${services.shelter} and email is null`).toHaveLength(1);
});

test('what is wrong with the file or the name is said, and what was typed stays', async () => {
  for (const [content, name, said] of [['{', 'Spring', 'cannot be read'], ['', 'Spring', 'Choose a file'], [json(), '', 'Give the source a name']] as const) {
    const answer = await handIn(content, name);
    const text = await answer.text();
    expect([answer.status, text.includes(said), name === '' || text.includes('value="Spring"')]).toEqual([422, true, true]);
  }
  expect(reasonIn('fr', 'organization: the service names none')).toBe('organization: le service n’en nomme aucun');
});

test('only coordinators hand in, see and decide, each agency its own; the content is read by the job alone', async () => {
  const [{ id: one = '' } = {}] = await world.database.admin<{ id: string }[]>`select id from access.directory_import limit 1`;
  for (const name of ['intake', 'clinician', 'supervisor', 'volunteer', 'outside', 'nurse', 'officer'] as const) {
    const visitor = await world.visit(name);
    for (const path of [imports, `${imports}/${one}`]) expect((await visitor.get(path)).status, name).toBe(404);
    expect((await visitor.post(`${imports}/${one}/drop`, {})).status, name).toBe(404);
    expect(await world.by(name, async ({ sql }) => (await sql`select id from access.directory_import`).length), name).toBe(0);
  }
  expect(await world.coordinator.by(async ({ sql }) => (await sql`select id from access.directory_import`).length)).toBeGreaterThan(0);
  await expect(world.coordinator.by(async ({ sql }) => await sql`select content from access.directory_import`)).rejects.toThrow('permission denied');
  await expect(world.coordinator.by(async ({ sql, now }) => await sql`insert into access.directory_import (id, agency_id, name, content, uploaded_by, uploaded_at) values (gen_random_uuid(), ${world.agencies.south}, 'x', '{}', ${world.coordinator.account}, ${now})`)).rejects.toThrow('row-level security');
  await expect(world.coordinator.by(async ({ sql, now }) => await sql`insert into access.directory_import (id, agency_id, name, state, content, uploaded_by, uploaded_at) values (gen_random_uuid(), ${world.agencies.north}, 'x', 'running', '{}', ${world.coordinator.account}, ${now})`)).rejects.toThrow('row-level security');
  // Another agency's coordinator with the same name for her source is another source: what stands here is left.
  expect(await world.database.admin`select distinct feed from access.service where feed like 'Spring list%'`).toEqual([{ feed: `Spring list ${world.agencies.north}` }]);
});

test('the way to it stands on the board of a coordinator, and on nobody else’s', async () => {
  expect(await open('/en/access/directory/board')).toContain(`href="${imports}"`);
  expect(await (await (await world.visit('supervisor')).get('/en/access/directory/board')).text()).not.toContain(imports);
});
