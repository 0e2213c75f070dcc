import type { Database } from '#app/platform/db/scope.ts';
import { inScope } from '#app/platform/db/scope.ts';

/** Chains the entries written since the last seal, in batches, until none is left. Returns how many were sealed. */
export async function sealAudit(database: Database, batch = 1000): Promise<number> {
  let total = 0;
  for (;;) {
    const sealed = await inScope(database, { as: 'worker', purpose: 'seal audit' }, async ({ sql }) => {
      const [row] = await sql<{ sealed: number }[]>`select platform.seal_audit(${batch}) as sealed`;
      return row?.sealed ?? 0;
    });
    total += sealed;
    if (sealed < batch) return total;
  }
}
