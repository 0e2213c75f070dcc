import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { type Cents, centsOf, decimalOf } from '../money.ts';
import { type CategoryRules, rulesFrom } from './rules.ts';

export type Call = {
  readonly id: string; readonly slug: string; readonly fundYear: number; readonly title: Bilingual; readonly lead: Bilingual; readonly opensAt: Date; readonly closesAt: Date;
  readonly envelope: Cents; readonly reserve: Cents; readonly publishedAt: Date | null; readonly demonstration: boolean;
};
export type Category = { readonly id: string; readonly position: number; readonly name: Bilingual; readonly rules: CategoryRules; readonly questionnaire: unknown };
export type Criterion = { readonly id: string; readonly position: number; readonly name: Bilingual; readonly weight: number; readonly most: number };
export type Session = { readonly id: string; readonly startsAt: Date; readonly place: Bilingual };
export type Question = { readonly id: string; readonly asked: string | null; readonly language: Language | null; readonly question: Bilingual | null; readonly answer: Bilingual | null };

type Row = Omit<Call, 'envelope' | 'reserve'> & { readonly envelope: string; readonly reserve: string };
const columns = (sql: Scope['sql']) => sql`id, slug, fund_year as "fundYear", title, lead, opens_at as "opensAt", closes_at as "closesAt", envelope::text, reserve::text, published_at as "publishedAt", demonstration`;
const fromRow = (row: Row): Call => ({ ...row, envelope: centsOf(row.envelope), reserve: centsOf(row.reserve) });

/** Calls that the asker may read, newest deadline first. */
export async function listCalls(scope: Scope): Promise<Call[]> {
  return (await scope.sql<Row[]>`select ${columns(scope.sql)} from funding.call order by closes_at desc`).map(fromRow);
}
export async function findCall(scope: Scope, by: { slug: string } | { id: string }): Promise<Call | undefined> {
  const { sql } = scope;
  const [row] = await sql<Row[]>`select ${columns(sql)} from funding.call where ${'slug' in by ? sql`slug = ${by.slug}` : sql`id = ${by.id}`}`;
  return row ? fromRow(row) : undefined;
}
export async function listCategories(scope: Scope, call: string): Promise<Category[]> {
  const rows = await scope.sql<(Omit<Category, 'rules'> & { rules: unknown })[]>`select id, position, name, rules, questionnaire from funding.category where call_id = ${call} order by position`;
  return rows.map((row) => ({ ...row, rules: rulesFrom(row.rules) }));
}
export async function listCriteria(scope: Scope, call: string): Promise<Criterion[]> {
  return await scope.sql<Criterion[]>`select id, position, name, weight, most from funding.criterion where call_id = ${call} order by position`;
}
export async function listSessions(scope: Scope, call: string): Promise<Session[]> {
  return await scope.sql<Session[]>`select id, starts_at as "startsAt", place from funding.session where call_id = ${call} order by starts_at`;
}
/** Questions that were answered, as everybody reads them. */
export async function listAnswered(scope: Scope, call: string): Promise<Question[]> {
  return await scope.sql<Question[]>`select id, null as asked, null as language, question, answer from funding.question where call_id = ${call} and answered_at is not null order by answered_at`;
}
/** Every question with the words that were typed; the office's alone. */
export async function listQuestions(scope: Scope, call: string): Promise<Question[]> {
  return await scope.sql<Question[]>`select id, asked, language, question, answer from funding.question where call_id = ${call} order by answered_at nulls first, asked_at`;
}

