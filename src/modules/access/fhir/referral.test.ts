import { afterAll, beforeAll, expect, test } from 'vitest';
import { staffNames } from '../access-world.test-tool.ts';
import { openReferralWorld, type ReferralWorld } from '../referral/referral-world.test-tool.ts';
import { transitions } from '../referral/rules.ts';
import { type Answered, type Ask, openAsking } from './asking.test-tool.ts';
import { taskStatus } from './task.ts';

let world: ReferralWorld;
let ask: Ask;
beforeAll(async () => {
  world = await openReferralWorld();
  ({ ask } = await openAsking(world, [...staffNames, 'coordinator']));
});
afterAll(async () => await world.close());
const handOff = (at: string, who = 'Night desk') => [{ url: 'urn:x-common-table:hand-off', extension: [{ url: 'with', valueString: who }, { url: 'at', valueDateTime: at }] }];
const request = (person: string, more: object = {}, service: keyof ReferralWorld['services'] = 'youth') => ({
  resourceType: 'ServiceRequest', status: 'active', intent: 'order', priority: 'routine', category: [{ coding: [{ system: 'urn:x-common-table:need', code: 'housing' }] }], subject: { reference: `Patient/${person}` },
  performer: [{ reference: `HealthcareService/${world.services[service]}` }], note: [{ text: 'Needs a bed.' }], ...more,
});
const send = async (person: string, more: object = {}, service: keyof ReferralWorld['services'] = 'youth') => await ask('intake', 'POST', 'ServiceRequest', request(person, more, service));
const said = ({ json }: Answered) => JSON.stringify(json);
const count = async () => (await world.database.admin<{ n: number }[]>`select count(*)::int as n from access.referral`)[0]?.n;

test('a ServiceRequest sends a referral as the page does: it stands there, its Task is requested, and the code of the person follows it', async () => {
  const person = await world.client();
  const made = await send(person);
  const id = String(made.json.id);
  expect(made).toMatchObject({ status: 201, location: `http://localhost/fhir/ServiceRequest/${id}`, json: {
    status: 'active', intent: 'order', priority: 'routine', subject: { reference: `Patient/${person}` }, requester: { reference: `Organization/${world.agencies.north}` }, note: [{ text: 'Needs a bed.' }],
    performer: [{ reference: `HealthcareService/${world.services.youth}` }, { reference: `Organization/${world.agencies.south}` }] } });
  expect(await world.stateOf(id)).toBe('sent');
  expect(await (await (await world.visit('intake')).get(`/en/access/referrals/${id}`)).text()).toContain('Youth support');
  expect((await ask('intake', 'GET', `Task/${id}`)).json).toMatchObject({ status: 'requested', businessStatus: { coding: [{ code: 'sent' }] }, focus: { reference: `ServiceRequest/${id}` }, for: { reference: `Patient/${person}` }, owner: { reference: `Organization/${world.agencies.south}` } });
  const code = /"urn:x-common-table:follow-code","valueString":"([^"]+)"/.exec(said(made))?.[1] ?? '';
  expect(await (await world.anybody.post('/en/access/follow', { code })).text()).toContain('Youth support');
  expect(said(await ask('intake', 'GET', `ServiceRequest/${id}`))).not.toContain('follow-code');
  expect((await ask('intake', 'GET', `ServiceRequest?patient=Patient/${person}`)).json).toMatchObject({ total: 1, entry: [{ resource: { id } }] });
  const lines = await world.database.admin<{ action: string }[]>`select action from platform.audit_entry where subject_id in (${id}, ${person})`;
  expect(lines.map(({ action }) => action)).toEqual(expect.arrayContaining(['access.send-referral', 'access.referral-step', 'access.open-referral', 'access.read-referral-words']));
});

