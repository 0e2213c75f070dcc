import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createApp } from '#app/app.ts';
import { startMailbox } from '#app/modules/engagement/index.ts';
import { machineNow } from '#app/platform/clock/clock.ts';
import type { Config } from '#app/platform/config/config.ts';
import { ConfigRefused } from '#app/platform/config/config.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { takeServerLock } from '#app/platform/db/embedded/lock.ts';
import { expectedSchema } from '#app/platform/db/migrate.ts';
import { type Database, inScope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { openPool } from '#app/platform/db/pool.ts';
import { loadAssets } from '#app/platform/files/assets.ts';
import { securityHeaders } from '#app/platform/http/headers.ts';
import { listen } from '#app/platform/http/server.ts';
import { type JobRunner, startJobs } from '#app/platform/jobs/runner.ts';
import { createLog } from '#app/platform/log/log.ts';
import { makeMeter } from '#app/platform/metrics/meter.ts';
import type { StartArguments } from './arguments.ts';
import { findOrMakeInstallation } from './first-start.ts';
import { withPort } from './free-port.ts';
import { listenToOthers } from './listen-to-others.ts';
import { databaseOf } from './installation.ts';
import { openDatabase } from './open-database.ts';
import { readinessOf } from './readiness.ts';
import { openSideDoor } from './side-door.ts';
import { surviveLostConnections, watchDatabase } from './watch-database.ts';

/** How long, in milliseconds, pages are answered from memory after the last moment at which this process had heard of every change. */
const trustedFor = 2000;
/** How long requests that run have to end when the server is stopped, in milliseconds. */
const grace = 10_000;

/** Starts the program: database, first content, routes, jobs; prints `ready` when the first request can be served; SIGTERM drains and stops. */
export async function runServer(given: Config, args: StartArguments): Promise<void> {
  const config = await withPort(given, process.env);
  const log = createLog();
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  // Asked to stop while it starts, it starts to the end and then stops: a database that is left alone would run on.
  let asked = false;
  let stop: (() => Promise<void>) | undefined;
  const ask = () => {
    asked = true;
    void stop?.();
  };
  process.on('SIGTERM', ask);
  process.on('SIGINT', ask);
  const open = await openDatabase(config, say, config.connections);
  const lock = open.cluster ? await takeServerLock(open.pool) : undefined;
  if (open.cluster && !lock) {
    await open.pool.end();
    throw new ConfigRefused(`Another server already uses the data in ${config.dataDir}. Stop it, or set DATA_DIR to another folder.`);
  }
  // From the first answer on: the database may die before the jobs have started.
  surviveLostConnections(log);
  const watch = lock ? watchDatabase({ dataDir: config.dataDir, pool: open.pool, lock, log, giveUp: () => process.exit(1) }) : undefined;
  const installation = await findOrMakeInstallation(open.pool, config, args.demo);
  if (args.asOf && !installation.demonstration) throw new ConfigRefused('--as-of moves the clock of a demonstration; this installation is none.');
  const meter = makeMeter();
  const others = listenToOthers({ address: open.address, replicaUrl: config.databaseReplicaUrl, connections: config.connections, log });
  const database: Database = { ...databaseOf(open.pool, installation, args.asOf), watch: meter.scopes, ...(others.replica ? { replica: others.replica } : {}) };
  const assets = await loadAssets(join(projectRoot(), 'dist', 'assets'), securityHeaders(config.baseUrl.startsWith('https:')));
  let jobs: JobRunner | undefined;
  let stopping = false;
  const readiness = readinessOf({ pulse: () => others.pulse, draining: () => stopping, expected: await expectedSchema(projectRoot()) });
  const app = await createApp({ database, assets, log, config, demonstration: installation.demonstration, afterCommit: () => jobs?.poke(), readiness, meter });
  others.refreshBy(app.refresh);
  await app.refresh();
  await inScope(database, { as: 'worker', purpose: 'start' }, async (scope) => await raiseEvent(scope, { kind: 'platform.started' }));
  const server = await listen({
    app: app.hono, cache: app.cache, assets, clock: database.clock, host: config.host, port: config.port, meter,
    // Beside other servers a page is drawn anew each time: word of a change passes through this loop to the thread in front, and could come too late for its author.
    trustedUntil: () => (config.databaseUrl ? 0 : machineNow() + trustedFor - others.pulse.age()),
    lost: (error) => {
      log.error('front', error);
      process.exit(1);
    },
  });
  const closeSideDoor = config.metricsPort ? await openSideDoor({ host: config.host, port: config.metricsPort, database, meter, readiness }) : undefined;
  process.stdout.write(`ready http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${config.port}\n`);
  const queuePool = openPool(open.address, { max: 1, role: 'ct_worker' });
  jobs = await startJobs({ database, queuePool, jobs: app.jobs, baseUrl: config.baseUrl, log, meter });
  const mailbox = config.imapUrl ? startMailbox({ imapUrl: config.imapUrl, database, log, received: jobs.poke }) : undefined;
  stop = async () => {
    if (stopping) return;
    stopping = true;
    server.leave();
    // Not ready any more, but still answering: whoever spreads the requests needs a moment to notice.
    await pause(config.drainSeconds * 1000);
    await server.drain(grace);
    await mailbox?.stop();
    await jobs?.stop();
    await app.stop();
    await Promise.all([queuePool.end({ timeout: 2 }), others.stop(), closeSideDoor?.()]);
    await watch?.release();
    await open.close();
    process.exit(0);
  };
  if (asked) await stop();
}
