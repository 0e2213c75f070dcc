import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '#test/world.ts';
import { queueMail } from './queue.ts';
import { type Sender, smtpSender } from './sender.ts';

let world: World;
let server: SMTPServer;
let sender: Sender;
const received: string[] = [];
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => await world.close());
afterEach(async () => {
  await sender.stop();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

/** A mail server that does with each message what the test says. */
async function serve(onData: NonNullable<SMTPServerOptions['onData']>): Promise<void> {
  received.length = 0;
  server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], onData });
  server.on('error', () => {});
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  sender = smtpSender(`smtp://127.0.0.1:${port}`, () => 'Plan <plan@example.org>', 'plan.example.org');
}
const read = async (stream: AsyncIterable<unknown>): Promise<string> => {
  let text = '';
  for await (const part of stream) text += String(part);
  return text;
};
const queue = async (more: { to?: string; attachments?: { name: string; type: string; content: string }[] } = {}) =>
  await world.as.worker(async (scope) => await queueMail(scope, { kind: 'test', to: more.to ?? 'resident@example.org', language: 'en', subject: 'A subject', text: 'A text', ...(more.attachments ? { attachments: more.attachments } : {}) }));
const rowOf = async (id: string) => (await world.database.admin<{ state: string; attempts: number; not_before: Date }[]>`select state, attempts, not_before from platform.mail_message where id = ${id}`)[0];

test('a mail is handed over once, with its message id and its attachment', async () => {
  await serve((stream, _session, done) => void read(stream).then((text) => {
    received.push(text);
    done();
  }));
  const id = await queue({ attachments: [{ name: 'meeting.ics', type: 'text/calendar; charset=utf-8', content: 'BEGIN:VCALENDAR' }] });
  await sender.sendDue(world.database);
  await sender.sendDue(world.database);
  expect(received).toHaveLength(1);
  expect(received[0]).toContain(`Message-ID: <${id}@plan.example.org>`);
  expect(received[0]).toMatch(/filename=meeting\.ics/);
  expect((await rowOf(id))?.state).toBe('sent');
});

test('when the connection breaks between the final dot and the reply, the mail is unknown and never sent again', async () => {
  const sockets = new Set<Socket>();
  await serve((stream) => void read(stream).then((text) => {
    received.push(text);
    for (const socket of sockets) socket.destroy();
  }));
  server.server.on('connection', (socket: Socket) => void sockets.add(socket));
  const id = await queue();
  await sender.sendDue(world.database);
  expect((await rowOf(id))?.state).toBe('unknown');
  await world.at('2019-06-04T13:00:00Z');
  await sender.sendDue(world.database);
  expect(received).toHaveLength(1);
});

test('a refusal for good is final; one for now is tried again, later each time', async () => {
  await serve((stream, session, done) => void read(stream).then(() => {
    const good = session.envelope.rcptTo.some((one) => one.address.startsWith('gone'));
    done(Object.assign(new Error('no'), { responseCode: good ? 550 : 451 }));
  }));
  const [gone, busy] = [await queue({ to: 'gone@example.org' }), await queue()];
  await sender.sendDue(world.database);
  expect([(await rowOf(gone))?.state, (await rowOf(busy))?.state]).toEqual(['failed', 'queued']);
  const first = (await rowOf(busy))?.not_before.getTime() ?? 0;
  expect(first).toBeGreaterThan(world.database.clock.now().getTime());
  await world.at(new Date(first).toISOString());
  await sender.sendDue(world.database);
  expect((await rowOf(busy))?.attempts).toBe(2);
  expect(((await rowOf(busy))?.not_before.getTime() ?? 0) - first).toBeGreaterThan(10_000);
});

test('a connection that breaks before the text is asked for loses nothing: the mail waits', async () => {
  const sockets = new Set<Socket>();
  await serve((_stream, _session, done) => done());
  server.onRcptTo = () => {
    for (const socket of sockets) socket.destroy();
  };
  server.server.on('connection', (socket: Socket) => void sockets.add(socket));
  const id = await queue();
  await sender.sendDue(world.database);
  expect((await rowOf(id))?.state).toBe('queued');
});

test('a mail server that is away loses nothing: the mail waits', async () => {
  await serve((_stream, _session, done) => done());
  const port = 1;
  await sender.stop();
  sender = smtpSender(`smtp://127.0.0.1:${port}`, () => 'Plan <plan@example.org>', 'plan.example.org');
  const id = await queue();
  await sender.sendDue(world.database);
  expect((await rowOf(id))?.state).toBe('queued');
});

test('what a crash left in the middle of sending is unknown after ten minutes, not sent twice', async () => {
  await serve((stream, _session, done) => void read(stream).then((text) => {
    received.push(text);
    done();
  }));
  const id = await queue();
  await world.database.admin`update platform.mail_message set state = 'sending', sent_at = ${world.database.clock.now()} where id = ${id}`;
  await world.at(new Date(world.database.clock.now().getTime() + 660_000).toISOString());
  await sender.sendDue(world.database);
  expect((await rowOf(id))?.state).toBe('unknown');
  expect(received.join()).not.toContain(id);
});
