import { exchangePaths } from '#app/modules/access/exchange/paths.ts';
import { exchangeJobs } from '#app/modules/access/exchange/jobs.ts';
import { makeFiles } from '#app/modules/access/exchange/volume.test-tool.ts';
import { setClock } from '#app/platform/clock/clock.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { startCluster } from '#app/platform/db/embedded/cluster.ts';
import { newId } from '#app/platform/db/id.ts';
import { migrate } from '#app/platform/db/migrate.ts';
import { openPool, type Pool } from '#app/platform/db/pool.ts';
import { embeddedLogin } from '#app/platform/db/roles.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { jobTools } from '#app/platform/jobs/job.ts';
import { visitorOf } from './access.ts';
import { addMember } from './access-register.ts';
import { type Benchmark, type BenchResult, round } from './result.ts';
import { scratchFolder } from './server-process.ts';

const [clients, stays] = [10_000, 40_000];
const goal = 8;

/** An import of 10,000 clients and 40,000 stays with one bad row in a hundred, through the pages and the job, beside writing the same good rows straight into the same tables. */
export const exchange: Benchmark = {
  name: 'exchange',
  run: async (log) => {
    const folder = await scratchFolder();
    const cluster = await startCluster({ dataDir: folder.path, log: () => {} });
    const at = (user: string, database: string) => openPool({ socketDirectory: cluster.socketDirectory, port: cluster.port, user, database }, { max: 2 });
    const open: Pool[] = [];
    try {
      const admins: Pool[] = [];
      for (const name of ['imported', 'written']) {
        const maker = at(cluster.superuser, 'postgres');
        await maker.unsafe(`create database ${name}`);
        await maker.end();
        const admin = at(cluster.superuser, name);
        open.push(admin);
        admins.push(admin);
        await migrate(admin, { root: projectRoot(), login: embeddedLogin, createLogin: true });
      }
      const [imported, written] = admins;
      if (!imported || !written) throw new Error('two databases are asked');
      const pool = at(embeddedLogin, 'imported');
      open.push(pool);
      return [await measure(log, imported, written, pool)];
    } finally {
      await Promise.all(open.map(async (pool) => await pool.end({ timeout: 2 })));
      await cluster.stop();
      await folder.remove();
    }
  },
};

async function measure(log: (line: string) => void, imported: Pool, written: Pool, pool: Pool): Promise<BenchResult> {
  const agency = newId();
  await imported`insert into identity.agency (id, slug, name, kind) values (${agency}, 'north', '{"en": "North (demo)", "fr": "Nord (démo)"}', 'agency')`;
  const member = await addMember(imported, agency, 'access-supervisor');
  const files = makeFiles(clients, stays);
  const form = new FormData();
  for (const kind of ['client', 'stay'] as const) form.append(kind, new File([files[kind]], `${kind}.csv`));
  const by = visitorOf(pool, member.token);
  let started = performance.now();
  const location = (await by.post(`/en${exchangePaths.exchange}`, form)).headers.get('location') ?? '';
  const id = /imports\/([0-9a-f-]{36})/.exec(location)?.[1];
  if (id === undefined) throw new Error(`the files were not read: ${location}`);
  const staging = performance.now() - started;
  await by.post(`/en${exchangePaths.start(id)}`, {});
  const [job] = exchangeJobs;
  started = performance.now();
  await job?.run({ id: newId(), kind: 'access.exchange-started', subject: id, detail: {} }, jobTools({ pool, clock: setClock('2019-06-03T13:00:00Z'), timeZone: 'America/Toronto' }, '', job.name, inScope));
  const taking = performance.now() - started;
  const refused = (await imported<{ at: string }[]>`select kind || ' ' || row || ' ' || reason as at from access.exchange_row where import_id = ${id} and state = 'refused'`).map((row) => row.at).sort();
  if (JSON.stringify(refused) !== JSON.stringify(files.bad)) throw new Error(`refused are ${refused.length} rows, not the ${files.bad.length} bad ones`);
  const peer = await writePlainly(imported, written);
  log(`${clients} clients and ${stays} stays, exactly the ${refused.length} bad rows refused: read in ${(staging / 1000).toFixed(1)} s, taken in in ${(taking / 1000).toFixed(1)} s; the same rows written straight in ${(peer / 1000).toFixed(1)} s`);
  return { name: 'import of 10,000 clients and 40,000 stays (s)', value: round(taking / 1000), beside: round(peer / 1000), ratio: round(taking / peer), goal: `<= ${goal} times a plain insert`, holds: taking / peer <= goal };
}

/** The rows that the import made, copied into the same tables with the same indexes and triggers of another database; in milliseconds. */
async function writePlainly(from: Pool, to: Pool): Promise<number> {
  let spent = 0;
  for (const table of ['identity.agency', 'identity.account', 'access.person', 'access.person_identity', 'access.consent', 'access.stay']) {
    const columns = (await from<{ name: string }[]>`select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''`).map(({ name }) => name).join(', ');
    const rows = (await from.unsafe<{ row: string }[]>(`select to_jsonb(t)::text as row from ${table} t`)).map(({ row }) => row);
    for (let at = 0; at < rows.length; at += 5000) {
      const text = `[${rows.slice(at, at + 5000).join(',')}]`;
      const started = performance.now();
      await to.unsafe(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::text::jsonb) on conflict do nothing`, [text]);
      spent += performance.now() - started;
    }
  }
  return spent;
}
