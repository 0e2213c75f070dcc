import type { DatabaseAddress } from '#app/platform/db/pool.ts';
import { positionOf } from '#app/platform/db/position.ts';
import { type Pulse, startPulse } from '#app/platform/db/pulse.ts';
import { type Replica, watchReplica } from '#app/platform/db/replica.ts';
import type { Log } from '#app/platform/log/log.ts';

/** What a process knows of the commits of the others, and the replica that it may read. */
export type Others = {
  readonly pulse: Pulse;
  readonly replica: Replica | undefined;
  /** From now on `refresh` is called when any process changed public content. */
  readonly refreshBy: (refresh: () => Promise<void>) => void;
  readonly stop: () => Promise<void>;
};

/** Begins to listen to the other processes on this database, and watches the replica where one is given. */
export function listenToOthers(options: { address: DatabaseAddress; replicaUrl: string | undefined; connections: number; log: Log }): Others {
  const { log } = options;
  let refresh: () => Promise<void> = async () => {};
  const changed = () => {
    // Before anything is drawn anew: it must not be drawn from a replica that lacks the change.
    replica?.changed();
    refresh().catch((error: unknown) => log.error('refresh', error));
  };
  const pulse = startPulse({
    address: options.address, log, missed: changed, beat: (position) => replica?.beat(position),
    heard: (news) => {
      const [kind, lsn] = news.split(' ');
      if (kind === 'lacks' && lsn) replica?.lacks(positionOf(lsn));
      else changed();
    },
  });
  const replica = options.replicaUrl ? watchReplica({ address: { url: options.replicaUrl }, connections: options.connections, pulse: () => pulse, log }) : undefined;
  return {
    pulse, replica,
    refreshBy: (next) => {
      refresh = next;
    },
    stop: async () => void (await Promise.all([pulse.stop(), replica?.stop()])),
  };
}
