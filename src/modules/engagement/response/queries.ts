import type { FlatAnswer } from '#app/methods/questionnaire/flat-answers.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Told } from '../survey/told.ts';
import type { Language } from '#app/platform/language/language.ts';

export type Channel = 'online' | 'paper' | 'telephone';
export type Response = { readonly id: string; readonly version: string; readonly channel: Channel; readonly language: Language; readonly receivedOn: string; readonly mayQuote: boolean; readonly answers: Record<string, unknown> };
type NewResponse = Response & { readonly once: Uint8Array; readonly lines: readonly FlatAnswer[]; readonly told: Told };

/** Takes a response with its answers; false when the same form was sent before. */
export async function insertResponse(scope: Scope, row: NewResponse): Promise<boolean> {
  const { sql } = scope;
  const done = await sql`insert into engagement.response (id, version_id, channel, language, received_on, may_quote, municipality, age_band, home_language, answers, once)
    values (${row.id}, ${row.version}, ${row.channel}, ${row.language}, ${row.receivedOn}, ${row.mayQuote}, ${row.told.municipality}, ${row.told.age}, ${row.told.language}, ${sql.json(row.answers as never)}, ${row.once}) on conflict do nothing`;
  if (done.count === 0) return false;
  if (row.lines.length > 0)
    await sql`insert into engagement.answer (response_id, place, link_id, path, kind, value)
      select ${row.id}::uuid, a.place, a.link_id, a.path, a.kind, a.value from jsonb_to_recordset(${sql.json(row.lines.map((line, place) => ({ place, link_id: line.linkId, path: line.path, kind: line.kind, value: line.value })) as never)})
        as a(place integer, link_id text, path text, kind text, value jsonb)`;
  return true;
}

/** How many responses a version has. */
export async function countResponses(scope: Scope, version: string): Promise<number> {
  return (await scope.sql<{ count: number }[]>`select count(*)::integer as count from engagement.response where version_id = ${version}`)[0]?.count ?? 0;
}

/** The responses to a version, by day and id; the id is random, so that their order tells nothing. */
export async function listResponses(scope: Scope, version: string): Promise<Response[]> {
  return await scope.sql<Response[]>`select id, version_id as version, channel, language, received_on as "receivedOn", may_quote as "mayQuote", answers from engagement.response where version_id = ${version} order by received_on, id`;
}

export async function listAnswers(scope: Scope, version: string): Promise<(FlatAnswer & { response: string })[]> {
  return await scope.sql<(FlatAnswer & { response: string })[]>`select a.response_id as response, a.link_id as "linkId", a.path, a.kind, a.value from engagement.answer a join engagement.response r on r.id = a.response_id
    where r.version_id = ${version} order by r.received_on, r.id, a.place`;
}

/** How often each answer was given, and by how many people each question was answered. */
export type AnswerCount = { readonly linkId: string; readonly kind: string; readonly value: unknown; readonly count: number; readonly answered: number };
export async function countAnswers(scope: Scope, version: string): Promise<AnswerCount[]> {
  return await scope.sql<AnswerCount[]>`select a.link_id as "linkId", a.kind, case when a.kind = 'valueCoding' then a.value - 'display' else a.value end as value, count(*)::integer as count,
      (select count(distinct b.response_id)::integer from engagement.answer b join engagement.response q on q.id = b.response_id where q.version_id = ${version} and b.link_id = a.link_id) as answered
    from engagement.answer a join engagement.response r on r.id = a.response_id where r.version_id = ${version} group by a.link_id, a.kind, 3`;
}

export type Draft = { readonly version: string; readonly answers: Record<string, unknown>; readonly step: string | null; readonly once: Uint8Array; readonly language: Language };
/** Keeps what was answered so far under the hash of a code. */
export async function insertDraft(scope: Scope, row: Draft & { code: Uint8Array; ends: string }): Promise<void> {
  const { sql } = scope;
  await sql`insert into engagement.survey_draft (code_hash, version_id, answers, at_step, once, language, saved_on, ends_on)
    values (${row.code}, ${row.version}, ${sql.json(row.answers as never)}, ${row.step}, ${row.once}, ${row.language}, ${scope.today}, ${row.ends})`;
}
/** The draft whose code was shown. */
export async function findDraft(scope: Scope): Promise<Draft | undefined> {
  return (await scope.sql<Draft[]>`select version_id as version, answers, at_step as step, once, language from engagement.survey_draft`)[0];
}
export async function updateDraft(scope: Scope, row: Pick<Draft, 'answers' | 'step'> & { ends: string }): Promise<number> {
  return (await scope.sql`update engagement.survey_draft set answers = ${scope.sql.json(row.answers as never)}, at_step = ${row.step}, saved_on = ${scope.today}, ends_on = ${row.ends}`).count;
}
export async function deleteDraft(scope: Scope): Promise<void> {
  await scope.sql`delete from engagement.survey_draft`;
}
export async function purgeDrafts(scope: Scope): Promise<void> {
  await scope.sql`select engagement.purge_drafts()`;
}
