import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

export type Promised = {
  readonly kind: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly what: Bilingual;
  readonly owedTo: Bilingual;
  readonly owedBy: { readonly role?: string; readonly account?: string; readonly body?: string };
  readonly due: string;
  /** The page, without its language, where it can be kept. */
  readonly path: string;
};

/** Records that somebody owes somebody something by a date; a second promise of the same kind about the same thing changes nothing. */
export async function promise(scope: Scope, p: Promised): Promise<string> {
  const { sql, now } = scope;
  const id = newId();
  await sql`insert into commitment.obligation (id, kind, subject_kind, subject_id, what, owed_to, owed_by_role, owed_by_account, owed_by_body, due, path, made_at)
    values (${id}, ${p.kind}, ${p.subject.kind}, ${p.subject.id}, ${sql.json(p.what)}, ${sql.json(p.owedTo)}, ${p.owedBy.role ?? null}, ${p.owedBy.account ?? null}, ${p.owedBy.body ?? null}, ${p.due}, ${p.path}, ${now})
    on conflict do nothing`;
  return id;
}

/** Marks what was promised as kept. */
export async function keep(scope: Scope, subject: { kind: string; id: string }, kind: string): Promise<void> {
  await scope.sql`update commitment.obligation set kept_at = ${scope.now}
    where kind = ${kind} and subject_kind = ${subject.kind} and subject_id = ${subject.id} and kept_at is null and released_at is null`;
}

/** Marks what was promised as no longer owed: the thing was withdrawn or merged. */
export async function release(scope: Scope, subject: { kind: string; id: string }, kind?: string): Promise<void> {
  const { sql } = scope;
  await sql`update commitment.obligation set released_at = ${scope.now}
    where subject_kind = ${subject.kind} and subject_id = ${subject.id} and kept_at is null and released_at is null ${kind ? sql`and kind = ${kind}` : sql``}`;
}

export type Obligation = { readonly id: string; readonly kind: string; readonly what: Bilingual; readonly owedTo: Bilingual; readonly due: string; readonly path: string; readonly keptAt: Date | null };

/** What is open and visible to the person who asks, by due date. */
export async function listDue(scope: Scope): Promise<Obligation[]> {
  return await scope.sql<Obligation[]>`select id, kind, what, owed_to as "owedTo", due, path, kept_at as "keptAt" from commitment.obligation
    where kept_at is null and released_at is null order by due, made_at limit 200`;
}

export async function listRecentlyKept(scope: Scope, since: Date): Promise<Obligation[]> {
  return await scope.sql<Obligation[]>`select id, kind, what, owed_to as "owedTo", due, path, kept_at as "keptAt" from commitment.obligation
    where kept_at > ${since} order by kept_at desc limit 20`;
}
