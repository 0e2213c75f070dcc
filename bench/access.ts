import { accessRoutes } from '#app/modules/access/index.ts';
import { setClock } from '#app/platform/clock/clock.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { startCluster } from '#app/platform/db/embedded/cluster.ts';
import { migrate } from '#app/platform/db/migrate.ts';
import { openPool, type Pool } from '#app/platform/db/pool.ts';
import { embeddedLogin } from '#app/platform/db/roles.ts';
import { mountRoutes } from '#app/platform/http/mount.ts';
import { PageCache } from '#app/platform/http/page-cache.ts';
import { silentLog } from '#app/platform/log/log.ts';
import { problemPage } from '#app/ui/problem-page.tsx';
import { testSite } from '#test/site.ts';
import { type Visitor, visitor } from '#test/world.ts';
import { fillReferrals, type Referrals } from './access-referrals.ts';
import { fillRegister, type Register } from './access-register.ts';
import { type Benchmark, type BenchResult, median, round } from './result.ts';
import { scratchFolder } from './server-process.ts';

const sizes = [2000, 200_000] as const;
const goal = 5;
type World = Register & Referrals;
type Page = { readonly name: string; readonly as: 'supervisor' | 'worker' | 'receivingSupervisor' | 'receivingWorker'; readonly open: (visitor: Visitor, world: World) => Promise<Response>; readonly shows: (body: string) => boolean };
const search = async (by: Visitor) => await by.post('/en/access/persons/search', { family: 'Trembley', given: 'Amelie' });
const own = async (by: Visitor) => await by.get('/en/access/persons');
const inbox = async (by: Visitor) => await by.get('/en/access/referrals');
const choose = async (by: Visitor, { person }: World) => await by.get(`/en/access/persons/${person}/referrals/new`);
const holds = (what: string, times = 1) => (body: string) => body.split(what).length > times;
const pages: readonly Page[] = [
  { name: 'search with a misspelt name, supervisor', as: 'supervisor', open: search, shows: holds('Amélie Tremblay') },
  { name: 'search with a misspelt name, worker', as: 'worker', open: search, shows: holds('Amélie Tremblay') },
  { name: 'own people, supervisor', as: 'supervisor', open: own, shows: holds('<tbody>') },
  { name: 'own people, worker', as: 'worker', open: own, shows: holds('<tbody>') },
  { name: 'referral inbox, supervisor', as: 'receivingSupervisor', open: inbox, shows: holds('<tr><td', 200) },
  { name: 'referral inbox, worker', as: 'receivingWorker', open: inbox, shows: holds('<tr><td', 200) },
  { name: 'services to send to, supervisor', as: 'supervisor', open: choose, shows: holds('<li class="issue">', 60) },
  { name: 'services to send to, worker', as: 'worker', open: choose, shows: holds('<li class="issue">', 60) },
];

