import postgres from 'postgres';

export type SocketAddress = { readonly socketDirectory: string; readonly port: number; readonly superuser: string };

/** One connection as superuser, for the care of the cluster itself. The caller ends it. */
export function openAdmin(address: SocketAddress): postgres.Sql {
  return postgres({
    host: address.socketDirectory,
    port: address.port,
    user: address.superuser,
    database: 'postgres',
    max: 1,
    connect_timeout: 5,
    idle_timeout: 0,
    max_lifetime: null,
    fetch_types: false,
    onnotice: () => {},
    connection: { application_name: 'common-table cluster' },
  });
}

export async function asAdmin<T>(address: SocketAddress, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = openAdmin(address);
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** How many clients are connected besides the one that asks. */
export async function countOtherClients(sql: postgres.Sql): Promise<number> {
  const [row] = await sql<{ others: number }[]>`
    select count(*)::int as others from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`;
  return row?.others ?? 0;
}
