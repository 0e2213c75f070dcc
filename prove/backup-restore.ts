import { join } from 'node:path';
import { backupCluster } from '#app/platform/db/embedded/backup.ts';
import { startCluster } from '#app/platform/db/embedded/cluster.ts';
import { restoreBackup } from '#app/platform/db/embedded/restore.ts';
import type { Pool } from '#app/platform/db/pool.ts';
import { asSuperuser, startServer, withInstallation } from './installation.ts';
import { until } from './harm.ts';
import { compareLedger, keepSigningUp, type Ledger } from './ledger.ts';
import { finding, percentile, type Programme } from './programme.ts';

/**
 * Backs a serving program up while sign-ups go on, restores the copy into an empty folder and opens it: what was acknowledged before the backup is
 * there. Then it is backed up at rest: every row of every table has the same hash in the copy, the sealed ones too, without anybody opening them.
 */
export const backupRestore: Programme = {
  name: 'backup-restore',
  rounds: { small: 1, usual: 5 },
  run: async ({ rounds, log }) => await withInstallation(async ({ dataDir, scratch }) => {
    const ledger: Ledger = new Set();
    let [lost, doubled, rowsCompared, sealed, bytes] = [0, 0, 0, 0, 0];
    const differing: string[] = [];
    const times: number[] = [];
    await asSuperuser(dataDir, sealSomething);
    for (let round = 1; round <= rounds; round += 1) {
      const server = await startServer(dataDir);
      let stop = false;
      const before = ledger.size;
      const writing = keepSigningUp({ url: server.url, ledger, mark: `b${round}`, connections: 10, stop: () => stop });
      await until(() => ledger.size > before + 30);
      const promised = new Set(ledger);
      const running = await startCluster({ dataDir, log: () => {} });
      const live = join(scratch, `live${round}`);
      ({ bytes } = await backupCluster({ cluster: running, dataDir, target: live }));
      stop = true;
      await writing;
      await server.kill('SIGTERM');
      const started = performance.now();
      await restoreBackup({ source: live, dataDir: `${live}-restored`, log: () => {} });
      const found = await asSuperuser(`${live}-restored`, async (sql) => await compareLedger(sql, promised));
      times.push(performance.now() - started);
      [lost, doubled] = [lost + found.lost, doubled + found.doubled];
      const quiet = join(scratch, `quiet${round}`);
      const cluster = await startCluster({ dataDir, log: () => {} });
      await backupCluster({ cluster, dataDir, target: quiet });
      const own = await asSuperuser(dataDir, hashRows);
      await cluster.stop();
      await restoreBackup({ source: quiet, dataDir: `${quiet}-restored`, log: () => {} });
      const copy = await asSuperuser(`${quiet}-restored`, hashRows);
      rowsCompared += own.rows;
      sealed += own.sealed;
      differing.push(...[...own.tables].filter(([table, hash]) => copy.tables.get(table) !== hash).map(([table]) => table));
      log(`backup-restore ${round}: ${promised.size} acknowledged before, ${found.lost} lost; ${own.rows} rows in ${own.tables.size} tables compared`);
    }
    return [
      finding('backup-restore', `backed up while serving, ${ledger.size} acknowledged writes`, lost + doubled === 0 && ledger.size > 0, `${lost} lost, ${doubled} doubled; ${Math.round(bytes / 1e6)} MB, restored and open in ${Math.round(percentile(times, 1))} ms at most`, 'nothing acknowledged before is missing'),
      finding('backup-restore', 'every row beside its copy', differing.length === 0 && rowsCompared > 0 && sealed > 0, `${rowsCompared} rows, ${sealed} of them sealed; ${differing.length} tables differ${differing.length > 0 ? `: ${differing.join(', ')}` : ''}`, '0 tables differ'),
    ];
  }),
};

/** One sealed message, whose plain text nobody here has: bytes that must come back as they are. */
async function sealSomething(sql: Pool): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`insert into review.sealed_message (id, mailbox_id, direction, sequence, received_on, for_members, bucket, list_version, cipher)
      select gen_random_uuid(), gen_random_uuid(), 'in', 1, '2019-06-03', false, 4096, 0, string_agg(sha256(int4send(n)), ''::bytea) from generate_series(1, 128) n`;
  });
}

/** Unlogged tables are left out: what a Situation Table is told must not outlive a backup (decision 13). */
async function hashRows(sql: Pool): Promise<{ rows: number; sealed: number; tables: Map<string, string> }> {
  const names = await sql<{ name: string }[]>`select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname not like 'pg\_%' and n.nspname <> 'information_schema' order by 1`;
  let [rows, sealed] = [0, 0];
  const tables = new Map<string, string>();
  for (const { name } of names) {
    const [found] = await sql.unsafe<{ rows: number; hash: string }[]>(`select count(*) as rows, encode(sha256(convert_to(coalesce(string_agg(h, '' order by h), ''), 'UTF8')), 'hex') as hash from (select md5(t::text) as h from ${name} t) x`);
    rows += found?.rows ?? 0;
    if (name === 'review.sealed_message') sealed += found?.rows ?? 0;
    tables.set(name, found?.hash ?? '');
  }
  return { rows, sealed, tables };
}