/** Pages about people and referrals (two a person) over a register a hundred times as large: the whole request, in one process, both sizes in turns. Plans are read for functions that would run once a row. */
export const access: Benchmark = {
  name: 'access',
  run: async (log) => {
    const folder = await scratchFolder();
    const cluster = await startCluster({ dataDir: folder.path, log: () => {} });
    const at = (user: string, database: string, onnotice?: (text: string) => void) => openPool({ socketDirectory: cluster.socketDirectory, port: cluster.port, user, database }, { max: 1, onnotice: (notice) => onnotice?.(notice.message ?? '') });
    const open: Pool[] = [];
    try {
      const worlds = [];
      for (const size of sizes) {
        const maker = at(cluster.superuser, 'postgres');
        await maker.unsafe(`create database people_${size}`);
        await maker.end();
        const admin = at(cluster.superuser, `people_${size}`);
        open.push(admin);
        await migrate(admin, { root: projectRoot(), login: embeddedLogin, createLogin: true });
        const started = performance.now();
        const people = await fillRegister(admin, size);
        const register = { ...people, ...(await fillReferrals(admin, people, size * 2)) };
        log(`${size} people and ${size * 2} referrals made in ${((performance.now() - started) / 1000).toFixed(1)} s`);
        const plans: string[] = [];
        const pool = at(embeddedLogin, `people_${size}`);
        const explained = await explainingPool(admin, `people_${size}`, () => at(embeddedLogin, `people_${size}`, (text) => plans.push(text)));
        open.push(pool, explained);
        worlds.push({ register, plans, visit: (token: string) => visitorOf(pool, token), explain: (token: string) => visitorOf(explained, token) });
      }
      const results: BenchResult[] = [];
      for (const page of pages) {
        const times: number[][] = [[], []];
        for (let turn = 0; turn < 25; turn += 1)
          for (const [index, world] of worlds.entries()) {
            const by = world.visit(world.register[page.as]);
            const started = performance.now();
            const answer = await page.open(by, world.register);
            const body = await answer.text();
            if (turn > 4) times[index]?.push(performance.now() - started);
            if (answer.status !== 200 || !page.shows(body)) throw new Error(`${page.name}: ${answer.status}`);
          }
        const large = worlds[1];
        if (!large) throw new Error('no large register');
        large.plans.length = 0;
        await (await page.open(large.explain(large.register[page.as]), large.register)).text();
        const perRow = runningPerRow(large.plans);
        const [small, big] = [median(times[0] ?? []), median(times[1] ?? [])];
        log(`${page.name}: ${small.toFixed(1)} ms of ${sizes[0]}, ${big.toFixed(1)} ms of ${sizes[1]}; ${large.plans.length} plans read${perRow.length > 0 ? `, A POLICY FUNCTION RUNS ONCE A ROW: ${perRow.join('; ')}` : ', no policy function runs once a row'}`);
        if (large.plans.length === 0) throw new Error('no plan was read');
        if (big / small > goal) log(large.plans.toSorted((a, b) => durationOf(b) - durationOf(a))[0] ?? '');
        results.push({ name: `${page.name} (ms)`, value: round(big), beside: round(small), ratio: round(big / small), goal: `<= ${goal} times`, holds: big / small <= goal && perRow.length === 0 });
      }
      return results;
    } finally {
      await Promise.all(open.map(async (pool) => await pool.end({ timeout: 2 })));
      await cluster.stop();
      await folder.remove();
    }
  },
};

/** A pool whose connection tells the plan of every statement, those inside of functions too. */
async function explainingPool(admin: Pool, database: string, connect: () => Pool): Promise<Pool> {
  await admin.unsafe(`alter role ${embeddedLogin} in database ${database} set session_preload_libraries = 'auto_explain'; alter role ${embeddedLogin} in database ${database} set auto_explain.log_min_duration = 0;
    alter role ${embeddedLogin} in database ${database} set auto_explain.log_nested_statements = on; alter role ${embeddedLogin} in database ${database} set client_min_messages = 'log';`).simple();
  const pool = connect();
  await pool`select 1`;
  await admin.unsafe(`alter role ${embeddedLogin} in database ${database} reset all`);
  return pool;
}

export function visitorOf(pool: Pool, token: string): Visitor {
  const database = { pool, clock: setClock('2019-06-03T13:00:00Z'), timeZone: 'America/Toronto' };
  return visitor(mountRoutes({
    database, routes: accessRoutes(() => testSite), baseUrl: 'http://localhost', cache: new PageCache(), log: silentLog, problemPage: problemPage(() => testSite), signInPath: () => '/', afterCommit: () => {},
  }), token);
}

const durationOf = (plan: string) => Number(/duration: ([\d.]+)/.exec(plan)?.[1] ?? 0);

/** Conditions of plans over rows of access in which a function of a policy stands by itself and not as the result of an earlier step. */
function runningPerRow(plans: readonly string[]): string[] {
  return [...new Set(plans.flatMap((plan) => plan.split('\n')).filter((line) => /^\s*(Filter|Join Filter|Recheck Cond):/.test(line) && /\b(access|platform)\.(ctx_\w+|decide|role_opens|\w+_persons)\(/.test(line)).map((line) => line.trim()))];
}