test('the receiver reads who it is as far as the consent opens it; a read is not seeing; a withdrawn consent and an instruction end it', async () => {
  const person = await world.client();
  const id = String((await send(person)).json.id);
  const received = await ask('outside', 'GET', `ServiceRequest/${id}`);
  expect(received.json).toMatchObject({ contained: [{ resourceType: 'Patient', id: 'person', name: [{ family: 'Reyes', given: ['Alma'] }], telecom: [{ system: 'phone', value: '555-0133' }] }], note: [{ text: 'Needs a bed.' }] });
  expect((await ask('intake', 'GET', `ServiceRequest/${id}`)).json.contained).toBeUndefined();
  expect((await ask('outside', 'GET', `Task?owner=Organization/${world.agencies.south}&status=requested`)).json.entry).toEqual(expect.arrayContaining([expect.objectContaining({ fullUrl: `http://localhost/fhir/Task/${id}` })]));
  expect((await world.database.admin`select seen_at from access.referral where id = ${id}`)[0]).toEqual({ seen_at: null });
  expect((await world.database.admin`select from platform.audit_entry where action = 'access.read-referral' and subject_id = ${person} and account_id = ${world.member.outside.account}`).length).toBe(1);
  await world.database.admin`update access.consent set withdrawn_at = ${world.database.clock.now()} where person_id = ${person}`;
  const closed = await ask('outside', 'GET', `ServiceRequest/${id}`);
  for (const word of ['Reyes', '555-0133', 'Needs a bed']) expect(said(closed)).not.toContain(word);
  expect(closed).toMatchObject({ status: 200, json: { id, status: 'active' } });
  await (await world.visit('supervisor')).post(`/en/access/persons/${person}/instructions/new`, { what: 'identity', whom: `agency:${world.agencies.south}`, said: 'Not to them' });
  const gone = await ask('outside', 'GET', 'Task/0b0f2a52-6c1e-4a40-8f5b-9e4a3f1d2c10');
  expect(gone.status).toBe(404);
  for (const type of ['ServiceRequest', 'Task']) expect(await ask('outside', 'GET', `${type}/${id}`)).toEqual(gone);
  expect(said(await ask('outside', 'GET', `Task?owner=Organization/${world.agencies.south}`))).not.toContain(id);
});

test('roles and agencies see what they see on the page: hidden and absent are one answer', async () => {
  const person = await world.client();
  const id = String((await send(person)).json.id);
  const gone = await ask('nurse', 'GET', 'ServiceRequest/0b0f2a52-6c1e-4a40-8f5b-9e4a3f1d2c10');
  for (const who of ['nurse', 'clinician'] as const) for (const type of ['ServiceRequest', 'Task']) expect(await ask(who, 'GET', `${type}/${id}`), who).toEqual(gone);
  for (const who of ['volunteer', 'officer'] as const) expect((await ask(who, 'GET', `Task/${id}`)).status).toBe(404);
  expect((await ask(undefined, 'GET', `Task/${id}`)).status).toBe(401);
  const coordinated = await ask('coordinator', 'GET', `ServiceRequest/${id}`);
  expect(coordinated).toMatchObject({ status: 200, json: { id } });
  for (const word of ['Reyes', 'Needs a bed']) expect(said(coordinated)).not.toContain(word);
  expect((await ask('coordinator', 'POST', 'ServiceRequest', request(person))).status).toBe(404);
  for (const who of ['clinician', 'outside', 'nurse'] as const) expect(await ask(who, 'POST', 'ServiceRequest', request(person, {}, 'clinic')), who).toMatchObject({ status: 422, json: { issue: [{ expression: ['ServiceRequest.subject'] }] } });
  expect((await ask('outside', 'GET', `ServiceRequest?patient=${person}`)).json.total).toBe(0);
  expect((await ask('outside', 'GET', `Task?owner=Organization/${world.agencies.north}`)).status).toBe(400);
});

