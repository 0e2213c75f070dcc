import type { Scope } from '#app/platform/db/scope.ts';
import type { Language } from '#app/platform/language/language.ts';

/** Words of a person, edited so that nobody is known by them; the theme as what it became. */
export type PublicQuote = { readonly id: string; readonly theme: string; readonly language: Language; readonly body: string; readonly demonstration: boolean };
export type Quote = PublicQuote & { readonly piece: string; readonly proposedBy: string; readonly approvedAt: Date | null; readonly withdrawnAt: Date | null };

/** Quotes of a consultation, also withdrawn ones, for those who code; newest last. */
export async function listQuotes(scope: Scope, consultation: string): Promise<Quote[]> {
  return await scope.sql<Quote[]>`select q.id, coalesce(t.merged_into, t.id) as theme, q.language, q.body, q.demonstration, q.contribution_id as piece, q.proposed_by as "proposedBy", q.approved_at as "approvedAt",
      q.withdrawn_at as "withdrawnAt"
    from engagement.quote q join engagement.theme t on t.id = q.theme_id where t.consultation_slug = ${consultation} order by q.proposed_at, q.id`;
}

/** The quotes of a standing report that are not withdrawn, as everybody may read them. */
export async function listPublished(scope: Scope, ids: readonly string[]): Promise<PublicQuote[]> {
  return await scope.sql<PublicQuote[]>`select q.id, q.theme_id as theme, q.language, q.body, q.demonstration from engagement.quote q
    where q.id = any (${[...ids]}::uuid[]) and q.approved_at is not null and q.withdrawn_at is null order by q.id`;
}

export async function findQuote(scope: Scope, id: string): Promise<{ consultation: string; proposedBy: string; approvedAt: Date | null } | undefined> {
  return (await scope.sql<{ consultation: string; proposedBy: string; approvedAt: Date | null }[]>`select c.consultation_slug as consultation, q.proposed_by as "proposedBy", q.approved_at as "approvedAt"
    from engagement.quote q join engagement.contribution c on c.id = q.contribution_id where q.id = ${id} and q.withdrawn_at is null`)[0];
}

export type NewQuote = Omit<PublicQuote, 'demonstration'> & { readonly piece: string; readonly demonstration: boolean; readonly proposedBy: string };

/** Proposes a quote; false where the piece has one already. */
export async function insertQuote(scope: Scope, row: NewQuote & { readonly approvedBy?: string }): Promise<boolean> {
  const { sql, now } = scope;
  const done = await sql`insert into engagement.quote (id, contribution_id, theme_id, language, body, demonstration, proposed_by, proposed_at, approved_by, approved_at)
    values (${row.id}, ${row.piece}, ${row.theme}, ${row.language}, ${row.body}, ${row.demonstration}, ${row.proposedBy}, ${now}, ${row.approvedBy ?? null}, ${row.approvedBy ? now : null})
    on conflict (contribution_id) where withdrawn_at is null do nothing`;
  return done.count > 0;
}

/** Approves the wording; false for whoever proposed it, and where it is approved or withdrawn. */
export async function approveQuote(scope: Scope, id: string, account: string): Promise<boolean> {
  return (await scope.sql`update engagement.quote set approved_by = ${account}, approved_at = ${scope.now}
    where id = ${id} and proposed_by <> ${account} and approved_by is null and withdrawn_at is null`).count > 0;
}

export async function withdrawQuote(scope: Scope, id: string): Promise<boolean> {
  return (await scope.sql`update engagement.quote set withdrawn_at = ${scope.now} where id = ${id} and withdrawn_at is null`).count > 0;
}
