import { join } from 'node:path';
import { databaseProcess, until } from './harm.ts';
import { asSuperuser, installInto, startServer } from './installation.ts';
import { compareLedger, keepSigningUp, type Ledger } from './ledger.ts';
import { finding, notRun, percentile, type Programme } from './programme.ts';
import { openDisk, whyNoDisk } from './small-disk.ts';

const goal = '0 lost, always opens';

/**
 * Data on an ext4 disk that is stopped in the middle of sign-ups: what the kernel still held is gone, as after a power cut. Then it is mounted
 * again, the journal is replayed, and the program must open. The loop file stands for a disk that keeps what it was told to flush.
 */
export const powerCut: Programme = {
  name: 'power-cut',
  rounds: { small: 2, usual: 20 },
  run: async ({ rounds, log }) => {
    const why = await whyNoDisk('ext4');
    if (why) return [notRun('power-cut', 'a disk that loses what was not flushed', why, goal)];
    const disk = await openDisk('ext4', 2048);
    try {
      const dataDir = join(disk.path, 'data');
      await installInto(dataDir);
      const ledger: Ledger = new Set();
      const opened: number[] = [];
      for (let round = 1; round <= rounds; round += 1) {
        const server = await startServer(dataDir);
        opened.push(server.milliseconds);
        let dead = false;
        const before = ledger.size;
        const writing = keepSigningUp({ url: server.url, ledger, mark: `p${round}`, connections: 20, stop: () => dead });
        await until(() => ledger.size - before > 20 + Math.random() * 200);
        // A disk that is off cannot be asked which process it was.
        const database = await databaseProcess(dataDir);
        await disk.shutDown();
        if (database !== undefined) process.kill(database, 'SIGKILL');
        await server.kill('SIGKILL');
        dead = true;
        await writing;
        await disk.remount();
        log(`power-cut ${round}: ${ledger.size} acknowledged so far, opened in ${Math.round(server.milliseconds)} ms`);
      }
      const { lost, doubled } = await asSuperuser(dataDir, async (sql) => await compareLedger(sql, ledger));
      return [
        finding('power-cut', `${ledger.size} acknowledged writes in ${rounds} cuts (ext4)`, lost + doubled === 0 && ledger.size > 0, `${lost} lost, ${doubled} doubled; opened ${opened.length} of ${rounds} times, slowest ${Math.round(percentile(opened, 1))} ms`, goal),
      ];
    } finally {
      await disk.remove();
    }
  },
};
