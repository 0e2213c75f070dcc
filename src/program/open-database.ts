import type { Config } from '#app/platform/config/config.ts';
import { ConfigRefused } from '#app/platform/config/config.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { type Cluster, startCluster } from '#app/platform/db/embedded/cluster.ts';
import { checkLogin } from '#app/platform/db/login.ts';
import { migrate } from '#app/platform/db/migrate.ts';
import { type DatabaseAddress, openPool, type Pool } from '#app/platform/db/pool.ts';
import { embeddedLogin } from '#app/platform/db/roles.ts';
import { prepareQueue } from '#app/platform/jobs/queue.ts';
import { awaitSchema } from './readiness.ts';

export const embeddedDatabase = 'common_table';

/** The database, open and of this program's schema. `cluster` stands for the embedded one. */
export type OpenDatabase = {
  readonly address: DatabaseAddress;
  readonly pool: Pool;
  readonly cluster: Cluster | undefined;
  readonly close: () => Promise<void>;
};

/** Opens the embedded database, or the server of DATABASE_URL; migrates where it may; refuses a login that could see past the policies. */
export async function openDatabase(config: Config, log: (line: string) => void, connections: number): Promise<OpenDatabase> {
  return config.databaseUrl ? await openServer(config, config.databaseUrl, log, connections) : await openEmbedded(config, log, connections);
}

async function openEmbedded(config: Config, log: (line: string) => void, connections: number): Promise<OpenDatabase> {
  const cluster = await startCluster({ dataDir: config.dataDir, log });
  const place = { socketDirectory: cluster.socketDirectory, port: cluster.port };
  const maker = openPool({ ...place, user: cluster.superuser, database: 'postgres' }, { max: 1 });
  const [exists] = await maker`select from pg_database where datname = ${embeddedDatabase}`;
  if (!exists) await maker.unsafe(`create database ${embeddedDatabase} template template0`);
  await maker.end();
  await prepare(openPool({ ...place, user: cluster.superuser, database: embeddedDatabase }, { max: 1 }), embeddedLogin, true);
  const address = { ...place, user: embeddedLogin, database: embeddedDatabase };
  const pool = openPool(address, { max: connections });
  await checkLogin(pool);
  return {
    address, pool, cluster,
    close: async () => {
      await pool.end({ timeout: 5 });
      await cluster.stop({ onlyIfAlone: true });
    },
  };
}

async function openServer(config: Config, url: string, log: (line: string) => void, connections: number): Promise<OpenDatabase> {
  if (config.databaseMigrationUrl) await prepare(openPool({ url: config.databaseMigrationUrl }, { max: 1 }), loginOf(url), false);
  const pool = openPool({ url }, { max: connections });
  await awaitSchema(pool, log);
  await checkLogin(pool);
  return { address: { url }, pool, cluster: undefined, close: async () => await pool.end({ timeout: 5 }) };
}

/** Brings roles, schema, policies and queue to this program's state, then closes the connection. */
export async function prepare(admin: Pool, login: string, createLogin: boolean): Promise<void> {
  try {
    await migrate(admin, { root: projectRoot(), login, createLogin });
    await prepareQueue(admin);
  } finally {
    await admin.end();
  }
}

export function loginOf(url: string): string {
  const name = decodeURIComponent(new URL(url).username);
  if (!name) throw new ConfigRefused('DATABASE_URL must name the login, as in postgres://login@host/database.');
  return name;
}
