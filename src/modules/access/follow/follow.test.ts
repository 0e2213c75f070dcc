import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReferralWorld, type ReferralWorld } from '../referral/referral-world.test-tool.ts';

let world: ReferralWorld;
beforeAll(async () => {
  world = await openReferralWorld();
});
afterAll(async () => await world.close());
const follow = '/en/access/follow';

test('a code that is none is answered with the form, what was typed still in it; the page with a code is not kept and not found by search engines', async () => {
  const wrong = await world.anybody.post('/fr/access/follow', { code: 'AAAAA-AAAAA' });
  expect(wrong.status).toBe(422);
  const text = await wrong.text();
  expect(text).toContain('value="AAAAA-AAAAA"');
  expect(text).toContain('Rien ne correspond à ce code');
  const { code } = await world.send(await world.client(), 'youth');
  const answer = await world.anybody.post(follow, { code: code.toLowerCase().replace('-', ' ') });
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  const body = await answer.text();
  for (const part of ['Youth support (demo)', 'South (demo)', 'Agency north (demo) is told', 'noindex']) expect(body).toContain(part);
  // Nothing of the record is behind the code, and no address holds it.
  expect(body).not.toMatch(/Alma|Reyes|555-0133|bed/);
  expect([...body.matchAll(/(?:href|action)="([^"]+)"/g)].filter(([, address]) => address?.includes(code))).toEqual([]);
  expect(await world.database.admin`select subject_id from platform.audit_entry where action = 'access.follow-referral' and subject_id is not null`).toHaveLength(1);
});

test('the code is tried twenty times in ten minutes from one address, no more', async () => {
  const from = { 'x-forwarded-for': '203.0.113.9' };
  const statuses: number[] = [];
  for (let count = 0; count < 22; count += 1) statuses.push((await world.anybody.post(follow, { code: `AAAAA-AAA${String(count).padStart(2, '2')}` }, from)).status);
  expect(statuses.slice(0, 20).every((status) => status === 422)).toBe(true);
  expect(statuses.slice(20)).toEqual([429, 429]);
});

test('the person withdraws from any open state, after one question, and from that moment nothing is shared', async () => {
  const { id, code } = await world.send(await world.client(), 'youth');
  await world.take('outside', id, 'accept');
  expect(await (await world.anybody.post(`${follow}/withdraw`, { code, from: 'accepted' })).text()).toContain('Withdraw your referral?');
  expect(await world.stateOf(id)).toBe('accepted');
  // She saw it as sent; it was accepted since. Her word counts all the same.
  expect(await (await world.anybody.post(`${follow}/withdraw`, { code, from: 'sent', sure: 'yes' })).text()).toContain('You have withdrawn');
  expect(await world.stateOf(id)).toBe('withdrawn');
  expect(await world.by('outside', async ({ sql }) => (await sql<{ content: { sections: string[] } }[]>`select access.read_referral(${id}) as content`)[0]?.content.sections)).toEqual([]);
  expect(await world.take('outside', id, 'start', { on: '2019-06-03' })).toBe('refused');
  await world.settle();
  expect(await world.database.admin`select kind from commitment.obligation where subject_id = ${id} and kept_at is null and released_at is null`).toEqual([]);
});

test('the person is asked whether help came; that closes the loop, and her answer stays hers', async () => {
  const { id, code } = await world.send(await world.client(), 'youth');
  await world.take('outside', id, 'start', { on: '2019-06-03' }).then((taken) => expect(taken).toBe('refused'));
  await world.take('outside', id, 'accept');
  await world.take('outside', id, 'start', { on: '2019-06-03' });
  expect(await (await world.anybody.post(follow, { code })).text()).not.toContain('Did you get the help');
  await world.take('outside', id, 'complete', { reason: 'met' });
  const closed = async () => (await world.database.admin`select closed_at is not null as closed, help_answer from access.referral where id = ${id}`)[0];
  expect(await closed()).toEqual({ closed: false, help_answer: null });
  expect(await (await world.anybody.post(follow, { code })).text()).toContain('Did you get the help');
  expect(await closed()).toEqual({ closed: true, help_answer: null });
  expect((await world.anybody.post(`${follow}/answer`, { code, from: 'completed' })).status).toBe(422);
  expect(await (await world.anybody.post(`${follow}/answer`, { code, from: 'completed', help: 'partly' })).text()).toContain('Thank you');
  expect(await (await world.anybody.post(`${follow}/answer`, { code, from: 'completed', help: 'yes' })).text()).toContain('You answered');
  expect(await closed()).toEqual({ closed: true, help_answer: 'partly' });
  expect(await (await (await world.visit('intake')).get(`/en/access/referrals/${id}`)).text()).toContain('The loop is closed');
});

test('a new code ends the one before, and only the sender makes one', async () => {
  const { id, code } = await world.send(await world.client(), 'youth');
  expect((await (await world.visit('outside')).post(`/en/access/referrals/${id}/code`, {})).status).toBe(404);
  const page = await (await (await world.visit('intake')).post(`/en/access/referrals/${id}/code`, {})).text();
  const fresh = /class="code">([\w-]+)</.exec(page)?.[1] ?? '';
  expect((await world.anybody.post(follow, { code })).status).toBe(422);
  expect((await world.anybody.post(follow, { code: fresh })).status).toBe(200);
});
