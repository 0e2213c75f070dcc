import { afterAll, beforeAll, expect, test } from 'vitest';
import { alone, mailsTo, type MeetingWorld, openMeetingWorld, registerBy } from '#test/meeting-world.ts';
import { engagementJobs } from '../index.ts';
import { register } from './queries.ts';

let m: MeetingWorld;
beforeAll(async () => {
  m = await openMeetingWorld();
});
afterAll(async () => await m.world.close());

const form = '/en/engagement/events/river-evening/register';
const own = (key: string, step = '', language = 'en') => `/${language}/engagement/events/registration${step}?key=${key}`;
const states = async () => (await m.world.database.admin<{ state: string; people: number }[]>`select state, people from engagement.registration order by registered_at, id`).map((row) => `${row.state} ${row.people}`);
const empty = async () => await m.world.database.admin`truncate engagement.registration cascade`;

test('a key that opens nothing is not found, to read, to change and to cancel', async () => {
  expect((await m.anybody.get(own('none'))).status).toBe(404);
  expect((await m.anybody.post(own('none', '/change'), { ...alone, step: 'check' })).status).toBe(404);
  expect((await m.anybody.post(own('none', '/cancel'), {})).status).toBe(404);
  expect((await m.anybody.get('/en/engagement/events/registration')).status).toBe(404);
});

test('what is missing is said step by step, and nothing typed is lost', async () => {
  const people = await m.anybody.post(form, { step: 'people', people: 'many', seed: 's'.repeat(16) });
  expect(people.status).toBe(422);
  expect(await people.text()).toMatch(/Write a number from 1 to 10[\s\S]*value="many"/);
  const spoken = await (await m.anybody.post(form, { step: 'spoken', people: '2', spoken: 'other', sign: 'asl' })).text();
  expect(spoken).toContain('Write which language');
  expect(spoken).toContain('name="people" value="2"');
  const contact = await m.anybody.post('/fr/engagement/events/river-evening/register', { step: 'contact', ...alone, sign: ['asl', 'lsq'], access: ['captions'], other: 'un coin tranquille', email: 'nowhere' });
  expect(contact.status).toBe(422);
  const text = await contact.text();
  for (const part of ['Écrivez une adresse courriel', 'value="nowhere"', 'name="sign" value="lsq"', 'name="access" value="captions"', 'value="un coin tranquille"']) expect(text).toContain(part);
  const end = await m.anybody.post(form, { step: 'check', people: '0', spoken: 'en' });
  expect([end.status, (await end.text()).includes('How many people come')]).toEqual([422, true]);
  expect(await states()).toEqual([]);
});

test('one question leads to the next and back, and child care is asked where it is offered', async () => {
  const step = async (fields: Record<string, string>) => (await (await m.anybody.post(form, { ...alone, ...fields })).text()).match(/<h1>(.*?)<\/h1>/)?.[1];
  expect([await step({ step: 'people' }), await step({ step: 'spoken' }), await step({ step: 'needs' }), await step({ step: 'children' }), await step({ step: 'contact' }), await step({ step: 'needs', back: 'yes' })])
    .toEqual(['Which language do you want to speak?', 'What do you need to take part?', 'For how many children do you need care?', 'How do we reach you?', 'Check your answers', 'Which language do you want to speak?']);
  await m.world.database.admin`update engagement.event set child_care = false where id = ${m.id}`;
  expect(await step({ step: 'needs' })).toBe('How do we reach you?');
  await m.world.database.admin`update engagement.event set child_care = true where id = ${m.id}`;
});

test('a registration with an address is confirmed by one mail with a calendar file and a link; the same form again is the same registration', async () => {
  const answers = { people: '2', spoken: 'other', interpreter: 'Arabic', sign: 'asl', access: ['wheelchair', 'large-print'], children: '3', other: 'A quiet corner', name: 'Guest (demo)', email: 'guest@example.org', seed: 'the same seed, sent twice' };
  const first = await registerBy(m.anybody, m.slug, answers);
  expect(first).toMatchObject({ state: 'registered', status: 303 });
  expect(await registerBy(m.anybody, m.slug, answers)).toEqual(first);
  const mails = await mailsTo(m.world, 'guest@example.org');
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text_body).toContain(`http://localhost/en/engagement/events/registration?key=${first.key}`);
  expect(mails[0]?.text_body).toContain('for 2 people');
  expect(mails[0]?.attachments[0]?.content).toContain('DTSTART:20220920T233000Z');
  const page = await (await m.anybody.get(own(first.key))).text();
  for (const words of ['Interpreter: Arabic', 'Child care: 3', 'Something else: A quiet corner', 'American Sign Language', 'guest@example.org']) expect(page).toContain(words);
  expect(await m.world.database.admin`select key_hash from engagement.registration where encode(key_hash, 'escape') like ${`%${first.key}%`}`).toEqual([]);
});

