import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { LeftReason, Measure, Outcome, OutreachState, ScoreLine } from './rules.ts';

export type TakingAgency = { readonly id: string; readonly name: Bilingual; readonly minimumAge: number };
/** Organisations that take referrals from everybody. */
export async function listTaking(scope: Scope): Promise<TakingAgency[]> {
  return await scope.sql<TakingAgency[]>`select a.id, a.name, t.minimum_age as "minimumAge" from access.outreach_agencies() t join identity.agency a on a.id = t.agency_id
    where a.to_date is null or a.to_date >= ${scope.today} order by a.name ->> 'en'`;
}
export type Referral = { readonly agency: string; readonly consent: 'agrees' | 'unsure'; readonly referredBy: string; readonly firstName: string | null; readonly telephone: string; readonly goodTimes: string | null; readonly language: 'en' | 'fr' };
/** Stores a referral under an id of its own; a second time changes nothing. False where the organisation takes none. */
export async function refer(scope: Scope, id: string, row: Referral): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select access.refer_to_outreach(${id}, ${row.agency}, ${row.consent}, ${row.referredBy}, ${row.firstName}, ${row.telephone}, ${row.goodTimes}, ${row.language}) as done`)[0]?.done ?? false;
}

export type Setting = { readonly takes: boolean; readonly minimumAge: number; readonly missedLimit: number };
export async function findSetting(scope: Scope): Promise<Setting | undefined> {
  return (await scope.sql<Setting[]>`select takes_referrals as takes, minimum_age as "minimumAge", missed_limit as "missedLimit" from access.outreach_setting where agency_id = platform.ctx_agency()`)[0];
}
export async function saveSetting(scope: Scope, agency: string, account: string, row: Setting): Promise<void> {
  await scope.sql`insert into access.outreach_setting (agency_id, takes_referrals, minimum_age, missed_limit, changed_by, changed_at) values (${agency}, ${row.takes}, ${row.minimumAge}, ${row.missedLimit}, ${account}, ${scope.now})
    on conflict (agency_id) do update set takes_referrals = excluded.takes_referrals, minimum_age = excluded.minimum_age, missed_limit = excluded.missed_limit, changed_by = excluded.changed_by, changed_at = excluded.changed_at`;
}
/** For the first start of a demonstration. */
export async function insertDemoSettings(scope: Scope, agencies: readonly string[]): Promise<void> {
  await scope.sql`insert into access.outreach_setting (agency_id, takes_referrals, changed_at) select id, true, ${scope.now} from identity.agency where slug = any (${[...agencies]}) and demonstration`;
}

export type OutreachLine = { readonly id: string; readonly firstName: string | null; readonly consent: 'agrees' | 'unsure'; readonly state: OutreachState; readonly receivedOn: string; readonly attempts: number };
export async function listOutreach(scope: Scope): Promise<OutreachLine[]> {
  return await scope.sql<OutreachLine[]>`select id, first_name as "firstName", consent, state, received_on as "receivedOn", attempts from access.list_outreach()`;
}
export type Outreach = {
  readonly id: string; readonly person: string | null; readonly consent: 'agrees' | 'unsure'; readonly referredBy: 'neighbour' | 'family' | 'paramedic' | 'pharmacist' | 'other'; readonly state: OutreachState; readonly receivedOn: string; readonly joinedOn: string | null; readonly endedOn: string | null; readonly leftReason: LeftReason | null;
  readonly contact: { readonly firstName: string | null; readonly telephone: string; readonly goodTimes: string | null; readonly language: 'en' | 'fr' } | null;
  readonly slots: readonly { readonly id: string; readonly account: string; readonly name: string; readonly weekday: number; readonly at: string }[];
  readonly attempts: readonly { readonly outcome: Outcome; readonly on: string }[];
  readonly notes: readonly { readonly body: string; readonly writtenAt: string }[];
  readonly scores: readonly { readonly measure: Measure; readonly score: number; readonly on: string }[];
};
/** All about one, behind the function that writes the audit line; undefined where it is hidden. */
export async function readOutreach(scope: Scope, id: string): Promise<Outreach | undefined> {
  return (await scope.sql<{ content: Outreach | null }[]>`select access.read_outreach(${id}) as content`)[0]?.content ?? undefined;
}
export type Call = { readonly outreach: string; readonly firstName: string | null; readonly telephone: string; readonly weekday: number; readonly at: string; readonly doneToday: boolean };
export async function listMyCalls(scope: Scope): Promise<Call[]> {
  return await scope.sql<Call[]>`select outreach_id as outreach, first_name as "firstName", telephone, weekday, to_char(at_time, 'HH24:MI') as at, done_today as "doneToday" from access.my_calls()`;
}

export async function insertAttempt(scope: Scope, outreach: string, account: string, outcome: Outcome): Promise<void> {
  await scope.sql`insert into access.outreach_attempt (id, outreach_id, account_id, outcome, on_date, recorded_at) values (${newId()}, ${outreach}, ${account}, ${outcome}, ${scope.today}, ${scope.now})`;
}
export async function insertNote(scope: Scope, outreach: string, account: string, body: string): Promise<void> {
  await scope.sql`insert into access.outreach_note (id, outreach_id, account_id, body, written_at) values (${newId()}, ${outreach}, ${account}, ${body}, ${scope.now})`;
}
export async function findMissed(scope: Scope, outreach: string): Promise<{ missed: number; missedLimit: number; agency: string } | undefined> {
  return (await scope.sql<{ missed: number; missedLimit: number; agency: string }[]>`select missed, missed_limit as "missedLimit", agency_id as agency from access.missed_in_a_row(${outreach})`)[0];
}
export async function insertSlot(scope: Scope, outreach: string, by: string, row: { account: string; weekday: number; at: string }): Promise<void> {
  await scope.sql`insert into access.outreach_slot (id, outreach_id, account_id, weekday, at_time, from_date, entered_by) values (${newId()}, ${outreach}, ${row.account}, ${row.weekday}, ${row.at}::time, ${scope.today}, ${by})`;
}
/** The schedule ends before today; nothing of the past is changed. */
export async function endSlot(scope: Scope, outreach: string, slot: string): Promise<boolean> {
  return (await scope.sql`update access.outreach_slot set to_date = ${scope.today}::date - 1 where id = ${slot} and outreach_id = ${outreach} and to_date is null`).count > 0;
}
export async function updateJoined(scope: Scope, outreach: string): Promise<boolean> {
  return (await scope.sql`update access.outreach set state = 'joined', joined_on = ${scope.today} where id = ${outreach} and state = 'new' and consent = 'agrees'`).count > 0;
}
export async function updateLeft(scope: Scope, outreach: string, reason: LeftReason): Promise<boolean> {
  return (await scope.sql`update access.outreach set state = 'left', left_reason = ${reason}, ended_on = ${scope.today} where id = ${outreach} and state = 'joined'`).count > 0;
}
export async function updateEnded(scope: Scope, outreach: string): Promise<boolean> {
  return (await scope.sql`update access.outreach set state = 'unreachable', ended_on = ${scope.today} where id = ${outreach} and state = 'new'`).count > 0;
}
export async function updatePerson(scope: Scope, outreach: string, person: string): Promise<boolean> {
  return (await scope.sql`update access.outreach set person_id = ${person} where id = ${outreach} and person_id is null and state = 'joined'`).count > 0;
}
export async function insertScore(scope: Scope, outreach: string, account: string, row: { measure: Measure; score: number; on: string }): Promise<void> {
  await scope.sql`insert into access.outreach_score (id, outreach_id, measure, score, on_date, entered_by) values (${newId()}, ${outreach}, ${row.measure}, ${row.score}, ${row.on}, ${account})`;
}
/** Scores of those who joined, without a person: of the own agency for its supervisor, of all for the worker. */
export async function listScores(scope: Scope): Promise<ScoreLine[]> {
  return await scope.sql<ScoreLine[]>`select case_number::integer as "caseNumber", state, left_reason as "leftReason", measure, score, on_date as "onDate" from access.outreach_results()`;
}
export type CallToday = { readonly outreach: string; readonly slot: string; readonly account: string; readonly doneOn: string | null };
/** Calls that are planned for today, with one person or, where none is named, with all. */
export async function listCallsToday(scope: Scope, outreach: string | null): Promise<CallToday[]> {
  return await scope.sql<CallToday[]>`select outreach_id as outreach, slot_id as slot, account_id as account, done_on as "doneOn" from access.calls_today(${outreach})`;
}
export async function listAnswered(scope: Scope, outreach: string | null): Promise<{ id: string; answered: boolean }[]> {
  return await scope.sql<{ id: string; answered: boolean }[]>`select id, answered from access.answered_referrals(${outreach})`;
}
