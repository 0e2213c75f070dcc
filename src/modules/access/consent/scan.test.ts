import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import { type AccessWorld, openAccessWorld, type StaffName, staffNames } from '../access-world.test-tool.ts';
import { remindOfEnding } from './jobs.ts';
import { scanField } from './scan.tsx';

let world: AccessWorld;
let kim: string;
let consent: string;
const given = () => ({ 'given-by': 'self', purposes: ['care', 'referral'], categories: ['identity'], agencies: [world.agencies.south], how: 'written', language: 'fr', expires: '2019-06-20', conditions: 'Not by phone' });
const all = async () => await world.database.admin<{ id: string; renews: string | null; expires: string }[]>`select id, renews, expires_on as expires from access.consent order by recorded_at, id`;
beforeAll(async () => {
  world = await openAccessWorld();
  kim = await world.enter('intake', { given: 'Kim', family: 'Lavoie', birth: '1990-05-05' });
  expect((await (await world.visit('intake')).post(at('/consents/new'), given())).status).toBe(303);
  consent = (await all())[0]?.id ?? '';
});
afterAll(async () => await world.close());
const at = (path = '') => `/en/access/persons/${kim}${path}`;
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const upload = (content: Uint8Array<ArrayBuffer>, name = 'signed.png') => {
  const form = new FormData();
  form.append(scanField(consent), new File([content], name));
  return form;
};

test('what was signed is attached as PDF, JPEG or PNG by what it contains; anything else comes back with the reason', async () => {
  const intake = await world.visit('intake');
  for (const content of [new TextEncoder().encode('plain text'), new Uint8Array(0)]) {
    const wrong = await intake.post(at(`/consents/${consent}/scans`), upload(content, 'scan.pdf'));
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('Choose a PDF, JPEG or PNG');
  }
  expect((await intake.post(at(`/consents/${consent}/scans`), upload(new Uint8Array(png)))).status).toBe(303);
  expect(await (await intake.get(at('/consents'))).text()).toContain('What was signed, attached 3 June 2019');
  for (const name of ['clinician', 'outside', 'volunteer'] as const) expect((await (await world.visit(name)).post(at(`/consents/${consent}/scans`), upload(new Uint8Array(png)))).status, name).toBe(404);
});

test('a scan is read by who works with the person in the agency, each time with a line in the trail, and by no other way', async () => {
  const [scan] = await world.database.admin<{ id: string }[]>`select id from access.consent_scan`;
  const answer = await (await world.visit('intake')).get(at(`/consents/${consent}/scans/${scan?.id}`));
  expect([answer.status, answer.headers.get('content-type'), Buffer.from(await answer.arrayBuffer()).equals(png)]).toEqual([200, 'image/png', true]);
  expect(await world.database.admin`select decision from platform.audit_entry where action = 'access.read-scan' and subject_id = ${kim}`).toEqual([{ decision: 'permit' }]);
  const read = async (name: StaffName) => await world.by(name, async ({ sql }) => [(await sql`select * from access.read_scan(${kim}, ${scan?.id ?? ''})`).length, (await sql`select * from access.list_scans(${kim})`).length]);
  const seen = Object.fromEntries(await Promise.all(staffNames.map(async (name) => [name, await read(name)] as const)));
  expect(seen).toEqual({ intake: [1, 1], clinician: [0, 0], supervisor: [1, 1], volunteer: [0, 0], outside: [0, 0], nurse: [0, 0], officer: [0, 0] });
  await expect(world.by('supervisor', async ({ sql }) => await sql`select id from access.consent_scan`)).rejects.toThrow('permission denied');
  for (const name of ['clinician', 'outside', 'officer'] as const) await expect(world.by(name, async ({ sql, now }) => await sql`insert into access.consent_scan (id, consent_id, person_id, name, type, content, added_by, added_at)
    values (${newId()}, ${consent}, ${kim}, 'x', 'image/png', ${png}, ${world.member[name].account}, ${now})`), name).rejects.toThrow('row-level security');
});

test('a consent is renewed from its own words, once; nothing is asked about the old one any more', async () => {
  const intake = await world.visit('intake');
  const owed = async () => (await world.database.admin`select id from commitment.obligation where kind = 'consent' and released_at is null`).length;
  await world.as.worker(remindOfEnding);
  expect(await owed()).toBe(1);
  const form = await (await intake.get(`${at('/consents/new')}?renews=${consent}`)).text();
  for (const part of ['Renew a consent', 'Not by phone', `name="renews" value="${consent}"`, 'value="2020-06-03"']) expect(form).toContain(part);
  expect(form).toMatch(/value="referral" checked/);
  expect((await intake.post(at('/consents/new'), { ...given(), renews: consent, how: '' })).status).toBe(422);
  expect((await intake.post(at('/consents/new'), { ...given(), renews: consent, expires: '2020-06-03' })).status).toBe(303);
  expect((await all()).map(({ renews, expires }) => [renews, expires])).toEqual([[null, '2019-06-20'], [consent, '2020-06-03']]);
  await world.as.worker(remindOfEnding);
  expect(await owed()).toBe(0);
  const page = await (await intake.get(at('/consents'))).text();
  expect(page).toContain('Renewed');
  expect(page).not.toContain(`renews=${consent}`);
});

test('a record closed to its whole agency, and hidden, is seen and opened again by the privacy officer alone', async () => {
  const [intake, officer] = [await world.visit('intake'), await world.visit('officer')];
  expect((await intake.post(at('/instructions/new'), { said: 'Nobody here at all.', what: 'all', whom: `agency:${world.agencies.north}`, hide: 'yes' })).status).toBe(303);
  for (const name of ['intake', 'supervisor'] as const) for (const path of ['', '/consents']) expect((await (await world.visit(name)).get(at(path))).status, `${name} ${path}`).toBe(404);
  const [lock] = await world.database.admin<{ id: string }[]>`select id from access.instruction`;
  for (const name of ['intake', 'supervisor', 'outside', 'nurse', 'volunteer'] as const) {
    expect((await (await world.visit(name)).get('/en/access/instructions')).status, name).toBe(404);
    expect(await world.by(name, async ({ sql, now }) => (await sql`update access.instruction set lifted_at = ${now}`).count), name).toBe(0);
  }
  const page = await (await officer.get('/en/access/instructions')).text();
  for (const part of ['Nobody here at all.', kim, 'Agency north (demo)']) expect(page).toContain(part);
  expect(await (await officer.get('/fr/access/instructions')).text()).toContain('Dossiers fermés');
  expect((await world.database.admin`select id from platform.audit_entry where action = 'access.list-instructions' and subject_id = ${kim}`).length).toBe(2);
  expect((await officer.post(`/en/access/instructions/${lock?.id}/lift`, {})).status).toBe(303);
  expect((await officer.post(`/en/access/instructions/${lock?.id}/lift`, {})).status).toBe(404);
  expect((await intake.get(at())).status).toBe(200);
});

test('an instruction about one section, or against one colleague, is not the officer’s to lift on that page', async () => {
  await (await world.visit('intake')).post(at('/instructions/new'), { said: 'Not my housing.', what: 'housing', whom: 'all' });
  const [lock] = await world.database.admin<{ id: string }[]>`select id from access.instruction where lifted_at is null`;
  const officer = await world.visit('officer');
  expect(await (await officer.get('/en/access/instructions')).text()).not.toContain('Not my housing.');
  expect((await officer.post(`/en/access/instructions/${lock?.id}/lift`, {})).status).toBe(404);
});
