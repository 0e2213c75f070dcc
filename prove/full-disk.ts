import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { killDatabase, pause, until } from './harm.ts';
import { asSuperuser, execute, installInto, startServer } from './installation.ts';
import { compareLedger, healed, keepSigningUp, type Ledger, type Reply } from './ledger.ts';
import { finding, notRun, percentile, type Programme } from './programme.ts';
import { openDisk, whyNoDisk } from './small-disk.ts';

const goal = '0 lost, 0 doubled';

/** Fills the disk of the data to the last block while sign-ups go on, leaves it full for a while (every third time longer than 10 s), then makes room. */
export const fullDisk: Programme = {
  name: 'full-disk',
  rounds: { small: 2, usual: 10 },
  run: async ({ rounds, log }) => {
    const why = await whyNoDisk('tmpfs');
    if (why) return [notRun('full-disk', 'a disk without a free block', why, goal)];
    const disk = await openDisk('tmpfs', 1024);
    const dataDir = join(disk.path, 'data');
    const filler = join(disk.path, 'filler');
    try {
      await installInto(dataDir);
      const ledger: Ledger = new Set();
      const server = await startServer(dataDir);
      const refused: Reply[] = [];
      const heals: number[] = [];
      let stop = false;
      const writing = keepSigningUp({ url: server.url, ledger, mark: 'f', connections: 20, stop: () => stop, other: (reply) => refused.push(reply) });
      for (let round = 1; round <= rounds; round += 1) {
        const [before, refusals] = [ledger.size, refused.length];
        await until(() => ledger.size > before + 20);
        await execute('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k']).catch(() => {});
        // What is left in the present segment of the journal still takes writes; a new one finds no room.
        await until(() => refused.length > refusals, 120_000);
        await pause(round % 3 === 2 ? 15_000 : 1000);
        await rm(filler);
        const time = await healed(server.url, ledger, `h${round}`, 60_000);
        heals.push(time ?? Number.POSITIVE_INFINITY);
        log(`full-disk ${round}: ${refused.length - refusals} refused, acknowledged again ${time === undefined ? 'never' : `${Math.round(time)} ms after there was room`}`);
        if (time === undefined) break;
      }
      stop = true;
      await writing;
      if (server.child.exitCode === null) await server.kill('SIGTERM');
      const { lost, doubled } = await asSuperuser(dataDir, async (sql) => await compareLedger(sql, ledger));
      const kinds = new Map<string, number>();
      for (const { status, retryAfter } of refused) {
        const kind = status === 0 ? 'no answer' : `${status}${retryAfter ? ' with Retry-After' : ''}`;
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      }
      const good = [...kinds.keys()].every((kind) => /^(503|507) with|^no answer/.test(kind));
      const answered = refused.filter((reply) => reply.status !== 0).map((reply) => reply.milliseconds);
      return [
        finding('full-disk', `${ledger.size} acknowledged writes while the disk was full ${rounds} times`, lost + doubled === 0, `${lost} lost, ${doubled} doubled`, goal),
        finding('full-disk', 'answers meanwhile', good && percentile(answered, 0.95) <= 1000, `${[...kinds].map(([kind, n]) => `${n} × ${kind}`).join(', ')}; 95 of 100 within ${Math.round(percentile(answered, 0.95))} ms`, '503 or 507 within 1 s'),
        finding('full-disk', 'heals when there is room', heals.every((time) => time <= 10_000) && heals.length === rounds, `slowest ${Math.round(percentile(heals, 1))} ms`, 'within 10 s'),
      ];
    } finally {
      await killDatabase(dataDir).catch(() => {});
      await pause(200);
      await disk.remove();
    }
  },
};
