import type { Config } from '#app/platform/config/config.ts';
import type { Database } from '#app/platform/db/scope.ts';
import { databaseOf, findInstallation } from '#app/program/installation.ts';
import { type OpenDatabase, openDatabase } from '#app/program/open-database.ts';
import { complain } from './command.ts';

/** Opens the database beside a running server or alone, runs the work, and leaves it as it was found. */
export async function withDatabase<T>(config: Config, work: (database: Database, open: OpenDatabase) => Promise<T>): Promise<T> {
  const open = await openDatabase(config, complain, 2);
  try {
    const installation = (await findInstallation(open.pool)) ?? { demonstration: false, timeZone: 'UTC' };
    return await work(databaseOf(open.pool, installation), open);
  } finally {
    await open.close();
  }
}
