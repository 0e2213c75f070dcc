import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { AgeBand, Authority, Field, Finding, Kind, Knock, Part, ReviewKind, Sex, Side, Stake, Standing, State, Step, Taken, Vote } from './rules.ts';

/** A discussion as everybody with a seat sees it: where it stands, and nothing that the filter closes to her. */
export type Discussion = {
  readonly id: string; readonly body: string; readonly agency: string; readonly agencyName: Bilingual; readonly state: State; readonly year: number | null; readonly number: number | null; readonly openedOn: string | null;
  readonly kind: Kind | null; readonly ageBand: AgeBand | null; readonly sex: Sex | null; readonly decidedOn: string | null; readonly reason: string | null; readonly closedOn: string | null; readonly own: boolean;
};
const select = (sql: Scope['sql']) => sql`select d.id, d.body_slug as body, d.agency_id as agency, a.name as "agencyName", d.state, d.year, d.number, d.opened_on as "openedOn", d.kind, d.age_band as "ageBand", d.sex,
  d.decided_on as "decidedOn", d.reason, d.closed_on as "closedOn", d.agency_id = platform.ctx_agency() as own from situation.discussion d join identity.agency a on a.id = d.agency_id`;

/** What stands on the agenda, the oldest first, and the 30 that ended last. */
export async function listDiscussions(scope: Scope, body: string): Promise<Discussion[]> {
  const { sql } = scope;
  return await sql<Discussion[]>`(${select(sql)} where d.body_slug = ${body} and d.closed_on is null)
    union all (${select(sql)} where d.body_slug = ${body} and d.closed_on is not null order by d.closed_on desc, d.year desc, d.number desc limit 30)
    order by "closedOn" desc nulls first, year nulls first, number`;
}
export async function findDiscussion(scope: Scope, id: string): Promise<Discussion | undefined> {
  return (await scope.sql<Discussion[]>`${select(scope.sql)} where d.id = ${id}`)[0];
}

export type Told = { readonly kind: Kind; readonly age_band: AgeBand; readonly sex: Sex; readonly codes: readonly string[]; readonly stakes: readonly Stake[]; readonly words: string };
export type Disclosure = { readonly id: string; readonly at: string; readonly filter: 3 | 4; readonly from: Bilingual; readonly to: Bilingual; readonly fields: readonly Field[]; readonly authority: Authority };
export type Review = { readonly id: string; readonly kind: ReviewKind; readonly askedAt: string; readonly finding: Finding | null; readonly concludedAt: string | null };
/** What the filter opens to the asker now; what it does not open is not there. */
export type Opened = {
  readonly sides: readonly Side[];
  readonly told?: Told | null;
  readonly votes?: readonly { readonly agency: Bilingual; readonly vote: Vote }[];
  readonly codes?: readonly string[];
  readonly votesFor?: number; readonly votesAgainst?: number; readonly earlier?: number;
  readonly parts?: readonly { readonly agency: string; readonly name: Bilingual; readonly part: Part }[];
  readonly disclosures?: readonly Disclosure[];
  readonly intervention?: { readonly beganAt: string; readonly plannedAt: string | null; readonly knockedOn: string | null; readonly knock: Knock | null; readonly consentOn: string | null; readonly reportedAt: string | null };
  readonly steps?: readonly { readonly agency: string; readonly name: Bilingual; readonly service: string; readonly standing: Standing }[];
  readonly reviews?: readonly Review[];
};
/** Reads a discussion; the audit line is written before anything is given. Undefined where it is not there for the asker. */
export async function readDiscussion(scope: Scope, id: string): Promise<Opened | undefined> {
  return (await scope.sql<{ opened: Opened | null }[]>`select situation.read_discussion(${id}) as opened`)[0]?.opened ?? undefined;
}

/** False where the asker has no seat. */
export async function insertDiscussion(scope: Scope, id: string, body: string, demonstration: boolean): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select situation.bring(${id}, ${body}, ${demonstration}) as done`)[0]?.done ?? false;
}
export type Given = Readonly<Record<string, string | boolean | null | readonly string[]>>;
/** Takes a step from the state that the asker saw, under a lock. */
export async function updateByStep(scope: Scope, id: string, from: State, step: Step, given: Given): Promise<Taken> {
  const { sql } = scope;
  return (await sql<{ taken: Taken }[]>`select situation.take_step(${id}, ${from}, ${step}, ${sql.json(given)}) as taken`)[0]?.taken ?? 'absent';
}
/** Keeps the proof of an agency's words on their first use; false when these are other words. */
export async function agreeKey(scope: Scope, proof: Uint8Array): Promise<boolean> {
  return (await scope.sql<{ same: boolean }[]>`select situation.agree_key(${proof}) as same`)[0]?.same ?? false;
}

export type OwedFacts = {
  readonly state: State; readonly lead: string | null; readonly beganAt: string | null; readonly plannedAt: string | null; readonly knockedOn: string | null; readonly reportedAt: string | null; readonly body: string;
  readonly notices: readonly { readonly id: string; readonly account: string }[]; readonly reviews: readonly { readonly id: string; readonly concluded: boolean }[];
};
export async function findOwedFacts(scope: Scope, id: string): Promise<OwedFacts | undefined> {
  return (await scope.sql<{ facts: OwedFacts | null }[]>`select situation.owed_facts(${id}) as facts`)[0]?.facts ?? undefined;
}
