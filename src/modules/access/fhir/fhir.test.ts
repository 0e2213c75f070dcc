import { afterAll, beforeAll, expect, test } from 'vitest';
import { addApiKey } from '#app/modules/identity/index.ts';
import { type AccessWorld, openAccessWorld, staffNames } from '../access-world.test-tool.ts';
import { type Ask, openAsking } from './asking.test-tool.ts';

let world: AccessWorld;
let ask: Ask;
let keys: ReadonlyMap<string, string>;
let app: ReturnType<AccessWorld['http']>['app'];
beforeAll(async () => {
  world = await openAccessWorld();
  ({ ask, keys, app } = await openAsking(world, staffNames));
});
afterAll(async () => await world.close());

const patient = (more: object = {}) => ({
  resourceType: 'Patient', name: [{ use: 'official', family: 'Brindle-Oake', given: ['Étienne'] }, { use: 'nickname', given: ['Ty'] }], birthDate: '1960-05-31', telecom: [{ system: 'phone', value: '905-555-0143' }],
  address: [{ city: 'Milton' }], communication: [{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: 'fr-CA' }] }, preferred: true }], ...more,
});
const consent = (of: string, to: string, more: object = {}) => ({
  resourceType: 'Consent', status: 'active', language: 'fr-CA', extension: [{ url: 'urn:x-common-table:how-given', valueCode: 'spoken' }], scope: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy' }] },
  category: [{ coding: [{ code: 'IDSCL' }] }], patient: { reference: `Patient/${of}` }, dateTime: '2019-06-03', performer: [{ reference: `Patient/${of}` }],
  provision: { type: 'permit', period: { end: '2020-06-03' }, actor: [{ role: { coding: [{ code: 'IRCP' }] }, reference: { reference: `Organization/${to}` } }], purpose: [{ system: 'urn:x-common-table:purpose', code: 'care' }], code: [{ coding: [{ system: 'urn:x-common-table:section', code: 'identity' }] }] }, ...more,
});

test('without a key, or with the token of a page, nothing opens; a key opens no page', async () => {
  expect(await ask(undefined, 'POST', 'Patient', patient())).toMatchObject({ status: 401 });
  expect(await ask(undefined, 'POST', 'Patient', patient(), { authorization: `Bearer ${world.member.clinician.token}` })).toMatchObject({ status: 401 });
  expect(await ask(undefined, 'POST', 'Patient', patient(), { cookie: `session=${world.member.clinician.token}` })).toMatchObject({ status: 401 });
  const page = await app.request('/en/access/persons', { headers: { cookie: `session=${keys.get('clinician')}` } });
  expect(page.headers.get('location')).toContain('sign-in');
  expect((await app.request('/en/access/persons', { headers: { authorization: `Bearer ${keys.get('clinician')}` } })).headers.get('location')).toContain('sign-in');
});

test('a person who is entered by a program stands on the page, and what is read again is what was sent', async () => {
  const made = await ask('clinician', 'POST', 'Patient', patient());
  expect(made.status).toBe(201);
  const id = String(made.json.id);
  expect(made.location).toBe(`http://localhost/fhir/Patient/${id}`);
  expect(await (await (await world.visit('clinician')).get(`/en/access/persons/${id}`)).text()).toContain('Brindle-Oake');
  const read = (await ask('clinician', 'GET', `Patient/${id}`)).json;
  expect(read).toMatchObject({ ...patient(), managingOrganization: { reference: `Organization/${world.agencies.north}` } });
  const found = await ask('clinician', 'POST', 'Patient/_search', new URLSearchParams({ family: 'brindle oake', given: 'etienne' }));
  expect(found.json).toMatchObject({ resourceType: 'Bundle', total: 1, entry: [{ fullUrl: `http://localhost/fhir/Patient/${id}` }] });
  expect(await ask('clinician', 'GET', 'Patient?family=Brindle')).toMatchObject({ status: 400, json: { resourceType: 'OperationOutcome' } });
  const lines = await world.database.admin<{ n: number }[]>`select count(*)::int as n from platform.audit_entry where action = 'access.read-section' and subject_id = ${id}`;
  expect(lines[0]?.n).toBeGreaterThanOrEqual(6);
  // The search stands once at each record that it showed, and is itself about nobody.
  expect((await world.database.admin<{ subject: string | null }[]>`select subject_id as subject from platform.audit_entry where action = 'access.search-persons'`).map(({ subject }) => subject).toSorted()).toEqual([id, null]);
});

