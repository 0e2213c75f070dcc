import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Actor, HelpAnswer, Outcome, State, Step } from './rules.ts';

/** Where a referral stands, as both agencies see it: no name and no word about the person. */
export type Referral = {
  readonly id: string; readonly person: string; readonly service: string; readonly serviceName: Bilingual; readonly organization: string; readonly organizationName: Bilingual; readonly fromAgency: string; readonly fromName: Bilingual;
  readonly toAgency: string | null; readonly byLink: boolean; readonly previous: string | null; readonly need: string; readonly urgency: 'routine' | 'urgent'; readonly state: State;
  readonly handoffAt: Date | null; readonly handoffWith: string | null; readonly madeAt: Date; readonly sentAt: Date | null; readonly seenAt: Date | null; readonly acceptedAt: Date | null; readonly contactedAt: Date | null;
  readonly waitlistedAt: Date | null; readonly appointmentAt: Date | null; readonly firstServiceOn: string | null; readonly pausedSince: Date | null; readonly pausedSeconds: number; readonly noShows: number;
  readonly senderToldAt: Date | null; readonly stoppedAt: Date | null; readonly endedAt: Date | null; readonly reason: string | null; readonly outcome: Outcome | null; readonly askedAt: Date | null;
  readonly helpAnswer: HelpAnswer | null; readonly closedAt: Date | null;
};
const select = (sql: Scope['sql']) => sql`select r.id, r.person_id as person, r.service_id as service, access.referred_to(r.service_id) -> 'service' as "serviceName", r.organization_id as organization, access.referred_to(r.service_id) -> 'organization' as "organizationName", r.from_agency as "fromAgency", f.name as "fromName",
  r.to_agency as "toAgency", r.by_link as "byLink", r.previous_id as previous, r.need, r.urgency, r.state, r.handoff_at as "handoffAt", r.handoff_with as "handoffWith", r.made_at as "madeAt", r.sent_at as "sentAt",
  r.seen_at as "seenAt", r.accepted_at as "acceptedAt", r.contacted_at as "contactedAt", r.waitlisted_at as "waitlistedAt", r.appointment_at as "appointmentAt", r.first_service_on as "firstServiceOn", r.paused_since as "pausedSince",
  r.paused_seconds as "pausedSeconds", r.no_shows as "noShows", r.sender_told_at as "senderToldAt", r.stopped_at as "stoppedAt", r.ended_at as "endedAt", r.reason, r.outcome, r.asked_at as "askedAt",
  r.help_answer as "helpAnswer", r.closed_at as "closedAt"
  from access.referral r join identity.agency f on f.id = r.from_agency`;

export type ListFilter = { readonly side: 'inbox' | 'outbox'; readonly state?: State | undefined; readonly ended?: boolean; readonly person?: string };
/** What the asker's agency receives or sends, the longest waiting first. At most 200. */
export async function listReferrals(scope: Scope, { side, state, ended = false, person }: ListFilter): Promise<Referral[]> {
  const { sql } = scope;
  return await sql<Referral[]>`${select(sql)} where ${side === 'inbox' ? sql`r.to_agency = (select platform.ctx_agency()) and r.sent_at is not null` : sql`r.from_agency = (select platform.ctx_agency())`}
    ${state ? sql`and r.state = ${state}` : ended ? sql`and r.ended_at is not null` : sql`and r.ended_at is null`} ${person ? sql`and r.person_id = ${person}` : sql``}
    order by coalesce(r.sent_at, r.made_at) ${ended ? sql`desc` : sql``}, r.id limit 200`;
}
/** Every referral of a person that the asker may see, newest first. */
export async function listOfPerson(scope: Scope, person: string): Promise<Referral[]> {
  const { sql } = scope;
  return await sql<Referral[]>`${select(sql)} where r.person_id = ${person} and r.from_agency = (select platform.ctx_agency()) order by coalesce(r.sent_at, r.made_at) desc, r.id`;
}
export async function findReferral(scope: Scope, id: string): Promise<Referral | undefined> {
  return (await scope.sql<Referral[]>`${select(scope.sql)} where r.id = ${id}`)[0];
}

