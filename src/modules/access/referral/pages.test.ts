import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Visitor } from '#test/world.ts';
import { openReferralWorld, type ReferralWorld } from './referral-world.test-tool.ts';

let world: ReferralWorld;
let intake: Visitor;
beforeAll(async () => {
  world = await openReferralWorld();
  intake = await world.visit('intake');
});
afterAll(async () => await world.close());
const text = async (answer: Response | Promise<Response>) => await (await answer).text();
const filled = { need: 'housing', request: 'A bed for tonight.', urgency: 'routine' };
const form = (person: string, service: keyof ReferralWorld['services'], language = 'en') => `/${language}/access/persons/${person}/referrals/new/${world.services[service]}`;

test('a referral of other agencies, one that is not there and a person of others are the same answer', async () => {
  const person = await world.client();
  const { id } = await world.send(person, 'own');
  const outside = await world.visit('outside');
  const plain = async (answer: Response) => (await answer.text()).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID');
  const [hidden, absent] = [await outside.get(`/en/access/referrals/${id}`), await outside.get('/en/access/referrals/5b0f2a52-6c1e-4a40-8f5b-9e4a3f1d2c10')];
  expect([hidden.status, absent.status]).toEqual([404, 404]);
  expect(await plain(hidden)).toBe(await plain(absent));
  expect((await outside.get(`/en/access/persons/${person}/referrals/new`)).status).toBe(404);
  expect((await outside.post(form(person, 'youth'), filled)).status).toBe(404);
  expect((await outside.post(`/en/access/referrals/${id}/steps/accept`, { from: 'sent', side: 'receiver' })).status).toBe(404);
  for (const who of ['volunteer', 'officer', 'manager'] as const) expect((await (await world.visit(who)).get(`/en/access/referrals/${id}`)).status).toBe(404);
  expect((await world.anybody.get(`/en/access/referrals/${id}`)).status).toBe(303);
});

test('a form that is not in order comes back with what was typed; what is urgent needs its phone call', async () => {
  const person = await world.client();
  const answer = await intake.post(form(person, 'youth', 'fr'), { need: '', request: 'Un lit', urgency: '' });
  expect(answer.status).toBe(422);
  const body = await text(answer);
  for (const part of ['Un lit', 'Choisissez ce dont la personne a besoin', 'Indiquez si c’est urgent']) expect(body).toContain(part);
  const urgent = await intake.post(form(person, 'youth'), { ...filled, urgency: 'urgent', 'handoff-with': 'Night desk', 'handoff-day': '2019-06-03', 'handoff-time': '23:59' });
  expect(await text(urgent)).toContain('The call must have taken place');
  expect((await intake.post(form(person, 'youth'), { ...filled, urgency: 'urgent' })).status).toBe(422);
  expect(await text(intake.post(form(person, 'youth'), { ...filled, urgency: 'urgent', 'handoff-with': 'Night desk', 'handoff-day': '2019-06-03', 'handoff-time': '00:30' }))).toContain('class="code"');
});

test('without a consent the form leads to the consent, names the organisation there, and a draft waits for it', async () => {
  const person = await world.client(false);
  const refused = await intake.post(form(person, 'shelter'), filled);
  expect(refused.status).toBe(422);
  const body = await text(refused);
  expect(body).toContain('The person has not agreed');
  expect(body).toContain('A bed for tonight.');
  const consentForm = /href="([^"]*consents\/new\?organization=[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(await text(intake.get(consentForm))).toContain('Harbour housing (demo)');
  const kept = await intake.post(form(person, 'shelter'), { ...filled, keep: 'yes' });
  const draft = kept.headers.get('location') ?? '';
  expect(await text(intake.get(draft))).toContain('Draft');
  expect(await text(intake.post(`${draft}/steps/send`, { from: 'draft', side: 'sender' }))).toContain('The person has not agreed');
  const organization = new URL(consentForm, 'http://localhost').searchParams.get('organization') ?? '';
  const consent = { 'given-by': 'self', purposes: ['referral'], categories: ['identity'], how: 'spoken', language: 'en', expires: '2020-06-01', organization, organizations: organization };
  expect((await intake.post(`/en/access/persons/${person}/consents/new`, { ...consent, organizations: '' })).status).toBe(422);
  const asked = await intake.post(consentForm, { ...consent, service: world.services.shelter });
  expect([asked.status, asked.headers.get('location')]).toEqual([303, form(person, 'shelter')]);
  expect(await text(intake.get(`/en/access/persons/${person}/consents`))).toContain('Harbour housing (demo)');
  expect(await text(intake.post(`${draft}/steps/send`, { from: 'draft', side: 'sender' }))).toContain('class="code"');
});

