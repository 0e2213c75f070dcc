import { inject } from 'vitest';
import { type Clock, setClock } from '#app/platform/clock/clock.ts';
import { newId } from '#app/platform/db/id.ts';
import { openPool, type Pool } from '#app/platform/db/pool.ts';
import { embeddedLogin } from '#app/platform/db/roles.ts';
import type { Database } from '#app/platform/db/scope.ts';
import { templateDatabase } from './cluster.ts';

export type TestDatabase = Database & { clock: ReturnType<typeof setClock>; /** A superuser's eye, for checks only. */ admin: Pool; name: string; close(): Promise<void> };

export const testStart = '2019-06-03T13:00:00Z';

/** A database of its own for a test file, copied from the migrated template. The clock stands at 3 June 2019, 09:00 in Toronto. */
export async function openTestDatabase(options: { max?: number; timeZone?: string } = {}): Promise<TestDatabase> {
  const place = { socketDirectory: inject('socketDirectory'), port: inject('databasePort') };
  const superuser = inject('superuser');
  const name = `t_${newId().replaceAll('-', '')}`;
  const maker = openPool({ ...place, user: superuser, database: 'postgres' }, { max: 1 });
  // Copying the files is faster than writing every page to the log as well, which is what PostgreSQL does unless told.
  await maker.unsafe(`create database ${name} template ${templateDatabase} strategy file_copy`);
  const admin = openPool({ ...place, user: superuser, database: name }, { max: 2 });
  const pool = openPool({ ...place, user: embeddedLogin, database: name }, { max: options.max ?? 4 });
  const clock: Clock & ReturnType<typeof setClock> = setClock(testStart);
  return {
    pool, clock, admin, name, timeZone: options.timeZone ?? 'America/Toronto',
    close: async () => {
      await Promise.all([pool.end({ timeout: 2 }), admin.end({ timeout: 2 })]);
      await maker.unsafe(`drop database if exists ${name} with (force)`);
      await maker.end();
    },
  };
}
