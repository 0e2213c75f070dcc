import { setClock } from '#app/platform/clock/clock.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { type Cluster, startCluster } from '#app/platform/db/embedded/cluster.ts';
import { migrate } from '#app/platform/db/migrate.ts';
import { openPool, type Pool } from '#app/platform/db/pool.ts';
import { embeddedLogin } from '#app/platform/db/roles.ts';
import type { Database } from '#app/platform/db/scope.ts';
import { scratchFolder } from '../bench/server-process.ts';

export type EmptyDatabase = { readonly database: Database & { clock: ReturnType<typeof setClock> }; readonly admin: Pool; readonly cluster: Cluster };

/** A cluster of its own without durability, with one empty database of the present schema, and a clock that is set by hand. */
export async function withEmptyDatabase<T>(work: (given: EmptyDatabase) => Promise<T>): Promise<T> {
  return await withCluster(async (cluster) => {
    const admin = await makeDatabase(cluster, 'proof');
    await migrate(admin, { root: projectRoot(), login: embeddedLogin, createLogin: true });
    const pool = openPool({ socketDirectory: cluster.socketDirectory, port: cluster.port, user: embeddedLogin, database: 'proof' }, { max: 8 });
    try {
      return await work({ database: { pool, clock: setClock('2019-06-03T13:00:00Z'), timeZone: 'America/Toronto' }, admin, cluster });
    } finally {
      await Promise.all([pool.end({ timeout: 2 }), admin.end({ timeout: 2 })]);
    }
  });
}

export async function withCluster<T>(work: (cluster: Cluster) => Promise<T>): Promise<T> {
  const folder = await scratchFolder();
  const cluster = await startCluster({ dataDir: folder.path, log: () => {}, fast: true });
  try {
    return await work(cluster);
  } finally {
    await cluster.stop();
    await folder.remove();
  }
}

/** Makes a database and opens it as superuser. */
export async function makeDatabase(cluster: Cluster, name: string): Promise<Pool> {
  const maker = openDatabase(cluster, 'postgres');
  await maker.unsafe(`create database ${name} template template0`);
  await maker.end();
  return openDatabase(cluster, name);
}

/** Opens a database of the cluster as superuser. */
export function openDatabase(cluster: Cluster, name: string): Pool {
  return openPool({ socketDirectory: cluster.socketDirectory, port: cluster.port, user: cluster.superuser, database: name }, { max: 2 });
}
