import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

export type Session = {
  readonly id: string; readonly periodFrom: string; readonly periodUntil: string; readonly place: string; readonly opensAt: Date; readonly closesAt: Date; readonly sampleSize: number;
  readonly seed: string; readonly drawnAt: Date | null; readonly demonstration: boolean;
};
export type NewSession = Pick<Session, 'periodFrom' | 'periodUntil' | 'place' | 'opensAt' | 'closesAt' | 'sampleSize'>;
export type Code = { readonly code: string; readonly unfounded: boolean; readonly label: Bilingual };

const columns = (sql: Scope['sql']) => sql`id, period_from as "periodFrom", period_until as "periodUntil", place, opens_at as "opensAt", closes_at as "closesAt", sample_size as "sampleSize", seed,
  drawn_at as "drawnAt", demonstration`;

/** The sessions that open for whoever asks, the next one first. */
export async function listSessions({ sql }: Scope): Promise<Session[]> {
  return await sql<Session[]>`select ${columns(sql)} from review.session order by opens_at desc, id limit 200`;
}

export async function findSession({ sql }: Scope, id: string): Promise<Session | undefined> {
  const [row] = await sql<Session[]>`select ${columns(sql)} from review.session where id = ${id}`;
  return row;
}

export async function insertSession(scope: Scope, id: string, seed: string, given: NewSession, demonstration: boolean): Promise<void> {
  const { sql, now } = scope;
  await sql`insert into review.session (id, period_from, period_until, place, opens_at, closes_at, sample_size, seed, planned_by, planned_at, demonstration)
    values (${id}, ${given.periodFrom}, ${given.periodUntil}, ${given.place}, ${given.opensAt}, ${given.closesAt}, ${given.sampleSize}, ${seed}, ${accountOf(scope)}, ${now}, ${demonstration})`;
}

/** The list of clearance codes that holds on a day, in its order. */
export async function listCodes({ sql }: Scope, day: string): Promise<Code[]> {
  return await sql<Code[]>`select code, unfounded, label from review.clearance_code where from_date <= ${day} and (to_date is null or to_date >= ${day}) order by position, code`;
}
