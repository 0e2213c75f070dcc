import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AssessmentWorld, openAssessmentWorld, shelved } from '../assessment/assessment-world.test-tool.ts';
import { staffNames } from '../access-world.test-tool.ts';
import { type Ask, openAsking } from './asking.test-tool.ts';

let world: AssessmentWorld;
let ask: Ask;
beforeAll(async () => {
  world = await openAssessmentWorld();
  ({ ask } = await openAsking({ ...world, at: world.moveTo }, staffNames));
});
afterAll(async () => await world.close());
const kept = async () => (await world.database.admin<{ n: number }[]>`select count(*)::int as n from access.assessment`)[0]?.n;
const alerts = async () => (await world.database.admin<{ n: number }[]>`select count(*)::int as n from access.safety_alert`)[0]?.n ?? 0;
const answers = (of: readonly (number | undefined)[]) => [{ linkId: 'symptoms', item: of.flatMap((one, place) => (one === undefined ? [] : [{ linkId: `phq-${place + 1}`, answer: [{ valueCoding: { system: 'urn:x-common-table:answer-scale', code: String(one) } }] }])) }];
const calm = [1, 2, 3, 0, 1, 2, 3, 0, 0];
const response = (more: object = {}) => ({
  resourceType: 'QuestionnaireResponse', language: 'fr-CA', questionnaire: `urn:x-common-table:questionnaire:phq-9|${shelved('phq-9').number}`, status: 'completed', subject: { reference: `Patient/${world.kim}` }, item: answers(calm), ...more,
});

test('a finished form is scored here, stands on the page, and is read again with its version, by which it is found', async () => {
  const made = await ask('clinician', 'POST', 'QuestionnaireResponse', response({ item: [...answers(calm), { linkId: 'total', answer: [{ valueInteger: 27 }] }] }));
  expect(made).toMatchObject({ status: 201, json: { status: 'completed', language: 'fr-CA', author: { reference: `Organization/${world.agencies.north}` }, extension: [{ valueCode: shelved('phq-9').hash }, { valueCode: 'staff' }, { extension: [{ url: 'total', valueDecimal: 12 }, { valueDate: '2019-09-03' }] }] } });
  expect(made.json.item).toContainEqual({ linkId: 'total', answer: [{ valueInteger: 12 }] });
  const id = String(made.json.id);
  expect(await (await (await world.visit('clinician')).get(world.at(`/assessments/${id}`))).text()).toContain('<b>12</b>');
  expect((await ask('supervisor', 'GET', `QuestionnaireResponse/${id}`)).json).toEqual(made.json);
  const found = async (more = '') => (await ask('clinician', 'GET', `QuestionnaireResponse?patient=Patient/${world.kim}${more}`)).json;
  expect(await found()).toMatchObject({ total: 1, entry: [{ resource: { id } }] });
  expect((await found('&questionnaire=urn:x-common-table:questionnaire:gad-7')).total).toBe(0);
  expect((await found(`&questionnaire=urn:x-common-table:questionnaire:phq-9|${shelved('phq-9').number}`)).total).toBe(1);
  const lines = await world.database.admin<{ action: string; detail: unknown }[]>`select action, detail from platform.audit_entry where subject_id = ${world.kim} and action like 'access.%assessment'`;
  expect(lines.map(({ action }) => action)).toEqual(expect.arrayContaining(['access.write-assessment', 'access.read-assessment', 'access.open-assessment']));
  expect(lines).toContainEqual({ action: 'access.read-assessment', detail: { section: 'health', assessment: id } });
});

test('what is incomplete is kept in progress and has no score, though it says that it is complete', async () => {
  const made = await ask('clinician', 'POST', 'QuestionnaireResponse', response({ item: [...answers([3, 3, 3]), { linkId: 'total', answer: [{ valueInteger: 27 }] }] }));
  expect(made).toMatchObject({ status: 201, json: { status: 'in-progress', extension: [{}, { valueCode: 'staff' }] } });
  expect(made.json.extension).toHaveLength(2);
  expect(JSON.stringify(made.json)).not.toContain('total');
  const stopped = await ask('clinician', 'POST', 'QuestionnaireResponse', response({ status: 'stopped', item: answers([3, 3, 3]) }));
  expect(stopped).toMatchObject({ status: 201, json: { status: 'stopped' } });
  expect(stopped.json.extension).toHaveLength(2);
});

