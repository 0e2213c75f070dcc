import { pause, killDatabase, until } from './harm.ts';
import { asSuperuser, startServer, withInstallation } from './installation.ts';
import { compareLedger, healed, keepSigningUp, type Ledger } from './ledger.ts';
import { finding, percentile, type Programme } from './programme.ts';

const goal = 'median within 3000 ms';

/** Ends PostgreSQL under a serving program, killed and shut down in turn: the program stays, answers 503 with Retry-After, and heals by itself. */
export const databaseRestart: Programme = {
  name: 'database-restart',
  rounds: { small: 3, usual: 20 },
  run: async ({ rounds, log }) => await withInstallation(async ({ dataDir }) => {
    const ledger: Ledger = new Set();
    const server = await startServer(dataDir);
    await jobsRun(dataDir);
    const other = new Map<string, number>();
    const times: number[] = [];
    let stop = false;
    const note = (status: number, retryAfter: string | undefined) => {
      const kind = status === 0 ? 'no answer' : `${status}${retryAfter ? ' with Retry-After' : ''}`;
      other.set(kind, (other.get(kind) ?? 0) + 1);
    };
    const writing = keepSigningUp({ url: server.url, ledger, mark: 'd', connections: 20, stop: () => stop, other: (reply) => note(reply.status, reply.retryAfter) });
    for (let round = 1; round <= rounds; round += 1) {
      const before = ledger.size;
      await until(() => ledger.size > before + 20);
      await killDatabase(dataDir, round % 2 === 0 ? 'SIGINT' : 'SIGKILL');
      await pause(20);
      const time = await healed(server.url, ledger, `h${round}`, 30_000);
      times.push(time ?? Number.POSITIVE_INFINITY);
      log(`database-restart ${round}: acknowledged again after ${time === undefined ? 'more than 30 s' : `${Math.round(time)} ms`}`);
    }
    stop = true;
    await writing;
    const alive = server.child.exitCode === null;
    await server.kill('SIGTERM');
    const { lost, doubled } = await asSuperuser(dataDir, async (sql) => await compareLedger(sql, ledger));
    const wrong = [...other].filter(([kind]) => kind !== 'no answer' && kind !== '503 with Retry-After').reduce((sum, [, n]) => sum + n, 0);
    return [
      finding('database-restart', `${ledger.size} acknowledged writes in ${rounds} ends of the database`, lost + doubled === 0 && alive, `${lost} lost, ${doubled} doubled`, '0 lost, 0 doubled'),
      finding('database-restart', 'answers meanwhile', wrong === 0, [...other].map(([kind, n]) => `${n} × ${kind}`).join(', ') || 'none but good ones', 'only 503 with Retry-After'),
      finding('database-restart', 'acknowledges again', percentile(times, 0.5) <= 3000, `median ${Math.round(percentile(times, 0.5))} ms, slowest ${Math.round(percentile(times, 1))} ms`, goal),
    ];
  }),
};

/** Waits until the jobs have taken up the event that each start raises; a program that has only just begun to serve has not begun to work yet. */
async function jobsRun(dataDir: string): Promise<void> {
  await asSuperuser(dataDir, async (sql) => await until(async () => (await sql`select from platform.event limit 1`).length === 0));
}
