import type { Scope } from '#app/platform/db/scope.ts';
import type { AgeBand, Door } from '../access-point/rules.ts';
import type { AttemptOutcome, Channel, CloseReason } from './rules.ts';

export type Detail = {
  readonly whom: 'self' | 'other' | null; readonly given_name: string | null; readonly family_name: string | null; readonly age: number | null; readonly in_school: boolean | null; readonly condition_answer: string | null;
  readonly municipality: string | null; readonly spoken: string | null; readonly preference: string; readonly phone: string | null; readonly email: string | null; readonly safe_times: string | null; readonly story: string | null;
  readonly profession: string | null; readonly professional_name: string | null; readonly professional_organisation: string | null; readonly professional_phone: string | null; readonly professional_email: string | null;
};
export type NewIntake = {
  readonly id: string; readonly point_slug: string; readonly door: Door; readonly language: 'en' | 'fr'; readonly anonymous: boolean; readonly do_not_contact: boolean; readonly message_ok: boolean; readonly may_share: boolean;
  readonly knows: 'agrees' | 'unsure' | null; readonly age_band: AgeBand | null; readonly due_on: string; readonly due_at: string; readonly once: string; readonly code_hash: string | null;
};
/** Takes a request: `received`, `again` (the same form, minutes ago), `before` or `closed`. Hashes are given as \x hexadecimal. */
export async function receiveIntake(scope: Scope, given: NewIntake, detail: Detail): Promise<'received' | 'again' | 'before' | 'closed'> {
  const { sql } = scope;
  const [row] = await sql<{ outcome: 'received' | 'again' | 'before' | 'closed' }[]>`select access.receive_intake(${sql.json(given)}, ${sql.json(detail)}) as outcome`;
  return row?.outcome ?? 'closed';
}

export type Intake = {
  readonly id: string; readonly agency: string; readonly point: string; readonly door: Door; readonly language: 'en' | 'fr'; readonly anonymous: boolean; readonly doNotContact: boolean; readonly messageOk: boolean; readonly mayShare: boolean;
  readonly knows: 'agrees' | 'unsure' | null; readonly ageBand: AgeBand | null; readonly state: 'open' | 'closed' | 'withdrawn'; readonly receivedAt: Date; readonly takenBy: string | null; readonly level: string | null;
  readonly triagedAt: Date | null; readonly reachedAt: Date | null; readonly dueFor: 'triage' | 'contact' | null; readonly dueOn: string | null; readonly dueAt: Date | null; readonly person: string | null;
  readonly closedAt: Date | null; readonly closeReason: CloseReason | null; readonly erasedAt: Date | null;
};
const columns = (sql: Scope['sql']) => sql`id, agency_id as agency, point_slug as point, door, language, anonymous, do_not_contact as "doNotContact", message_ok as "messageOk", may_share as "mayShare", knows,
  age_band as "ageBand", state, received_at as "receivedAt", taken_by as "takenBy", level, triaged_at as "triagedAt", reached_at as "reachedAt", due_for as "dueFor", due_on as "dueOn", due_at as "dueAt",
  person_id as person, closed_at as "closedAt", close_reason as "closeReason", erased_at as "erasedAt"`;