export type CallGiven = { readonly fundYear: number; readonly title: Bilingual; readonly lead: Bilingual; readonly opensAt: Date; readonly closesAt: Date; readonly envelope: Cents; readonly reserve: Cents };
export async function insertCall(scope: Scope, call: CallGiven & { id: string; slug: string; demonstration: boolean }): Promise<void> {
  const { sql } = scope;
  await sql`insert into funding.call (id, slug, fund_year, title, lead, opens_at, closes_at, envelope, reserve, demonstration, created_by, created_at)
    values (${call.id}, ${call.slug}, ${call.fundYear}, ${sql.json(call.title)}, ${sql.json(call.lead)}, ${call.opensAt}, ${call.closesAt}, ${decimalOf(call.envelope)}, ${decimalOf(call.reserve)},
      ${call.demonstration}, ${accountOf(scope)}, ${scope.now})`;
}
/** Changes a call that is not open yet; of one that is, only a later deadline and the money. 0 where it is closed. */
export async function updateCall(scope: Scope, id: string, call: CallGiven): Promise<number> {
  const { sql } = scope;
  return (await sql`update funding.call set title = ${sql.json(call.title)}, lead = ${sql.json(call.lead)}, fund_year = ${call.fundYear}, opens_at = ${call.opensAt}, closes_at = ${call.closesAt},
    envelope = ${decimalOf(call.envelope)}, reserve = ${decimalOf(call.reserve)}
    where id = ${id} and (published_at is null or opens_at > ${scope.now} or (closes_at >= ${scope.now} and ${call.closesAt} >= closes_at and opens_at = ${call.opensAt}))`).count;
}
export async function updatePublished(scope: Scope, id: string): Promise<number> {
  return (await scope.sql`update funding.call set published_at = ${scope.now} where id = ${id} and published_at is null`).count;
}
export async function insertCategory(scope: Scope, one: { id: string; call: string; name: Bilingual; rules: CategoryRules; questionnaire: unknown }): Promise<void> {
  const { sql } = scope;
  await sql`insert into funding.category (id, call_id, position, name, rules, questionnaire)
    select ${one.id}, ${one.call}, coalesce(max(position), 0) + 1, ${sql.json(one.name)}, ${sql.json(one.rules)}, ${JSON.stringify(one.questionnaire)}::text::jsonb from funding.category where call_id = ${one.call}`;
}
/** Writes the questions of a category of a call that has not opened; 0 where it has. */
export async function updateQuestions(scope: Scope, id: string, questionnaire: unknown): Promise<number> {
  return (await scope.sql`update funding.category set questionnaire = ${JSON.stringify(questionnaire)}::text::jsonb where id = ${id}`).count;
}
export async function insertCriterion(scope: Scope, one: { id: string; call: string; name: Bilingual; weight: number; most: number }): Promise<void> {
  const { sql } = scope;
  await sql`insert into funding.criterion (id, call_id, position, name, weight, most)
    select ${one.id}, ${one.call}, coalesce(max(position), 0) + 1, ${sql.json(one.name)}, ${one.weight}, ${one.most} from funding.criterion where call_id = ${one.call}`;
}
export async function insertSession(scope: Scope, one: { id: string; call: string; startsAt: Date; place: Bilingual }): Promise<void> {
  await scope.sql`insert into funding.session (id, call_id, starts_at, place) values (${one.id}, ${one.call}, ${one.startsAt}, ${scope.sql.json(one.place)})`;
}
/** Takes a category, criterion or session away from a call that has not opened; 0 where it has. */
export async function deletePart(scope: Scope, call: string, kind: 'category' | 'criterion' | 'session', id: string): Promise<number> {
  return (await scope.sql`delete from ${scope.sql(`funding.${kind}`)} where id = ${id} and call_id = ${call}`).count;
}
export async function insertQuestion(scope: Scope, one: { id: string; call: string; asked: string; language: Language }): Promise<void> {
  await scope.sql`insert into funding.question (id, call_id, asked, language, asked_at) values (${one.id}, ${one.call}, ${one.asked}, ${one.language}, ${scope.now})`;
}
export async function updateAnswer(scope: Scope, call: string, id: string, text: { question: Bilingual; answer: Bilingual }): Promise<number> {
  const { sql } = scope;
  return (await sql`update funding.question set question = ${sql.json(text.question)}, answer = ${sql.json(text.answer)}, answered_at = ${scope.now} where id = ${id} and call_id = ${call}`).count;
}
