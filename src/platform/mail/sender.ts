import { Readable } from 'node:stream';
import nodemailer, { type SendMailOptions, type Transporter } from 'nodemailer';
import { newId } from '#app/platform/db/id.ts';
import { type Database, inScope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import type { MailAttachment } from './queue.ts';

type Due = { id: string; message_id: string; recipient: string; subject: string; text_body: string; headers: Record<string, string>; attachments: readonly MailAttachment[]; attempts: number };
export type Sender = { readonly jobs: readonly Job[]; readonly sendDue: (database: Database) => Promise<number>; readonly stop: () => Promise<void> };

const giveUpAfter = 12;

/**
 * Sends the outbox through SMTP. A row goes queued → sending (committed) → sent. When the connection broke after the text was handed over, the
 * server may have taken it: the row becomes `unknown` and is not sent again (RFC 1047: better once too few than twice). A row found in
 * `sending` after a crash is `unknown` for the same reason. Other failures are tried again, later each time.
 */
export function smtpSender(smtpUrl: string, from: () => string, host: string): Sender {
  const transport = nodemailer.createTransport(smtpUrl, { pool: true, maxConnections: 4, connectionTimeout: 10_000, socketTimeout: 30_000, maxRequeues: 0 } as never);
  transport.use('stream', noticeHandOver);
  // Two lanes: while one writes its outcomes and takes its next mails, those of the other are on their way.
  const lane = async (database: Database): Promise<number> => {
    let sent = 0;
    for (let batch = await take(database); batch.length > 0; batch = await take(database)) {
      await write(database, await Promise.all(batch.map(async (mail) => ({ mail, ...(await attempt(transport, mail, { from: from(), host })) }))));
      sent += batch.length;
    }
    return sent;
  };
  const sendDue = async (database: Database) => (await Promise.all([lane(database), lane(database)])).reduce((sum, sent) => sum + sent, 0);
  const job: Job = { name: 'send-mail', on: ['platform.mail-queued'], every: '* * * * *', run: async (_delivery, { database }) => void (await sendDue(database)) };
  return { jobs: [job], sendDue, stop: async () => transport.close() };
}

/** Tells the mail when the first byte of its text is asked for: from then on the other server may have it. */
function noticeHandOver(mail: { data: object; message: { processFunc(work: (input: Readable) => Readable): void } }, done: () => void): void {
  const told = 'handedOver' in mail.data && typeof mail.data.handedOver === 'function' ? mail.data.handedOver : undefined;
  mail.message.processFunc((input) => {
    // Read on demand: a pipe would fill its buffer, and so call a mail handed over, before the other server has said a word.
    return Readable.from(watch(input, () => told?.()), { objectMode: false });
  });
  done();
}

async function* watch(input: Readable, told: () => void): AsyncGenerator<Buffer> {
  for await (const part of input) {
    told();
    yield part;
  }
}

/** Keeps every mail in the local outbox: for development and demonstrations. */
export const outboxOnly: Sender = { jobs: [], sendDue: async () => 0, stop: async () => {} };

async function take(database: Database): Promise<Due[]> {
  return await inScope(database, { as: 'worker', purpose: 'send mail' }, async ({ sql, now }) => {
    await sql`update platform.mail_message set state = 'unknown', failure = 'interrupted' where state = 'sending' and sent_at < ${new Date(now.getTime() - 600_000)}`;
    return [...(await sql<Due[]>`
      update platform.mail_message set state = 'sending', attempts = attempts + 1, sent_at = ${now}
      where id in (select id from platform.mail_message where state = 'queued' and not_before <= ${now} order by not_before limit 20 for update skip locked)
      returning id, message_id, recipient, subject, text_body, headers, attachments, attempts`)];
  });
}

type Outcome = { readonly mail: Due; readonly state: string; readonly failure?: string };

/** Writes how the mails of a batch went, in one transaction. What is to be tried again waits, longer each time. */
async function write(database: Database, outcomes: readonly Outcome[]): Promise<void> {
  await inScope(database, { as: 'worker', purpose: 'send mail' }, async ({ sql, now }) => {
    const rows = outcomes.map(({ mail, state, failure }) => ({ id: mail.id, state, failure: failure ?? null, later: state === 'queued' ? new Date(now.getTime() + Math.min(3_600_000, 5000 * 2 ** mail.attempts)).toISOString() : null }));
    await sql`update platform.mail_message m set state = o.state, failure = o.failure, sent_at = ${now}, not_before = coalesce(o.later, m.not_before)
      from jsonb_to_recordset(${sql.json(rows)}) as o (id uuid, state text, failure text, later timestamptz) where m.id = o.id and m.state = 'sending'`;
  });
}

async function attempt(transport: Transporter, mail: Due, own: { from: string; host: string }): Promise<{ state: string; failure?: string }> {
  let handed = false;
  try {
    const message: SendMailOptions & { handedOver: () => void } = {
      handedOver: () => {
        handed = true;
      },
      messageId: mail.message_id.replace('common-table.invalid', own.host), from: own.from, to: mail.recipient, subject: mail.subject, text: mail.text_body,
      attachments: mail.attachments.map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
      // Prepared headers are not folded: a folded List-Unsubscribe breaks signatures.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Common-Table': newId(), ...Object.fromEntries(Object.entries(mail.headers).map(([name, value]) => [name, { prepared: true, value }])) },
    };
    await transport.sendMail(message);
    return { state: 'sent' };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'failed';
    const reply = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
    if (handed && reply === 0) return { state: 'unknown', failure: code };
    if (reply >= 500 || mail.attempts >= giveUpAfter) return { state: 'failed', failure: `${code} ${reply}` };
    return { state: 'queued', failure: `${code} ${reply}` };
  }
}
