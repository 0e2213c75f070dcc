import type { Json } from '#app/methods/questionnaire/fhir.ts';
import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Conclusion } from './rules.ts';

export type ReviewFile = { readonly id: string; readonly session: string; readonly pseudonym: string; readonly code: string; readonly periodUntil: string };
/** A file that opens for whoever asks now. */
export async function findFile({ sql }: Scope, id: string): Promise<ReviewFile | undefined> {
  const [row] = await sql<ReviewFile[]>`select f.id, f.session_id as session, f.pseudonym, f.code, s.period_until as "periodUntil" from review.file f join review.session s on s.id = f.session_id where f.id = ${id}`;
  return row;
}

export type Judged = { readonly conclusion: Conclusion | null; readonly toCode: string | null; readonly contact: boolean; readonly systemic: boolean };
export type Checklist = Judged & { readonly id: string; readonly account: string; readonly answers: Json; readonly handedInAt: Date | null };
/** The checklists of a file that open for whoever asks: her own, and both once both are in; the audit row is written first. */
export async function listChecklists({ sql }: Scope, file: string): Promise<Checklist[]> {
  return await sql<Checklist[]>`select id, account_id as account, answers, conclusion, to_code as "toCode", contact, systemic, handed_in_at as "handedInAt" from review.read_checklists(${file})`;
}

/** Takes one of the two places of a file; false where both are taken, or she had one. */
export async function insertChecklist(scope: Scope, id: string, file: string, version: string): Promise<boolean> {
  const { sql, now } = scope;
  for (const slot of [1, 2]) {
    const done = await sql`insert into review.checklist (id, file_id, account_id, slot, answers, version, begun_at, saved_at)
      values (${id}, ${file}, ${accountOf(scope)}, ${slot}, '{}', ${version}, ${now}, ${now}) on conflict do nothing`;
    if (done.count > 0) return true;
  }
  return false;
}

/** Keeps a checklist that is not handed in; with `handIn` it stands from now on. False where it no longer can. */
export async function updateChecklist({ sql, now }: Scope, id: string, given: Judged & { readonly answers: Json; readonly version: string; readonly handIn: boolean }): Promise<boolean> {
  const done = await sql`update review.checklist set answers = ${sql.json(given.answers as never)}, version = ${given.version}, conclusion = ${given.conclusion}, to_code = ${given.toCode},
    contact = ${given.contact}, systemic = ${given.systemic}, saved_at = ${now}, handed_in_at = ${given.handIn ? now : null} where id = ${id} and handed_in_at is null`;
  return done.count > 0;
}
