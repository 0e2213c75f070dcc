import type { Clock } from '#app/platform/clock/clock.ts';
import { dateIn } from '#app/platform/clock/clock.ts';
import { newId } from './id.ts';
import type { Pool, Sql } from './pool.ts';
import type { Replica } from './replica.ts';
import { inSpan } from '#app/platform/trace/trace.ts';

/** Who acts in a transaction. `roles` are those of this day; the database holds the same facts and decides by them. */
export type Actor =
  | { readonly kind: 'public' | 'worker' | 'auditor' }
  | {
      readonly kind: 'staff';
      readonly account: string;
      readonly session: string;
      readonly name: string;
      readonly language: 'en' | 'fr';
      readonly agency: string | null;
      readonly roles: readonly string[];
      readonly bodies: readonly string[];
      /** The bodies by the role held in each: `{"table-chair": ["homelessness"]}`. */
      readonly seats: Readonly<Record<string, readonly string[]>>;
      readonly secondFactor: string | null;
    };

/** One transaction, one actor, one moment. */
export type Scope = {
  readonly sql: Sql;
  readonly actor: Actor;
  readonly now: Date;
  /** The calendar date in the community's time zone, YYYY-MM-DD. */
  readonly today: string;
  readonly timeZone: string;
  readonly request: string;
};

/** What a transaction is opened with. */
export type Database = {
  readonly pool: Pool;
  readonly clock: Clock;
  timeZone: string;
  /** Where public pages may be read; none unless there is one. */
  readonly replica?: Replica;
  /** Told of each transaction: when it began to wait for a connection, when it had one, when it ended. */
  readonly watch?: ScopeWatch;
};
export type ScopeWatch = { readonly waits: () => void; readonly begins: (secondsWaited: number) => void; readonly ends: (begun: boolean) => void };

/** The account that acts; null for whoever has none. */
export function accountOf({ actor }: Pick<Scope, 'actor'>): string | null {
  return actor.kind === 'staff' ? actor.account : null;
}

/** Whether staff of that role acts. */
export function hasRole({ actor }: Pick<Scope, 'actor'>, role: string): boolean {
  return actor.kind === 'staff' && actor.roles.includes(role);
}

type StaffFacts = Omit<Extract<Actor, { kind: 'staff' }>, 'kind'>;

export type Entry =
  | { readonly as: 'public'; readonly purpose: string; readonly capability?: Uint8Array | undefined; readonly request?: string }
  | { readonly as: 'session'; readonly token: Uint8Array; readonly purpose: string; readonly capability?: Uint8Array | undefined; readonly request?: string }
  | { readonly as: 'worker'; readonly purpose: string; readonly request?: string }
  | { readonly as: 'auditor'; readonly purpose: string; readonly request?: string };

/**
 * Opens a transaction, enters the context and runs `work`; commits when it returns, rolls back when it throws.
 * A session that is not live enters as the public: look at `scope.actor`.
 */
export async function inScope<T>(database: Database, entry: Entry, work: (scope: Scope) => Promise<T>): Promise<T> {
  const now = database.clock.now();
  const request = entry.request ?? newId();
  const { timeZone, watch } = database;
  const asked = performance.now();
  let begun = false;
  watch?.waits();
  const transact = async () => await database.pool.begin(async (sql) => {
    begun = true;
    watch?.begins((performance.now() - asked) / 1000);
    const actor = await enter(sql, entry, { request, now, timeZone });
    return { value: await work({ sql, actor, now, today: dateIn(timeZone, now), timeZone, request }) };
  });
  try {
    return (await inSpan('scope', { 'ct.as': entry.as, 'ct.purpose': entry.purpose }, transact)).value as T;
  } finally {
    watch?.ends(begun);
  }
}

/** Does `work` in a part of the transaction that is undone where `keeps` says no of what came of it; gives what came of it all the same. */
export async function keepIf<T>(scope: Scope, work: (inner: Scope) => Promise<T>, keeps: (value: T) => boolean): Promise<T> {
  const results: T[] = [];
  const undone = new Error('undone');
  await scope.sql.savepoint(async (sql) => {
    results.push(await work({ ...scope, sql }));
    if (!results.every(keeps)) throw undone;
  }).catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  const [value] = results;
  if (value === undefined) throw undone;
  return value;
}

/**
 * Lets somebody else act in the worker's open transaction, at a moment of its own; then the worker goes on as before. What all of them did is
 * kept together or not at all: a first start tells the past of a demonstration so. Throws for any other than the worker.
 */
export async function actWithin<T>(scope: Scope, entry: Entry, now: Date, work: (scope: Scope) => Promise<T>): Promise<T> {
  if (scope.actor.kind !== 'worker') throw new Error('only the worker lets somebody else act in its transaction');
  const { sql, timeZone } = scope;
  const request = entry.request ?? newId();
  // Only the login may enter a context; the role of the worker is laid down first.
  await sql`select set_config('role', 'none', true)`;
  const actor = await enter(sql, entry, { request, now, timeZone });
  const result = await work({ sql, actor, now, today: dateIn(timeZone, now), timeZone, request });
  await sql`select set_config('role', 'none', true)`;
  await enter(sql, { as: 'worker', purpose: entry.purpose }, { request: scope.request, now: scope.now, timeZone });
  return result;
}

async function enter(sql: Sql, entry: Entry, at: { request: string; now: Date; timeZone: string }): Promise<Actor> {
  if (entry.as === 'worker' || entry.as === 'auditor') {
    const name = entry.as === 'worker' ? sql`platform.enter_worker` : sql`platform.enter_auditor`;
    await sql`select ${name}(${at.request}, ${entry.purpose}, ${at.now}, ${at.timeZone})`;
    return { kind: entry.as };
  }
  const capability = entry.capability ?? null;
  if (entry.as === 'public') {
    await sql`select platform.enter_public(${at.request}, ${entry.purpose}, ${at.now}, ${at.timeZone}, ${capability})`;
    return { kind: 'public' };
  }
  const [row] = await sql<{ facts: StaffFacts | null }[]>`
    select identity.enter_session(${entry.token}, ${at.request}, ${entry.purpose}, ${at.now}, ${at.timeZone}, ${capability}) as facts`;
  return row?.facts ? { kind: 'staff', ...row.facts } : { kind: 'public' };
}
