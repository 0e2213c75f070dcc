import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { openPool } from '#app/platform/db/pool.ts';
import { scratchFolder, type ServerProcess, startProcess } from '../server-process.ts';
import { freePort, type Machine, startPair } from './postgres.ts';

/** One process of the program that can be killed and started again under its old address. */
export type Part = { readonly url: string; readonly metrics: string; readonly isUp: () => boolean; readonly start: () => Promise<void>; readonly kill: (signal: NodeJS.Signals) => Promise<void> };
export type Rig = {
  readonly primary: Machine;
  readonly replica: Machine;
  readonly servers: readonly [Part, Part];
  readonly worker: Part;
  /** How often each mail arrived, by its Message-ID. */
  readonly mails: ReadonlyMap<string, number>;
  readonly stop: () => Promise<void>;
};

export const databaseName = 'common_table';

/** Two servers, one worker, a primary and a streaming replica, and a mail server that counts. Both servers begin at once on the empty database. */
export async function startRig(log: (line: string) => void): Promise<Rig> {
  const folder = await scratchFolder();
  const pair = await startPair(folder.path);
  const admin = openPool({ url: pair.primary.url('postgres', 'postgres') }, { max: 1 });
  await admin`create role ct_serve login noinherit`;
  await admin.unsafe(`create database ${databaseName} template template0`);
  await admin.end();
  const mails = new Map<string, number>();
  const sink = await startSink(mails);
  const environment = {
    DATABASE_URL: pair.primary.url('ct_serve'), DATABASE_MIGRATION_URL: pair.primary.url('postgres'), DATABASE_REPLICA_URL: pair.replica.url('ct_serve'),
    SMTP_URL: `smtp://127.0.0.1:${sink.port}`, BASE_URL: 'http://127.0.0.1:1', DRAIN_SECONDS: '1',
  };
  const servers = [await makePart('dist/server.js', environment), await makePart('dist/server.js', environment)] as const;
  const { DATABASE_MIGRATION_URL: _admin, ...serving } = environment;
  const worker = await makePart('dist/worker.js', serving);
  await Promise.all(servers.map(async (server) => await server.start()));
  await worker.start();
  log('two servers began at once on an empty database; a worker, a primary and a replica run beside them');
  return {
    primary: pair.primary, replica: pair.replica, servers, worker, mails,
    stop: async () => {
      await Promise.all([...servers, worker].map(async (part) => await part.kill('SIGTERM')));
      sink.close();
      await pair.stop();
      await folder.remove();
    },
  };
}

async function makePart(file: string, environment: Readonly<Record<string, string>>): Promise<Part> {
  const [port, metricsPort] = [await freePort(), await freePort()];
  let running: ServerProcess | undefined;
  return {
    url: `http://127.0.0.1:${port}`, metrics: `http://127.0.0.1:${metricsPort}`, isUp: () => running !== undefined,
    start: async () => {
      running = await startProcess(file, { ...environment, PORT: String(port), METRICS_PORT: String(metricsPort) });
    },
    kill: async (signal) => {
      const ending = running;
      // One that is asked to end still answers while it drains; one that is killed does not.
      if (signal === 'SIGKILL') running = undefined;
      // Whoever spreads the requests sees that it is not ready and turns away.
      else void pause(500).then(() => {
        if (running === ending) running = undefined;
      });
      await ending?.kill(signal);
      running = undefined;
    },
  };
}

async function startSink(mails: Map<string, number>): Promise<{ port: number; close: () => void }> {
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false, onData: (stream, _session, done) => {
    let text = '';
    stream.on('data', (part: Buffer) => {
      if (text.length < 8000) text += part.toString('latin1');
    });
    stream.on('end', () => {
      const id = /^message-id: *(\S+)/im.exec(text)?.[1] ?? 'none';
      mails.set(id, (mails.get(id) ?? 0) + 1);
      done();
    });
  } });
  server.on('error', () => {});
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { port, close: () => void server.close() };
}

/** Waits until `holds` says so; false after `seconds`. */
export async function eventually(holds: () => Promise<boolean>, seconds: number): Promise<boolean> {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    if (await holds().catch(() => false)) return true;
    await pause(200);
  }
  return false;
}
