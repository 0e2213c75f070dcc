import { startCluster } from '#app/platform/db/embedded/cluster.ts';
import { openPool, type Pool } from '#app/platform/db/pool.ts';
import { embeddedDatabase } from '#app/program/open-database.ts';
import type { Benchmark } from './result.ts';
import { scratchFolder, startProcess } from './server-process.ts';

const copies = Number(process.env.ROWS ?? 20_000);
/** Rows of a year for each 100,000 people of a community: an estimate on paper (docs/how-to/grow.md), not a measurement. */
const yearly: Readonly<Record<string, number>> = {
  'access.person': 1500, 'access.consent': 4000, 'access.intake': 3000, 'access.assessment': 2500, 'access.referral': 6000, 'access.referral_event': 24_000, 'access.stay': 5000,
  'access.outreach_contact': 9000, 'engagement.issue': 400, 'engagement.issue_message': 1200, 'engagement.response': 4000, 'engagement.answer': 60_000,
  'commitment.obligation': 8000, 'platform.mail_message': 40_000, 'platform.audit_entry': 400_000, 'platform.audit_seal': 400_000,
};

/**
 * Multiplies the demonstration's own rows in a scratch database and measures what a row of the tables that grow costs with its indexes; then says what a year of a community of
 * 100,000 would weigh. Triggers and foreign keys rest meanwhile: this is about size, not about meaning.
 */
export const grow: Benchmark = {
  name: 'grow',
  run: async (log) => {
    const folder = await scratchFolder();
    try {
      const server = await startProcess('dist/server.js', { DATA_DIR: folder.path, PORT: '0' });
      await server.kill('SIGTERM');
      const cluster = await startCluster({ dataDir: folder.path, log: () => {} });
      const admin = openPool({ socketDirectory: cluster.socketDirectory, port: cluster.port, user: cluster.superuser, database: embeddedDatabase }, { max: 1 });
      await admin`set session_replication_role = replica`;
      let year = 0;
      for (const [name, rows] of Object.entries(yearly)) {
        const cost = await measure(admin, name);
        if (!cost) log(`${name}: not measured, the demonstration has no row of it that can be multiplied`);
        else log(`${name}: ${Math.round(cost.bytes)} bytes a row, ${Math.round(cost.indexes)} of them indexes; ${rows} rows a year for 100,000 people: ${(rows * cost.bytes / 1e6).toFixed(1)} MB`);
        year += rows * (cost?.bytes ?? 0);
      }
      await admin.end();
      await cluster.stop();
      const megabytes = Math.round(year / 1e6);
      log(`a year of the estimated rows for 100,000 people: ${megabytes} MB; for 15,000,000: ${(megabytes * 150 / 1000).toFixed(0)} GB`);
      return [{ name: 'grow', value: megabytes, beside: 2000, ratio: megabytes / 2000, goal: 'a year of 100,000 people in 2,000 MB or less', holds: megabytes > 0 && megabytes <= 2000 }];
    } finally {
      await folder.remove();
    }
  },
};

/** Copies rows of the table under new ids; undefined where it has none, or where other unique columns let fewer than a tenth of the copies in. */
async function measure(admin: Pool, name: string): Promise<{ bytes: number; indexes: number } | undefined> {
  const size = async () => (await admin<{ total: number; indexes: number; rows: number }[]>`
    select pg_total_relation_size(${name}::text::regclass)::float8 as total, pg_indexes_size(${name}::text::regclass)::float8 as indexes, (select count(*) from ${admin(name)})::float8 as rows`)[0];
  const ids = await admin<{ column: string; type: string }[]>`
    select a.attname as column, format_type(a.atttypid, null) as type from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
    where i.indrelid = ${name}::text::regclass and i.indisprimary`;
  const [id] = ids;
  if (!id || ids.length > 1 || !['uuid', 'bigint'].includes(id.type)) return undefined;
  const before = await size();
  if (!before || before.rows === 0) return undefined;
  const fresh = id.type === 'uuid' ? admin`gen_random_uuid()` : admin`1000000 + n * 100 + row_number() over ()`;
  await admin`insert into ${admin(name)} overriding system value select (jsonb_populate_record(null::${admin(name)}, to_jsonb(x) || jsonb_build_object(${id.column}::text, ${fresh}))).*
    from (select * from ${admin(name)} limit 20) x, generate_series(1, ${Math.ceil(copies / Math.min(20, before.rows))}) n on conflict do nothing`.catch(() => undefined);
  await admin.unsafe(`vacuum ${name}`);
  const after = await size();
  const added = after ? after.rows - before.rows : 0;
  return after && added >= copies / 10 ? { bytes: (after.total - before.total) / added, indexes: (after.indexes - before.indexes) / added } : undefined;
}
