import { createApp } from '#app/app.ts';
import { type Config, ConfigRefused } from '#app/platform/config/config.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { expectedSchema } from '#app/platform/db/migrate.ts';
import { openPool } from '#app/platform/db/pool.ts';
import type { Database } from '#app/platform/db/scope.ts';
import { noAssets } from '#app/platform/files/assets.ts';
import { startJobs } from '#app/platform/jobs/runner.ts';
import { createLog } from '#app/platform/log/log.ts';
import { makeMeter } from '#app/platform/metrics/meter.ts';
import { databaseOf, findInstallation } from './installation.ts';
import { listenToOthers } from './listen-to-others.ts';
import { openDatabase } from './open-database.ts';
import { readinessOf } from './readiness.ts';
import { openSideDoor } from './side-door.ts';
import { surviveLostConnections } from './watch-database.ts';

/** Runs the jobs beside one or more servers on the same DATABASE_URL. */
export async function runWorker(config: Config): Promise<void> {
  if (!config.databaseUrl) throw new ConfigRefused('A worker of its own needs DATABASE_URL; the embedded database is worked by its server.');
  const log = createLog();
  const open = await openDatabase(config, (line) => void process.stderr.write(`${line}\n`), Math.ceil(config.connections / 2));
  const installation = await findInstallation(open.pool);
  if (!installation) throw new ConfigRefused('The database is empty: start a server on it first.');
  const meter = makeMeter();
  const database: Database = { ...databaseOf(open.pool, installation), watch: meter.scopes };
  const others = listenToOthers({ address: open.address, replicaUrl: undefined, connections: 0, log });
  let stopping = false;
  const readiness = readinessOf({ pulse: () => others.pulse, draining: () => stopping, expected: await expectedSchema(projectRoot()) });
  const app = await createApp({ database, assets: noAssets, log, config, demonstration: installation.demonstration, afterCommit: () => {}, readiness, meter });
  others.refreshBy(app.refresh);
  const closeSideDoor = config.metricsPort ? await openSideDoor({ host: config.host, port: config.metricsPort, database, meter, readiness }) : undefined;
  const queuePool = openPool(open.address, { max: 1, role: 'ct_worker' });
  const jobs = await startJobs({ database, queuePool, jobs: app.jobs, baseUrl: config.baseUrl, log, meter });
  surviveLostConnections(log);
  process.stdout.write('ready worker\n');
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await jobs.stop();
    await Promise.all([app.stop(), queuePool.end({ timeout: 2 }), others.stop(), closeSideDoor?.()]);
    await open.close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}
