import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '#app/platform/log/log.ts';
import { isAway } from './away.ts';
import { type DatabaseAddress, openPool, type Pool } from './pool.ts';
import { lsnOf, positionOf } from './position.ts';
import type { Pulse } from './pulse.ts';
import { type Database, type Entry, inScope, type Scope } from './scope.ts';

/** A streaming replica that public pages may be read from (decision 15). */
export type Replica = {
  readonly pool: Pool;
  /** What a read must find replayed there; undefined while the replica is not to be read. */
  readonly offers: () => bigint | undefined;
  /** The same while the primary is away: nothing can be acknowledged then that the replica would lack. Undefined a minute after the last word of the primary. */
  readonly lastResort: () => bigint | undefined;
  /** Whether the primary has not been heard of for a while. */
  readonly silent: () => boolean;
  /** Public content changed somewhere: the replica is not read until the place of the change is known. */
  readonly changed: () => void;
  /** Another process says what the replica still lacks. */
  readonly lacks: (position: bigint) => void;
  readonly beat: (position: bigint) => void;
  /** After a commit of this process: returns when the replica has it, or when every process knows that it has not. Never throws. */
  readonly written: () => Promise<void>;
  /** Bytes of the log that the replica has yet to replay, and reads by where they were answered. */
  readonly figures: () => { lagBytes: number | undefined; replica: number; primary: number };
  readonly count: (where: 'replica' | 'primary') => void;
  readonly stop: () => Promise<void>;
};

/** How far behind a replica may be and still be read, in milliseconds of the primary's log. */
const mostBehind = 5000;
/** How long the answer to a post waits for the replica. */
const patience = 250;
const withoutPrimary = 60_000;
const pollEvery = 500;

/** Watches the replica: whether it answers, how far it has come, and what it must have replayed before it is read. */
export function watchReplica(options: { address: DatabaseAddress; connections: number; pulse: () => Pick<Pulse, 'age' | 'position' | 'tell'>; log: Log }): Replica {
  const pool = openPool(options.address, { max: options.connections });
  const own = openPool(options.address, { max: 1 });
  let [required, replayed, latest] = [0n, 0n, 0n];
  let seenAt = Number.NEGATIVE_INFINITY;
  let unknown = 0;
  let [stopped, failing] = [false, false];
  let beats: { at: number; position: bigint }[] = [];
  const counts = { replica: 0, primary: 0 };
  const raise = (position: bigint) => {
    if (position > required) required = position;
  };
  const look = async () => {
    const sentAt = performance.now();
    const [row] = await own<{ position: string | null }[]>`select pg_last_wal_replay_lsn()::text as position`;
    if (!row?.position) return;
    const position = positionOf(row.position);
    if (position > replayed) replayed = position;
    seenAt = Math.max(seenAt, sentAt);
  };
  const keepLooking = async () => {
    while (!stopped) {
      await Promise.race([look().then(() => {
        failing = false;
      }), pause(2000)]).catch((error: unknown) => {
        if (!failing && !stopped) options.log.error('replica', error);
        failing = true;
      });
      await pause(pollEvery, undefined, { ref: false });
    }
  };
  const looking = keepLooking();
  const answers = () => performance.now() - seenAt < 2000 && unknown === 0;
  // What the primary had written so long ago must be there; beats are half a second apart.
  const floor = () => beats.filter(({ at }) => at < performance.now() - mostBehind).at(-1)?.position ?? 0n;
  const learn = async () => {
    unknown += 1;
    while (!stopped)
      try {
        raise(await options.pulse().position());
        break;
      } catch {
        await pause(100, undefined, { ref: false });
      }
    unknown -= 1;
  };
  const reaches = async (position: bigint): Promise<boolean> => {
    const end = performance.now() + patience;
    while (performance.now() < end) {
      if (replayed >= position) return true;
      await Promise.race([look(), pause(patience)]);
      if (replayed < position) await pause(2);
    }
    return replayed >= position;
  };
  return {
    pool,
    offers: () => (answers() && options.pulse().age() < 2000 && replayed >= floor() ? required : undefined),
    lastResort: () => (answers() && options.pulse().age() < withoutPrimary ? required : undefined),
    silent: () => options.pulse().age() >= 2000,
    changed: () => void learn(),
    lacks: raise,
    beat: (position) => {
      latest = position;
      beats = [...beats.filter(({ at }) => at > performance.now() - 2 * mostBehind), { at: performance.now(), position }];
    },
    written: async () => {
      try {
        const position = await options.pulse().position();
        raise(position);
        // One that is away or far behind is not waited for.
        if (answers() && replayed >= floor() && (await reaches(position).catch(() => false))) return;
        await options.pulse().tell(`lacks ${lsnOf(position)}`);
      } catch {
        void learn();
      }
    },
    figures: () => ({ lagBytes: answers() ? Number(latest > replayed ? latest - replayed : 0n) : undefined, ...counts }),
    count: (where) => {
      counts[where] += 1;
    },
    stop: async () => {
      stopped = true;
      await Promise.race([looking, pause(600)]);
      await Promise.all([pool.end({ timeout: 1 }), own.end({ timeout: 1 })]);
    },
  };
}

// To whoever asked it is a database that cannot be had right now (57P03), and no mistake of hers.
const behind = Object.assign(new Error('the replica has not replayed what this read must find'), { code: '57P03' });

/**
 * Opens a transaction of the public for reading: on the replica where it has replayed everything that must be seen, else on the primary. Whatever goes
 * wrong on the replica (behind, away, a write, a conflict with its recovery) is done again on the primary, so `work` may run twice and must only read.
 */
export async function inReadScope<T>(database: Database, entry: Entry, work: (scope: Scope) => Promise<T>): Promise<T> {
  const { replica } = database;
  if (!replica) return await inScope(database, entry, work);
  const offered = replica.offers();
  if (offered !== undefined)
    try {
      return await onReplica(replica, offered);
    } catch {
      // Done again below: what is wrong with the work itself shows there too.
    }
  const onPrimary = inScope(database, entry, work);
  try {
    // With no word of the primary a read waits for it no longer than a moment: the driver may be trying to connect.
    const value = await (replica.silent() ? soon(onPrimary) : onPrimary);
    replica.count('primary');
    return value;
  } catch (error) {
    const rest = isAway(error) || error === behind ? replica.lastResort() : undefined;
    if (rest === undefined) return error === behind ? await onPrimary : await Promise.reject(error);
    return await onReplica(replica, rest);
  }

  async function onReplica({ pool, count }: Replica, position: bigint): Promise<T> {
    const reading = inScope({ ...database, pool }, entry, async (scope) => {
      const [row] = await scope.sql<{ there: boolean | null }[]>`select pg_last_wal_replay_lsn() >= ${lsnOf(position)}::pg_lsn as there`;
      if (!row?.there) throw behind;
      return await work(scope);
    });
    const value = await soon(reading, 2000);
    count('replica');
    return value;
  }
}

/** What `work` gives within so many milliseconds; throws `behind` when it takes longer, and lets it go on unseen. */
async function soon<T>(work: Promise<T>, milliseconds = 700): Promise<T> {
  work.catch(() => {});
  return await Promise.race([work, pause(milliseconds, undefined, { ref: false }).then(async () => await Promise.reject<T>(behind))]);
}
