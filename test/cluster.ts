import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { startCluster } from '#app/platform/db/embedded/cluster.ts';
import { migrate } from '#app/platform/db/migrate.ts';
import { openPool } from '#app/platform/db/pool.ts';
import { embeddedLogin } from '#app/platform/db/roles.ts';
import { prepareQueue } from '#app/platform/jobs/queue.ts';

declare module 'vitest' {
  interface ProvidedContext {
    socketDirectory: string;
    databasePort: number;
    superuser: string;
    /** Where journeys keep what a first start makes. */
    preparedFolder: string;
  }
}

export const templateDatabase = 'ct_template';

/** One real PostgreSQL for the whole run, with a migrated template that each test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ct-test-'));
  // Root starts PostgreSQL under another account, which must reach this folder.
  await chmod(dataDir, 0o711);
  const cluster = await startCluster({ dataDir, log: () => {}, fast: true });
  const at = (database: string) => openPool({ socketDirectory: cluster.socketDirectory, port: cluster.port, user: cluster.superuser, database }, { max: 1 });
  const first = at('postgres');
  await first.unsafe(`create database ${templateDatabase} template template0`);
  await first.end();
  const admin = at(templateDatabase);
  await migrate(admin, { root: projectRoot(), login: embeddedLogin, createLogin: true });
  await prepareQueue(admin);
  await admin.end();
  const preparedFolder = await mkdtemp(join(tmpdir(), 'ct-prepared-'));
  await chmod(preparedFolder, 0o711);
  project.provide('preparedFolder', preparedFolder);
  project.provide('socketDirectory', cluster.socketDirectory);
  project.provide('databasePort', cluster.port);
  project.provide('superuser', cluster.superuser);
  return async () => {
    await cluster.stop();
    await Promise.all([dataDir, preparedFolder].map(async (folder) => await rm(folder, { recursive: true, force: true })));
  };
}
