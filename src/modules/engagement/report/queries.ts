import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { ReportContent } from './compute.ts';
import type { Dimension, Heard, Margin } from './heard.ts';

export async function listHeard(scope: Scope, consultation: string): Promise<Heard[]> {
  return await scope.sql<Heard[]>`select channel, occasion, people::integer, one_each as "oneEach", municipality, age_band as age, home_language as language
    from engagement.count_heard(${consultation}, ${scope.timeZone})`;
}

export type CensusRow = Omit<Margin, 'dimension'> & { readonly dimension: Margin['dimension'] | 'total'; readonly label: Bilingual; readonly confirmed: boolean; readonly sources: readonly string[] };
export type Census = { readonly year: number; readonly total: number; readonly sources: readonly string[]; readonly rows: readonly (CensusRow & Margin)[] };

/** The census known today; the newest that was known on a day where one is given. Undefined where there is none. */
export async function findCensus(scope: Scope, on?: string): Promise<Census | undefined> {
  const { sql, today } = scope;
  const day = on !== undefined && on < today ? on : today;
  const rows = await sql<(CensusRow & { year: number })[]>`select year, dimension, category, label, people, confirmed, sources from engagement.census_margin m where removed_at is null and known_from <= ${day}
    and year = (select max(x.year) from engagement.census_margin x where x.removed_at is null and x.known_from <= ${day}) order by dimension, position`;
  const total = rows.find((row) => row.dimension === 'total');
  return total ? { year: total.year, total: total.people, sources: total.sources, rows: rows.flatMap(({ dimension, ...row }) => (dimension === 'total' ? [] : [{ ...row, dimension }])) } : undefined;
}

export type Report = { readonly version: number; readonly content: ReportContent; readonly quotes: readonly string[]; readonly publishedOn: string };

/** The standing report of a consultation, as everybody may read it. */
export async function findReport(scope: Scope, consultation: string): Promise<Report | undefined> {
  return (await scope.sql<Report[]>`select version, content, quotes, published_on as "publishedOn" from engagement.voice_report where consultation_slug = ${consultation} and withdrawn_at is null`)[0];
}

export async function withdrawReport(scope: Scope, consultation: string): Promise<boolean> {
  return (await scope.sql`update engagement.voice_report set withdrawn_at = ${scope.now} where consultation_slug = ${consultation} and withdrawn_at is null`).count > 0;
}

export async function insertReport(scope: Scope, consultation: string, content: ReportContent, quotes: readonly string[]): Promise<void> {
  const { sql } = scope;
  const account = accountOf(scope);
  await sql`insert into engagement.voice_report (consultation_slug, version, content, quotes, published_on, account_id, gated_at)
    select ${consultation}, coalesce(max(version), 0) + 1, ${sql.json(content)}, ${[...quotes]}::uuid[], ${scope.today}, ${account}, null from engagement.voice_report where consultation_slug = ${consultation}`;
}

/** Reports that stand and whose numbers have not passed the gate, with what they are weighted by. For the worker. */
export async function listUngated(scope: Scope): Promise<{ consultation: string; version: number; weighBy: readonly Dimension[] }[]> {
  return await scope.sql<{ consultation: string; version: number; weighBy: readonly Dimension[] }[]>`select consultation_slug as consultation, version, coalesce(content -> 'weighing' -> 'by', '[]') as "weighBy"
    from engagement.voice_report where withdrawn_at is null and gated_at is null order by consultation_slug`;
}
/** Opens a report to everybody, with the numbers that the gate printed. */
export async function markGated(scope: Scope, consultation: string, version: number, content: ReportContent, quotes: readonly string[]): Promise<void> {
  await scope.sql`update engagement.voice_report set content = ${scope.sql.json(content)}, quotes = ${[...quotes]}::uuid[], gated_at = ${scope.now} where consultation_slug = ${consultation} and version = ${version}`;
}
