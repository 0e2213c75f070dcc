import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';

export type Subject = 'pathway' | 'outreach' | 'list';
export type Released = { readonly measure: string; readonly step: string | null; readonly published: string };

/** The key of the protection of a replay; for the worker alone. */
export async function findReleaseKey(scope: Scope): Promise<string> {
  const [row] = await scope.sql<{ secret: string }[]>`select secret from access.release_key`;
  if (!row) throw new Error('there is no key to protect counts with');
  return row.secret;
}
/** Adds what is not there yet of a month. */
export async function insertReleased(scope: Scope, subject: Subject, month: string, counts: readonly Released[]): Promise<void> {
  for (const one of counts) await scope.sql`insert into access.release_count (id, month, subject, measure, step, published, released_at)
    values (${newId()}, ${month}, ${subject}, ${one.measure}, ${one.step}, ${one.published}, ${scope.now}) on conflict do nothing`;
}
/** The newest month that was released, with its counts; undefined before the first. */
export async function findReleased(scope: Scope, subject: Subject): Promise<{ month: string; counts: readonly Released[] } | undefined> {
  const rows = await scope.sql<(Released & { month: string })[]>`select month, measure, step, published from access.release_count
    where subject = ${subject} and month = (select max(r.month) from access.release_count r where r.subject = ${subject}) order by measure, step`;
  const [first] = rows;
  return first ? { month: first.month, counts: rows } : undefined;
}
