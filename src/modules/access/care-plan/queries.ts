import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { CareAge, Source } from './ageing.ts';
import type { AgreedStep, TracedStep } from './conformance.ts';
import type { CareStep, GoalState, Standing } from './rules.ts';

export type Plan = {
  readonly id: string; readonly person: string; readonly agency: string; readonly pathway: string; readonly leavingCare: boolean; readonly step: CareStep; readonly round: number; readonly standing: Standing;
  readonly coordinator: string | null; readonly openedOn: string; /** The reader works on it, or keeps it. */ readonly led: boolean; readonly kept: boolean;
};
export type PlanLine = Plan & { readonly anonymous: boolean; readonly givenName: string | null; readonly familyName: string | null };
const columns = (sql: Scope['sql']) => sql`c.id, c.person_id as person, c.agency_id as agency, c.pathway_slug as pathway, c.leaving_care as "leavingCare", c.step, c.round, c.standing, c.coordinator_id as coordinator, c.opened_on as "openedOn",
  c.id in (select access.led_plans()) as led, c.id in (select access.kept_plans()) as kept`;

/** The plan of a person; undefined where there is none or it is hidden. */
export async function findPlan(scope: Scope, person: string): Promise<Plan | undefined> {
  return (await scope.sql<Plan[]>`select ${columns(scope.sql)} from access.care_plan c where c.person_id = ${person}`)[0];
}
/** Every plan that the actor may read, open ones first; names as far as she may read them. At most 500. */
export async function listPlans(scope: Scope): Promise<PlanLine[]> {
  const { sql } = scope;
  return await sql<PlanLine[]>`select ${columns(sql)}, coalesce(p.anonymous, false) as anonymous, i.given_name as "givenName", i.family_name as "familyName" from access.care_plan c
    left join access.person p on p.id = c.person_id left join access.person_identity i on i.person_id = c.person_id order by c.standing <> 'active', i.search_key nulls last, c.id limit 500`;
}

export type Goal = { readonly id: string; readonly inWords: string; readonly rank: number; readonly owner: string; readonly reviewOn: string; readonly state: GoalState };
export type Provider = { readonly id: string; readonly agency: string; readonly provides: string; readonly joinedOn: string; readonly leftOn: string | null; readonly lead: boolean; readonly consent: boolean };
export type Review = { readonly id: string; readonly dueOn: string; readonly heldOn: string | null; readonly found: string | null };
export type Taken = TracedStep & { readonly reason: string | null; readonly warmTo: string | null };
export type PlanContent = {
  readonly strengths: { readonly strengths: string; readonly needs: string } | null; readonly goals: readonly Goal[]; readonly team: readonly Provider[]; readonly reviews: readonly Review[];
  readonly steps: readonly Taken[]; readonly ages: readonly { readonly slug: string; readonly doneOn: string; readonly note: string }[];
};
/** The words of a plan, behind the function that writes the audit line first. */
export async function readPlan(scope: Scope, plan: string): Promise<PlanContent | undefined> {
  return (await scope.sql<{ content: PlanContent | null }[]>`select access.read_care_plan(${plan}) as content`)[0]?.content ?? undefined;
}

export type Pathway = { readonly slug: string; readonly name: Bilingual; readonly steps: readonly AgreedStep[]; readonly note: Bilingual | null; readonly confirmed: boolean; readonly sources: readonly Source[] };
/** The pathways that hold today, of each name the latest. */
export async function listPathways(scope: Scope): Promise<Pathway[]> {
  return await scope.sql<Pathway[]>`select distinct on (split_part(slug, '/', 1)) slug, name, steps, note, confirmed, sources from access.care_pathway where removed_at is null and from_date <= ${scope.today} order by split_part(slug, '/', 1), from_date desc`;
}
export async function findPathway(scope: Scope, slug: string): Promise<Pathway | undefined> {
  return (await scope.sql<Pathway[]>`select slug, name, steps, note, confirmed, sources from access.care_pathway where slug = ${slug}`)[0];
}
export async function listAges(scope: Scope): Promise<CareAge[]> {
  return await scope.sql<CareAge[]>`select slug, audience, age, due, text, confirmed, from_date as "from", until_date as "until", sources from access.care_age where removed_at is null and from_date <= ${scope.today}`;
}
export type Amount = { readonly age: number; readonly kind: 'monthly' | 'study'; readonly dollars: number; readonly from: string; readonly sources: readonly Source[] };
/** Amounts that hold today, by age. */
export async function listAmounts(scope: Scope): Promise<Amount[]> {
  return await scope.sql<Amount[]>`select age, kind, dollars::float8 as dollars, from_date as "from", sources from access.care_amount
    where removed_at is null and from_date <= ${scope.today} and (until_date is null or until_date >= ${scope.today}) order by age, kind`;
}

