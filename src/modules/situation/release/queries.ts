import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

export type Series = 'decision' | 'risk' | 'close' | 'door';
export type Count = { readonly series: Series; readonly value: string; readonly n: number };
/** True counts of a year, for the protection alone: read by the worker. */
export async function listYearCounts(scope: Scope, body: string, year: number): Promise<Count[]> {
  return await scope.sql<Count[]>`select series, value, n from situation.year_counts(${body}, ${year}) where n is not null`;
}
export type EndedYear = { readonly body: string; readonly year: number; readonly demonstration: boolean };
/** Years that are over and of which nothing is out yet. */
export async function listUnreleased(scope: Scope): Promise<EndedYear[]> {
  return await scope.sql<EndedYear[]>`select y.body_slug as body, y.year, y.demonstration from situation.ended_years(${Number(scope.today.slice(0, 4))}) y
    where not exists (select from situation.release r where r.body_slug = y.body_slug and r.year = y.year)`;
}
export async function findSecret(scope: Scope): Promise<string> {
  const [row] = await scope.sql<{ secret: string }[]>`select secret from situation.release_key`;
  if (!row) throw new Error('the key of the Situation Table’s counts is missing');
  return row.secret;
}
export type ReleaseRow = { readonly series: Series; readonly value: string; readonly published: string };
/** Keeps what passed the protection; a year that is out stays as it is. */
export async function insertRelease(scope: Scope, { body, year, demonstration }: EndedYear, k: number, rows: readonly ReleaseRow[]): Promise<void> {
  for (const row of rows)
    await scope.sql`insert into situation.release (body_slug, year, series, value, published, k, released_at, demonstration)
      values (${body}, ${year}, ${row.series}, ${row.value}, ${row.published}, ${k}, ${scope.now}, ${demonstration}) on conflict do nothing`;
}

export type Released = ReleaseRow & { readonly body: string; readonly bodyName: Bilingual; readonly year: number; readonly k: number; readonly demonstration: boolean };
/** Everything that is out, the newest year first. */
export async function listReleased(scope: Scope): Promise<Released[]> {
  return await scope.sql<Released[]>`select r.body_slug as body, n.name as "bodyName", r.year, r.series, r.value, r.published, r.k, r.demonstration from situation.release r
    join lateral (select name from governance.body_name where body_slug = r.body_slug and removed_at is null and known_from <= ${scope.today} order by from_date desc limit 1) n on true
    order by r.year desc, r.body_slug, r.series, r.value`;
}
