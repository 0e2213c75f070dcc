import postgres from 'postgres';

/** The one server of an embedded database. Held by a session: when its process dies in any way, the lock is free at once. */
export type ServerLock = {
  /** False from the moment the connection is lost (the database was stopped or killed): then another server may hold the lock. */
  isHeld(): boolean;
  /** Resolves when the lock is lost without being released. */
  readonly lost: Promise<void>;
  release(): Promise<void>;
};

// Advisory locks are numbers: this one stands for the server and for nothing else.
const key = 7_140_211_902;

/**
 * Takes the lock on a connection of its own, opened like those of `sql` and open until released; undefined when another server holds it.
 * Locks are told apart by database: each server must connect to the same one.
 */
export async function takeServerLock<T extends Record<string, unknown>>(
  sql: postgres.Sql<T>,
): Promise<ServerLock | undefined> {
  let held = true;
  const { promise: lost, resolve: lose } = Promise.withResolvers<void>();
  const connection = openAlike(sql, () => {
    if (held) lose();
    held = false;
  });
  try {
    const [row] = await connection<{ taken: boolean }[]>`select pg_try_advisory_lock(${key}::bigint) as taken`;
    if (row?.taken !== true) {
      held = false;
      await connection.end({ timeout: 1 });
      return undefined;
    }
  } catch (error) {
    held = false;
    await connection.end({ timeout: 1 });
    throw error;
  }
  return {
    // Never by a query: on a connection that is just being lost, the driver (3.4.9) throws where nobody can catch it.
    isHeld: () => held,
    lost,
    release: async () => {
      if (held) {
        held = false;
        await connection`select pg_advisory_unlock(${key}::bigint)`.catch(() => []);
      }
      await connection.end({ timeout: 1 });
    },
  };
}

/** A client of one connection with the options of another client, as the driver itself opens one for `listen`; never renewed, never idle. */
function openAlike<T extends Record<string, unknown>>(sql: postgres.Sql<T>, onclose: () => void): postgres.Sql {
  const options = { ...sql.options, max: 1, idle_timeout: null, max_lifetime: null, fetch_types: false, onclose };
  return postgres(
    options as unknown as postgres.Options<Record<string, postgres.PostgresType>>,
  ) as unknown as postgres.Sql;
}