export async function findIntake(scope: Scope, id: string): Promise<Intake | undefined> {
  return (await scope.sql<Intake[]>`select ${columns(scope.sql)} from access.intake where id = ${id}`)[0];
}
export type QueueFilter = { readonly point?: string | undefined; readonly level?: string | undefined; readonly age?: string | undefined; readonly closed?: boolean | undefined; readonly ids?: readonly string[] | undefined };
/** The requests that the actor may open: what is due first stands first, of the closed ones the newest. At most 200. */
export async function listIntakes(scope: Scope, { point, level, age, closed = false, ids }: QueueFilter = {}): Promise<Intake[]> {
  const { sql } = scope;
  return await sql<Intake[]>`select ${columns(sql)} from access.intake where ${closed ? sql`state <> 'open'` : sql`state = 'open'`}
    ${point ? sql`and point_slug = ${point}` : sql``} ${level === 'none' ? sql`and level is null` : level ? sql`and level = ${level}` : sql``}
    ${age === 'unknown' ? sql`and age_band is null` : age ? sql`and age_band = ${age}` : sql``} ${ids ? sql`and id = any (${[...ids]}::uuid[])` : sql``}
    order by ${closed ? sql`closed_at desc` : sql`due_at nulls last, received_at`}, id limit 200`;
}
export async function listOfPerson(scope: Scope, person: string): Promise<Intake[]> {
  return await scope.sql<Intake[]>`select ${columns(scope.sql)} from access.intake where person_id = ${person} order by received_at desc, id`;
}
/** Open requests in which a name or number fits; each leaves an audit line. */
export async function seekIntakes(scope: Scope, wanted: string): Promise<string[]> {
  return (await scope.sql<{ id: string }[]>`select access.seek_intakes(${wanted}) as id`).map((row) => row.id);
}

export type Opened = { readonly detail: Detail | null; readonly notes: Readonly<Record<string, string>>; readonly agreed: Readonly<Record<string, string>> };
/** Who asked and what was written; the function writes its audit line first. */
export async function readIntake(scope: Scope, id: string): Promise<Opened | undefined> {
  return (await scope.sql<{ opened: Opened | null }[]>`select access.read_intake(${id}) as opened`)[0]?.opened ?? undefined;
}

export type EventKind = 'received' | 'taken' | 'given-back' | 'triaged' | 'attempt' | 'linked' | 'entered' | 'handed-over' | 'confirmed' | 'closed' | 'reopened' | 'withdrawn';
export type IntakeEvent = { readonly id: string; readonly kind: EventKind; readonly at: Date; readonly onDate: string; readonly account: string | null; readonly level: string | null; readonly channel: Channel | null; readonly outcome: AttemptOutcome | null };
export async function listEvents(scope: Scope, intake: string): Promise<IntakeEvent[]> {
  return await scope.sql<IntakeEvent[]>`select id, kind, at, on_date as "onDate", account_id as account, level, channel, outcome from access.intake_event where intake_id = ${intake} order by at, id`;
}
export type NewEvent = { readonly id: string; readonly intake: string; readonly kind: EventKind; readonly account: string; readonly level?: string | undefined; readonly channel?: Channel | undefined; readonly outcome?: AttemptOutcome | undefined; readonly note?: string | undefined };
export async function insertEvent(scope: Scope, row: NewEvent): Promise<void> {
  await scope.sql`insert into access.intake_event (id, intake_id, kind, at, on_date, account_id, level, channel, outcome, note) values (${row.id}, ${row.intake}, ${row.kind}, ${scope.now}, ${scope.today}, ${row.account},
    ${row.level ?? null}, ${row.channel ?? null}, ${row.outcome ?? null}, ${row.note || null})`;
}

