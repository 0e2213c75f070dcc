import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { type AccessWorld, openAccessWorld, type StaffName, staffNames } from '../access-world.test-tool.ts';
import { importDirectory } from './import.ts';
import { listOfferable } from './offer.ts';

let world: AccessWorld;
const id = (n: number) => `0b0f2a52-6c1e-4a40-8f5b-${String(n).padStart(12, '0')}`;
const north = id(2);
const south = id(3);
beforeAll(async () => {
  world = await openAccessWorld();
  const service = (of: number, owner: number, name: string) => ({
    id: id(of), organization: { id: id(owner), name: `${name} (demo)`, description: 'Made up.' }, name, description: 'Made up.', status: 'active', assured_date: '2018-01-01', schedules: [{ id: id(of + 10), freq: 'WEEKLY', byday: 'MO', opens_at: '09:00', closes_at: '17:00' }],
    languages: [{ id: id(of + 20), name: 'English', code: 'en' }], cost_options: [{ id: id(of + 30), amount: 0 }], service_areas: [{ id: id(of + 40), name: 'Here' }], phones: [{ id: id(of + 50), number: '905-555-0199' }], contacts: [{ id: id(of + 60), name: 'Front desk' }],
    additional_urls: [{ id: id(of + 70), url: 'https://example.org' }], attributes: [{ id: id(of + 80), link_type: 'need', taxonomy_term: { id: id(90), code: 'x', name: 'X', taxonomy: 'theirs' } }],
    capacities: [{ id: id(of + 100), unit: { id: id(91), name: 'places' }, available: 1, updated: '2018-01-01T12:00:00Z' }],
    service_at_locations: [{ id: id(of + 110), location: { id: id(of + 120), location_type: 'physical', addresses: [{ id: id(of + 130), address_1: '1 Example Street', city: 'Town', state_province: 'ON', postal_code: 'A1A 1A1', country: 'CA', address_type: 'physical' }] } }],
  });
  await world.as.worker(async (scope) => await importDirectory(scope, { json: [service(2, 4, 'North house'), service(3, 5, 'South house')] }, 'feed'));
  const { admin } = world.database;
  await admin`update access.organization set agency_id = ${world.agencies.north} where id = ${id(4)}`;
  await admin`update access.organization set agency_id = ${world.agencies.south} where id = ${id(5)}`;
  await admin`insert into access.metadata select gen_random_uuid(), id, 'service', '2019-06-01', 'update', 'name', 'a', 'b', 'x' from access.service`;
  // The nurse of the south is its coordinator too.
  await admin`insert into identity.membership (id, account_id, agency_id, role, from_date) values (${newId()}, ${world.member.nurse.account}, ${world.agencies.south}, 'coordinator', '2018-01-01')`;
});
afterAll(async () => await world.close());

class Undone extends Error {}
type Who = StaffName | 'public' | 'worker' | 'manager';
async function holds(who: Who, work: (scope: Scope) => Promise<boolean>): Promise<boolean> {
  let held = false;
  const run = async (scope: Scope): Promise<never> => {
    held = await work(scope);
    throw new Undone();
  };
  const refused = (error: unknown) => {
    if (!(error instanceof Undone) && !(error instanceof Error && 'code' in error && error.code === '42501')) throw error;
  };
  await (who === 'public' ? world.as.public(run) : who === 'worker' ? world.as.worker(run) : who === 'manager' ? world.as.manager(run) : world.by(who, run)).catch(refused);
  return held;
}
const everybody: readonly Who[] = ['public', 'manager', 'worker', ...staffNames];
const tables = ['organization', 'service', 'location', 'address', 'service_at_location', 'contact', 'phone', 'url', 'schedule', 'language', 'cost_option', 'service_area', 'taxonomy', 'taxonomy_term', 'attribute', 'unit', 'service_capacity', 'metadata'] as const;
const owned = ['phone', 'schedule', 'language', 'cost_option', 'service_area', 'attribute', 'service_capacity'] as const;

