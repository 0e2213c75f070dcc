import { type Clock, demonstrationClock, instantIn, realClock } from '#app/platform/clock/clock.ts';
import type { Pool } from '#app/platform/db/pool.ts';
import { type Database, inScope, type Scope } from '#app/platform/db/scope.ts';

/** What an installation was made as, kept in the database: it does not change with the next start. */
export type Installation = {
  readonly demonstration: boolean;
  readonly timeZone: string;
  /** The demonstration's clock: it showed `start` when the real one showed `since`. */
  readonly clock?: { readonly start: string; readonly since: string };
};

/** Reads what this installation is; undefined on an empty database. */
export async function findInstallation(pool: Pool): Promise<Installation | undefined> {
  return await inScope({ pool, clock: realClock, timeZone: 'UTC' }, { as: 'worker', purpose: 'start' }, readInstallation);
}

/** The same in an open transaction. */
export async function readInstallation({ sql }: Scope): Promise<Installation | undefined> {
  const [row] = await sql<{ value: Installation }[]>`select value from platform.setting where name = 'installation'`;
  return row?.value;
}

/** Writes what this installation is, in the transaction that loads its first content. */
export async function recordInstallation(scope: Scope, installation: Installation): Promise<void> {
  await scope.sql`insert into platform.setting (name, value) values ('installation', ${scope.sql.json(installation)}),
    ('demonstration', ${scope.sql.json(installation.demonstration)}) on conflict (name) do update set value = excluded.value`;
}

/** The clock of an installation; `asOf` (YYYY-MM-DD) moves a demonstration's clock to 09:00 of that day for this run. */
export function clockOf(installation: Installation, asOf: string | undefined): Clock {
  if (!installation.demonstration || !installation.clock) return realClock;
  if (asOf) return demonstrationClock(instantIn(installation.timeZone, `${asOf}T09:00`), new Date());
  return demonstrationClock(new Date(installation.clock.start), new Date(installation.clock.since));
}

export function databaseOf(pool: Pool, installation: Installation, asOf?: string): Database {
  return { pool, clock: clockOf(installation, asOf), timeZone: installation.timeZone };
}
