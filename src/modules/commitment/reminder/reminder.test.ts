import { afterAll, beforeAll, expect, test } from 'vitest';
import { listReachable } from '#app/modules/identity/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { openWorld, type World } from '#test/world.ts';
import { keep, listOpen, promise, step } from '../index.ts';
import { commitmentJobs, remind } from './jobs.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.person('manager');
  await world.person('chair');
});
afterAll(async () => await world.close());

const around = { listReachable, place: async () => ({ en: 'Halton', fr: 'Halton' }) };
const owed = (id: string, owedBy: { body?: string; role?: string; member?: string }, due = '2019-06-14') => ({
  kind: 'action', subject: { kind: 'action', id }, what: { en: `Write to ${id}`, fr: `Écrire à ${id}` }, owedTo: { en: 'The table', fr: 'La table' }, owedBy, due, path: '/plan',
});
const mornings = async (day: string) => {
  await world.at(`${day}T11:30:00Z`);
  const before = await world.database.admin<{ id: string }[]>`select id from platform.mail_message`;
  await world.as.worker(async (scope) => await remind(scope, around, 'http://localhost'));
  return await world.database.admin<{ recipient: string; text_body: string; subject: string }[]>`select recipient, subject, text_body from platform.mail_message
    where id <> all (${before.map((row) => row.id)}) order by recipient`;
};

test('one mail a day gathers what is due, goes to whoever owes it, and comes once', async () => {
  await world.as.manager(async (scope) => await promise(scope, owed('one', { body: 'homelessness' })));
  await world.as.manager(async (scope) => await promise(scope, owed('two', { body: 'homelessness' })));
  expect(await mornings('2019-06-10')).toEqual([]);
  const [mail, ...others] = await mornings('2019-06-11');
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ recipient: 'chair@example.org', subject: '2 things are due: Halton' });
  expect(mail?.text_body).toContain('- Write to one (14 June 2019, due soon)\n- Write to two (14 June 2019, due soon)');
  expect(await mornings('2019-06-11')).toEqual([]);
});

test('no reminder goes out on a weekend or a holiday', async () => {
  await world.as.manager(async (scope) => await promise(scope, owed('holiday', { body: 'homelessness' }, '2019-07-02')));
  for (const day of ['2019-06-29', '2019-06-30', '2019-07-01']) expect(await mornings(day)).toEqual([]);
  const [mail] = (await mornings('2019-07-02')).filter((one) => one.recipient === 'chair@example.org');
  expect(mail?.text_body).toContain('- Write to holiday (2 July 2019, due today)');
  await world.as.manager(async (scope) => await keep(scope, { kind: 'action', id: 'holiday' }, 'action'));
});

test('what stays late goes to the plan office too, and is on the history', async () => {
  const mails = await mornings('2019-07-03');
  expect(mails).toEqual([]);
  const late = await mornings('2019-07-16');
  expect(late.map((one) => one.recipient)).toEqual(['chair@example.org', 'manager@example.org']);
  expect(late[1]?.text_body).toContain('These stay late with others');
  const kinds = await world.database.admin`select distinct kind from commitment.obligation_change order by kind`;
  expect(kinds.map((row) => row.kind)).toEqual(['escalate', 'keep', 'promise', 'remind']);
});

test('a paused obligation is not reminded of, and one of a member without account becomes an event', async () => {
  await world.at('2019-07-17T12:00:00Z');
  await world.as.manager(async (scope) => await promise(scope, owed('member', { member: '01997e9e-0000-7000-8000-000000000001' }, '2019-07-19')));
  await world.as.manager(async (scope) => await promise(scope, owed('paused', { body: 'homelessness' }, '2019-07-19')));
  await world.as.manager(async (scope: Scope) => {
    for (const one of await listOpen(scope)) if (one.subject.id === 'paused') await step(scope, one, { kind: 'pause' }, 'waiting');
  });
  const mails = await mornings('2019-07-18');
  expect(mails.some((one) => one.text_body.includes('paused'))).toBe(false);
  expect(await world.database.admin`select detail from platform.event where kind = 'commitment.reminder-due'`).toEqual([{ detail: { kind: 'action', id: 'member', stage: 'soon' } }]);
});

test('the job runs every morning', () => {
  expect(commitmentJobs(around).map((job) => job.every)).toEqual(['30 7 * * *']);
});
