import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReferralWorld, type ReferralWorld } from '../referral/referral-world.test-tool.ts';

let world: ReferralWorld;
beforeAll(async () => {
  world = await openReferralWorld();
});
afterAll(async () => await world.close());

const link = '/en/access/referral-link';
async function sentByLink(urgent = false): Promise<{ id: string; person: string; key: string; consent: string }> {
  const person = await world.client(false);
  const consent = await world.consent(person, ['identity', 'contact', 'health']);
  await world.database.admin`insert into access.person_health (id, person_id, agency_id, body, written_at) values (gen_random_uuid(), ${person}, ${world.agencies.north}, 'Asthma since childhood.', ${world.database.clock.now()})`;
  const { id } = await world.send(person, 'shelter', { urgent });
  await world.settle();
  return { id, person, consent, key: await world.mailedKey() };
}
const step = async (key: string, name: string, fields: Record<string, string> = {}, from = 'sent') => await world.anybody.post(`${link}/steps/${name}`, { key, from, side: 'receiver', ...fields });

test('the mail with the link says nothing about the person, in both languages, and the database keeps only its hash', async () => {
  const { key } = await sentByLink();
  const [mail] = await world.database.admin<{ subject: string; text: string; recipient: string }[]>`select subject, text_body as text, recipient from platform.mail_message where kind = 'referral-link' order by queued_at desc, id desc limit 1`;
  expect(mail?.recipient).toBe('desk@harbour.example');
  for (const word of ['Alma', 'Reyes', '555-0133', 'bed', 'shelter', 'housing']) expect(`${mail?.subject} ${mail?.text.replaceAll(/https?:\S+/g, '')}`).not.toContain(word);
  for (const language of ['en', 'fr']) expect(mail?.text).toContain(`/${language}/access/referral-link?key=${key}`);
  expect(await world.database.admin`select 1 from access.referral_link where encode(key_hash, 'escape') like ${`%${key}%`}`).toHaveLength(0);
  expect(key).toMatch(/^[\w-]{32}$/);
});

test('the address comes from whoever keeps the organization, not from a service that another source hung under it', async () => {
  const { admin } = world.database;
  const { shelter, youth } = world.services;
  const address = async (service: string) => (await admin<{ to: string | null }[]>`select access.referral_address(${service}) as to`)[0]?.to;
  const set = async (origin: string, feed: string | null, of = shelter) => await admin`update access.service set email = 'elsewhere@example.net', origin = ${origin}, feed = ${feed} where id = ${of}`;
  await set('import', `Spring list ${world.agencies.north}`);
  await sentByLink();
  const mails = await admin<{ recipient: string }[]>`select recipient from platform.mail_message where kind = 'referral-link' order by queued_at desc, id desc limit 1`;
  expect(mails).toEqual([{ recipient: 'desk@harbour.example' }]);
  await set('staff', null);
  expect(await address(shelter)).toBe('elsewhere@example.net');
  // South is an agency: its own file may say where, another agency's may not, neither in the service nor in the organization.
  const rows: [string | null, string | null, string | null][] = [[`x ${world.agencies.south}`, null, 'elsewhere@example.net'], [`x ${world.agencies.north}`, null, 'desk@south.example'], ['pack', 'pack', 'elsewhere@example.net'], ['other', 'pack', 'desk@south.example'],
    [`x ${world.agencies.north}`, `x ${world.agencies.north}`, null], [`x ${world.agencies.south}`, `x ${world.agencies.south}`, 'elsewhere@example.net']];
  for (const [service, organization, expected] of rows) {
    await set('import', service, youth);
    await admin`update access.organization set email = 'desk@south.example', origin = ${organization === null ? 'staff' : 'import'}, feed = ${organization} where id = ${world.organizations.south}`;
    expect(await address(youth), `${service} under ${organization}`).toBe(expected);
  }
  await admin`update access.service set email = null, origin = 'staff', feed = null where email = 'elsewhere@example.net'`;
  await admin`update access.organization set email = null, origin = 'staff', feed = null where id = ${world.organizations.south}`;
});

