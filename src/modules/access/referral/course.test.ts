import { afterAll, beforeAll, expect, test } from 'vitest';
import { listOpen } from '#app/modules/commitment/index.ts';
import { readContent } from './queries.ts';
import { openReferralWorld, type ReferralWorld } from './referral-world.test-tool.ts';
import { draftReferral, sendReferral } from './actions.ts';
import { escalate, stopUncovered } from './jobs.ts';

let world: ReferralWorld;
beforeAll(async () => {
  world = await openReferralWorld();
});
afterAll(async () => await world.close());

const facts = async (id: string) => (await world.database.admin`select state, seen_at is not null as seen, paused_seconds as paused, paused_to_accept, first_service_on, reason, outcome, closed_at is not null as closed, sender_told_at is not null as told, stopped_at is not null as stopped from access.referral where id = ${id}`)[0];
const owed = async (id: string) => (await world.database.admin<{ line: string }[]>`select kind || case when kept_at is not null then ' kept' when released_at is not null then ' released' when paused_at is not null then ' paused' else ' ' || due end as line
  from commitment.obligation where subject_id = ${id} and subject_kind = 'referral' order by made_at, kind`).map((row) => row.line);
const mails = async (kind: string, id: string) => (await world.database.admin`select recipient from platform.mail_message where kind = ${kind} and text_body like ${`%${id}%`}`).length;

test('nothing is sent without a consent, to a service that refused, that is closed, or twice', async () => {
  const bare = await world.client(false);
  await expect(world.send(bare, 'youth')).rejects.toThrow('no-consent');
  // Within the own organisation no consent is needed.
  await world.send(bare, 'own');
  const person = await world.client();
  const { id } = await world.send(person, 'youth');
  await expect(world.send(person, 'youth')).rejects.toThrow('open-already');
  expect(await world.take('outside', id, 'decline', { reason: 'no-capacity' })).toBe('done');
  await expect(world.send(person, 'youth')).rejects.toThrow('struck-out');
  const again = await world.send(person, 'clinic', { previous: id });
  expect((await world.database.admin`select previous_id from access.referral where id = ${again.id}`)[0]?.previous_id).toBe(id);
  await world.database.admin`update access.service set status = 'temporarily closed' where id = ${world.services.shelter}`;
  await expect(world.send(person, 'shelter')).rejects.toThrow('not-offered');
  await world.database.admin`update access.service set status = 'active' where id = ${world.services.shelter}`;
  await world.database.admin`update access.organization set email = null where id = ${world.organizations.outside}`;
  await expect(world.send(person, 'shelter')).rejects.toThrow('no-address');
  await world.database.admin`update access.organization set email = 'desk@harbour.example' where id = ${world.organizations.outside}`;
});

test('of two answers at once one wins, and the other is told that somebody was faster', async () => {
  const { id } = await world.send(await world.client(), 'youth');
  const both = await Promise.all([world.take('outside', id, 'accept', { from: 'sent' }), world.take('outside', id, 'decline', { from: 'sent', reason: 'not-eligible' })]);
  expect(both.toSorted()).toEqual(['conflict', 'done']);
  expect(await world.database.admin`select id from access.referral_event where referral_id = ${id} and from_state = 'sent' and to_state <> 'sent'`).toHaveLength(1);
});

