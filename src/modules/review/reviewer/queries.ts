import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

export type Candidate = { readonly account: string; readonly name: string; readonly agency: Bilingual | null };
/** Accounts that hold the role of a reviewer today, for the chair alone. */
export async function listCandidates({ sql }: Scope): Promise<Candidate[]> {
  return await sql<Candidate[]>`select distinct on (name, account_id) account_id as account, name, agency from review.list_candidates() order by name, account_id`;
}

export type Reviewer = { readonly id: string; readonly account: string; readonly checkOn: string | null; readonly trainedOn: string | null; readonly leftOn: string | null; readonly oathUntil: string | null };
/** The reviewers that open for whoever asks: all of them for the chair, one's own seat for a reviewer. */
export async function listReviewers({ sql }: Scope): Promise<Reviewer[]> {
  return await sql<Reviewer[]>`select r.id, r.account_id as account, r.background_check_on as "checkOn", r.trained_on as "trainedOn", r.left_on as "leftOn",
    (select max(o.expires_on) from review.oath o where o.reviewer_id = r.id) as "oathUntil" from review.reviewer r order by r.added_at, r.id`;
}

export async function findOwn(scope: Scope): Promise<Reviewer | undefined> {
  return (await listReviewers(scope)).find(({ account }) => account === accountOf(scope));
}

export async function insertReviewer(scope: Scope, id: string, account: string): Promise<boolean> {
  return (await scope.sql`insert into review.reviewer (id, account_id, added_by, added_at) values (${id}, ${account}, ${accountOf(scope)}, ${scope.now}) on conflict do nothing`).count > 0;
}

export type Facts = { readonly checkOn: string | null; readonly trainedOn: string | null; readonly leftOn: string | null };
export async function updateReviewer({ sql }: Scope, id: string, { checkOn, trainedOn, leftOn }: Facts): Promise<boolean> {
  return (await sql`update review.reviewer set background_check_on = ${checkOn}, trained_on = ${trainedOn}, left_on = ${leftOn} where id = ${id}`).count > 0;
}

export async function insertOath({ sql, now }: Scope, id: string, reviewer: string, wording: string, expiresOn: string): Promise<void> {
  await sql`insert into review.oath (id, reviewer_id, wording, signed_at, expires_on) values (${id}, ${reviewer}, ${wording}, ${now}, ${expiresOn})`;
}

/** Takes an account out of a file for good; false where there is no such file for whoever asks. */
export async function declareRecusal({ sql }: Scope, id: string, file: string, account: string): Promise<boolean> {
  return (await sql<{ done: boolean }[]>`select review.declare_recusal(${file}, ${account}, ${id}) as done`)[0]?.done ?? false;
}
