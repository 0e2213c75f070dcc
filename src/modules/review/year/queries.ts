import { accountOf, type Scope } from '#app/platform/db/scope.ts';

export type Year = { readonly year: number; readonly reported: number; readonly unfounded: number };
export async function listYears({ sql }: Scope): Promise<Year[]> {
  return await sql<Year[]>`select year, reported, unfounded from review.year order by year desc`;
}

/** Keeps the counts of a year; a later entry replaces an earlier one, and the gate decides what of it is published. */
export async function putYear(scope: Scope, { year, reported, unfounded }: Year): Promise<void> {
  const { sql, today } = scope;
  await sql`insert into review.year (year, reported, unfounded, entered_by, entered_on) values (${year}, ${reported}, ${unfounded}, ${accountOf(scope)}, ${today})
    on conflict (year) do update set reported = excluded.reported, unfounded = excluded.unfounded, entered_by = excluded.entered_by, entered_on = excluded.entered_on`;
}

/** The true counts of a year with the files reviewed by two: for the gate alone, which runs as the worker. */
export async function countYear({ sql }: Scope, year: number): Promise<(Year & { readonly reviewed: number }) | undefined> {
  const [row] = await sql<(Year & { reviewed: number })[]>`select year, reported, unfounded, review.count_reviewed(year) as reviewed from review.year where year = ${year}`;
  return row;
}
