import { type ConstructorOptions, PgBoss } from 'pg-boss';
import type { Pool } from '#app/platform/db/pool.ts';
import { ownerRole } from '#app/platform/db/roles.ts';

export const queueSchema = 'pgboss';

/** Lets pg-boss run its statements on our driver, over a pool of one connection, because its plans open transactions of their own. Its own multi-statement plans carry no values and need the simple protocol. */
export function bossDatabase(pool: Pick<Pool, 'unsafe'>): NonNullable<ConstructorOptions['db']> {
  return {
    async executeSql(text, values) {
      const rows = values && values.length > 0 ? await pool.unsafe(text, values.map(asParameter)) : await pool.unsafe(text).simple();
      const last: unknown = Array.isArray(rows[0]) ? rows.findLast((result) => Array.isArray(result) && result.length > 0) : rows;
      return { rows: Array.isArray(last) ? [...last] : [] };
    },
  };
}

// pg-boss hands over values as node-postgres takes them: Dates, arrays and JSON text.
function asParameter(value: unknown): never {
  return value as never;
}

/** Creates or upgrades the queue's schema, owned by the owner role and open to the worker role only. Run by the migration login. */
export async function prepareQueue(admin: Pool): Promise<void> {
  const connection = await admin.reserve();
  try {
    await connection`select pg_advisory_lock(hashtext('ct_queue'))`;
    await connection.unsafe(`set role ${ownerRole}`);
    const boss = new PgBoss({ db: bossDatabase(connection), schema: queueSchema, supervise: false, schedule: false, migrate: true });
    boss.on('error', () => {});
    await boss.start();
    await boss.stop({ graceful: false, close: false });
    await connection.unsafe(`
      revoke all on schema ${queueSchema} from public;
      grant usage on schema ${queueSchema} to ct_worker;
      grant select, insert, update, delete on all tables in schema ${queueSchema} to ct_worker;
      grant usage, select on all sequences in schema ${queueSchema} to ct_worker;
      grant execute on all functions in schema ${queueSchema} to ct_worker;
      reset role;`).simple();
    await connection`select pg_advisory_unlock(hashtext('ct_queue'))`;
  } finally {
    connection.release();
  }
}