test('the office sees needs in totals without a name, and names for the door without needs, which leaves an audit line', async () => {
  const page = await (await m.manager.get(`/en/engagement/events/office/${m.id}`)).text();
  for (const words of ['2 of 3 places', 'Interpreter</b>: 1', 'Child care</b>: 3', 'A quiet corner']) expect(page).toContain(words);
  expect(page).not.toMatch(/Guest \(demo\)|guest@example/);
  const door = await (await m.manager.get(`/en/engagement/events/office/${m.id}/door`)).text();
  expect(door).toContain('Guest (demo)');
  expect(door).not.toMatch(/guest@example|Arabic|quiet|Wheelchair/i);
  expect((await m.world.database.admin`select decision from platform.audit_entry where action = 'event.read-door-list'`).map((row) => row.decision)).toEqual(['permit']);
});

test('whoever does not fit waits and is told so before; a place that becomes free goes to the list, with one mail', async () => {
  await empty();
  const first = await registerBy(m.anybody, m.slug, { people: '2', email: 'first@example.org' });
  expect(await (await m.anybody.post(form, { ...alone, people: '2', step: 'contact' })).text()).toContain('One place is left, fewer than you need. If you go on, you will be on the waiting list.');
  const waiting = await registerBy(m.anybody, m.slug, { people: '2', email: 'waiting@example.org' });
  expect(waiting.state).toBe('waiting');
  const [mail] = await mailsTo(m.world, 'waiting@example.org');
  expect([mail?.subject, mail?.attachments]).toEqual(['You are on the waiting list: An evening about the river banks', []]);
  expect((await registerBy(m.anybody, m.slug)).state).toBe('registered');
  expect(await (await m.anybody.get('/en/engagement/events/river-evening')).text()).toContain('All are taken. You can put yourself on the waiting list');
  expect((await m.anybody.post(own(first.key, '/cancel'), {})).status).toBe(303);
  expect(await states()).toEqual(['cancelled 2', 'registered 2', 'registered 1']);
  await m.world.runJobs(engagementJobs);
  await m.world.runJobs(engagementJobs);
  expect((await mailsTo(m.world, 'waiting@example.org')).map((one) => one.kind)).toEqual(['registration', 'registration-place']);
  expect(await (await m.anybody.get(own(waiting.key))).text()).toContain('You have a place.');
});

test('a cancelled registration erases at once who it was and what was written to her; it cannot be changed any more', async () => {
  const { admin } = m.world.database;
  expect(await admin`select 1 from engagement.registrant where email = 'first@example.org'`).toHaveLength(0);
  expect(await mailsTo(m.world, 'first@example.org')).toEqual([]);
  const again = await registerBy(m.anybody, m.slug, { email: 'leaver@example.org', other: 'A ride' });
  const [mail] = await mailsTo(m.world, 'leaver@example.org');
  for (const state of ['queued', 'sending', 'sent', 'failed'])
    await admin`insert into platform.mail_message (id, message_id, recipient, recipient_key, language, subject, text_body, headers, attachments, kind, state, queued_at, not_before)
      select gen_random_uuid(), ${state}, recipient, recipient_key, language, subject, text_body, '{"X-Of": "leaver"}', attachments, kind, ${state}, queued_at, not_before from platform.mail_message where id = ${mail?.id ?? ''}`;
  await m.anybody.post(own(again.key, '/cancel'), {});
  expect(await admin`select 1 from platform.mail_message m where m::text like '%leaver%' or m::text like ${`%${again.key}%`} or (m.recipient = 'erased' and m.attachments <> '[]')`).toHaveLength(0);
  expect(await admin`select message_id, state from platform.mail_message where message_id in ('queued', 'sending', 'sent', 'failed') order by 1`).toEqual([
    { message_id: 'failed', state: 'failed' }, { message_id: 'queued', state: 'withheld' }, { message_id: 'sending', state: 'unknown' }, { message_id: 'sent', state: 'sent' },
  ]);
  expect((await m.anybody.get(own(again.key, '/change'))).status).toBe(404);
  expect(await (await m.anybody.get(own(again.key, '', 'fr'))).text()).toContain('Cette inscription est annulée');
});

