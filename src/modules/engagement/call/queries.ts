import type { Scope } from '#app/platform/db/scope.ts';

/** One more call of this kind today; nothing about who called. */
export async function countCall(scope: Scope, outcome: 'crisis' | 'service' | 'issue'): Promise<void> {
  await scope.sql`select engagement.count_call(${outcome})`;
}
