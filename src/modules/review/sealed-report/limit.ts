import { createHmac, randomBytes } from 'node:crypto';

/** Whether one more is let through at this moment; `source` may be an address. */
export type Limiter = (source: string | undefined, now: Date) => boolean;

/**
 * At most `max` from one source in a window. Nothing but counts by a keyed hash stands in memory, and key and counts are thrown away together after
 * `seconds` (600 at most): what is left afterwards tells nothing of who came. `all` is the most from everybody in a window.
 */
export function makeLimiter({ max, all, seconds }: { max: number; all: number; seconds: number }): Limiter {
  let [key, until, total, counts] = [randomBytes(32), 0, 0, new Map<string, number>()];
  return (source, now) => {
    if (now.getTime() >= until) [key, until, total, counts] = [randomBytes(32), now.getTime() + Math.min(seconds, 600) * 1000, 0, new Map()];
    const name = createHmac('sha256', key).update(source ?? 'this machine').digest('base64');
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    total += 1;
    return count <= max && total <= all;
  };
}
