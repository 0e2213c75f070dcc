import { z } from 'zod';
import type { Stay } from '#app/methods/homelessness/stay.ts';
import type { Decision } from '#app/methods/priority/decision.ts';
import { type Requirement, requirementShape } from '#app/methods/priority/requirement.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Placed } from '../priority/facts.ts';

export type VacancyState = 'open' | 'ranked' | 'filled' | 'withdrawn';
/** A place that is free, with what it asks of people. `keeps`: the reader keeps the list that it is offered from. */
export type Vacancy = {
  readonly id: string; readonly list: string; readonly listName: Bilingual; readonly slug: string; readonly keeps: boolean; readonly agency: string; readonly name: string; readonly requirements: readonly Requirement[]; readonly availableOn: string;
  readonly answerHours: number; readonly state: VacancyState; readonly enteredAt: Date; readonly rankedAt: Date | null; readonly commitment: string;
};
const requirements = z.array(requirementShape);
const select = (sql: Scope['sql']) => sql`select v.id, v.list_id as list, l.name as "listName", l.slug, v.list_id in (select access.kept_lists()) as keeps, v.agency_id as agency, v.name, v.requirements, v.available_on as "availableOn",
  v.answer_hours as "answerHours", v.state, v.entered_at as "enteredAt", v.ranked_at as "rankedAt", d.commitment from access.vacancy v join access.list l on l.id = v.list_id join access.draw d on d.id = v.id`;
const checked = (row: Vacancy): Vacancy => ({ ...row, requirements: requirements.parse(row.requirements) });

/** The vacancies that the reader's agency gave or offers: what is under way first, then the newest. */
export async function listVacancies(scope: Scope): Promise<Vacancy[]> {
  return (await scope.sql<Vacancy[]>`${select(scope.sql)} order by v.state in ('filled', 'withdrawn'), v.entered_at desc, v.id desc limit 200`).map(checked);
}
export async function findVacancy(scope: Scope, id: string): Promise<Vacancy | undefined> {
  return (await scope.sql<Vacancy[]>`${select(scope.sql)} where v.id::text = ${id}`).map(checked)[0];
}
export type NewVacancy = { readonly id: string; readonly list: string; readonly name: string; readonly requirements: readonly Requirement[]; readonly availableOn: string; readonly answerHours: number };
/** Enters a vacancy and publishes the hash of its draw. */
export async function insertVacancy(scope: Scope, row: NewVacancy): Promise<boolean> {
  const { sql } = scope;
  return (await sql<{ done: boolean }[]>`select access.open_vacancy(${row.id}, ${row.list}, ${row.name}, ${sql.json([...row.requirements])}, ${row.availableOn}, ${row.answerHours}) as done`)[0]?.done ?? false;
}
export async function withdrawVacancy(scope: Scope, id: string): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select access.withdraw_vacancy(${id}) as done`)[0]?.done ?? false;
}

export type Closed = {
  readonly priority: string; readonly seed: string; readonly beacon: string; readonly people: readonly (Omit<Placed, 'key'> & { readonly token: string })[]; readonly stays: readonly Stay[];
  readonly overrides: readonly { readonly person: string; readonly place: number; readonly by: string; readonly reason: string }[];
};
/** Closes the list for a vacancy and opens its draw; undefined where that is not the actor's to do, was done before, or no rules are in force. */
export async function closeList(scope: Scope, vacancy: string): Promise<Closed | undefined> {
  return (await scope.sql<{ closed: Closed | null }[]>`select access.close_list(${vacancy}) as closed`)[0]?.closed ?? undefined;
}
export type Lot = { readonly token: string; readonly lot: string };
/** Keeps what was decided; false outside the transaction that closed the list. */
export async function keepDecision(scope: Scope, vacancy: string, priority: string, { inputs, order, offered, fingerprints }: Decision, lots: readonly Lot[]): Promise<boolean> {
  const { sql } = scope;
  return (await sql<{ done: boolean }[]>`select access.keep_decision(${vacancy}, ${priority}, ${sql.json(structuredClone(inputs) as never)}, ${[...order]}, ${offered}, ${sql.json({ ...fingerprints })}, ${sql.json([...lots])}) as done`)[0]?.done ?? false;
}
/** Somebody behind a token; nothing but the token where her record is closed to the reader. */
export type Behind = { readonly token: string; readonly closed: boolean; readonly person?: string; readonly givenName?: string | null; readonly familyName?: string | null };
export type Kept = Decision & { readonly priority: string; readonly madeAt: string; readonly people: readonly Behind[] };
/** A kept decision with the names behind its tokens, for those who keep the list; the function writes the audit line. */
export async function readDecision(scope: Scope, vacancy: string): Promise<Kept | undefined> {
  return (await scope.sql<{ kept: Kept | null }[]>`select access.read_decision(${vacancy}) as kept`)[0]?.kept ?? undefined;
}
