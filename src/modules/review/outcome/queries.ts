import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Judged } from '../checklist/queries.ts';
import type { Conclusion } from '../checklist/rules.ts';
import type { AnswerKind, DeclineReason, SettleReason } from './rules.ts';

export type Outcome = {
  readonly file: string; readonly pseudonym: string; readonly code: string; readonly conclusion: Conclusion; readonly toCode: string | null; readonly contact: boolean; readonly systemic: boolean;
  readonly way: 'same' | 'discussion'; readonly reason: SettleReason | null; readonly note: string | null; readonly sentAt: Date | null;
  readonly answer: AnswerKind | null; readonly newCode: string | null; readonly declineReason: DeclineReason | null; readonly answerNote: string | null;
};
const columns = (sql: Scope['sql']) => sql`o.file_id as file, f.pseudonym, f.code, o.conclusion, o.to_code as "toCode", o.contact, o.systemic, o.way, o.reason, o.note, o.sent_at as "sentAt",
  a.answer, a.new_code as "newCode", a.reason as "declineReason", a.note as "answerNote"`;

/** The outcomes of a session that open for whoever asks. */
export async function listOutcomes({ sql }: Scope, session: string): Promise<Outcome[]> {
  return await sql<Outcome[]>`select ${columns(sql)} from review.outcome o join review.file f on f.id = o.file_id left join review.police_answer a on a.file_id = o.file_id
    where f.session_id = ${session} order by f.pseudonym`;
}

export async function findOutcome({ sql }: Scope, file: string): Promise<Outcome | undefined> {
  const [row] = await sql<Outcome[]>`select ${columns(sql)} from review.outcome o join review.file f on f.id = o.file_id left join review.police_answer a on a.file_id = o.file_id where o.file_id = ${file}`;
  return row;
}

export type Settled = Judged & { readonly conclusion: Conclusion; readonly way: 'same' | 'discussion'; readonly reason: SettleReason | null; readonly note: string | null };
/** Records an outcome once; false where there is one already. */
export async function insertOutcome(scope: Scope, file: string, one: Settled): Promise<boolean> {
  const { sql, now } = scope;
  const done = await sql`insert into review.outcome (file_id, conclusion, to_code, contact, systemic, way, reason, note, recorded_by, recorded_at)
    values (${file}, ${one.conclusion}, ${one.toCode}, ${one.contact}, ${one.systemic}, ${one.way}, ${one.reason}, ${one.note}, ${accountOf(scope)}, ${now}) on conflict do nothing`;
  return done.count > 0;
}

/** Marks the outcomes of a session as sent, those that open for the chair; gives their files. */
export async function markSent({ sql, now }: Scope, session: string): Promise<{ file: string; owed: boolean }[]> {
  const open = await sql<{ file: string; owed: boolean }[]>`select o.file_id as file, (o.conclusion <> 'agree' or o.contact) as owed from review.outcome o join review.file f on f.id = o.file_id
    where f.session_id = ${session} and o.sent_at is null order by f.pseudonym`;
  for (const { file } of open) await sql`update review.outcome set sent_at = ${now} where file_id = ${file}`;
  return open;
}

export type Answered = { readonly answer: AnswerKind; readonly newCode: string | null; readonly reason: DeclineReason | null; readonly note: string | null };
export async function insertAnswer(scope: Scope, file: string, one: Answered): Promise<boolean> {
  const { sql, now } = scope;
  const done = await sql`insert into review.police_answer (file_id, answer, new_code, reason, note, answered_by, answered_at)
    values (${file}, ${one.answer}, ${one.newCode}, ${one.reason}, ${one.note}, ${accountOf(scope)}, ${now}) on conflict do nothing`;
  return done.count > 0;
}

/** What both reviewers of each file concluded, for the measure of agreement: files of which both are in, that open for whoever asks. */
export async function listPairs({ sql }: Scope, session: string): Promise<[string, string][]> {
  const rows = await sql<{ pair: string[] }[]>`select pair from review.read_pairs(${session})`;
  return rows.map(({ pair: [first = '', second = ''] }) => [first, second]);
}
