import { accountOf, type Scope } from '#app/platform/db/scope.ts';

export type MeetingState = 'planned' | 'called' | 'open' | 'closed' | 'cancelled';

/** A meeting of a body: when, where, and how far it and its minutes are. */
export type Meeting = {
  readonly id: string;
  readonly bodySlug: string;
  readonly year: number;
  readonly number: number;
  readonly startsAt: Date;
  readonly minutesLong: number;
  readonly place: string;
  readonly online: string | null;
  readonly state: MeetingState;
  readonly closedAt: Date | null;
  readonly cancelledFor: string | null;
  readonly minutesState: 'none' | 'draft' | 'approved';
  readonly minutesNote: string | null;
  readonly approvedAt: Date | null;
};

const columns = (sql: Scope['sql']) => sql`m.id, m.body_slug as "bodySlug", m.year, m.number, m.starts_at as "startsAt", m.minutes_long as "minutesLong", m.place, m.online, m.state,
  m.closed_at as "closedAt", m.cancelled_for as "cancelledFor", m.minutes_state as "minutesState", m.minutes_note as "minutesNote", m.approved_at as "approvedAt"`;

/** The meetings that the reader may see, newest first. */
export async function listMeetings(scope: Scope, filter: { body?: string; approved?: boolean } = {}): Promise<Meeting[]> {
  const { sql } = scope;
  return await sql<Meeting[]>`select ${columns(sql)} from governance.meeting m where true ${filter.body ? sql`and m.body_slug = ${filter.body}` : sql``}
    ${filter.approved ? sql`and m.minutes_state = 'approved'` : sql``} order by m.starts_at desc, m.id limit 200`;
}

export async function findMeeting(scope: Scope, id: string): Promise<Meeting | undefined> {
  return (await scope.sql<Meeting[]>`select ${columns(scope.sql)} from governance.meeting m where m.id = ${id}`)[0];
}

/** The meeting of the same body that was held last before this one. */
export async function findMeetingBefore(scope: Scope, meeting: Meeting): Promise<Meeting | undefined> {
  const { sql } = scope;
  return (await sql<Meeting[]>`select ${columns(sql)} from governance.meeting m where m.body_slug = ${meeting.bodySlug} and m.starts_at < ${meeting.startsAt} and m.state = 'closed' order by m.starts_at desc, m.id limit 1`)[0];
}

export type NewMeeting = { readonly bodySlug: string; readonly startsAt: Date; readonly minutesLong: number; readonly place: string; readonly online: string | null };
/** Plans a meeting with the next number of its body and year. */
export async function insertMeeting(scope: Scope, row: NewMeeting & { id: string; year: number }): Promise<void> {
  const by = accountOf(scope);
  await scope.sql`insert into governance.meeting (id, body_slug, year, number, starts_at, minutes_long, place, online, state, made_by, made_at)
    select ${row.id}, ${row.bodySlug}, ${row.year}, coalesce(max(m.number), 0) + 1, ${row.startsAt}, ${row.minutesLong}, ${row.place}, ${row.online}, 'planned', ${by}, ${scope.now}
    from governance.meeting m where m.body_slug = ${row.bodySlug} and m.year = ${row.year}`;
}

/** Moves a meeting on; 0 when somebody was faster. */
export async function updateState(scope: Scope, meeting: Meeting, to: MeetingState, cancelledFor?: string): Promise<number> {
  const { sql, now } = scope;
  const stamp = { planned: sql``, called: sql`, called_at = ${now}`, open: sql`, opened_at = ${now}`, closed: sql`, closed_at = ${now}, minutes_state = 'draft'`, cancelled: sql`, cancelled_for = ${cancelledFor ?? null}` }[to];
  return (await sql`update governance.meeting set state = ${to} ${stamp} where id = ${meeting.id} and state = ${meeting.state}`).count;
}

export async function updateMinutesNote(scope: Scope, meeting: string, note: string): Promise<void> {
  await scope.sql`update governance.meeting set minutes_note = ${note || null} where id = ${meeting}`;
}

export async function updateApproved(scope: Scope, minutesOf: string, inMeeting: string): Promise<number> {
  return (await scope.sql`update governance.meeting set minutes_state = 'approved', approved_in = ${inMeeting}, approved_at = ${scope.now} where id = ${minutesOf} and minutes_state = 'draft'`).count;
}

export type Attendance = { readonly member: string; readonly status: 'present' | 'regrets' | 'absent' };
export async function listAttendance(scope: Scope, meeting: string): Promise<Attendance[]> {
  return await scope.sql<Attendance[]>`select member_id as member, status from governance.attendance where meeting_id = ${meeting} order by member_id`;
}
export async function upsertAttendance(scope: Scope, meeting: string, { member, status }: Attendance): Promise<void> {
  await scope.sql`insert into governance.attendance (meeting_id, member_id, status) values (${meeting}, ${member}, ${status})
    on conflict (meeting_id, member_id) do update set status = excluded.status`;
}
