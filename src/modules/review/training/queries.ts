import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Attendance } from './rules.ts';

export type Course = { readonly id: string; readonly title: Bilingual; readonly covers: Bilingual; readonly hours: number };
export type NewCourse = Omit<Course, 'id'>;
export async function listCourses({ sql }: Scope): Promise<Course[]> {
  return await sql<Course[]>`select id, title, covers, hours::float8 as hours from review.training_course order by made_on, id`;
}
export async function insertCourse(scope: Scope, id: string, one: NewCourse): Promise<void> {
  const { sql, today } = scope;
  await sql`insert into review.training_course (id, title, covers, hours, made_by, made_on) values (${id}, ${sql.json(one.title)}, ${sql.json(one.covers)}, ${one.hours}, ${accountOf(scope)}, ${today})`;
}
export async function updateCourse({ sql }: Scope, id: string, one: NewCourse): Promise<boolean> {
  return (await sql`update review.training_course set title = ${sql.json(one.title)}, covers = ${sql.json(one.covers)}, hours = ${one.hours} where id = ${id}`).count > 0;
}

export type UnitName = { readonly id: string; readonly name: Bilingual };
export async function listUnitNames({ sql }: Scope): Promise<UnitName[]> {
  return await sql<UnitName[]>`select id, name from review.training_unit order by made_on, id`;
}
/** A unit with the strength that was counted last, up to today. */
export type Unit = UnitName & { readonly officers: number | null; readonly countedOn: string | null };
export async function listUnits({ sql, today }: Scope): Promise<Unit[]> {
  return await sql<Unit[]>`select u.id, u.name, s.officers, s.counted_on as "countedOn" from review.training_unit u
    left join lateral (select officers, counted_on from review.training_strength where unit_id = u.id and counted_on <= ${today} order by counted_on desc limit 1) s on true order by u.made_on, u.id`;
}
export async function insertUnit(scope: Scope, id: string, name: Bilingual): Promise<void> {
  const { sql, today } = scope;
  await sql`insert into review.training_unit (id, name, made_by, made_on) values (${id}, ${sql.json(name)}, ${accountOf(scope)}, ${today})`;
}
export type Strength = { readonly unit: string; readonly countedOn: string; readonly officers: number };
export async function listStrengths({ sql }: Scope): Promise<Strength[]> {
  return await sql<Strength[]>`select unit_id as unit, counted_on as "countedOn", officers from review.training_strength order by counted_on desc, unit_id`;
}
/** Keeps the strength of a unit on a day; a later entry for the same day replaces it. */
export async function putStrength(scope: Scope, one: Strength): Promise<void> {
  const { sql, today } = scope;
  await sql`insert into review.training_strength (unit_id, counted_on, officers, entered_by, entered_on) values (${one.unit}, ${one.countedOn}, ${one.officers}, ${accountOf(scope)}, ${today})
    on conflict (unit_id, counted_on) do update set officers = excluded.officers, entered_by = excluded.entered_by, entered_on = excluded.entered_on`;
}

export type Held = { readonly id: string; readonly course: string; readonly heldOn: string; readonly provider: string };
/** The sessions as everybody may read them, the newest first. */
export async function listHeld({ sql }: Scope): Promise<Held[]> {
  return await sql<Held[]>`select id, course_id as course, held_on as "heldOn", provider from review.training_session order by held_on desc, id`;
}
export type TrainingSession = Held & { readonly place: string };
export async function findTrainingSession({ sql }: Scope, id: string): Promise<TrainingSession | undefined> {
  return (await sql<TrainingSession[]>`select id, course_id as course, held_on as "heldOn", provider, place from review.training_session where id = ${id}`)[0];
}
export type NewSession = Omit<TrainingSession, 'id'> & { readonly attendance: readonly Attendance[] };
export async function insertTrainingSession(scope: Scope, id: string, one: NewSession): Promise<void> {
  const { sql, today } = scope;
  await sql`insert into review.training_session (id, course_id, held_on, place, provider, entered_by, entered_on)
    values (${id}, ${one.course}, ${one.heldOn}, ${one.place}, ${one.provider}, ${accountOf(scope)}, ${today})`;
  await putAttendance(scope, id, one.attendance);
}
export async function updateTrainingSession(scope: Scope, id: string, one: NewSession): Promise<void> {
  await scope.sql`update review.training_session set course_id = ${one.course}, held_on = ${one.heldOn}, place = ${one.place}, provider = ${one.provider} where id = ${id}`;
  await putAttendance(scope, id, one.attendance);
}
async function putAttendance({ sql }: Scope, session: string, lines: readonly Attendance[]): Promise<void> {
  for (const one of lines) await sql`insert into review.training_attendance (session_id, unit_id, rank_band, attended, first_time) values (${session}, ${one.unit}, ${one.rank}, ${one.attended}, ${one.firstTime})
    on conflict (session_id, unit_id, rank_band) do update set attended = excluded.attended, first_time = excluded.first_time`;
}
export async function listAttendance({ sql }: Scope, session: string): Promise<Attendance[]> {
  return await sql<Attendance[]>`select unit_id as unit, rank_band as rank, attended, first_time as "firstTime" from review.training_attendance where session_id = ${session}`;
}

export type SessionLine = TrainingSession & { readonly attended: number; readonly firstTime: number };
/** Every session with its exact sums, for those who keep them. */
export async function listSessionLines({ sql }: Scope): Promise<SessionLine[]> {
  return await sql<SessionLine[]>`select s.id, s.course_id as course, s.held_on as "heldOn", s.provider, s.place, coalesce(sum(a.attended), 0)::integer as attended, coalesce(sum(a.first_time), 0)::integer as "firstTime"
    from review.training_session s left join review.training_attendance a on a.session_id = s.id group by s.id order by s.held_on desc, s.id`;
}

export type Trained = Attendance & { readonly course: string };
/** How many officers of each unit and band took each course for the first time up to a day: exact, for its keepers and, as the worker, for the gate. */
export async function listTrained({ sql }: Scope, until: string): Promise<Trained[]> {
  return await sql<Trained[]>`select s.course_id as course, a.unit_id as unit, a.rank_band as rank, sum(a.attended)::integer as attended, sum(a.first_time)::integer as "firstTime"
    from review.training_attendance a join review.training_session s on s.id = a.session_id where s.held_on <= ${until} group by 1, 2, 3 order by 1, 2, 3`;
}
/** The strength of each unit that was counted last, up to a day. */
export async function listStrengthAt({ sql }: Scope, until: string): Promise<Strength[]> {
  return await sql<Strength[]>`select distinct on (unit_id) unit_id as unit, counted_on as "countedOn", officers from review.training_strength where counted_on <= ${until} order by unit_id, counted_on desc`;
}
/** The years that are over, from the first session or strength on. */
export async function listEndedYears({ sql, today }: Scope): Promise<number[]> {
  const thisYear = Number(today.slice(0, 4));
  return (await sql<{ year: number }[]>`select y as year from generate_series(coalesce((select extract(year from min(held_on))::integer from review.training_session), ${thisYear}), ${thisYear - 1}) y order by 1`).map(({ year }) => year);
}