test('what the page refuses is refused in its words: no consent, sent in circles, already open, urgent without a call', async () => {
  const person = await world.client(false);
  const before = await count();
  expect(said(await send(person))).toContain('consent');
  const [far, near] = ['2019-06-04T09:00:00-04:00', '2019-06-03T08:30:00-04:00'];
  expect(await send(person, { priority: 'urgent' })).toMatchObject({ status: 422, json: { issue: [{ expression: ['ServiceRequest.extension'] }, {}, {}] } });
  expect(said(await send(person, { priority: 'urgent', extension: handOff(far) }))).toContain('must have taken place');
  expect(await count()).toBe(before);
  await world.consent(person);
  const urgent = await send(person, { priority: 'urgent', extension: handOff(near) });
  expect(urgent).toMatchObject({ status: 201, json: { priority: 'urgent' } });
  expect(said(urgent)).toContain('"valueString":"Night desk"');
  expect((await send(person)).status).toBe(422);
  await world.take('outside', String(urgent.json.id), 'decline', { reason: 'no-capacity' });
  const circles = await send(person);
  expect(said(circles)).toContain('sent in circles');
  const again = await send(person, { replaces: [{ reference: `ServiceRequest/${String(urgent.json.id)}` }] }, 'clinic');
  expect(again).toMatchObject({ status: 201, json: { replaces: [{ reference: `ServiceRequest/${String(urgent.json.id)}` }] } });
  expect((await ask('outside', 'GET', `ServiceRequest/${String(again.json.id)}`)).json.replaces).toBeUndefined();
});

test('what could not be kept is refused by its element', async () => {
  const person = await world.client();
  const before = await count();
  for (const [more, element] of [
    [{ occurrenceDateTime: '2019-07-01' }, 'occurrenceDateTime'], [{ reasonCode: [{ text: 'x' }] }, 'reasonCode'], [{ intent: 'plan' }, 'intent'], [{ priority: 'stat' }, 'priority'], [{ status: 'completed' }, 'status'], [{ category: [] }, 'category'], [{ note: [] }, 'note'],
    [{ performer: [{ reference: `Organization/${world.agencies.south}` }] }, 'performer'], [{ performer: [{ reference: `HealthcareService/${world.services.youth}` }, { reference: `Organization/${world.agencies.north}` }] }, 'performer'],
    [{ performer: [{ reference: 'HealthcareService/0b0f2a52-6c1e-4a40-8f5b-9e4a3f1d2c10' }] }, 'performer'], [{ requester: { reference: `Organization/${world.agencies.south}` } }, 'requester'], [{ authoredOn: '2019-06-01' }, 'authoredOn'],
    [{ replaces: [{ reference: 'ServiceRequest/0b0f2a52-6c1e-4a40-8f5b-9e4a3f1d2c10' }] }, 'replaces'], [{ note: [{ text: 'a', authorString: 'b' }] }, 'note[0].authorString'], [{ note: [{ text: 'x'.repeat(2001) }] }, 'note'],
  ] as const) {
    const refused = await send(person, more);
    expect(refused.status, element).toBe(422);
    expect(said(refused), element).toContain(`"expression":["ServiceRequest.${element}`);
  }
  expect(await count()).toBe(before);
});

test('a draft waits for the consent, and a Task sends it; no other Task is taken', async () => {
  const person = await world.client(false);
  const draft = await send(person, { status: 'draft' });
  const id = String(draft.json.id);
  expect(draft).toMatchObject({ status: 201, json: { status: 'draft' } });
  const task = (more: object = {}) => ({ resourceType: 'Task', status: 'requested', intent: 'order', focus: { reference: `ServiceRequest/${id}` }, ...more });
  expect(said(await ask('intake', 'POST', 'Task', task()))).toContain('consent');
  await world.consent(person);
  expect(await ask('intake', 'POST', 'Task', task({ status: 'accepted' }))).toMatchObject({ status: 422, json: { issue: [{ expression: ['Task.status'] }] } });
  expect(await ask('intake', 'POST', 'Task', task({ owner: { reference: 'Organization/1' } }))).toMatchObject({ status: 422, json: { issue: [{ expression: ['Task.owner'] }] } });
  expect((await ask('outside', 'POST', 'Task', task())).status).toBe(422);
  expect(await ask('intake', 'POST', 'Task', task())).toMatchObject({ status: 201, json: { id, status: 'requested', extension: [{ url: 'urn:x-common-table:follow-code' }] } });
  expect((await ask('intake', 'POST', 'Task', task())).status).toBe(422);
});

