import { setTimeout as pause } from 'node:timers/promises';
import { startCluster } from '#app/platform/db/embedded/cluster.ts';
import { type ServerLock, takeServerLock } from '#app/platform/db/embedded/lock.ts';
import type { Pool } from '#app/platform/db/pool.ts';
import type { Log } from '#app/platform/log/log.ts';

/** Keeps the embedded database up: when it dies under the server, it is started again (it recovers by itself) and the lock is taken anew. */
export function watchDatabase(options: { dataDir: string; pool: Pool; lock: ServerLock; log: Log; giveUp: () => void }): { release: () => Promise<void> } {
  let lock = options.lock;
  let released = false;
  const revive = async () => {
    for (let attempt = 1; attempt <= 20 && !released; attempt += 1) {
      try {
        await startCluster({ dataDir: options.dataDir, log: () => {} });
        const taken = await takeServerLock(options.pool);
        if (taken) {
          lock = taken;
          options.log.info('database restarted', { attempt });
          watch();
          return;
        }
      } catch (error) {
        options.log.error('database restart', error, { attempt });
      }
      await pause(500);
    }
    if (!released) options.giveUp();
  };
  const watch = () => void lock.lost.then(async () => (released ? undefined : await revive()));
  watch();
  return {
    release: async () => {
      released = true;
      await lock.release();
    },
  };
}

/** The driver (3.4.9) can throw outside of every promise when a connection dies with a write waiting; that is not a reason to end the server. */
export function surviveLostConnections(log: Log): void {
  process.on('uncaughtException', (error) => {
    log.error('uncaught', error);
    if (!error.stack?.includes('postgres/')) process.exit(1);
  });
}