export type Standing = { readonly sides: readonly Actor[]; readonly shared: boolean; readonly late: boolean };
/** The sides on which the asker stands; undefined where she only looks on. */
export async function findStanding(scope: Scope, id: string): Promise<Standing | undefined> {
  return (await scope.sql<{ standing: Standing | null }[]>`select access.referral_standing(${id}) as standing`)[0]?.standing ?? undefined;
}

export type HistoryLine = { readonly at: Date; readonly actor: Actor; readonly step: Step; readonly from: State; readonly to: State; readonly reason: string | null; readonly noteKind: string | null };
export async function listHistory(scope: Scope, id: string): Promise<HistoryLine[]> {
  return await scope.sql<HistoryLine[]>`select at, actor, step, from_state as "from", to_state as "to", reason, note_kind as "noteKind" from access.referral_event where referral_id = ${id} order by at, id`;
}

export type Words = { readonly kind: 'request' | 'answer' | 'own'; readonly body: string; readonly at: string };
/** The person's data that the receiver may see now; the read leaves its audit line. */
export type Content = {
  readonly sections: readonly string[]; readonly words: readonly Words[];
  readonly identity?: { readonly givenName: string; readonly familyName: string; readonly birthDate: string | null; readonly birthEstimated: boolean; readonly languages: readonly string[]; readonly interpreter: boolean } | null;
  readonly contact?: { readonly phone: string | null; readonly email: string | null; readonly safeToLeaveMessage: boolean | null; readonly preference: string | null; readonly doNotContact: boolean } | null;
  readonly housing?: readonly string[]; readonly health?: readonly string[]; readonly note?: readonly string[];
};
export async function readContent(scope: Scope, id: string): Promise<Content | undefined> {
  return (await scope.sql<{ content: Content | null }[]>`select access.read_referral(${id}) as content`)[0]?.content ?? undefined;
}
/** What the sender wrote, for the sender. */
export async function readOwnWords(scope: Scope, id: string): Promise<Words[]> {
  return await scope.sql<Words[]>`select kind, body, at from access.read_referral_words(${id})`;
}

export type NewReferral = { readonly person: string; readonly service: string; readonly need: string; readonly urgency: 'routine' | 'urgent'; readonly request: string; readonly handoffAt: Date | null; readonly handoffWith: string | null; readonly previous: string | null };
/** False where the asker does not work with the person. */
export async function insertDraft(scope: Scope, id: string, row: NewReferral): Promise<boolean> {
  const { sql } = scope;
  const given = { need: row.need, urgency: row.urgency, request: row.request, handoffAt: row.handoffAt?.toISOString() ?? null, handoffWith: row.handoffWith, previous: row.previous };
  return (await sql<{ done: boolean }[]>`select access.draft_referral(${id}, ${row.person}, ${row.service}, ${sql.json(given)}) as done`)[0]?.done ?? false;
}

const barriers = ['not-offered', 'struck-out', 'open-already', 'no-address', 'no-consent', 'no-handoff'] as const;
export type Barrier = (typeof barriers)[number];
export const isBarrier = (value: string): value is Barrier => barriers.some((one) => one === value);
export type Taken = 'done' | 'absent' | 'conflict' | 'refused' | 'reason' | 'too-early' | 'not-tried' | Barrier;
export type Given = { readonly reason?: string; readonly note?: string; readonly on?: string; readonly at?: string };
/** Takes a step from the state that the asker saw, under a lock: of two answers at once one alone is done. */
export async function updateByStep(scope: Scope, id: string, taken: { from: State; step: Step; side: Actor; given: Given }): Promise<Taken> {
  const { sql } = scope;
  return (await sql<{ taken: Taken }[]>`select access.take_referral_step(${id}, ${taken.from}, ${taken.step}, ${taken.side}, ${sql.json({ ...taken.given })}) as taken`)[0]?.taken ?? 'absent';
}
/** False where the asker is not the sender. */
export async function updateCode(scope: Scope, id: string, hash: Uint8Array): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select access.set_referral_code(${id}, ${hash}) as done`)[0]?.done ?? false;
}
export async function mayRefer(scope: Scope, person: string): Promise<boolean> {
  return (await scope.sql<{ may: boolean | null }[]>`select access.may_refer(${person}) as may`)[0]?.may ?? false;
}