test('a registration is changed by its link; a party that no longer fits keeps its places and reads why', async () => {
  await empty();
  const { key } = await registerBy(m.anybody, m.slug, { people: '2', access: 'captions', email: 'change@example.org' });
  expect(await (await m.anybody.get(own(key, '/change', 'fr'))).text()).toMatch(/value="2"[\s\S]*/);
  const change = async (more: Record<string, string>) => await m.anybody.post(own(key, '/change', 'fr'), { ...alone, email: 'change@example.org', step: 'check', ...more });
  const tooMany = await change({ people: '4' });
  expect([tooMany.status, (await tooMany.text()).includes('Il reste une place de plus')]).toEqual([422, true]);
  expect((await change({ people: '3', spoken: 'fr' })).status).toBe(303);
  const page = await (await m.anybody.get(own(key, '', 'fr'))).text();
  expect(page).toContain('Français');
  expect(page).not.toContain('Sous-titrage');
  expect(await states()).toEqual(['registered 3']);
});

test('her page says that a mail holds the link only where one does; a new address gets one, and a calendar file only with a place', async () => {
  await empty();
  const { key } = await registerBy(m.anybody, m.slug, { people: '2', email: 'lost@example.org' });
  const page = async () => await (await m.anybody.get(own(key))).text();
  expect(await page()).toContain('A mail to lost@example.org holds this link and a file for your calendar.');
  await m.world.database.admin`update platform.mail_message set state = 'failed' where recipient = 'lost@example.org'`;
  expect(await page()).toContain('Keep the address of this page.');
  await m.anybody.post(own(key, '/change'), { ...alone, people: '2', email: 'found@example.org', step: 'check' });
  expect((await mailsTo(m.world, 'found@example.org')).map((mail) => [mail.subject, mail.text_body.includes(`key=${key}`)])).toEqual([['You are registered: An evening about the river banks', true]]);
  expect(await page()).toContain('A mail to found@example.org holds this link');
  const waiting = await registerBy(m.anybody, m.slug, { people: '2', email: 'queue@example.org' });
  expect(await (await m.anybody.get(own(waiting.key))).text()).toContain('A mail to queue@example.org holds this link.');
});

test('two people cannot take the last place at once: the second waits for the first, whose transaction is still open', async () => {
  await empty();
  await registerBy(m.anybody, m.slug, { people: '2' });
  const given = { language: 'en', spoken: 'en', people: 1, name: '', email: '', needs: [] } as const;
  let second: Promise<string | undefined> = Promise.resolve(undefined);
  const first = await m.world.as.public(async (scope) => {
    const done = await register(scope, m.id, 'the seed of the first', given);
    second = m.world.as.public(async (other) => (await register(other, m.id, 'the seed of the second', given))?.state);
    expect(await Promise.race([second, new Promise((resolve) => setTimeout(() => resolve('still waiting for the lock'), 400))])).toBe('still waiting for the lock');
    return done?.state;
  });
  expect([first, await second]).toEqual(['registered', 'waiting']);
});

test('of twelve who ask at once for three places, three get one', async () => {
  await empty();
  const outcomes = await Promise.all(Array.from({ length: 12 }, async () => (await registerBy(m.anybody, m.slug)).state));
  expect(outcomes.filter((state) => state === 'registered')).toHaveLength(3);
  expect(outcomes.filter((state) => state === 'waiting')).toHaveLength(9);
});

test('a meeting that has begun takes no registration and changes none', async () => {
  await empty();
  const { key } = await registerBy(m.anybody, m.slug);
  await m.world.at('2022-09-20T23:30:00Z');
  expect((await registerBy(m.anybody, m.slug)).status).toBe(404);
  expect((await m.anybody.get(own(key, '/change'))).status).toBe(404);
  expect((await m.anybody.post(own(key, '/cancel'), {})).status).toBe(409);
});
