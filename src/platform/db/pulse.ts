import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '#app/platform/log/log.ts';
import { newId } from './id.ts';
import { type DatabaseAddress, openPool, type Pool } from './pool.ts';
import { positionOf } from './position.ts';

/** What a process hears of the commits of all others, and until when it has heard everything. */
export type Pulse = {
  /** Milliseconds since a moment until which every commit is known to have been heard of; Infinity before the first. */
  readonly age: () => number;
  /** The schema as the database last told it (`platform.schema_state()`); undefined before it has. */
  readonly schema: () => string | undefined;
  /** The end of the log that is safely written: a commit that returned before this was asked lies before it. Throws when the database is away. */
  readonly position: () => Promise<bigint>;
  /** Tells every process that listens; returns when this one has heard it, so that PostgreSQL has sent it to the others, or after a moment. */
  readonly tell: (news: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

export type PulseOptions = {
  readonly address: DatabaseAddress;
  readonly log: Log;
  /** Something was told: the table of public content that changed, or what a process told. */
  readonly heard: (news: string) => void;
  /** News may have been missed: at the start and after each lost connection. */
  readonly missed: () => void;
  /** Each beat brings the end of the log. */
  readonly beat?: (position: bigint) => void;
};

const channel = 'content_changed';
const interval = 500;
/** Without an echo for so long the connection is taken for lost, whatever the driver believes, and made anew. */
const giveUpAfter = 5000;

/**
 * Listens for news, and twice a second sends itself a beat on the same channel. PostgreSQL delivers in the order of commits: the echo of a beat proves
 * that everything committed before it was sent has been heard. It uses two connections of its own, so that a busy pool never stops it.
 */
export function startPulse(options: PulseOptions): Pulse {
  const name = newId();
  let stopped = false;
  let provenAt = Number.NEGATIVE_INFINITY;
  let openedAt = performance.now();
  let schema: string | undefined;
  let failing = false;
  const echoes = new Map<string, () => void>();
  const listener = (payload: string) => {
    const [kind, from, sentAt] = payload.split(' ');
    echoes.get(payload)?.();
    if (kind !== 'beat') options.heard(payload);
    else if (from === name) provenAt = Math.max(provenAt, Number(sentAt));
  };
  const open = (): Pool => {
    openedAt = performance.now();
    const fresh = openPool(options.address, { max: 1 });
    fresh.listen(channel, listener, options.missed).catch(() => {});
    return fresh;
  };
  let pool = open();
  const beat = async () => {
    const [row] = await pool<{ schema: string; position: string }[]>`
      select platform.schema_state() as schema, pg_current_wal_flush_lsn()::text as position, pg_notify(${channel}, ${`beat ${name} ${performance.now()}`})`;
    if (!row) return;
    schema = row.schema;
    options.beat?.(positionOf(row.position));
  };
  const keepBeating = async () => {
    while (!stopped) {
      const began = performance.now();
      await Promise.race([beat().then(() => {
        failing = false;
      }), pause(2000)]).catch((error: unknown) => {
        if (!failing && !stopped) options.log.error('pulse', error);
        failing = true;
      });
      if (performance.now() - Math.max(provenAt, openedAt) > giveUpAfter && !stopped) {
        void pool.end({ timeout: 0 }).catch(() => {});
        pool = open();
      }
      await pause(Math.max(50, interval - (performance.now() - began)), undefined, { ref: false });
    }
  };
  const beating = keepBeating();
  return {
    age: () => performance.now() - provenAt,
    schema: () => schema,
    position: async () => {
      const [row] = await pool<{ position: string }[]>`select pg_current_wal_flush_lsn()::text as position`;
      if (!row) throw new Error('the database told no place in its log');
      return positionOf(row.position);
    },
    tell: async (news) => {
      const signed = `${news} ${newId()}`;
      const echo = new Promise<void>((resolve) => echoes.set(signed, resolve));
      await pool`select pg_notify(${channel}, ${signed})`.finally(() => void setTimeout(() => echoes.delete(signed), 300).unref());
      await Promise.race([echo, pause(300)]);
    },
    stop: async () => {
      stopped = true;
      await Promise.race([beating, pause(600)]);
      await pool.end({ timeout: 1 });
    },
  };
}
