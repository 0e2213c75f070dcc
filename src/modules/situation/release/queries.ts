import { smallestByKind } from '#app/modules/insight/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { riskOf } from './cubes.ts';

export type Series = 'decision' | 'risk' | 'close' | 'door';
export type Count = { readonly series: Series; readonly value: string; readonly n: number };
/** True counts of a year, for the gate alone: read by the worker. */
export async function listYearCounts(scope: Scope, body: string, year: number): Promise<Count[]> {
  return await scope.sql<Count[]>`select series, value, n from situation.year_counts(${body}, ${year}) where n is not null`;
}
const bodyName = ({ sql, today }: Scope) => sql`(select name from governance.body_name b where b.body_slug = body and removed_at is null and known_from <= ${today} order by from_date desc limit 1)`;
export type EndedYear = { readonly body: string; readonly bodyName: Bilingual; readonly year: number };
/** Years that are over. */
export async function listEndedYears(scope: Scope): Promise<EndedYear[]> {
  return await scope.sql<EndedYear[]>`select body, year, ${bodyName(scope)} as "bodyName" from (select body_slug as body, year from situation.ended_years(${Number(scope.today.slice(0, 4))})) y where ${bodyName(scope)} is not null`;
}
type Filed = { readonly cube: string; readonly body: string; readonly bodyName: Bilingual | null; readonly period: string; readonly keys: Readonly<Record<string, string>>; readonly published: string | null; readonly value: string | null; readonly demonstration: boolean };
/** The cells that the gate filed of all years, the newest first. */
export async function listFiled(scope: Scope): Promise<Filed[]> {
  return await scope.sql<Filed[]>`select cube, body, ${bodyName(scope)} as "bodyName", period, keys, published, value::text as value, platform.is_demonstration() as demonstration
    from (select *, split_part(cube, '/', 2) as body from insight.published_count where cube like 'situation/%') p order by period desc, cube`;
}

/** One number of a year as it was printed: a number, "fewer than 6", or "suppressed" where it was left out. */
export type Released = { readonly body: string; readonly bodyName: Bilingual; readonly year: number; readonly series: Series; readonly value: string; readonly published: string; readonly k: number; readonly demonstration: boolean };
/** Everything that is out, the newest year first. */
export async function listReleased(scope: Scope): Promise<Released[]> {
  return (await listFiled(scope)).flatMap(({ cube, body, bodyName: name, period, keys, published, value, demonstration }) => {
    const line = (series: Series, what: string, printed: string | null) => (name ? [{ body, bodyName: name, year: Number(period), series, value: what, published: printed ?? 'suppressed', k: smallestByKind.health, demonstration }] : []);
    const [own] = Object.entries(keys).filter(([key]) => key !== 'indicator' && key !== 'year');
    switch (cube.split('/').at(-1)) {
      case 'decisions': return line('decision', own?.[1] ?? 'all', published);
      case 'ends': return line('close', own?.[1] ?? 'all', published);
      case 'door': return value === null ? [] : line('door', 'median-days', value);
      // A category that may not be told is not listed.
      default: return own && riskOf(own[0]) && own[1] === 'yes' && /^\d+$/.test(published ?? '') ? line('risk', riskOf(own[0]) ?? '', published) : [];
    }
  });
}
