import type { Scope } from '#app/platform/db/scope.ts';

/** Break-glass of a demonstration's past: opened for half an hour, not yet reviewed. */
export async function insertPastGlass(scope: Scope, row: { id: string; person: string; account: string; ground: string; reason: string; openedAt: Date }): Promise<void> {
  await scope.sql`insert into access.break_glass (id, person_id, account_id, ground, reason, opened_at, ends_at)
    values (${row.id}, ${row.person}, ${row.account}, ${row.ground}, ${row.reason}, ${row.openedAt}, ${new Date(row.openedAt.getTime() + 1_800_000)})`;
}