test('the Task says where it stands, why, and what became of it', async () => {
  const person = await world.client();
  const id = String((await send(person)).json.id);
  const task = async () => (await ask('intake', 'GET', `Task/${id}`)).json;
  await world.take('outside', id, 'waitlist');
  expect(await task()).toMatchObject({ status: 'on-hold', statusReason: { coding: [{ code: 'waitlisted' }] }, extension: [{ url: 'urn:x-common-table:seen' }] });
  await world.take('outside', id, 'start', { on: '2019-06-03' });
  expect(await task()).toMatchObject({ status: 'in-progress', output: [{ valueDate: '2019-06-03' }] });
  await world.take('outside', id, 'complete', { reason: 'partly-met' });
  await world.take('intake', id, 'answer-help', { side: 'sender', reason: 'yes' });
  expect(await task()).toMatchObject({ status: 'completed', output: [{}, { valueCodeableConcept: { coding: [{ code: 'partly-met' }] } }, { valueCodeableConcept: { coding: [{ code: 'yes' }] } }] });
  expect((await ask('intake', 'GET', `ServiceRequest/${id}`)).json.status).toBe('completed');
  const other = String((await send(person, {}, 'clinic')).json.id);
  await world.take('outside', other, 'decline', { reason: 'no-capacity' });
  expect((await ask('intake', 'GET', `Task/${other}`)).json).toMatchObject({ status: 'rejected', statusReason: { coding: [{ code: 'no-capacity' }], text: 'No room' } });
  expect((await ask('intake', 'GET', `ServiceRequest/${other}`)).json.status).toBe('revoked');
});

test('a status that stands for several of our states is found as one list, the longest waiting first', async () => {
  const older = String((await send(await world.client())).json.id);
  for (const step of ['accept', 'start'] as const) await world.take('outside', older, step, { on: '2019-06-03' });
  await world.at('2019-06-03T13:01:00Z');
  const newer = String((await send(await world.client())).json.id);
  for (const step of ['accept', 'schedule'] as const) await world.take('outside', newer, step, { at: '2019-06-05T14:00:00Z' });
  const { entry } = (await ask('outside', 'GET', `Task?owner=Organization/${world.agencies.south}&status=in-progress`)).json;
  const found = Array.isArray(entry) ? entry.map((one: { resource: { id: string } }) => one.resource.id) : [];
  expect(found.filter((id) => id === newer || id === older)).toEqual([older, newer]);
});

test('every step of ours is one of the referral Task of SDOH Clinical Care, but for those that are said here', () => {
  const theirs: Readonly<Record<string, readonly string[]>> = {
    draft: ['requested', 'cancelled'], requested: ['accepted', 'rejected', 'cancelled'], accepted: ['in-progress', 'on-hold', 'cancelled', 'completed', 'failed'], 'in-progress': ['on-hold', 'cancelled', 'completed', 'failed'], 'on-hold': ['in-progress', 'cancelled', 'completed', 'failed'],
  };
  const beside = transitions.map(({ from, to }) => [taskStatus[from], taskStatus[to]] as const).filter(([from, to]) => from !== to && to !== 'entered-in-error' && !theirs[from]?.includes(to)).map((pair) => pair.join(' > '));
  expect([...new Set(beside)].toSorted()).toEqual(['accepted > rejected', 'on-hold > accepted', 'on-hold > rejected', 'requested > on-hold']);
});

test('services and organisations are public; the statement of capabilities names what is offered, and no update', async () => {
  expect((await ask(undefined, 'GET', `HealthcareService/${world.services.youth}`)).json).toMatchObject({ active: true, name: 'Youth support (demo)', providedBy: { reference: `Organization/${world.agencies.south}` } });
  expect((await ask(undefined, 'GET', `HealthcareService/${world.services.shelter}`)).json).toMatchObject({ providedBy: { reference: `Organization/${world.organizations.outside}` } });
  expect((await ask(undefined, 'GET', `Organization/${world.organizations.outside}`)).json).toMatchObject({ name: 'Harbour housing (demo)' });
  for (const path of ['HealthcareService/none', 'HealthcareService/0b0f2a52-6c1e-4a40-8f5b-9e4a3f1d2c10']) expect((await ask(undefined, 'GET', path)).status).toBe(404);
  const statement = said(await ask(undefined, 'GET', 'metadata'));
  for (const type of ['QuestionnaireResponse', 'ServiceRequest', 'Task', 'HealthcareService']) expect(statement).toContain(`"type":"${type}"`);
  expect(statement).toContain('An update is not offered');
  expect(statement).not.toContain('"update"');
});
