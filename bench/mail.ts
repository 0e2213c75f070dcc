import { spawn } from 'node:child_process';
import nodemailer from 'nodemailer';
import { loadCommunity } from '#app/community/load.ts';
import { readPack } from '#app/community-pack/read.ts';
import { bulletinJobs } from '#app/modules/engagement/bulletin/jobs.ts';
import { setClock } from '#app/platform/clock/clock.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { startCluster } from '#app/platform/db/embedded/cluster.ts';
import { newId } from '#app/platform/db/id.ts';
import { migrate } from '#app/platform/db/migrate.ts';
import { openPool, type Pool } from '#app/platform/db/pool.ts';
import { embeddedLogin } from '#app/platform/db/roles.ts';
import { type Database, inScope } from '#app/platform/db/scope.ts';
import { jobTools } from '#app/platform/jobs/job.ts';
import { smtpSender } from '#app/platform/mail/sender.ts';
import { type Benchmark, round } from './result.ts';
import { scratchFolder } from './server-process.ts';

const goal = 0.9;
const turns = 5;

/**
 * A bulletin to MAILS subscribers (100,000 unless said): the rate at which the outbox leaves through SMTP, beside nodemailer alone with as many
 * connections sending the same mails to the same sink, in turns of the same size; and that every subscriber had it exactly once.
 */
export const mail: Benchmark = {
  name: 'mail',
  run: async (log) => {
    const subscribers = Number(process.env.MAILS ?? 100_000);
    const folder = await scratchFolder();
    const cluster = await startCluster({ dataDir: folder.path, log: () => {} });
    const at = (user: string, database: string, max = 4) => openPool({ socketDirectory: cluster.socketDirectory, port: cluster.port, user, database }, { max });
    const sink = await startSink();
    const open: Pool[] = [];
    try {
      const maker = at(cluster.superuser, 'postgres', 1);
      await maker.unsafe('create database mail');
      await maker.end();
      const [admin, pool] = [at(cluster.superuser, 'mail'), at(embeddedLogin, 'mail')];
      open.push(admin, pool);
      await migrate(admin, { root: projectRoot(), login: embeddedLogin, createLogin: true });
      const database: Database = { pool, clock: setClock('2022-09-12T14:00:00Z'), timeZone: 'America/Toronto' };
      const pack = await readPack('communities/maple-ford');
      await inScope(database, { as: 'worker', purpose: 'bench' }, async (scope) => void (await loadCommunity(scope, pack)));
      const bulletin = await prepare(admin, subscribers);
      const queued = performance.now();
      const job = bulletinJobs.find((one) => one.name === 'deliver-bulletin');
      await job?.run({ id: newId(), kind: 'engagement.bulletin-sent', subject: bulletin, detail: {} }, jobTools(database, 'http://localhost', 'deliver-bulletin', inScope));
      const queueing = (performance.now() - queued) / 1000;
      await admin.unsafe('analyze');
      const sender = smtpSender(sink.url, () => 'plan@example.org', 'plan.example.org');
      const [mails = { subject: '', text: '' }] = await admin<{ subject: string; text: string }[]>`select subject, text_body as text from platform.mail_message limit 1`;
      const portion = Math.ceil(subscribers / turns);
      const spent = { own: 0, alone: 0, sent: 0 };
      for (let turn = 0; turn < turns; turn += 1) {
        await admin`update platform.mail_message set not_before = '2100-01-01' where state = 'queued'`;
        await admin`update platform.mail_message set not_before = '2022-09-12' where id in (select id from platform.mail_message where state = 'queued' order by id limit ${portion})`;
        await admin.unsafe('vacuum analyze platform.mail_message');
        const own = performance.now();
        spent.sent += await sender.sendDue(database);
        const alone = performance.now();
        spent.own += alone - own;
        await sendAlone(sink.url, portion, mails);
        spent.alone += performance.now() - alone;
      }
      await sender.stop();
      const arrived = await sink.count();
      const [own, alone] = [spent.sent / (spent.own / 1000), (portion * turns) / (spent.alone / 1000)];
      const doubled = arrived.mails - arrived.recipients;
      const lost = subscribers - arrived.recipients;
      log(`bulletin to ${subscribers}: written to the outbox in ${queueing.toFixed(1)} s, sent at ${Math.round(own)}/s; nodemailer alone ${Math.round(alone)}/s; ${lost} lost, ${doubled} doubled`);
      const ratio = round(own / alone);
      return [{ name: `bulletin to ${subscribers}, messages/s`, value: Math.round(own), beside: Math.round(alone), ratio, goal: `>= ${goal}, 0 lost, 0 doubled`, holds: ratio >= goal && lost === 0 && doubled === 0 }];
    } finally {
      sink.stop();
      await Promise.all(open.map(async (pool) => await pool.end({ timeout: 2 })));
      await cluster.stop();
      await folder.remove();
    }
  },
};

