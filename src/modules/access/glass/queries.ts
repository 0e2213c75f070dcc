import type { Scope } from '#app/platform/db/scope.ts';

export const grounds = ['serious-bodily-harm', 'child-in-need', 'emergency-care'] as const;
export type Glass = { readonly id: string; readonly person: string; readonly ground: (typeof grounds)[number]; readonly reason: string; readonly openedAt: Date; readonly endsAt: Date; readonly reviewedAt: Date | null; /** Opened by whoever asks. */ readonly own: boolean; readonly outcome: 'justified' | 'not-justified' | null };

/** False where the database refuses: barred, no fresh second factor, no such record. */
export async function openGlass(scope: Scope, given: { id: string; person: string; ground: string; reason: string; minutes: number }): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select access.open_glass(${given.id}, ${given.person}, ${given.ground}, ${given.reason}, ${given.minutes}) as done`)[0]?.done ?? false;
}
const columns = (sql: Scope['sql']) => sql`id, person_id as person, ground, reason, opened_at as "openedAt", ends_at as "endsAt", reviewed_at as "reviewedAt", account_id = platform.ctx_account() as own, outcome`;
/** What is to be reviewed first, then the newest. */
export async function listGlasses(scope: Scope): Promise<Glass[]> {
  return await scope.sql<Glass[]>`select ${columns(scope.sql)} from access.break_glass order by reviewed_at is not null, opened_at desc limit 200`;
}
export async function findGlass(scope: Scope, id: string): Promise<Glass | undefined> {
  return (await scope.sql<Glass[]>`select ${columns(scope.sql)} from access.break_glass where id = ${id}`)[0];
}
/** False where it is hidden, reviewed before, or the reviewer's own. */
export async function updateReviewed(scope: Scope, id: string, account: string, outcome: string): Promise<boolean> {
  return (await scope.sql`update access.break_glass set reviewed_at = ${scope.now}, reviewed_by = ${account}, outcome = ${outcome} where id = ${id} and reviewed_at is null`).count > 0;
}
