import { newId } from '#app/platform/db/id.ts';
import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { PlanContent } from '../own-plan/rules.ts';
import type { LeftReason, Outcome } from '../pilot-outcome/rules.ts';
import type { Source } from '../support/queries.ts';

export type Instalment = { readonly amount: string; readonly due: string; readonly paid: string | null; readonly condition: Bilingual };
export type Told = { readonly text: Bilingual; readonly sources: readonly Source[] };
/** A pilot: money as decimal text; `comparison` is told from the day on which it was known. */
export type Pilot = {
  readonly slug: string; readonly name: Bilingual; readonly purpose: Bilingual; readonly recipient: Bilingual; readonly agencySlug: string | null; readonly amount: string; readonly grantedOn: string; readonly demonstration: boolean;
  readonly instalments: readonly Instalment[]; readonly activities: readonly { readonly amount: string; readonly name: Bilingual }[]; readonly goal: Told | null; readonly comparison: (Told & { readonly knownFrom: string }) | null; readonly sources: readonly Source[];
};
const pilotColumns = ({ sql }: Scope) => sql`slug, name, purpose, recipient, agency_slug as "agencySlug", amount::text, granted_on as "grantedOn", demonstration, instalments, activities, goal, comparison, sources`;
/** Every pilot that is known today, the newest grant first. */
export async function listPilots(scope: Scope): Promise<Pilot[]> {
  return await scope.sql<Pilot[]>`select ${pilotColumns(scope)} from funding.pilot where removed_at is null order by granted_on desc, slug`;
}
export async function findPilot(scope: Scope, slug: string): Promise<Pilot | undefined> {
  return (await scope.sql<Pilot[]>`select ${pilotColumns(scope)} from funding.pilot where removed_at is null and slug = ${slug}`)[0];
}
/** Pilots that the agency of whoever asks runs. */
export async function listOwnPilots(scope: Scope): Promise<Pilot[]> {
  return await scope.sql<Pilot[]>`select ${pilotColumns(scope)} from funding.pilot where removed_at is null and agency_slug in (select a.slug from identity.agency a where a.id = platform.ctx_agency()) order by slug`;
}

export type Enrolment = {
  readonly id: string; readonly pilot: string; readonly person: string; readonly agreedOn: string; readonly counted: boolean; readonly studies: boolean; readonly joinedOn: string | null; readonly mentor: string | null;
  readonly leftOn: string | null; readonly leftReason: LeftReason | null;
};
const enrolmentColumns = ({ sql }: Scope) => sql`id, pilot_slug as pilot, person_id as person, agreed_on as "agreedOn", counted, studies, joined_on as "joinedOn", mentor_id as mentor, left_on as "leftOn", left_reason as "leftReason"`;
export async function listEnrolments(scope: Scope): Promise<Enrolment[]> {
  return await scope.sql<Enrolment[]>`select ${enrolmentColumns(scope)} from funding.enrolment order by left_on is not null, joined_on nulls first, id`;
}
export async function findEnrolment(scope: Scope, id: string): Promise<Enrolment | undefined> {
  return (await scope.sql<Enrolment[]>`select ${enrolmentColumns(scope)} from funding.enrolment where id = ${id}`)[0];
}

export type NewEnrolment = { readonly pilot: string; readonly person: string; readonly agency: string; readonly agreedOn: string; readonly agreedHow: 'spoken' | 'written' | 'electronic'; readonly counted: boolean; readonly studies: boolean; readonly joinedOn: string | null };
/** Enrols somebody. Throws the database's refusal where the age does not fit. */
export async function insertEnrolment(scope: Scope, row: NewEnrolment): Promise<string> {
  const id = newId();
  await scope.sql`insert into funding.enrolment (id, pilot_slug, person_id, agency_id, agreed_on, agreed_how, counted, studies, joined_on, entered_by, entered_at)
    values (${id}, ${row.pilot}, ${row.person}, ${row.agency}, ${row.agreedOn}, ${row.agreedHow}, ${row.counted}, ${row.studies}, ${row.joinedOn}, ${accountOf(scope)}, ${scope.now})`;
  return id;
}
export async function updateJoined(scope: Scope, id: string, on: string): Promise<boolean> {
  return (await scope.sql`update funding.enrolment set joined_on = ${on} where id = ${id} and joined_on is null`).count > 0;
}
export async function updateMentor(scope: Scope, id: string, mentor: string | null): Promise<boolean> {
  return (await scope.sql`update funding.enrolment set mentor_id = ${mentor} where id = ${id}`).count > 0;
}
export async function updateLeft(scope: Scope, id: string, on: string, reason: LeftReason): Promise<boolean> {
  return (await scope.sql`update funding.enrolment set left_on = ${on}, left_reason = ${reason} where id = ${id} and left_on is null`).count > 0;
}
/** Keeps the hash of her new code; false where the enrolment is not the asker's. */
export async function updateOwnCode(scope: Scope, id: string, hash: Uint8Array): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select funding.set_enrolment_code(${id}, ${hash}) as done`)[0]?.done ?? false;
}

export type Contact = { readonly onDate: string; readonly how: string; readonly reached: boolean; readonly minutes: number };
export type EnrolmentContent = PlanContent & { readonly contacts: readonly Contact[]; readonly outcomes: readonly Outcome[]; readonly hasCode: boolean };
/** The plan, contacts and outcomes; the function writes its audit line first. Undefined where the reader may not. */
export async function readEnrolment(scope: Scope, id: string): Promise<EnrolmentContent | undefined> {
  return (await scope.sql<{ content: EnrolmentContent | null }[]>`select funding.read_enrolment(${id}) as content`)[0]?.content ?? undefined;
}
export async function insertContact(scope: Scope, enrolment: string, contact: Contact): Promise<void> {
  await scope.sql`insert into funding.mentor_contact (id, enrolment_id, on_date, how, reached, minutes, recorded_by, recorded_at)
    values (${newId()}, ${enrolment}, ${contact.onDate}, ${contact.how}, ${contact.reached}, ${contact.minutes}, ${accountOf(scope)}, ${scope.now})`;
}
/** Records where she stands at a point; the database refuses a day outside of it and a point that is there already. */
export async function insertOutcome(scope: Scope, enrolment: string, outcome: Outcome): Promise<void> {
  await scope.sql`insert into funding.pilot_outcome (enrolment_id, point, measured_on, activities, hours, satisfied, housing, recorded_by, recorded_at)
    values (${enrolment}, ${outcome.point}, ${outcome.measuredOn}, ${[...outcome.activities]}, ${outcome.hours}, ${outcome.satisfied}, ${outcome.housing}, ${accountOf(scope)}, ${scope.now})`;
}
