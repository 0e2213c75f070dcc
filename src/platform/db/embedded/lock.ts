import type postgres from 'postgres';

/** The one server of an embedded database. Held by a session: when its process dies in any way, the lock is free at once. */
export type ServerLock = {
  /** False once the connection was lost (the database was restarted): then another server may hold it. */
  isHeld(): Promise<boolean>;
  release(): Promise<void>;
};

// "common-table server" in no table, just a number that nothing else in this database uses.
const key = 7_140_211_902;

/**
 * Takes the lock on a connection that it reserves from `sql` until released; undefined when another server holds it.
 * Locks are told apart by database: each server must connect to the same one.
 */
export async function takeServerLock<T extends Record<string, unknown>>(
  sql: postgres.Sql<T>,
): Promise<ServerLock | undefined> {
  const connection = await sql.reserve();
  const taken = await connection<{ taken: boolean }[]>`select pg_try_advisory_lock(${key}::bigint) as taken`.then(
    ([row]) => row?.taken === true,
    (error: unknown) => {
      connection.release();
      throw error;
    },
  );
  if (!taken) {
    connection.release();
    return undefined;
  }
  return {
    isHeld: async () => {
      // Asked by key, because the driver may have opened another session in place of the one that was lost.
      const rows = await connection`
        select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid() and granted
          and (classid::bigint << 32 | objid::bigint) = ${key}::bigint`.catch(() => []);
      return rows.length === 1;
    },
    release: async () => {
      await connection`select pg_advisory_unlock(${key}::bigint)`.catch(() => []);
      connection.release();
    },
  };
}