test('the lists show what waits without a name, by age without pauses, and filter by state', async () => {
  await world.at('2019-06-03T14:00:00Z');
  const person = await world.client();
  const { id } = await world.send(person, 'clinic');
  await world.take('outside', id, 'request-info', { reason: 'documents' });
  await world.at('2019-06-08T14:00:00Z');
  await world.take('intake', id, 'answer-info', { side: 'sender', note: 'Sent by post.' });
  await world.at('2019-06-10T14:00:00Z');
  const outside = await world.visit('outside');
  const inbox = await text(outside.get('/en/access/referrals'));
  expect(inbox).toContain('2 (stood still: 5)');
  expect(inbox).not.toMatch(/Alma|Reyes/);
  expect(await text(outside.get('/en/access/referrals?state=declined'))).toContain('There is nothing here');
  expect(await text(intake.get('/fr/access/referrals/sent'))).toContain('Walk-in clinic (démo)');
  expect(await text(outside.get('/en/access/referrals/sent'))).toContain('There is nothing here');
  const page = await text(outside.get(`/en/access/referrals/${id}`));
  for (const part of ['Alma Reyes', 'Sent by post.', 'Needs a bed.']) expect(page).toContain(part);
});

test('the sender never reads the receiver’s words nor the receiver the sender’s own notes', async () => {
  const { id } = await world.send(await world.client(), 'youth');
  await world.take('outside', id, 'accept');
  for (const day of ['2019-07-02', '2019-07-03', '2019-07-12']) {
    await world.at(`${day}T14:00:00Z`);
    await world.take('outside', id, 'try-contact', { reason: 'phone' });
  }
  await world.take('outside', id, 'fail', { reason: 'unable-to-contact', note: 'Clinical words of the receiver.' });
  const own = await text(intake.get(`/en/access/referrals/${id}`));
  expect(own).not.toContain('Clinical words');
  for (const part of ['Did not work out', 'The person could not be reached', 'with a note', 'Refer to another service']) expect(own).toContain(part);
});

test('people who are sent in circles stand on a board for those who see to the agency, by number and without a name', async () => {
  const person = await world.client();
  for (const service of ['youth', 'clinic'] as const) {
    const { id } = await world.send(person, service);
    await world.take('outside', id, 'decline', { reason: 'no-capacity' });
  }
  for (const board of [await text((await world.visit('supervisor')).get('/en/access/referrals/bounces')), await text(world.coordinator.visitor.get('/en/access/referrals/bounces'))]) {
    expect(board).toContain(person.slice(-6));
    expect(board).not.toContain('Alma');
  }
  expect((await intake.get('/en/access/referrals/bounces')).status).toBe(404);
  const choose = await text(intake.get(`/en/access/persons/${person}/referrals/new`));
  expect(choose).toContain('<s>Youth support (demo)</s>');
  expect(choose).toContain('Night shelter (demo)</a>');
});

test('a form that was opened before somebody else answered changes nothing and says so', async () => {
  const { id } = await world.send(await world.client(), 'youth');
  const outside = await world.visit('outside');
  expect((await outside.post(`/en/access/referrals/${id}/steps/accept`, { from: 'sent', side: 'receiver' })).status).toBe(303);
  const late = await outside.post(`/en/access/referrals/${id}/steps/decline`, { from: 'sent', side: 'receiver', 'decline-reason': 'no-capacity' });
  expect(late.status).toBe(422);
  expect(await text(late)).toContain('has changed since you opened it');
  expect(await world.stateOf(id)).toBe('accepted');
});
