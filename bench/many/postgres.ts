import { type ChildProcess, spawn } from 'node:child_process';
import { appendFile, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chooseAccount } from '#app/platform/db/embedded/account.ts';
import { prepareBinaries } from '#app/platform/db/embedded/binaries.ts';
import { startCluster } from '#app/platform/db/embedded/cluster.ts';
import { giveTree } from '#app/platform/db/embedded/files.ts';
import { bareEnvironment, identity } from '#app/platform/db/embedded/initialise.ts';
import { systemHome } from '#app/platform/db/embedded/place.ts';
import { openPool } from '#app/platform/db/pool.ts';

/** One PostgreSQL of the rig, reached over TCP as a server would be. */
export type Machine = {
  readonly url: (login: string, database?: string) => string;
  readonly start: () => Promise<void>;
  /** SIGKILL is a crash of the whole postgres, SIGINT a fast stop. */
  readonly kill: (signal: 'SIGKILL' | 'SIGINT') => Promise<void>;
};

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/**
 * A primary and a replica that streams from it, from the PostgreSQL that npm brings; `folder` must be reachable for the account that runs it. The replica
 * is a copy of the stopped primary. `fast` gives up durability: for what is not about crashes.
 */
export async function startPair(folder: string, options: { fast?: boolean; log?: (line: string) => void } = {}): Promise<{ primary: Machine; replica: Machine; stop: () => Promise<void> }> {
  const log = options.log ?? (() => {});
  const cluster = await startCluster({ dataDir: join(folder, 'primary'), log, fast: options.fast ?? false });
  await cluster.stop();
  const data = join(folder, 'primary', 'postgres');
  await appendFile(join(data, 'pg_hba.conf'), '\nhost all all 127.0.0.1/32 trust\nhost replication all 127.0.0.1/32 trust\n');
  // initdb wrote a line that refuses every host; the first line that matches decides.
  const rules = (await readFile(join(data, 'pg_hba.conf'), 'utf8')).split('\n').filter((line) => !/^host.*reject/.test(line)).join('\n');
  await writeFile(join(data, 'pg_hba.conf'), rules);
  const account = await chooseAccount([data]);
  const { postgres } = await prepareBinaries({ account, copies: account ? systemHome : join(folder, 'primary'), log });
  const copy = join(folder, 'replica');
  await cp(data, copy, { recursive: true });
  const [port, replicaPort] = [await freePort(), await freePort()];
  await writeFile(join(copy, 'standby.signal'), '');
  await appendFile(join(copy, 'postgresql.auto.conf'), `primary_conninfo = 'host=127.0.0.1 port=${port} user=postgres application_name=replica'\n`);
  if (account) await giveTree(copy, account);
  const machine = (where: string, at: number): Machine => {
    let child: ChildProcess | undefined;
    const url = (login: string, database = 'common_table') => `postgres://${login}@127.0.0.1:${at}/${database}`;
    const settings = { listen_addresses: '127.0.0.1', port: String(at), unix_socket_directories: '', hot_standby_feedback: 'on', wal_receiver_status_interval: '1s', wal_retrieve_retry_interval: '200ms', max_connections: '120', ...(options.fast ? { fsync: 'off', full_page_writes: 'off', autovacuum: 'off' } : {}) };
    return {
      url,
      start: async () => {
        const end = performance.now() + 30_000;
        // After a crash the last processes of the old postgres may still be going down: it refuses until they are gone.
        while (performance.now() < end) {
          if (!child || child.exitCode !== null || child.signalCode !== null)
            child = spawn(postgres, ['-D', where, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])], { cwd: folder, env: bareEnvironment, stdio: 'ignore', ...identity(account) });
          if (await answers(url('postgres', 'postgres'))) return;
          await pause(100);
        }
        throw new Error('a database of the rig did not start');
      },
      kill: async (signal) => {
        if (!child || child.exitCode !== null || child.signalCode !== null) return;
        const gone = new Promise<void>((resolve) => child?.once('exit', () => resolve()));
        child.kill(signal);
        await gone;
      },
    };
  };
  const [primary, replica] = [machine(data, port), machine(copy, replicaPort)];
  await primary.start();
  await replica.start();
  return { primary, replica, stop: async () => {
    await replica.kill('SIGINT');
    await primary.kill('SIGINT');
    await rm(copy, { recursive: true, force: true });
  } };
}

async function answers(url: string): Promise<boolean> {
  const pool = openPool({ url }, { max: 1 });
  return await pool`select 1`.then(() => true, () => false).finally(() => void pool.end({ timeout: 0 }));
}
