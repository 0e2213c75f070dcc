import type { Scope } from '#app/platform/db/scope.ts';

/** Deletes counters of limits and failed sign-ins, and challenges, from before a moment. The worker's alone. */
export async function purgeSpent(scope: Scope, before: Date): Promise<void> {
  await scope.sql`select identity.purge_spent(${before})`;
}
