import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import autocannon from 'autocannon';
import { startCluster } from '#app/platform/db/embedded/cluster.ts';
import { openPool } from '#app/platform/db/pool.ts';
import { embeddedDatabase } from '#app/program/open-database.ts';
import { type Benchmark, type BenchResult, median, round } from './result.ts';
import { scratchFolder, startProcess } from './server-process.ts';

const connections = 20;
const seconds = Number(process.env.SECONDS ?? 4);
const turns = 3;

/**
 * The running program under load: a sign-up that is kept, audited and answered, and one record read past the policies, each beside node:http with the
 * driver and one statement on the same database, in turns; and the memory of the program meanwhile, without PostgreSQL.
 */
export const serve: Benchmark = {
  name: 'serve',
  run: async (log) => {
    const folder = await scratchFolder();
    await makeReady(folder.path);
    const program = await startProcess('dist/server.js', { DATA_DIR: folder.path, PORT: '0' });
    const cluster = await startCluster({ dataDir: folder.path, log: () => {} });
    const admin = openPool({ socketDirectory: cluster.socketDirectory, port: cluster.port, user: cluster.superuser, database: embeddedDatabase }, { max: 1 });
    const memory = watchMemory(program.child.pid ?? 0);
    try {
      await admin.unsafe('create table public.bare (id uuid primary key default gen_random_uuid(), body text not null); create table public.bare_record (slug text primary key, body text not null)');
      const record = `${program.url}/api/priorities/opioids?fresh`;
      const answer = await fetch(record);
      if (answer.status !== 200) throw new Error(`the record was answered with ${answer.status}`);
      await admin`insert into public.bare_record values ('opioids', ${await answer.text()})`;
      const bare = await startBare({ host: cluster.socketDirectory, port: cluster.port, username: cluster.superuser, database: embeddedDatabase });
      const form = 'topic=initiatives&frequency=weekly&consent=yes&email=';
      const post = (url: string) => ({ url, method: 'POST' as const, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: `${form}[<id>]@example.org`, idReplacement: true });
      const accepted = await inTurns(post(`${program.url}/en/engagement/subscriptions/new`), post(`${bare.url}/keep`));
      const [kept] = await admin<{ n: number }[]>`select count(*)::integer as n from engagement.subscriber_address`;
      const read = await inTurns({ url: record }, { url: `${bare.url}/read` });
      const most = memory.stop();
      bare.stop();
      log(`sign-up ${Math.round(accepted.own)}/s beside ${Math.round(accepted.beside)}/s (${kept?.n} kept); one record ${Math.round(read.own)}/s beside ${Math.round(read.beside)}/s; ${most} MiB at most`);
      return [
        line('sign-up accepted, requests/s', accepted, 0.5),
        line('one record with policies, requests/s', read, 0.7),
        { name: 'memory of the server under load, MiB', value: most, beside: 256, ratio: round(most / 256), goal: '<= 256', holds: most > 0 && most <= 256 },
      ];
    } finally {
      memory.stop();
      await admin.end({ timeout: 2 });
      await program.kill('SIGTERM');
      await cluster.stop().catch(() => undefined);
      await folder.remove();
    }
  },
};

/** A first start, until the jobs of the demonstration are done: its reports are typeset once, which is not what is measured. */
async function makeReady(dataDir: string): Promise<void> {
  const first = await startProcess('dist/server.js', { DATA_DIR: dataDir, PORT: '0' });
  const cluster = await startCluster({ dataDir, log: () => {} });
  const admin = openPool({ socketDirectory: cluster.socketDirectory, port: cluster.port, user: cluster.superuser, database: embeddedDatabase }, { max: 1 });
  for (let quiet = 0, left = 180; quiet < 5 && left > 0; left -= 1) {
    const [waiting] = await admin<{ n: number }[]>`select (select count(*) from platform.event) + (select count(*) from pgboss.job where state in ('created', 'active', 'retry') and start_after <= now()) as n`;
    quiet = Number(waiting?.n) === 0 ? quiet + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  await admin.end();
  await first.kill('SIGTERM');
}

type Rates = { readonly own: number; readonly beside: number };

function line(name: string, { own, beside }: Rates, goal: number): BenchResult {
  const ratio = round(own / beside);
  return { name, value: Math.round(own), beside: Math.round(beside), ratio, goal: `>= ${goal}`, holds: ratio >= goal };
}

async function inTurns(own: autocannon.Options, beside: autocannon.Options): Promise<Rates> {
  const rates: { own: number[]; beside: number[] } = { own: [], beside: [] };
  await rateOf({ ...own, duration: 2 });
  await rateOf({ ...beside, duration: 2 });
  for (let turn = 0; turn < turns; turn += 1) {
    rates.own.push(await rateOf(own));
    rates.beside.push(await rateOf(beside));
  }
  return { own: median(rates.own), beside: median(rates.beside) };
}

async function rateOf(options: autocannon.Options): Promise<number> {
  const result = await autocannon({ connections, duration: seconds, ...options });
  const refused = result['4xx'] + result['5xx'] + result.errors;
  if (refused > 0) throw new Error(`${options.url}: ${refused} were refused`);
  return result.requests.average;
}

/** The resident memory of a process, asked ten times a second; `stop` gives the most of it in MiB. */
function watchMemory(pid: number): { stop(): number } {
  let most = 0;
  const timer = setInterval(async () => {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    most = Math.max(most, Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0));
  }, 100);
  return { stop: () => {
    clearInterval(timer);
    return Math.round(most / 1024);
  } };
}

/** node:http and the driver in a process of their own: one insert for a post, one select for a get, nothing else. */
async function startBare(database: { host: string; port: number; username: string; database: string }): Promise<{ url: string; stop(): void }> {
  const code = `import { createServer } from 'node:http'; import postgres from 'postgres';
    process.once('message', (database) => { const sql = postgres({ ...database, max: 10 });
      const server = createServer((q, r) => {
        if (q.method === 'GET') return void sql\`select body from public.bare_record where slug = 'opioids'\`.then(([row]) => { r.writeHead(200, { 'content-type': 'application/json' }); r.end(row.body); });
        let body = ''; q.on('data', (part) => { body += part; }); q.on('end', () => sql\`insert into public.bare (body) values (\${body})\`.then(() => { r.writeHead(303, { location: '/' }); r.end(); }));
      });
      server.listen(0, '127.0.0.1', () => process.send(server.address().port)); });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const port = await new Promise<number>((resolve) => {
    child.once('message', (message) => resolve(Number(message)));
    child.send(database);
  });
  return { url: `http://127.0.0.1:${port}`, stop: () => child.kill() };
}