test('the receiver reads what the consent covers and her role opens, with an audit line, and nothing from the moment of withdrawal', async () => {
  const person = await world.client(false);
  const consent = await world.consent(person, ['identity', 'health']);
  const { id } = await world.send(person, 'youth');
  const read = async () => await world.by('outside', async (scope) => await readContent(scope, id));
  const content = await read();
  expect(content).toMatchObject({ sections: ['identity'], identity: { givenName: 'Alma', familyName: 'Reyes' } });
  expect(content).not.toHaveProperty('contact');
  expect(content?.words.map((one) => one.body)).toEqual(['Needs a bed.']);
  expect(await world.database.admin`select decision, detail ->> 'section' as section from platform.audit_entry where action = 'access.read-referral' and subject_id = ${person}`).toEqual([{ decision: 'permit', section: 'identity' }]);
  expect(await world.by('nurse', async (scope) => await readContent(scope, id))).toBeUndefined();
  expect(await world.by('intake', async (scope) => await readContent(scope, id))).toBeUndefined();
  await (await world.visit('intake')).post(`/en/access/persons/${person}/consents/${consent}/withdraw`, { [`withdrawn-how-${consent}`]: 'By phone' });
  expect(await read()).toEqual({ sections: [], words: [] });
  await world.settle();
  expect(await facts(id)).toMatchObject({ state: 'sent', stopped: true });
  expect(await mails('referral-stopped', id)).toBe(1);
  expect(await (await (await world.visit('intake')).get(`/en/access/referrals/${id}`)).text()).toContain('does not cover this receiver now');
  await world.settle();
  expect(await mails('referral-stopped', id)).toBe(1);
});

test('the clock stands while the receiver waits for information, in the state and in what is owed', async () => {
  await world.at('2019-06-10T14:00:00Z');
  const { id } = await world.send(await world.client(), 'youth');
  await world.settle();
  expect(await owed(id)).toEqual(['referral-acknowledge 2019-06-11', 'referral-answer 2019-06-13']);
  expect(await world.take('outside', id, 'request-info', { reason: 'eligibility' })).toBe('done');
  await world.settle();
  expect(await owed(id)).toEqual(['referral-acknowledge kept', 'referral-answer paused']);
  await world.at('2019-06-12T14:00:00Z');
  expect(await world.take('intake', id, 'answer-info', { side: 'sender', note: 'She is 20.' })).toBe('done');
  await world.settle();
  expect(await owed(id)).toEqual(['referral-acknowledge kept', 'referral-answer 2019-06-17']);
  expect(await facts(id)).toMatchObject({ paused: 172_800 });
  await world.take('outside', id, 'accept');
  await world.settle();
  expect(await owed(id)).toEqual(['referral-acknowledge kept', 'referral-answer kept', 'referral-contact 2019-06-14']);
  expect(await facts(id)).toMatchObject({ state: 'accepted', paused_to_accept: 172_800 });
  expect(await world.take('outside', id, 'waitlist')).toBe('done');
  await world.settle();
  expect((await owed(id)).at(-1)).toBe('referral-waitlist 2019-07-12');
  await world.at('2019-07-10T14:00:00Z');
  await world.take('outside', id, 'review-waitlist');
  await world.settle();
  expect((await owed(id)).slice(-2)).toEqual(['referral-waitlist kept', 'referral-waitlist 2019-08-09']);
  expect(await world.take('outside', id, 'start', { on: '2019-07-10' })).toBe('done');
  expect(await world.take('outside', id, 'complete', { reason: 'met' })).toBe('done');
  await world.settle();
  expect(await owed(id)).toContain('referral-ask 2019-07-17');
  expect(await world.take('intake', id, 'answer-help', { side: 'sender', reason: 'partly' })).toBe('done');
  await world.settle();
  expect(await owed(id)).toContain('referral-ask kept');
  expect((await owed(id)).filter((line) => !/kept|released/.test(line))).toEqual([]);
  expect(await facts(id)).toMatchObject({ state: 'completed', outcome: 'met', closed: true, first_service_on: '2019-07-10' });
});