test('an answer that calls for somebody to act raises its alert with the create, finished or not, and the address of the alert is given', async () => {
  for (const [status, of] of [['completed', [0, 0, 0, 0, 0, 0, 0, 0, 1]], ['in-progress', [undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, 2]]] as const) {
    const before = await alerts();
    const made = await ask('clinician', 'POST', 'QuestionnaireResponse', response({ status, item: answers(of) }));
    expect(await alerts()).toBe(before + 1);
    expect(JSON.stringify(made.json.extension)).toContain(`/en/access/persons/${world.kim}/safety-alerts/`);
    const tasks = await world.database.admin<{ n: number }[]>`select count(*)::int as n from commitment.obligation where kind = 'safety-check' and due = '2019-06-03'`;
    expect(tasks[0]?.n).toBeGreaterThanOrEqual(1);
  }
});

test('what could not be kept is refused by its element, nothing is entered, and a refusal of an alarming answer says that nobody was told', async () => {
  const before = await kept();
  for (const [more, element] of [
    [{ id: '1' }, 'QuestionnaireResponse.id'], [{ encounter: { reference: 'Encounter/1' } }, 'QuestionnaireResponse.encounter'], [{ status: 'amended' }, 'QuestionnaireResponse.status'], [{ questionnaire: 'urn:x-common-table:questionnaire:phq-9' }, 'QuestionnaireResponse.questionnaire'],
    [{ questionnaire: 'urn:x-common-table:questionnaire:phq-9|0.9' }, 'QuestionnaireResponse.questionnaire'], [{ questionnaire: 'urn:x-common-table:questionnaire:slot-vat|1.0.0' }, 'QuestionnaireResponse.questionnaire'], [{ source: { reference: `Patient/${world.kim}` } }, 'QuestionnaireResponse.source'],
    [{ authored: '2019-06-02' }, 'QuestionnaireResponse.authored'], [{ author: { reference: `Organization/${world.agencies.south}` } }, 'QuestionnaireResponse.author'], [{ subject: { reference: 'Patient/0b0f2a52-6c1e-4a40-8f5b-9e4a3f1d2c10' } }, 'QuestionnaireResponse.subject'],
    [{ item: answers([9]) }, "QuestionnaireResponse.item.where(linkId='symptoms').item.where(linkId='phq-1').answer"],
  ] as const) {
    const refused = await ask('clinician', 'POST', 'QuestionnaireResponse', response(more));
    expect(refused.status, element).toBe(422);
    expect(JSON.stringify(refused.json), element).toContain(`"expression":["${element}`);
  }
  const alarming = await ask('clinician', 'POST', 'QuestionnaireResponse', response({ item: answers([9, 0, 0, 0, 0, 0, 0, 0, 3]) }));
  expect(JSON.stringify(alarming.json)).toContain('nobody was told');
  expect(await kept()).toBe(before);
});

test('who may not work with the form on the page may not here: hidden and absent are one answer', async () => {
  const id = String((await ask('clinician', 'POST', 'QuestionnaireResponse', response())).json.id);
  const gone = await ask('nurse', 'GET', 'QuestionnaireResponse/0b0f2a52-6c1e-4a40-8f5b-9e4a3f1d2c10');
  expect(gone.status).toBe(404);
  for (const who of ['intake', 'nurse', 'outside'] as const) {
    expect(await ask(who, 'GET', `QuestionnaireResponse/${id}`), who).toEqual(gone);
    expect((await ask(who, 'POST', 'QuestionnaireResponse', response())).status, who).toBe(422);
  }
  for (const who of ['volunteer', 'officer', undefined] as const) expect((await ask(who, 'POST', 'QuestionnaireResponse', response())).status).toBe(who ? 404 : 401);
  const housing = { questionnaire: `urn:x-common-table:questionnaire:needs|${shelved('needs').number}`, status: 'in-progress', item: [] };
  expect((await ask('intake', 'POST', 'QuestionnaireResponse', response(housing))).status).toBe(201);
});

