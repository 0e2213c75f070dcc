import { compareLedger, keepSigningUp, type Ledger } from './ledger.ts';
import { killDatabase, until } from './harm.ts';
import { asSuperuser, startServer, withInstallation } from './installation.ts';
import { finding, percentile, type Programme } from './programme.ts';

/** Kills the server with SIGKILL in the middle of sign-ups, every second time its database with it, and starts it again. */
export const crash: Programme = {
  name: 'crash',
  rounds: { small: 3, usual: 20 },
  run: async ({ rounds, log }) => await withInstallation(async ({ dataDir }) => {
    const ledger: Ledger = new Set();
    const plain = await startServer(dataDir);
    await plain.kill('SIGTERM');
    const restarts: number[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const server = await startServer(dataDir);
      if (round > 1) restarts.push(server.milliseconds);
      let dead = false;
      const before = ledger.size;
      const writing = keepSigningUp({ url: server.url, ledger, mark: `r${round}`, connections: 40, stop: () => dead });
      await until(() => ledger.size - before > 40 + Math.random() * 400);
      if (round % 2 === 0) await killDatabase(dataDir);
      await server.kill('SIGKILL');
      dead = true;
      await writing;
      log(`crash ${round}: ${ledger.size} acknowledged so far, ready after ${Math.round(server.milliseconds)} ms`);
    }
    const middle = percentile(restarts, 0.5);
    const ratio = middle / plain.milliseconds;
    const { lost, doubled } = await asSuperuser(dataDir, async (sql) => await compareLedger(sql, ledger));
    return [
      finding('crash', `${ledger.size} acknowledged writes in ${rounds} kills`, lost + doubled === 0 && ledger.size > 0, `${lost} lost, ${doubled} doubled`, '0 lost, 0 doubled'),
      finding('crash', 'ready again after a kill, beside a start after a clean stop', ratio <= 1.5 || middle <= 3000, `median ${Math.round(middle)} ms beside ${Math.round(plain.milliseconds)} ms, slowest ${Math.round(percentile(restarts, 1))} ms`, '1.5 times or less, or 3000 ms'),
    ];
  }),
};