test.each(tables)('%s is read by everybody, and changed by the keepers of its organisation and the worker alone', async (table) => {
  const cells: Record<string, string> = {};
  for (const who of everybody) {
    const read = await holds(who, async ({ sql }) => (await sql`select 1 from ${sql(`access.${table}`)} limit 1`).length > 0);
    const key = owned.some((one) => one === table) ? 'service_id' : 'id';
    const changed = await holds(who, async ({ sql }) => (await sql`update ${sql(`access.${table}`)} set id = id where ${sql(key)}::text <> ''`).count > 0);
    const removed = await holds(who, async ({ sql }) => table !== 'organization' && table !== 'service' && table !== 'taxonomy' && table !== 'taxonomy_term' && table !== 'unit' && (await sql`delete from ${sql(`access.${table}`)}`).count > 0);
    cells[who] = `${read ? 'r' : ''}${changed ? 'u' : ''}${removed ? 'd' : ''}`;
  }
  const keepers = owned.some((one) => one === table) ? 'rud' : 'r';
  const plain = ['organization', 'service', 'taxonomy', 'taxonomy_term', 'unit'].includes(table);
  expect(cells).toEqual({ public: 'r', manager: 'r', worker: plain ? 'ru' : 'rud', intake: 'r', clinician: 'r', supervisor: keepers, volunteer: 'r', outside: 'r', nurse: keepers, officer: 'r' });
});

test('a keeper changes the entries of her own organisation and no other’s, and cannot hand one over', async () => {
  const change = (who: Who, service: string) => holds(who, async ({ sql }) => (await sql`update access.service set name = name, origin = 'staff' where id = ${service}`).count > 0);
  const part = (who: Who, service: string) => holds(who, async ({ sql }) => (await sql`insert into access.phone (id, service_id, number) values (gen_random_uuid(), ${service}, '1')`).count > 0);
  for (const attempt of [change, part]) expect(await Promise.all([attempt('supervisor', north), attempt('supervisor', south), attempt('nurse', north), attempt('nurse', south), attempt('intake', north), attempt('manager', north), attempt('public', north)])).toEqual([true, false, false, true, false, false, false]);
  expect(await holds('supervisor', async ({ sql }) => (await sql`update access.service set organization_id = ${id(5)} where id = ${north}`).count > 0)).toBe(false);
  expect(await holds('supervisor', async ({ sql }) => (await sql`update access.phone set service_id = ${south} where service_id = ${north}`).count > 0)).toBe(false);
  expect(await holds('supervisor', async ({ sql }) => (await sql`update access.organization set agency_id = null`).count > 0)).toBe(false);
  expect(await holds('supervisor', async ({ sql }) => (await sql`update access.service set assured_account = ${world.member.nurse.account} where id = ${north}`).count > 0)).toBe(false);
  expect(await holds('supervisor', async ({ sql }) => (await sql`insert into access.metadata select gen_random_uuid(), ${south}, 'service', '2019-06-01', 'update', 'name', 'a', 'b', 'x'`).count > 0)).toBe(false);
});

test('a withdrawn entry is seen by nobody but the worker', async () => {
  await world.database.admin`update access.service set withdrawn_at = now() where id = ${north}`;
  for (const who of everybody) expect([who, await holds(who, async ({ sql }) => (await sql`select from access.service where id = ${north}`).length > 0), await holds(who, async ({ sql }) => (await sql`select from access.phone where service_id = ${north}`).length > 0)]).toEqual([who, who === 'worker', who === 'worker']);
  await world.database.admin`update access.service set withdrawn_at = null where id = ${north}`;
});

test('the board is there for who works with people and the plan office, and for nobody else', async () => {
  for (const who of ['intake', 'clinician', 'supervisor', 'nurse', 'manager'] as const) {
    const html = await (await (await world.visit(who)).get('/en/access/directory/board')).text();
    expect([who, html.includes('North house'), html.includes('Checked today')]).toEqual([who, true, who === 'supervisor' || who === 'nurse']);
  }
  for (const who of ['volunteer', 'officer'] as const) expect((await (await world.visit(who)).get('/en/access/directory/board')).status).toBe(404);
  expect((await (await world.visit()).get('/en/access/directory/board')).status).toBe(303);
});

