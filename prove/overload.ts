import { demoPassword } from '#app/modules/identity/demo/password.ts';
import { pause } from './harm.ts';
import { asSuperuser, startServer, withInstallation } from './installation.ts';
import { compareLedger, keepSigningUp, type Ledger, type Reply } from './ledger.ts';
import { finding, percentile, type Programme } from './programme.ts';

/** Visitors at once when all is at ease: one for each connection to the database. */
const atEase = 10;
/** How long a visitor of the rush waits before she tries again, in milliseconds: sooner than she is told. */
const rest = 1000;

/**
 * Measures the rate of sign-ups at ease, then lets ten times as many visitors a second come (200 at least), each of whom tries again and again; a round is 10 s of it. An intake
 * worker enters requests for help meanwhile: each must be taken. What was acknowledged is there, what was not was refused with a time to come again.
 */
export const overload: Programme = {
  name: 'overload',
  rounds: { small: 1, usual: 6 },
  run: async ({ rounds, log }) => await withInstallation(async ({ dataDir }) => {
    const server = await startServer(dataDir);
    const ledger: Ledger = new Set();
    const calm: Reply[] = [];
    const before = await during(5000, async (stop) => await keepSigningUp({ url: server.url, ledger, mark: 'e', connections: atEase, stop, other: (reply) => calm.push(reply) }));
    const rate = ledger.size / before;
    const rush = Math.max(200, Math.round(rate * 10));
    const worker = await signIn(server.url);
    const intakes: { id: string | undefined; milliseconds: number; said: string }[] = [];
    const refused: Reply[] = [];
    const seconds = await during(rounds * 10_000, async (stop) => {
      await Promise.all([
        keepSigningUp({ url: server.url, ledger, mark: 'o', connections: rush, rest, stop, other: (reply) => refused.push(reply) }),
        pause(2000).then(async () => {
          while (!stop()) intakes.push(await enterIntake(server.url, worker));
        }),
      ]);
    });
    const pressed = (ledger.size - rate * before) / seconds;
    const alive = server.child.exitCode === null;
    await server.kill('SIGTERM');
    const taken = intakes.flatMap((one) => one.id ?? []);
    const { lost, doubled, kept } = await asSuperuser(dataDir, async (sql) => ({
      ...(await compareLedger(sql, ledger)),
      kept: (await sql<{ n: number }[]>`select count(*) as n from access.intake where id = any(${taken}::uuid[])`)[0]?.n ?? 0,
    }));
    const kinds = new Map<string, number>();
    for (const { status, retryAfter } of refused) kinds.set(`${status}${retryAfter ? ' with Retry-After' : ''}`, (kinds.get(`${status}${retryAfter ? ' with Retry-After' : ''}`) ?? 0) + 1);
    const good = [...kinds.keys()].every((kind) => /^(429|503) with/.test(kind));
    const missed = intakes.filter((one) => one.id === undefined);
    log(`overload: ${Math.round(rate)} acknowledged a second at ease, ${Math.round(pressed)} in the rush; ${missed.map((one) => one.said).join(' ')}`);
    return [
      finding('overload', `${ledger.size} acknowledged writes, ${rush} visitors at once`, lost + doubled === 0 && alive, `${lost} lost, ${doubled} doubled`, '0 lost, 0 doubled'),
      finding('overload', 'the other answers', good && refused.length > 0, [...kinds].map(([kind, n]) => `${n} × ${kind}`).join(', ') || 'none was refused', 'only 429 or 503 with Retry-After'),
      finding('overload', 'acknowledged a second in the rush, beside at ease', pressed / rate >= 0.5, `${Math.round(pressed)} beside ${Math.round(rate)}: ${(pressed / rate).toFixed(2)}`, '0.5 or more'),
      finding('overload', `${intakes.length} requests for help entered by staff meanwhile`, intakes.length > 0 && missed.length === 0 && kept === taken.length, `${missed.length} refused, ${taken.length - kept} lost; median ${Math.round(percentile(intakes.map((one) => one.milliseconds), 0.5))} ms, slowest ${Math.round(percentile(intakes.map((one) => one.milliseconds), 1))} ms`, 'every one is taken'),
    ];
  }),
};

/** Runs `work` for so many milliseconds; gives the seconds that it took to its end. */
async function during(milliseconds: number, work: (stop: () => boolean) => Promise<void>): Promise<number> {
  const started = performance.now();
  await work(() => performance.now() - started > milliseconds);
  return (performance.now() - started) / 1000;
}

type Ask = { readonly status: number; readonly text: string; readonly headers: Headers };

async function ask(address: string, cookie: string, fields?: Record<string, string>): Promise<Ask> {
  const answer = await fetch(address, { redirect: 'manual', headers: { cookie }, ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}) });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

async function signIn(url: string): Promise<string> {
  const { headers, status } = await ask(`${url}/en/identity/sign-in`, '', { email: 'intake@example.org', password: demoPassword });
  if (status !== 303) throw new Error(`the intake worker could not sign in: ${status}`);
  return headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
}

/** Opens the form as a person at the telephone does and saves a request; its id where it was taken, and otherwise what was said. */
async function enterIntake(url: string, cookie: string) {
  const started = performance.now();
  const done = (id: string | undefined, said: string) => ({ id, said, milliseconds: performance.now() - started });
  const path = `${url}/en/access/intakes/new`;
  const form = await ask(`${path}?point=${point}`, cookie);
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(form.text)?.[1] ?? '';
  if (form.status !== 200) return done(undefined, `form ${form.status}`);
  const saved = await ask(path, cookie, { csrf: hidden('csrf'), once: hidden('once'), point, door: 'telephone', preference: 'none', anyway: 'yes', story: 'Asks for a place to stay (demo)' });
  return done(/\/access\/intakes\/([0-9a-f-]{36})$/.exec(saved.headers.get('location') ?? '')?.[1], `saved ${saved.status}`);
}

const point = 'dual-diagnosis';