/** Confirmed subscribers who want news at once, and a bulletin that was sent to them. */
async function prepare(admin: Pool, subscribers: number): Promise<string> {
  await admin.begin(async (sql) => {
    await sql`create temporary table made on commit drop as select gen_random_uuid() as id, n from generate_series(1, ${subscribers}::integer) n`;
    await sql`set local session_replication_role = replica`;
    await sql`insert into engagement.subscriber (id, address_hash, key_hash, state, language, frequency, topics, signed_up_at, confirmed_at, consent)
      select id, decode(md5('a' || n), 'hex'), decode(md5('k' || n), 'hex'), 'confirmed', case when n % 5 = 0 then 'fr' else 'en' end, 'at-once', '{initiatives}', '2022-01-01', '2022-01-01', '{}' from made`;
    await sql`insert into engagement.subscriber_address (subscriber_id, email) select id, 'reader' || n || '@example.org' from made`;
  });
  const id = newId();
  await admin`insert into engagement.bulletin (id, number, state, made_at, sent_at) values (${id}, 1000, 'sent', '2022-09-12', '2022-09-12')`;
  await admin`insert into engagement.bulletin_line (id, bulletin_id, position, topic, body, included) select gen_random_uuid(), ${id}, n, 'initiatives', jsonb_build_object('en', 'News number ' || n || ' about how the plan goes on.', 'fr', 'Nouvelle ' || n || ' sur la suite du plan.'), true from generate_series(1, 8) n`;
  await admin.unsafe('analyze');
  return id;
}

/** nodemailer with a pool and nothing else: the same mail to as many recipients. */
async function sendAlone(url: string, count: number, { subject, text }: { subject: string; text: string }): Promise<void> {
  const transport = nodemailer.createTransport(url, { pool: true, maxConnections: 4, maxMessages: Infinity } as never);
  let next = 0;
  await Promise.all(Array.from({ length: 40 }, async () => {
    while (next < count) {
      next += 1;
      await transport.sendMail({ from: 'plan@example.org', to: `alone${next}@example.net`, subject, text, headers: { 'List-Unsubscribe': { prepared: true, value: '<http://localhost/u/x>' }, 'Auto-Submitted': 'auto-generated' } });
    }
  }));
  transport.close();
}

type Sink = { readonly url: string; readonly count: () => Promise<{ mails: number; recipients: number }>; readonly stop: () => void };

/** An SMTP server in a process of its own that takes everything and counts what came for the readers. */
async function startSink(): Promise<Sink> {
  const code = `import { SMTPServer } from 'smtp-server';
    const seen = new Map(); let mails = 0;
    const sink = new SMTPServer({ disabledCommands: ['AUTH', 'STARTTLS'], logger: false, disableReverseLookup: true, onData: (stream, session, done) => { stream.resume(); stream.on('end', () => {
      for (const { address } of session.envelope.rcptTo) if (address.startsWith('reader')) { mails += 1; seen.set(address, 1); } done(); }); } });
    sink.listen(0, '127.0.0.1', () => process.send({ port: sink.server.address().port }));
    process.on('message', () => process.send({ mails, recipients: seen.size }));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const next = async <T>() => await new Promise<T>((resolve) => child.once('message', (message) => resolve(message as T)));
  const { port } = await next<{ port: number }>();
  return {
    url: `smtp://127.0.0.1:${port}`,
    count: async () => {
      child.send('count');
      return await next();
    },
    stop: () => child.kill(),
  };
}