test('two presses make a stale entry fresh, it is offered again, and the trail says who did it', async () => {
  const offered = async () => (await world.as.public(async (scope) => await listOfferable(scope))).map((one) => [one.id, one.capacity, one.agency]);
  expect(await offered()).toEqual([]);
  const keeper = await world.visit('supervisor');
  expect((await keeper.post(`/en/access/directory/services/${north}/checked`, {})).status).toBe(303);
  expect(await offered()).toEqual([[north, 'capacity', world.agencies.north]]);
  expect((await keeper.post(`/en/access/directory/services/${north}/capacity`, { code: 'waitlist' })).status).toBe(303);
  expect(await offered()).toEqual([[north, 'waitlist', world.agencies.north]]);
  const page = await (await keeper.get(`/en/find-help/${north}`)).text();
  expect(page).toContain('Last checked by North house (demo) on 3 June 2019');
  expect(page).not.toContain('supervisor (demo)');
  const trail = await world.database.admin<{ action: string; actor: string }[]>`select action, account_id as actor from platform.audit_entry where subject_id = ${north} order by id`;
  expect(trail.map(({ action }) => action)).toEqual(expect.arrayContaining(['access.check-service', 'access.report-room']));
});

test('not found comes before not permitted, that before what is wrong, and nothing typed is lost', async () => {
  const edit = (who: StaffName | undefined, service: string, fields: Record<string, string>) => world.visit(who).then(async (visitor) => await visitor.post(`/fr/access/directory/services/${service}/edit`, fields));
  const right = { 'name-en': 'North house', 'name-fr': 'Maison du nord', 'description-en': 'Rooms.', 'description-fr': 'Chambres.', status: 'active', referrals: 'yes', phone: '905-555-0177', 'minimum-age': '16', 'maximum-age': '', 'MO-from': '22:00', 'MO-to': '06:00' };
  for (const [who, service, status] of [['supervisor', id(77), 404], ['supervisor', 'no-id', 404], ['supervisor', south, 404], ['intake', north, 404], ['volunteer', north, 404]] as const) expect([who, service, (await edit(who, service, {})).status]).toEqual([who, service, status]);
  expect((await (await world.visit('supervisor')).post(`/fr/access/directory/services/${south}/capacity`, { code: 'waitlist' })).status).toBe(404);
  expect((await (await world.visit('supervisor')).post(`/fr/access/directory/services/${north}/capacity`, { code: 'plenty' })).status).toBe(422);
  const wrong = await edit('supervisor', north, { ...right, 'name-fr': '', 'minimum-age': '30', 'maximum-age': '20', 'MO-to': '', 'how-en': 'Call.', phone: 'call <b>' });
  const html = await wrong.text();
  expect(wrong.status).toBe(422);
  for (const text of ['error-summary', 'value="30"', 'call &lt;b&gt;', 'Écrivez quelque chose ici', 'Le dernier âge vient avant le premier', 'dans les deux langues', 'Écrivez les deux heures']) expect(html).toContain(text);
  expect((await edit('supervisor', north, right)).status).toBe(303);
  const given = await (await (await world.visit()).get(`/hsds/services/${north}`)).json();
  expect(given).toMatchObject({ name: 'North house', minimum_age: 16, phones: [{ number: '905-555-0177' }], schedules: [{ byday: 'MO', opens_at: '22:00', closes_at: '06:00' }], translations: { fr: { name: 'Maison du nord' } } });
  expect(given.metadata.map((one: { field_name: string; updated_by: string }) => [one.field_name, one.updated_by])).toEqual(expect.arrayContaining([['name', 'North house (demo)'], ['phones', 'North house (demo)'], ['schedules', 'North house (demo)']]));
  const form = await (await (await world.visit('supervisor')).get(`/en/access/directory/services/${north}/edit`)).text();
  for (const text of ['value="22:00"', 'value="06:00"', 'value="Maison du nord"']) expect(form).toContain(text);
});
