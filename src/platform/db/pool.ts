import postgres from 'postgres';

/** A transaction that has entered a context; every query of a feature goes through one. */
export type Sql = postgres.TransactionSql<{ bigint: number }>;
export type Pool = postgres.Sql<{ bigint: number }>;

/** Where the database listens: a server's address, or the socket of the embedded one with the login to use. */
export type DatabaseAddress = { readonly url: string } | { readonly socketDirectory: string; readonly port: number; readonly user: string; readonly database: string };

const isoDate = { to: 1082, from: [1082], serialize: (value: string) => value, parse: (value: string) => value };
const bigint = { to: 20, from: [20], serialize: (value: number) => String(value), parse: (value: string) => Number(value) };

/** Opens a pool. Dates stay 'YYYY-MM-DD' text, numeric stays text, bigint is a number. */
export function openPool(address: DatabaseAddress, options: { max: number; role?: string; onnotice?: (notice: postgres.Notice) => void }): Pool {
  const shared: postgres.Options<{ isoDate: postgres.PostgresType; bigint: postgres.PostgresType }> = {
    max: options.max,
    onnotice: options.onnotice ?? (() => {}),
    types: { isoDate, bigint },
    idle_timeout: 0,
    connect_timeout: 10,
    // A database that is back is found within a second; the driver's own pauses grow to twenty.
    backoff: (attempt) => Math.min(1, 3 ** attempt / 100),
    connection: { application_name: 'common-table', ...(options.role === undefined ? {} : { role: options.role }) },
  };
  const pool =
    'url' in address
      ? postgres(address.url, shared)
      : postgres({ ...shared, host: address.socketDirectory, port: address.port, user: address.user, database: address.database });
  return pool as unknown as Pool;
}