test('a consent opens finished forms to the other agency until it is withdrawn, and what the person directs to be withheld is marked, never sent', async () => {
  const id = String((await ask('clinician', 'POST', 'QuestionnaireResponse', response())).json.id);
  const consent = (await ask('clinician', 'POST', 'Consent', {
    resourceType: 'Consent', status: 'active', language: 'en-CA', extension: [{ url: 'urn:x-common-table:how-given', valueCode: 'spoken' }], scope: { coding: [{ code: 'patient-privacy' }] }, category: [{ coding: [{ code: 'IDSCL' }] }], patient: { reference: `Patient/${world.kim}` },
    dateTime: '2019-06-03', performer: [{ reference: `Patient/${world.kim}` }], provision: { type: 'permit', period: { end: '2020-06-03' }, actor: [{ role: { coding: [{ code: 'IRCP' }] }, reference: { reference: `Organization/${world.agencies.south}` } }],
      purpose: [{ system: 'urn:x-common-table:purpose', code: 'care' }], code: [{ coding: [{ system: 'urn:x-common-table:section', code: 'health' }] }] } })).json;
  expect((await ask('nurse', 'GET', `QuestionnaireResponse/${id}`)).json).toMatchObject({ id, status: 'completed' });
  expect(JSON.stringify((await ask('nurse', 'GET', `QuestionnaireResponse?patient=${world.kim}`)).json)).not.toContain('"in-progress"');
  await (await world.visit('supervisor')).post(world.at('/instructions/new'), { what: 'health', whom: `agency:${world.agencies.south}`, said: 'Not my answers to them' });
  expect((await ask('nurse', 'GET', `QuestionnaireResponse/${id}`)).status).toBe(404);
  expect((await ask('nurse', 'GET', `QuestionnaireResponse?patient=${world.kim}`)).json).toMatchObject({ total: 0, entry: [{ search: { mode: 'outcome' }, resource: { issue: [{ code: 'suppressed' }] } }] });
  await world.database.admin`update access.instruction set lifted_at = recorded_at`;
  expect((await ask('nurse', 'GET', `QuestionnaireResponse/${id}`)).status).toBe(200);
  await (await world.visit('clinician')).post(world.at(`/consents/${String(consent.id)}/withdraw`), { [`withdrawn-how-${String(consent.id)}`]: 'Said so' });
  expect((await ask('nurse', 'GET', `QuestionnaireResponse/${id}`)).status).toBe(404);
  expect((await ask('nurse', 'GET', `QuestionnaireResponse?patient=${world.kim}`)).json).toEqual({ resourceType: 'Bundle', type: 'searchset', total: 0 });
});

test('the forms that the project wrote are listed, and a version is read for ever by its hash', async () => {
  const all = (await ask(undefined, 'GET', 'Questionnaire')).json;
  for (const form of ['intake', 'needs', 'connection', 'readiness', 'phq-9', 'gad-2']) expect(JSON.stringify(all)).toContain(`/fhir/Questionnaire/${form}"`);
  const { hash, number } = shelved('needs');
  expect((await ask(undefined, 'GET', `Questionnaire/${hash}`)).json).toMatchObject({ id: hash, version: number });
  expect((await ask(undefined, 'GET', `Questionnaire?url=urn:x-common-table:questionnaire:needs&version=${number}`)).json.total).toBe(1);
  const old = JSON.stringify({ ...JSON.parse(shelved('needs').definition), version: '0.0.1' });
  await world.database.admin`insert into access.questionnaire_version (hash, url, version, section, definition, kept_at) values (encode(sha256(convert_to(${old}, 'UTF8')), 'hex'), 'urn:x-common-table:questionnaire:needs', '0.0.1', 'housing', ${old}, now())`;
  const [row] = await world.database.admin<{ hash: string }[]>`select hash from access.questionnaire_version where version = '0.0.1'`;
  expect((await ask('intake', 'GET', `Questionnaire/${row?.hash ?? ''}`)).json).toMatchObject({ id: row?.hash, version: '0.0.1' });
  expect((await ask(undefined, 'GET', `Questionnaire/${row?.hash ?? ''}`)).status).toBe(404);
  expect((await ask('intake', 'POST', 'QuestionnaireResponse', response({ questionnaire: 'urn:x-common-table:questionnaire:needs|0.0.1', status: 'in-progress', item: [] }))).json).toMatchObject({ questionnaire: 'urn:x-common-table:questionnaire:needs|0.0.1', extension: [{ valueCode: row?.hash }, {}] });
});

test('what was struck out is entered in error and carries no score', async () => {
  const id = String((await ask('clinician', 'POST', 'QuestionnaireResponse', response())).json.id);
  expect((await (await world.visit('clinician')).post(world.at(`/assessments/${id}/strike`), { reason: 'duplicate' })).status).toBe(303);
  const read = (await ask('clinician', 'GET', `QuestionnaireResponse/${id}`)).json;
  expect(read.status).toBe('entered-in-error');
  expect(JSON.stringify(read)).not.toContain('valueDecimal');
});