test('hidden and absent are one answer for every other role and agency, and a consent opens the record to the other agency until it is withdrawn', async () => {
  const id = String((await ask('clinician', 'POST', 'Patient', patient())).json.id);
  const gone = await ask('nurse', 'GET', 'Patient/0b0f2a52-6c1e-4a40-8f5b-9e4a3f1d2c10');
  for (const who of ['intake', 'nurse', 'outside'] as const) expect(await ask(who, 'GET', `Patient/${id}`)).toEqual(gone);
  expect((await ask('nurse', 'POST', 'Patient/_search', new URLSearchParams({ family: 'brindleoake' }))).json.total).toBe(0);
  for (const who of ['volunteer', 'officer'] as const) expect((await ask(who, 'GET', `Patient/${id}`)).status).toBe(404);
  const agreed = await ask('clinician', 'POST', 'Consent', consent(id, world.agencies.south));
  expect(agreed).toMatchObject({ status: 201, json: { status: 'active', patient: { reference: `Patient/${id}` }, provision: { period: { start: '2019-06-03', end: '2020-06-03' } } } });
  const shared = await ask('nurse', 'GET', `Patient/${id}`);
  expect(shared.json).toMatchObject({ name: [{ family: 'Brindle-Oake' }, {}] });
  expect(shared.json.telecom).toBeUndefined();
  expect((await ask('nurse', 'GET', `Consent/${String(agreed.json.id)}`)).status).toBe(404);
  expect((await ask('nurse', 'POST', 'Consent', consent(id, world.agencies.south))).status).toBe(422);
  expect((await ask('clinician', 'GET', `Consent?patient=Patient/${id}`)).json.total).toBe(1);
  await (await world.visit('clinician')).post(`/en/access/persons/${id}/consents/${String(agreed.json.id)}/withdraw`, { [`withdrawn-how-${String(agreed.json.id)}`]: 'Said so' });
  expect(await ask('nurse', 'GET', `Patient/${id}`)).toEqual(gone);
  expect((await ask('clinician', 'GET', `Consent/${String(agreed.json.id)}`)).json.status).toBe('inactive');
});

test('what is withheld at the person’s direction is marked, never sent', async () => {
  const id = String((await ask('clinician', 'POST', 'Patient', patient())).json.id);
  await (await world.visit('supervisor')).post(`/en/access/persons/${id}/instructions/new`, { what: 'contact', whom: `account:${world.member.clinician.account}`, said: 'Not my number to her' });
  const read = (await ask('clinician', 'GET', `Patient/${id}`)).json;
  expect(read).toMatchObject({ meta: { security: [{ system: 'urn:x-common-table:withheld', code: 'contact' }] }, name: [{ family: 'Brindle-Oake' }, {}] });
  expect(JSON.stringify(read)).not.toContain('905-555');
});

test('what could not be kept is refused by its name, and nothing is entered', async () => {
  const before = await world.database.admin`select count(*)::int as n from access.person`;
  for (const [more, element] of [
    [{ identifier: [{ system: 'https://health.gov.on.ca', value: '1234567897' }] }, 'Patient.identifier'], [{ photo: [{}] }, 'Patient.photo'], [{ birthDate: '1960' }, 'Patient.birthDate'], [{ birthDate: '2031-01-01' }, 'Patient.birthDate'],
    [{ name: [{ use: 'official', family: 'Alone' }] }, 'Patient.name'], [{ telecom: [{ system: 'email', value: 'no' }] }, 'Patient.telecom'],
  ] as const) expect((await ask('clinician', 'POST', 'Patient', patient(more))).json, element).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ expression: [element] }] });
  const bare = await app.request('/fhir/Patient', { method: 'POST', body: '{', headers: { authorization: `Bearer ${keys.get('clinician')}`, 'content-type': 'application/fhir+json' } });
  expect(bare.status).toBe(422);
  expect(await world.database.admin`select count(*)::int as n from access.person`).toEqual(before);
  expect((await ask('clinician', 'POST', 'Patient', { resourceType: 'Patient' })).json).toMatchObject({ resourceType: 'Patient', active: true });
});

test('a key ends with its day and with its account, and outlasts an idle night', async () => {
  expect((await ask('supervisor', 'POST', 'Patient/_search', new URLSearchParams({ family: 'x' }))).status).toBe(200);
  world.database.clock.set('2019-06-20T09:00:00-04:00');
  expect((await ask('supervisor', 'POST', 'Patient/_search', new URLSearchParams({ family: 'x' }))).status).toBe(200);
  world.database.clock.set('2019-09-20T09:00:00-04:00');
  expect((await ask('supervisor', 'POST', 'Patient/_search', new URLSearchParams({ family: 'x' }))).status).toBe(401);
  expect(await world.as.worker(async (scope) => await addApiKey(scope, 'nobody@example.org', 90))).toBeUndefined();
  await expect(world.by('supervisor', async (scope) => await addApiKey(scope, 'nurse@example.org', 90))).rejects.toMatchObject({ code: '42501' });
});

test('the statement of capabilities, questionnaires and organisations are open', async () => {
  expect((await ask(undefined, 'GET', 'metadata')).json).toMatchObject({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' });
  expect((await ask(undefined, 'GET', 'Questionnaire')).json.total).toBeGreaterThanOrEqual(4);
  expect((await ask(undefined, 'GET', 'Questionnaire/phq-9')).json).toMatchObject({ resourceType: 'Questionnaire' });
  expect((await ask(undefined, 'GET', `Organization/${world.agencies.north}`)).json).toMatchObject({ name: 'Agency north (demo)' });
  expect((await ask(undefined, 'GET', 'Organization/none')).status).toBe(404);
});
