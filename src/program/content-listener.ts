import type { DatabaseAddress } from '#app/platform/db/pool.ts';
import { openPool } from '#app/platform/db/pool.ts';
import type { Log } from '#app/platform/log/log.ts';

/** Calls `changed` when any server changed public content, and after each reconnection, because news may have been missed. */
export async function listenForContent(address: DatabaseAddress, changed: () => void, log: Log): Promise<() => Promise<void>> {
  const pool = openPool(address, { max: 1 });
  await pool.listen('content_changed', changed, changed).catch((error: unknown) => log.error('listen', error));
  return async () => await pool.end({ timeout: 1 });
}
