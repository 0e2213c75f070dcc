import type { Database, Entry } from '#app/platform/db/scope.ts';
import { ProblemRaised } from './problem.ts';

/** How many transactions may run or wait at once in one server, how many more for those who come with a session or a key, and the longest in seconds. */
export type Bounds = { readonly most: number; readonly kept: number; readonly seconds: number };

/** Strangers: twice the three hundred who send an application in the last second before a deadline; each of them was noted in time and must be taken on. */
const usual: Bounds = { most: 600, kept: 160, seconds: 120 };

type Turns = <T>(entry: Pick<Entry, 'as'>, work: () => Promise<T>) => Promise<T>;

/**
 * Bounds what waits for the database: beyond it a request is refused at once with `unavailable` (503, Retry-After), before anything of it was done.
 * Who comes with a session finds a share of her own, so that an intake goes on while the public rushes in. Work whose connection
 * was lost in a way that nobody tells of is given up after `seconds`: it was not acknowledged.
 */
export function turnsOf({ most, kept, seconds }: Bounds = usual): Turns {
  let [strangers, known] = [0, 0];
  return async (entry, work) => {
    const session = entry.as === 'session';
    if (session ? known >= kept : strangers >= most) throw new ProblemRaised('unavailable');
    const count = (by: number) => {
      if (session) known += by;
      else strangers += by;
    };
    count(1);
    let late: NodeJS.Timeout | undefined;
    const given = new Promise<never>((_resolve, reject) => {
      late = setTimeout(() => reject(new ProblemRaised('unavailable')), seconds * 1000);
      late.unref();
    });
    try {
      return await Promise.race([work(), given]);
    } finally {
      clearTimeout(late);
      count(-1);
    }
  };
}

const turns = new WeakMap<Database, Turns>();

/** Does `work` when the server that `database` serves still takes some on; see `turnsOf`. */
export async function inTurn<T>(database: Database, entry: Pick<Entry, 'as'>, work: () => Promise<T>): Promise<T> {
  const own = turns.get(database) ?? turnsOf();
  turns.set(database, own);
  return await own(entry, work);
}
