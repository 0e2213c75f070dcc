import { createApp } from '#app/app.ts';
import { type Config, ConfigRefused } from '#app/platform/config/config.ts';
import { openPool } from '#app/platform/db/pool.ts';
import { noAssets } from '#app/platform/files/assets.ts';
import { startJobs } from '#app/platform/jobs/runner.ts';
import { createLog } from '#app/platform/log/log.ts';
import { databaseOf, findInstallation } from './installation.ts';
import { openDatabase } from './open-database.ts';

/** Runs the jobs beside one or more servers on the same DATABASE_URL. */
export async function runWorker(config: Config): Promise<void> {
  if (!config.databaseUrl) throw new ConfigRefused('A worker of its own needs DATABASE_URL; the embedded database is worked by its server.');
  const log = createLog();
  const open = await openDatabase(config, (line) => void process.stderr.write(`${line}\n`), 5);
  const installation = await findInstallation(open.pool);
  if (!installation) throw new ConfigRefused('The database is empty: start a server on it first.');
  const database = databaseOf(open.pool, installation);
  const app = await createApp({ database, assets: noAssets, log, config, demonstration: installation.demonstration, afterCommit: () => {} });
  const queuePool = openPool(open.address, { max: 1, role: 'ct_worker' });
  const jobs = await startJobs({ database, queuePool, jobs: app.jobs, baseUrl: config.baseUrl, log });
  process.stdout.write('ready worker\n');
  process.on('SIGTERM', () => void jobs.stop().then(async () => await Promise.all([app.stop(), queuePool.end({ timeout: 2 }), open.close()])).then(() => process.exit(0)));
}