/** False where somebody else has it already; a supervisor takes it all the same. */
export async function updateTaken(scope: Scope, id: string, account: string | null, over: boolean): Promise<boolean> {
  const { sql } = scope;
  return (await sql`update access.intake set taken_by = ${account}, taken_at = ${account ? scope.now : null} where id = ${id} and state = 'open' ${over ? sql`` : sql`and (taken_by is null or taken_by = platform.ctx_account())`}`).count > 0;
}
export async function updateTriage(scope: Scope, id: string, set: { level: string; due: { on: string; at: Date } | undefined }): Promise<boolean> {
  const { sql, now } = scope;
  return (await sql`update access.intake set level = ${set.level}, triaged_at = ${now}, due_for = ${set.due ? 'contact' : null}, due_on = ${set.due?.on ?? null}, due_at = ${set.due?.at ?? null} where id = ${id} and state = 'open'`).count > 0;
}
export async function updateReached(scope: Scope, id: string): Promise<boolean> {
  const { sql, now } = scope;
  return (await sql`update access.intake set reached_at = coalesce(reached_at, ${now}), due_for = case when due_for = 'contact' then null else due_for end, due_on = case when due_for = 'contact' then null else due_on end,
    due_at = case when due_for = 'contact' then null else due_at end where id = ${id} and state = 'open'`).count > 0;
}
export async function updatePerson(scope: Scope, id: string, person: string): Promise<boolean> {
  return (await scope.sql`update access.intake set person_id = ${person} where id = ${id} and person_id is null and erased_at is null`).count > 0;
}
export async function updateClosed(scope: Scope, id: string, reason: CloseReason): Promise<boolean> {
  return (await scope.sql`update access.intake set state = 'closed', close_reason = ${reason}, closed_at = ${scope.now}, due_for = null, due_on = null, due_at = null where id = ${id} and state = 'open'`).count > 0;
}
export async function updateReopened(scope: Scope, id: string, due: { on: string; at: Date }): Promise<boolean> {
  return (await scope.sql`update access.intake set state = 'open', close_reason = null, closed_at = null, due_for = 'triage', due_on = ${due.on}, due_at = ${due.at} where id = ${id} and state = 'closed' and erased_at is null`).count > 0;
}

export type Count = { readonly point: string; readonly level: string | null; readonly waiting: number; readonly late: number; readonly taken: number; readonly closedLately: number };
export async function countIntakes(scope: Scope): Promise<Count[]> {
  return await scope.sql<Count[]>`select point_slug as point, level, waiting, late, taken, closed_lately as "closedLately" from access.count_intakes()`;
}

export type Followed = {
  readonly id: string; readonly point: string; readonly pointName: { readonly en: string; readonly fr: string }; readonly telephone: string; readonly agency: { readonly en: string; readonly fr: string }; readonly state: 'open' | 'closed' | 'withdrawn';
  readonly receivedAt: string; readonly taken: boolean; readonly dueFor: 'triage' | 'contact' | null; readonly dueOn: string | null; readonly doNotContact: boolean; readonly triagedAt: string | null; readonly reachedAt: string | null;
  readonly closedAt: string | null; readonly closeReason: CloseReason | null; readonly record: boolean; readonly attempts: readonly { readonly on: string; readonly channel: Channel }[];
  readonly handOffs: readonly { readonly on: string; readonly to: { readonly en: string; readonly fr: string }; readonly confirmed: boolean }[];
  /** Referrals from the record that lead somewhere; only for whoever asked for herself. */
  readonly referrals: readonly { readonly sentAt: string; readonly to: { readonly en: string; readonly fr: string } }[];
};
/** The request whose code was shown; instants as text. */
export async function findFollowed(scope: Scope): Promise<Followed | undefined> {
  return (await scope.sql<{ followed: Followed | null }[]>`select access.followed_intake() as followed`)[0]?.followed ?? undefined;
}
export async function withdrawFollowed(scope: Scope): Promise<string | undefined> {
  return (await scope.sql<{ id: string | null }[]>`select access.withdraw_intake() as id`)[0]?.id ?? undefined;
}
/** The person asks staff to take her request back; false where it is not open to the actor or is withdrawn already. */
export async function withdrawFor(scope: Scope, id: string): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select access.withdraw_intake_for(${id}) as done`)[0]?.done ?? false;
}
export async function purgeIntakes(scope: Scope): Promise<number> {
  return (await scope.sql<{ done: number }[]>`select access.purge_intakes() as done`)[0]?.done ?? 0;
}
/** Requests that are open or were closed in the last days; the worker's. */
export async function listLately(scope: Scope): Promise<string[]> {
  return (await scope.sql<{ id: string }[]>`select id from access.intake where state = 'open' or closed_at > ${scope.now}::timestamptz - interval '3 days' order by received_at, id`).map((row) => row.id);
}
