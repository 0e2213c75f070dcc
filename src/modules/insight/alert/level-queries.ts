import { newId } from '#app/platform/db/id.ts';
import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

export const levels = ['normal', 'elevated', 'high'] as const;
export type Level = (typeof levels)[number];
export type CurrentLevel = { readonly id: string; readonly level: Level; readonly areas: readonly string[]; readonly reason: Bilingual; readonly reviewOn: string | null; readonly setAt: Date; readonly demonstration: boolean };

/** The level that was set last; undefined before anybody set one. It stays until a person sets another. */
export async function findLevel({ sql }: Scope): Promise<CurrentLevel | undefined> {
  return (await listLevels({ sql }, 1))[0];
}

/** The levels of the past, newest first. */
export async function listLevels({ sql }: Pick<Scope, 'sql'>, most = 20): Promise<CurrentLevel[]> {
  return await sql<CurrentLevel[]>`select id, level, areas, reason, review_on as "reviewOn", set_at as "setAt", demonstration from insight.alert_level order by place desc limit ${most}`;
}

export type NewLevel = { readonly level: Level; readonly areas: readonly string[]; readonly reason: Bilingual; readonly reviewOn: string | null; readonly alert: string | null };
export async function insertLevel(scope: Scope, given: NewLevel, demonstration = false): Promise<string> {
  const { sql, now } = scope;
  const id = newId();
  await sql`insert into insight.alert_level (id, level, areas, reason, alert_id, review_on, set_by, set_at, demonstration)
    values (${id}, ${given.level}, ${[...given.areas]}, ${sql.json(given.reason)}, ${given.alert}, ${given.reviewOn}, ${accountOf(scope)}, ${now}, ${demonstration})`;
  return id;
}

/** Whether a level waits for somebody to look at it again. */
export function isReviewDue(level: Pick<CurrentLevel, 'reviewOn'> | undefined, today: string): boolean {
  return level?.reviewOn !== undefined && level.reviewOn !== null && level.reviewOn <= today;
}
