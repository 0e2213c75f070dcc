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

export type Stratum = { readonly code: string; readonly files: number; readonly drawn: number };
export async function listStrata({ sql }: Scope, session: string): Promise<Stratum[]> {
  return await sql<Stratum[]>`select code, files, drawn from review.stratum where session_id = ${session} order by code`;
}

export async function insertStratum({ sql }: Scope, session: string, one: Stratum): Promise<void> {
  await sql`insert into review.stratum (session_id, code, files, drawn) values (${session}, ${one.code}, ${one.files}, ${one.drawn})`;
}

export type NewFile = { readonly id: string; readonly code: string; readonly pseudonym: string; readonly position: number };
export async function insertFiles({ sql }: Scope, session: string, files: readonly NewFile[]): Promise<void> {
  for (const file of files) {
    await sql`insert into review.file (id, session_id, code, pseudonym) values (${file.id}, ${session}, ${file.code}, ${file.pseudonym})`;
    await sql`insert into review.file_place (file_id, position) values (${file.id}, ${file.position})`;
  }
}

/** Marks the draw; false where it was made in between. */
export async function markDrawn({ sql, now }: Scope, session: string): Promise<boolean> {
  return (await sql`update review.session set drawn_at = ${now} where id = ${session} and drawn_at is null`).count > 0;
}

export type SheetLine = { readonly pseudonym: string; readonly code: string; readonly position: number };
/** The lines of the liaison's sheet: which of the police's own list of a code each pseudonym is. */
export async function listSheet({ sql }: Scope, session: string): Promise<SheetLine[]> {
  return await sql<SheetLine[]>`select f.pseudonym, f.code, p.position from review.file f join review.file_place p on p.file_id = f.id where f.session_id = ${session} order by f.code, p.position`;
}

export type FileLine = { readonly id: string; readonly pseudonym: string; readonly code: string; readonly begun: number; readonly handed: number; readonly own: 'none' | 'begun' | 'in'; readonly settled: boolean };
/** The files of a session that open for whoever asks, with how far each is. */
export async function listFiles({ sql }: Scope, session: string): Promise<FileLine[]> {
  return await sql<FileLine[]>`select f.id, f.pseudonym, f.code, p.begun, p.handed, p.own, p.settled from review.file f join review.file_progress(${session}) p on p.file_id = f.id
    where f.session_id = ${session} order by f.pseudonym`;
}

/** Whether everything that a seat asks for holds today for whoever asks. */
export async function hasSeat({ sql }: Scope): Promise<boolean> {
  return (await sql<{ seat: string | null }[]>`select review.own_seat() as seat`)[0]?.seat !== null;
}

export type Seated = { readonly reviewer: string; readonly account: string };
export async function listSeated({ sql }: Scope, session: string): Promise<Seated[]> {
  return await sql<Seated[]>`select r.id as reviewer, r.account_id as account from review.session_reviewer s join review.reviewer r on r.id = s.reviewer_id where s.session_id = ${session} order by r.id`;
}

export async function insertSeated({ sql }: Scope, session: string, reviewer: string): Promise<void> {
  await sql`insert into review.session_reviewer (session_id, reviewer_id) values (${session}, ${reviewer}) on conflict do nothing`;
}

export async function deleteSeated({ sql }: Scope, session: string, reviewer: string): Promise<void> {
  await sql`delete from review.session_reviewer where session_id = ${session} and reviewer_id = ${reviewer}`;
}
