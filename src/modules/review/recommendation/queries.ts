import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Json } from '#app/methods/questionnaire/fhir.ts';
import type { Addressee, RecommendationState, Step } from './rules.ts';

export type PublicRecommendation = { readonly id: string; readonly addressee: Addressee; readonly addresseeName: Bilingual | null; readonly title: Bilingual; readonly reason: Bilingual; readonly directive: string | null; readonly due: string; readonly madeOn: string; readonly state: RecommendationState };
const open = (sql: Scope['sql']) => sql`r.id, r.addressee, r.addressee_name as "addresseeName", r.title, r.reason, r.directive, r.due, r.made_on as "madeOn",
  coalesce((select s.step from review.recommendation_standing() s where s.recommendation_id = r.id order by s.position desc limit 1), 'made') as state`;

/** What everybody may read of the recommendations, oldest first. */
export async function listPublic({ sql }: Scope): Promise<PublicRecommendation[]> {
  return await sql<PublicRecommendation[]>`select ${open(sql)} from review.recommendation r order by r.made_on, r.id`;
}

export type Recommendation = PublicRecommendation & { readonly question: string | null };
export async function findRecommendation({ sql }: Scope, id: string): Promise<Recommendation | undefined> {
  const [row] = await sql<Recommendation[]>`select ${open(sql)}, r.question from review.recommendation r where r.id = ${id}`;
  return row;
}

export type NewRecommendation = { readonly addressee: Addressee; readonly addresseeName: Bilingual | null; readonly title: Bilingual; readonly reason: Bilingual; readonly directive: string | null; readonly question: string | null; readonly due: string };
export async function insertRecommendation(scope: Scope, id: string, one: NewRecommendation): Promise<void> {
  const { sql, today } = scope;
  await sql`insert into review.recommendation (id, addressee, addressee_name, title, reason, directive, question, due, made_by, made_on)
    values (${id}, ${one.addressee}, ${one.addresseeName ? sql.json(one.addresseeName) : null}, ${sql.json(one.title)}, ${sql.json(one.reason)}, ${one.directive}, ${one.question}, ${one.due}, ${accountOf(scope)}, ${today})`;
}

export type Taken = { readonly step: Step; readonly evidence: string | null; readonly on: string; readonly own: boolean };
export async function listSteps(scope: Scope, recommendation: string): Promise<Taken[]> {
  return await scope.sql<Taken[]>`select step, evidence, taken_on as on, by_account = ${accountOf(scope)} as own from review.recommendation_step where recommendation_id = ${recommendation} order by position`;
}

export async function insertStep(scope: Scope, id: string, recommendation: string, position: number, step: Step, evidence: string | null): Promise<void> {
  await scope.sql`insert into review.recommendation_step (id, recommendation_id, position, step, evidence, by_account, taken_on)
    values (${id}, ${recommendation}, ${position}, ${step}, ${evidence}, ${accountOf(scope)}, ${scope.today})`;
}

/** The last step, for the job that ends what was owed. */
export async function findLastStep({ sql }: Scope, recommendation: string): Promise<Step | undefined> {
  return (await sql<{ step: Step }[]>`select step from review.recommendation_step where recommendation_id = ${recommendation} order by position desc limit 1`)[0]?.step;
}

/** The steps as everybody may read them: without evidence, and without who took them. */
export async function listStanding(scope: Scope, recommendation: string): Promise<Taken[]> {
  return await scope.sql<Taken[]>`select step, null as evidence, taken_on as on, false as own from review.recommendation_standing() where recommendation_id = ${recommendation} order by position`;
}

/** The answers of checklists that open for the chair, each with the day of its session; the audit row is written first. */
export async function listAnswers({ sql, timeZone }: Scope, recommendation: string): Promise<{ readonly on: string; readonly answers: Json }[]> {
  return await sql<{ on: string; answers: Json }[]>`select (opens_at at time zone ${timeZone})::date as on, answers from review.read_answers(${recommendation})`;
}