test('what a referral owes stands on the day of those who take people in, then of whoever handles or sent it, and of nobody elsewhere', async () => {
  await world.at('2019-08-05T14:00:00Z');
  const { id } = await world.send(await world.client(), 'youth');
  const days = async () => (await Promise.all((['outside', 'nurse', 'intake', 'supervisor'] as const).map(async (who) => (await world.by(who, async (scope) => await listOpen(scope, { mine: true }))).some((one) => one.subject.id === id) ? [who] : []))).flat();
  await world.settle();
  expect(await days()).toEqual(['outside']);
  expect(await world.take('outside', id, 'accept')).toBe('done');
  await world.settle();
  expect(await days()).toEqual(['outside']);
  const lines = async () => await world.by('nurse', async ({ sql }) => [(await sql`select from access.referral where id = ${id}`).length, (await sql`select from commitment.obligation where subject_id = ${id} and kept_at is null`).length]);
  expect(await lines(), 'a clinician who does not handle it').toEqual([0, 0]);
  await world.database.admin`update access.referral set handled_by = ${world.member.nurse.account} where id = ${id}`;
  expect(await lines()).toEqual([1, 1]);
  await world.database.admin`update access.referral set handled_by = ${world.member.outside.account} where id = ${id}`;
  await world.take('outside', id, 'start', { on: '2019-08-05' });
  await world.take('outside', id, 'complete', { reason: 'met' });
  await world.settle();
  expect(await days()).toEqual(['intake']);
  expect((await world.by('outside', async ({ sql }) => await sql`select from commitment.obligation where subject_id = ${id} and kind = 'referral-ask'`)).length).toBe(0);
  expect((await world.as.manager(async ({ sql }) => await sql`select from commitment.obligation where subject_id = ${id}`)).length).toBe(0);
});

test('no answer goes to the coordinator, the sender is told, and only then and after its days may she let it expire', async () => {
  await world.at('2019-09-02T14:00:00Z');
  const { id } = await world.send(await world.client(), 'youth');
  await world.settle();
  await world.at('2019-09-17T14:00:00Z');
  expect(await world.take('intake', id, 'expire', { side: 'sender' })).toBe('too-early');
  const run = async () => await world.as.worker(async (scope) => await escalate(scope, 'http://localhost'));
  await run();
  await run();
  await world.settle();
  expect(await owed(id)).toContain('referral-escalated 2019-09-18');
  expect(await facts(id)).toMatchObject({ told: true, state: 'sent' });
  expect([await mails('referral-silent', id), await mails('referral-escalated', id)]).toEqual([1, 1]);
  expect(await world.take('outside', id, 'expire', { side: 'receiver' })).toBe('refused');
  expect(await world.take('intake', id, 'expire', { side: 'sender' })).toBe('done');
  await world.settle();
  expect((await owed(id)).filter((line) => !/kept|released/.test(line))).toEqual([]);
  const early = await world.send(await world.client(), 'clinic');
  await world.settle();
  await world.at('2019-09-25T14:00:00Z');
  await run();
  expect(await world.take('intake', early.id, 'expire', { side: 'sender' })).toBe('too-early');
});

test('what is owed about referrals is shown to those who work with people, and kept by nobody’s hand', async () => {
  const seen = async (who: 'outside' | 'officer' | 'volunteer') => await world.by(who, async ({ sql }) => (await sql`select id from commitment.obligation where kind like 'referral-%'`).length);
  expect(await seen('outside')).toBeGreaterThan(0);
  expect([await seen('officer'), await seen('volunteer'), await world.as.manager(async ({ sql }) => (await sql`select id from commitment.obligation where kind like 'referral-%'`).length)]).toEqual([0, 0, 0]);
  expect(await world.by('outside', async ({ sql }) => (await sql`update commitment.obligation set kept_at = now() where kind like 'referral-%'`).count)).toBe(0);
});

test('cancelling what was taken on is a request that the other side confirms or answers with an outcome', async () => {
  const { id } = await world.send(await world.client(), 'youth');
  await world.take('outside', id, 'accept');
  expect(await world.take('intake', id, 'cancel', { side: 'sender', reason: 'no-longer-needed' })).toBe('refused');
  expect(await world.take('intake', id, 'request-cancel', { side: 'sender', reason: 'because' })).toBe('reason');
  expect(await world.take('intake', id, 'request-cancel', { side: 'sender', reason: 'no-longer-needed' })).toBe('done');
  expect(await world.take('intake', id, 'confirm-cancel', { side: 'sender' })).toBe('refused');
  expect(await world.take('outside', id, 'confirm-cancel')).toBe('done');
  expect(await world.stateOf(id)).toBe('cancelled');
});