export type Trace = TracedStep & { readonly plan: string; readonly pathway: string; readonly standing: Standing };
/** Days and kinds of the steps of every plan that the actor's agency leads and she may read. */
export async function listOwnTraces(scope: Scope): Promise<Trace[]> {
  return await scope.sql<Trace[]>`select s.plan_id as plan, c.pathway_slug as pathway, c.standing, s.kind, s.step, s.round, s.on_date as "onDate" from access.care_step s join access.care_plan c on c.id = s.plan_id
    where c.id in (select access.led_plans()) order by s.plan_id, s.recorded_at, s.id`;
}
export async function listAllTraces(scope: Scope): Promise<Trace[]> {
  return await scope.sql<Trace[]>`select plan_id as plan, pathway_slug as pathway, standing, kind, step, round, on_date as "onDate" from access.care_traces()`;
}
/** Agencies that a live consent to coordination names, for whoever leads the plan. */
export async function listConsenting(scope: Scope, person: string): Promise<string[]> {
  return (await scope.sql<{ agency: string }[]>`select distinct unnest(to_agencies) as agency from access.consent where person_id = ${person} and 'coordination' = any (purposes) and withdrawn_at is null
    and starts_on <= ${scope.today} and (expires_on is null or expires_on >= ${scope.today})`).map((row) => row.agency);
}

export async function insertPlan(scope: Scope, row: { id: string; person: string; agency: string; pathway: string; leavingCare: boolean; account: string; on: string }): Promise<void> {
  await scope.sql`insert into access.care_plan (id, person_id, agency_id, pathway_slug, leaving_care, opened_by, opened_on, opened_at)
    values (${row.id}, ${row.person}, ${row.agency}, ${row.pathway}, ${row.leavingCare}, ${row.account}, ${row.on}, ${scope.now})`;
}
export type NewStep = { readonly kind: 'step' | 'refused' | 'inactive' | 'reopened'; readonly step?: CareStep | undefined; readonly on: string; readonly reason?: string | undefined; readonly warmTo?: string | undefined; readonly coordinator?: string | undefined };
export async function insertStep(scope: Scope, plan: string, account: string, row: NewStep): Promise<void> {
  await scope.sql`insert into access.care_step (id, plan_id, kind, step, on_date, reason, warm_to, coordinator_id, taken_by, recorded_at)
    values (${newId()}, ${plan}, ${row.kind}, ${row.step ?? null}, ${row.on}, ${row.reason || null}, ${row.warmTo ?? null}, ${row.coordinator ?? null}, ${account}, ${scope.now})`;
}
export async function insertStrengths(scope: Scope, plan: string, account: string, row: { strengths: string; needs: string }): Promise<void> {
  await scope.sql`insert into access.care_strength (id, plan_id, strengths, needs, written_by, written_at) values (${newId()}, ${plan}, ${row.strengths}, ${row.needs}, ${account}, ${scope.now})`;
}
export type NewGoal = { readonly inWords: string; readonly rank: number; readonly owner: string; readonly reviewOn: string };
export async function insertGoal(scope: Scope, plan: string, row: NewGoal): Promise<void> {
  await scope.sql`insert into access.care_goal (id, plan_id, in_words, rank, owner, review_on, state_on) values (${newId()}, ${plan}, ${row.inWords}, ${row.rank}, ${row.owner}, ${row.reviewOn}, ${scope.today})`;
}
/** The words stay the person's own: what she says anew is a new goal. False where it is hidden. */
export async function updateGoal(scope: Scope, plan: string, goal: string, row: Omit<NewGoal, 'inWords'> & { state: GoalState }): Promise<boolean> {
  return (await scope.sql`update access.care_goal set rank = ${row.rank}, owner = ${row.owner}, review_on = ${row.reviewOn}, state = ${row.state}, state_on = ${scope.today} where id = ${goal} and plan_id = ${plan}`).count > 0;
}
export async function insertProvider(scope: Scope, plan: string, row: { agency: string; provides: string }): Promise<void> {
  await scope.sql`insert into access.care_provider (id, plan_id, agency_id, provides, joined_on) values (${newId()}, ${plan}, ${row.agency}, ${row.provides}, ${scope.today})`;
}
export async function updateLeft(scope: Scope, plan: string, provider: string): Promise<boolean> {
  return (await scope.sql`update access.care_provider set left_on = ${scope.today} where id = ${provider} and plan_id = ${plan} and left_on is null`).count > 0;
}
export async function insertReview(scope: Scope, plan: string, due: string): Promise<void> {
  await scope.sql`insert into access.care_review (id, plan_id, due_on) values (${newId()}, ${plan}, ${due})`;
}
export async function updateHeld(scope: Scope, plan: string, review: string, row: { on: string; found: string }): Promise<boolean> {
  return (await scope.sql`update access.care_review set held_on = ${row.on}, found = ${row.found} where id = ${review} and plan_id = ${plan} and held_on is null`).count > 0;
}
export async function insertAgeDone(scope: Scope, plan: string, slug: string, row: { on: string; note: string }): Promise<void> {
  await scope.sql`insert into access.care_age_done (plan_id, age_slug, done_on, note) values (${plan}, ${slug}, ${row.on}, ${row.note}) on conflict do nothing`;
}

export type CareDue = { readonly kind: 'care-review' | 'care-goal' | 'care-age'; readonly subject: string; readonly person: string; readonly agency: string; readonly coordinator: string | null; readonly dueOn: string; readonly keptOn: string | null; readonly age: string | null };
/** What is owed on a plan, on all where none is named; the subject begins with the plan. For the worker. */
export async function listCareDues(scope: Scope, plan: string | null): Promise<CareDue[]> {
  return await scope.sql<CareDue[]>`select kind, subject, person_id as person, agency_id as agency, coordinator_id as coordinator, due_on as "dueOn", kept_on as "keptOn", age_slug as age from access.care_dues(${plan})`;
}