test('opening it shows nothing before the button is pressed; then what consent covers, without the sections that a link never shows, each time with an audit line', async () => {
  const { id, person, key } = await sentByLink();
  const door = await world.anybody.get(`${link}?key=${key}`);
  const doorText = await door.text();
  expect([door.status, door.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(doorText).toContain('noindex');
  expect(doorText).not.toMatch(/Alma|shelter|Agency north/);
  expect((await world.database.admin`select seen_at from access.referral where id = ${id}`)[0]?.seen_at).toBeNull();
  const opened = await world.anybody.post(link, { key });
  const body = await opened.text();
  for (const part of ['Alma Reyes', '555-0133', 'Needs a bed.', 'noindex', 'Night shelter']) expect(body).toContain(part);
  expect(opened.headers.get('cache-control')).toBe('no-store');
  expect(body).not.toMatch(/Send a new link|Asthma/);
  await world.anybody.post(link, { key });
  const lines = await world.database.admin`select action, actor, decision from platform.audit_entry where (subject_id = ${id} and action = 'access.open-referral-link') or (subject_id = ${person} and action = 'access.read-referral') order by id`;
  expect(lines.map((one) => `${one.action} ${one.actor} ${one.decision}`).toSorted()).toEqual([...Array(2).fill('access.open-referral-link public permit'), ...Array(2).fill('access.read-referral public permit')]);
  expect((await world.database.admin`select seen_at from access.referral where id = ${id}`)[0]?.seen_at).not.toBeNull();
});

test('a key that never was, one of another form and one that has ended are one answer', async () => {
  const { key } = await sentByLink();
  await step(key, 'decline', { 'decline-reason': 'no-capacity' });
  const ended = await world.anybody.post(link, { key });
  const never = await world.anybody.post(link, { key: 'A'.repeat(32) });
  const plain = async (answer: Response) => (await answer.text()).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID');
  expect([ended.status, never.status]).toEqual([422, 422]);
  expect(await plain(ended)).toBe(await plain(never));
  expect((await world.anybody.get(`${link}?key=x`)).status).toBe(422);
  expect((await step(key, 'accept')).status).toBe(422);
});

test('without an account everything is answered: question, acceptance, appointment, first service, outcome; a bad form keeps what was typed', async () => {
  await world.at('2019-06-10T14:00:00Z');
  const { id, key } = await sentByLink(true);
  expect(await (await world.anybody.post(link, { key })).text()).toContain('Spoke with Night desk');
  expect((await step(key, 'request-info')).status).toBe(422);
  expect(await (await step(key, 'request-info', { 'request-info-reason': 'documents' })).text()).toContain('You wait for the sender');
  expect(await (await step(key, 'accept')).text()).toContain('Your answer is recorded');
  const wrong = await step(key, 'schedule', { 'schedule-day': '2019-06-01', 'schedule-time': '09:00' }, 'accepted');
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('value="2019-06-01"');
  await step(key, 'schedule', { 'schedule-day': '2019-06-12', 'schedule-time': '09:00' }, 'accepted');
  expect((await step(key, 'attend', { 'attend-on': '2019-06-30' }, 'scheduled')).status).toBe(422);
  await world.at('2019-06-12T18:00:00Z');
  expect((await step(key, 'attend', { 'attend-on': '2019-06-12' }, 'scheduled')).status).toBe(200);
  expect(await (await step(key, 'complete', { 'complete-reason': 'partly-met' }, 'attended')).text()).toContain('The link has ended with it');
  expect(await world.database.admin`select state, first_service_on, outcome, handled_by from access.referral where id = ${id}`).toEqual([{ state: 'completed', first_service_on: '2019-06-12', outcome: 'partly-met', handled_by: null }]);
  expect((await world.anybody.post(link, { key })).status).toBe(422);
});

test('a link takes no step of another side', async () => {
  const { id, key } = await sentByLink();
  for (const name of ['cancel', 'void', 'send', 'expire', 'tell-sender', 'answer-help']) expect((await step(key, name, { [`${name}-reason`]: 'duplicate' })).status, name).toBe(404);
  expect(await world.stateOf(id)).toBe('sent');
});

test('a withdrawn consent closes the link at once, a new one needs a new consent, and a link ends after its days or with the next', async () => {
  const { id, person, consent, key } = await sentByLink();
  await (await world.visit('intake')).post(`/en/access/persons/${person}/consents/${consent}/withdraw`, { [`withdrawn-how-${consent}`]: 'In person' });
  const before = await (await world.anybody.post(link, { key })).text();
  expect(before).not.toMatch(/Alma|555-0133|bed/);
  await world.settle();
  expect((await world.anybody.post(link, { key })).status).toBe(422);
  const again = async () => {
    await (await world.visit('intake')).post(`/en/access/referrals/${id}/link`, {});
    await world.settle();
    return await world.mailedKey();
  };
  expect(await again()).toBe(key);
  await world.consent(person);
  const second = await again();
  expect(second).not.toBe(key);
  expect((await world.anybody.post(link, { key: second })).status).toBe(200);
  const third = await again();
  expect([(await world.anybody.post(link, { key: second })).status, (await world.anybody.post(link, { key: third })).status]).toEqual([422, 200]);
  await world.at('2019-09-30T14:00:00Z');
  expect((await world.anybody.post(link, { key: third })).status).toBe(422);
});

test('whoever answers by link records attempts too, and cannot give a person up before the rule is met', async () => {
  const { key } = await sentByLink();
  await step(key, 'accept');
  expect((await step(key, 'try-contact', { 'try-contact-reason': 'phone' }, 'accepted')).status).toBe(200);
  const refused = await step(key, 'fail', { 'fail-reason': 'unable-to-contact' }, 'accepted');
  expect([refused.status, (await refused.text()).includes('counts as not reached only after')]).toEqual([422, true]);
});
