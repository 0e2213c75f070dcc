import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { loadCommunity } from '#app/community/load.ts';
import { readPack } from '#app/community-pack/read.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { smtpSender } from '#app/platform/mail/sender.ts';
import { engagementJobs, engagementRoutes } from '../index.ts';
import { insertBulletin, markSent, updateApproval } from './queries.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { mailDue } from './jobs.ts';

let world: World;
let anybody: Visitor;
let sink: SMTPServer;
let sender: ReturnType<typeof smtpSender>;
const mails: { to: string; raw: string }[] = [];

beforeAll(async () => {
  world = await openWorld();
  const pack = await readPack('communities/maple-ford');
  await world.as.worker(async (scope) => void (await loadCommunity(scope, { ...pack })));
  world.database.clock.set('2022-09-12T14:00:00Z');
  anybody = await world.http(engagementRoutes(() => world.site, { keepsMailHere: true })).as();
  sink = new SMTPServer({ disabledCommands: ['AUTH', 'STARTTLS'], onData: (stream, session, done) => {
    let raw = '';
    stream.on('data', (part: Buffer) => { raw += part.toString(); });
    stream.on('end', () => { mails.push({ to: session.envelope.rcptTo[0]?.address ?? '', raw }); done(); });
  } });
  await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', () => resolve()));
  const address = sink.server.address();
  sender = smtpSender(`smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, () => 'plan@example.org', 'plan.example.org');
});
afterAll(async () => {
  await sender.stop();
  await new Promise<void>((resolve) => sink.close(() => resolve()));
  await world.close();
});

const signUp = async (email: string, frequency: string, topic = 'initiatives') => await anybody.post('/en/engagement/subscriptions/new', { topic, frequency, email, consent: 'yes' });
const keyOf = async (email: string) => (await world.database.admin<{ text_body: string }[]>`select text_body from platform.mail_message where recipient = ${email} and kind = 'confirm-subscription' order by id limit 1`)[0]?.text_body.match(/key=([\w-]+)/)?.[1] ?? '';
const confirm = async (email: string) => await anybody.post(`/en/engagement/subscriptions/confirm?key=${await keyOf(email)}`, {});
const send = async (topic = 'initiatives') => {
  await world.as.manager(async (scope) => {
    const id = await insertBulletin(scope, [{ topic, text: { en: `News about ${topic}`, fr: `Nouvelles : ${topic}` } }]);
    await updateApproval(scope, id, { en: true, fr: true });
    expect(await markSent(scope, id)).toBe(1);
    await raiseEvent(scope, { kind: 'engagement.bulletin-sent', subject: id });
  });
  await world.runJobs(engagementJobs);
};
const bulletinsTo = (email: string) => mails.filter((mail) => mail.to === email && /bulletin/i.test(mail.raw) && mail.raw.includes('List-Unsubscribe'));
const tools = () => ({ inWorker: async <T>(work: Parameters<typeof inScope<T>>[2]) => await inScope(world.database, { as: 'worker', purpose: 'test' }, work), baseUrl: 'http://localhost' });

test('the answer to a sign-up is the same for a new, a known and a confirmed address, and one address is one subscriber', async () => {
  const answers = [await signUp('reader@example.org', 'at-once'), await signUp('READER@example.org', 'at-once')];
  await confirm('reader@example.org');
  answers.push(await signUp('reader@example.org', 'weekly'));
  expect(answers.map((answer) => [answer.status, answer.headers.get('location')])).toEqual(Array.from({ length: 3 }, () => [303, '/en/engagement/subscriptions/sent']));
  expect(await world.database.admin`select state, frequency from engagement.subscriber`).toEqual([{ state: 'confirmed', frequency: 'at-once' }]);
});

test('what is missing is said and what was typed is kept', async () => {
  const answer = await anybody.post('/fr/engagement/subscriptions/new', { topic: 'initiatives', frequency: 'daily', email: 'not an address' });
  expect(answer.status).toBe(422);
  const text = await answer.text();
  expect(text).toContain('value="not an address"');
  expect(text).toContain('href="#consent"');
});

test('nothing is sent to an address that was not confirmed; a confirmed one gets each bulletin exactly once', async () => {
  await signUp('never@example.org', 'at-once');
  await send();
  await world.runJobs(engagementJobs);
  await sender.sendDue(world.database);
  await sender.sendDue(world.database);
  expect(bulletinsTo('reader@example.org')).toHaveLength(1);
  expect(bulletinsTo('never@example.org')).toHaveLength(0);
  const [mail] = bulletinsTo('reader@example.org');
  expect(mail?.raw).toMatch(/^List-Unsubscribe: <http:\/\/localhost\/u\/[\w-]{22}>\r?$/m);
  expect(mail?.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
});

test('a weekly subscriber gets all bulletins of the week in one mail', async () => {
  await signUp('weekly@example.org', 'weekly');
  await confirm('weekly@example.org');
  await send();
  await send();
  await sender.sendDue(world.database);
  expect(bulletinsTo('weekly@example.org')).toHaveLength(0);
  await mailDue(tools(), 'weekly');
  await mailDue(tools(), 'weekly');
  await sender.sendDue(world.database);
  expect(bulletinsTo('weekly@example.org')).toHaveLength(1);
});

test('opening the unsubscribe link does nothing; one click stops even what was queued', async () => {
  await signUp('leaver@example.org', 'at-once');
  await confirm('leaver@example.org');
  const key = await keyOf('leaver@example.org');
  expect((await anybody.get(`/en/engagement/subscriptions/unsubscribe?key=${key}`)).status).toBe(200);
  expect((await world.database.admin`select state from engagement.subscriber s join engagement.subscriber_address a on a.subscriber_id = s.id where email = 'leaver@example.org'`)[0]?.state).toBe('confirmed');
  await send();
  const answer = await anybody.post(`/u/${key}`, { 'List-Unsubscribe': 'One-Click' }, { 'sec-fetch-site': 'cross-site', origin: 'https://mail.example' });
  expect(answer.status).toBe(200);
  await sender.sendDue(world.database);
  expect(bulletinsTo('leaver@example.org')).toHaveLength(0);
  expect((await anybody.post('/en/engagement/subscriptions/unsubscribe?key=unknown', {})).status).toBe(404);
});

test('a bulletin that is not approved in both languages cannot be sent, and a sent one is public', async () => {
  const id = await world.as.manager(async (scope) => await insertBulletin(scope, [{ topic: 'initiatives', text: { en: 'a', fr: 'b' } }]));
  expect(await world.as.manager(async (scope) => await markSent(scope, id))).toBe(0);
  expect((await anybody.get('/en/engagement/bulletins/1')).status).toBe(200);
  expect((await anybody.get('/en/engagement/bulletins/5')).status).toBe(404);
});
