import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Delivery } from '#app/platform/jobs/job.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { mailsTo, type MeetingWorld, openMeetingWorld, registerBy } from '#test/meeting-world.ts';
import { registrationJobs } from './jobs.ts';

let m: MeetingWorld;
beforeAll(async () => {
  m = await openMeetingWorld();
});
afterAll(async () => await m.world.close());

const schedule = { id: '', kind: 'schedule', subject: null, detail: {} };
const run = async (name: string, delivery: Delivery = schedule) => await registrationJobs.find((job) => job.name === name)?.run(delivery, {
  database: m.world.database, baseUrl: 'http://localhost', inWorker: async (work) => await inScope(m.world.database, { as: 'worker', purpose: 'test' }, work),
});
const count = async (table: string) => (await m.world.database.admin<{ rows: number }[]>`select count(*)::integer as rows from ${m.world.database.admin(`engagement.${table}`)}`)[0]?.rows;

test('a reminder goes out two days before, once, to those with a place and an address', async () => {
  const { key } = await registerBy(m.anybody, m.slug, { email: 'early@example.org', spoken: 'fr', sign: 'lsq', children: '2', other: 'Sans noix', name: 'Invitée (démo)' }, 'fr');
  await registerBy(m.anybody, m.slug);
  await registerBy(m.anybody, m.slug, { people: '2', email: 'waits@example.org' });
  const reminders = async (to: string) => (await mailsTo(m.world, to)).filter((mail) => mail.kind === 'registration-reminder');
  await m.world.at('2022-09-17T14:00:00Z');
  await run('mail-event-reminders');
  expect(await reminders('early@example.org')).toHaveLength(0);
  await m.world.at('2022-09-18T14:00:00Z');
  await registerBy(m.anybody, m.slug, { email: 'late@example.org' });
  await run('mail-event-reminders');
  await m.world.at('2022-09-19T14:00:00Z');
  await run('mail-event-reminders');
  const [reminder, ...more] = await reminders('early@example.org');
  expect(more).toEqual([]);
  expect(reminder?.subject).toBe('Dans deux jours : Une soirée sur les berges');
  expect(reminder?.text_body).toContain(`/fr/engagement/events/registration?key=${key}`);
  expect(await m.world.database.admin`select reminded_for from engagement.registration where reminded_for is not null`).toEqual([{ reminded_for: '2022-09-20' }]);
  expect([...(await reminders('waits@example.org')), ...(await reminders('late@example.org'))]).toEqual([]);
});

test('a job that runs twice for one event sends one mail, and none about a state that no longer holds', async () => {
  const changed = { id: '01997e9e-0000-7000-8000-00000000000a', kind: 'engagement.event-changed', subject: m.id, detail: {} };
  await run('mail-event-change', changed);
  await run('mail-event-change', changed);
  await run('mail-event-change', { ...changed, kind: 'engagement.event-cancelled' });
  for (const to of ['early@example.org', 'waits@example.org']) expect((await mailsTo(m.world, to)).filter((mail) => /moved|cancelled/.test(mail.kind)).map((mail) => mail.kind), to).toEqual(['registration-moved']);
  const files = async (to: string) => (await mailsTo(m.world, to)).find((mail) => mail.kind === 'registration-moved')?.attachments.length;
  expect([await files('early@example.org'), await files('waits@example.org')]).toEqual([1, 0]);
});

test('needs go a week after the meeting, names and addresses after thirty days; numbers stay', async () => {
  const erase = async (moment: string) => {
    await m.world.at(moment);
    await run('erase-registrations');
  };
  await erase('2022-09-26T14:00:00Z');
  expect([await count('registration_need'), await count('registrant')]).toEqual([3, 3]);
  await erase('2022-09-27T14:00:00Z');
  await erase('2022-09-28T14:00:00Z');
  expect([await count('registration_need'), await count('registrant')]).toEqual([0, 3]);
  const page = await (await m.manager.get(`/en/engagement/events/office/${m.id}`)).text();
  for (const words of ['Child care</b>: 2', 'Quebec Sign Language (LSQ)</b>: 1', 'Something else</b>: 1']) expect(page).toContain(words);
  expect(page).not.toContain('Sans noix');
  await erase('2022-10-20T14:00:00Z');
  expect([await count('registrant'), await count('registration')]).toEqual([0, 4]);
  expect(await m.world.database.admin`select 1 from platform.mail_message where recipient like '%@example.org' or text_body like '%key=%'`).toHaveLength(0);
  expect(await m.world.database.admin`select 1 from engagement.registration where key_hash is not null or seed_hash is not null`).toHaveLength(0);
  expect(await (await m.manager.get(`/en/engagement/events/office/${m.id}`)).text()).toContain('3 of 3 places');
});
