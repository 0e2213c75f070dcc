import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { attendanceCube } from '../attendance/release.ts';

/** A public meeting. `startsAt` is null where only the time of year is known; `whenText` says it then. */
export type PublicMeeting = {
  readonly id: string; readonly slug: string; readonly title: Bilingual; readonly about: Bilingual; readonly municipality: string | null; readonly place: Bilingual; readonly entrance: Bilingual | null;
  readonly date: string; readonly whenText: Bilingual | null; readonly startsAt: Date | null; readonly minutesLong: number | null; readonly languages: readonly Language[];
  readonly capacity: number | null; readonly childCare: boolean; readonly distressing: boolean; readonly state: 'planned' | 'cancelled'; readonly cancelledFor: Bilingual | null;
  readonly isFull: boolean; readonly revision: number; readonly demonstration: boolean; readonly sources: readonly string[];
  /** The consultation that it is part of. */
  readonly consultation: string | null;
  /** How many came, as the gate printed it: a number or "fewer than 5"; null before it was counted. */
  readonly attended: string | null;
};

const columns = (sql: Scope['sql']) => sql`e.id, e.slug, e.title, e.about, e.municipality, e.place, e.entrance, e.on_date as date, e.when_text as "whenText", e.starts_at as "startsAt",
  e.minutes_long as "minutesLong", e.languages, e.capacity, e.child_care as "childCare", e.distressing, e.state, e.cancelled_for as "cancelledFor", e.is_full as "isFull", e.revision,
  e.demonstration, e.sources, e.consultation_slug as consultation, (select p.published from insight.published_count p where p.cube = ${attendanceCube.slug} and p.period = e.slug) as attended`;

/** All meetings that are known today, the latest first. */
export async function listEvents(scope: Scope): Promise<PublicMeeting[]> {
  return await scope.sql<PublicMeeting[]>`select ${columns(scope.sql)} from engagement.event e where e.removed_at is null order by e.on_date desc, e.starts_at desc, e.slug limit 500`;
}
export async function findEvent(scope: Scope, by: { id: string } | { slug: string }): Promise<PublicMeeting | undefined> {
  const { sql } = scope;
  return (await sql<PublicMeeting[]>`select ${columns(sql)} from engagement.event e where e.removed_at is null and ${'id' in by ? sql`e.id = ${by.id}` : sql`e.slug = ${by.slug}`}`)[0];
}

/** The meetings of these ids. */
export async function findEvents(scope: Scope, ids: readonly string[]): Promise<PublicMeeting[]> {
  return await scope.sql<PublicMeeting[]>`select ${columns(scope.sql)} from engagement.event e where e.removed_at is null and e.id = any (${[...new Set(ids)]}::uuid[])`;
}

export type MeetingGiven = {
  readonly title: Bilingual; readonly about: Bilingual; readonly municipality: string | null; readonly place: Bilingual; readonly entrance: Bilingual | null; readonly date: string; readonly startsAt: Date;
  readonly minutesLong: number; readonly languages: readonly Language[]; readonly capacity: number | null; readonly childCare: boolean; readonly distressing: boolean;
};

const values = ({ sql }: Scope, g: MeetingGiven) => ({
  title: sql.json(g.title), about: sql.json(g.about), municipality: g.municipality, place: sql.json(g.place), entrance: g.entrance ? sql.json(g.entrance) : null, on_date: g.date, starts_at: g.startsAt,
  minutes_long: g.minutesLong, languages: [...g.languages], capacity: g.capacity, child_care: g.childCare, distressing: g.distressing,
});

export async function insertEvent(scope: Scope, id: string, slug: string, given: MeetingGiven, demonstration: boolean): Promise<void> {
  await scope.sql`insert into engagement.event ${scope.sql({ id, slug, ...values(scope, given), demonstration, known_from: scope.today, origin: 'staff' })}`;
}

/** Writes a change if the meeting still stands as it was read; 0 when somebody was faster. What staff changed belongs to staff from then on. */
export async function updateEvent(scope: Scope, meeting: PublicMeeting, given: MeetingGiven): Promise<number> {
  const { sql } = scope;
  return (await sql`update engagement.event set ${sql({ ...values(scope, given), when_text: null, origin: 'staff', revision: meeting.revision + 1 })}
    where id = ${meeting.id} and revision = ${meeting.revision} and state = 'planned'`).count;
}

/** Makes a meeting part of a consultation, or of none; 0 once something said in it stands in another. */
export async function updateConsultation(scope: Scope, meeting: string, consultation: string | null): Promise<number> {
  return (await scope.sql`update engagement.event e set consultation_slug = ${consultation}, origin = 'staff' where id = ${meeting}
    and not exists (select from engagement.contribution c join engagement.note n on n.id = c.id where n.event_id = e.id and c.consultation_slug is distinct from ${consultation})`).count;
}

export async function updateCancelled(scope: Scope, meeting: PublicMeeting, reason: Bilingual): Promise<number> {
  const { sql } = scope;
  return (await sql`update engagement.event set state = 'cancelled', cancelled_for = ${sql.json(reason)}, origin = 'staff', revision = revision + 1
    where id = ${meeting.id} and revision = ${meeting.revision} and state = 'planned'`).count;
}