test('an entry that nobody checked for a year takes no draft any more, and who answers is settled when a draft is sent', async () => {
  const draft = async (person: string) => await world.by('intake', async (scope) => await draftReferral(scope, { person, service: world.services.youth, need: 'housing', urgency: 'routine', request: 'A bed.', previous: null, handoffAt: null, handoffWith: null })) ?? '';
  const send = async (id: string) => await world.by('intake', async (scope) => await sendReferral(scope, id));
  const members = async (to: string | null) => await world.database.admin`update identity.membership set to_date = ${to} where agency_id = ${world.agencies.south} and role in ('intake-worker', 'access-supervisor')`;
  await members('2019-01-01');
  const id = await draft(await world.client());
  await members(null);
  expect((await world.database.admin`select by_link from access.referral where id = ${id}`)[0]).toEqual({ by_link: true });
  await world.database.admin`update access.service set assured_date = '2018-01-01' where id = ${world.services.youth}`;
  expect(await send(id)).toBe('not-offered');
  await world.database.admin`update access.service set assured_date = '2019-05-01' where id = ${world.services.youth}`;
  expect(await send(id)).toBe('done');
  expect((await world.database.admin`select by_link from access.referral where id = ${id}`)[0]).toEqual({ by_link: false });
});

test('a consent that is withdrawn stops the referrals of its person; the morning goes through all', async () => {
  const [ada, ben] = [await world.client(), await world.client()];
  const sent = [(await world.send(ada, 'clinic')).id, (await world.send(ben, 'clinic')).id];
  await world.database.admin`update access.consent set withdrawn_at = ${world.database.clock.now()} where person_id in (${ada}, ${ben})`;
  const stopped = async () => await Promise.all(sent.map(async (id) => (await facts(id))?.stopped));
  const [consent] = await world.database.admin<{ id: string }[]>`select id from access.consent where person_id = ${ada}`;
  await world.as.worker(async (scope) => await stopUncovered(scope, 'http://localhost', consent?.id));
  expect(await stopped()).toEqual([true, false]);
  await world.as.worker(async (scope) => await stopUncovered(scope, 'http://localhost'));
  expect(await stopped()).toEqual([true, true]);
});

test('nobody is given up as not reached before attempts on three days and ten days to answer, counted anew once she was reached', async () => {
  await world.at('2019-10-01T14:00:00Z');
  const { id } = await world.send(await world.client(), 'clinic');
  await world.take('outside', id, 'accept');
  const give = async () => await world.take('outside', id, 'fail', { reason: 'unable-to-contact' });
  const tryOn = async (day: string, reason = 'phone') => {
    await world.at(`${day}T14:00:00Z`);
    expect(await world.take('outside', id, 'try-contact', { reason })).toBe('done');
  };
  expect(await give()).toBe('not-tried');
  for (const way of ['phone', 'text', 'email']) await tryOn('2019-10-01', way);
  await tryOn('2019-10-02');
  await world.at('2019-10-20T14:00:00Z');
  expect(await give()).toBe('not-tried');
  await tryOn('2019-10-20');
  await world.at('2019-10-20T15:00:00Z');
  await world.take('outside', id, 'schedule', { at: '2019-10-25T14:00:00Z' });
  await world.at('2019-10-26T14:00:00Z');
  await world.take('outside', id, 'miss');
  expect(await give()).toBe('not-tried');
  for (const day of ['2019-10-27', '2019-10-28', '2019-10-29']) await tryOn(day);
  const visitor = await world.visit('outside');
  const path = `/en/access/referrals/${id}`;
  const refused = await visitor.post(`${path}/steps/fail`, { from: 'no-show', side: 'receiver', 'fail-reason': 'unable-to-contact', 'fail-note': 'Kept words' });
  const body = await refused.text();
  expect(refused.status).toBe(422);
  for (const part of ['attempts on 3 different days', 'So far: attempts on 3 days', 'from 6 November 2019', 'Kept words', 'on 3 days (By phone)', 'counts as not reached only after']) expect(body).toContain(part);
  await world.at('2019-11-06T14:00:00Z');
  expect(await give()).toBe('done');
});
