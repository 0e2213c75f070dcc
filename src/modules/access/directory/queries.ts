import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Source } from './entry.ts';
import { conditionTaxonomy, needTaxonomy } from './pack.ts';

export type Choice = { readonly code: string; readonly name: Bilingual; readonly text: Bilingual };

/** The needs that some service answers, and the conditions, in the order of the community. */
export async function listChoices(scope: Scope): Promise<{ needs: Choice[]; conditions: Choice[]; places: { code: string; name: Bilingual }[]; languages: string[]; madeUp: boolean; sources: Source[] }> {
  const { sql } = scope;
  const terms = async (taxonomy: string) => await sql<Choice[]>`select x.code, x.name, x.description as text from access.taxonomy_term x where x.taxonomy_id = ${taxonomy}
    and exists (select from access.attribute t where t.taxonomy_term_id = x.id) order by x.position, x.code`;
  return {
    needs: await terms(needTaxonomy.id), conditions: await terms(conditionTaxonomy.id),
    places: await sql`select distinct on (municipality_slug) municipality_slug as code, name from access.service_area where municipality_slug is not null order by municipality_slug, id`,
    languages: (await sql<{ code: string }[]>`select distinct code from access.language where code is not null order by 1`).map(({ code }) => code),
    sources: await sql<Source[]>`select distinct on (x.title) x.title, x.url from access.service s cross join jsonb_to_recordset(s.sources) x(title text, url text) order by x.title`,
    madeUp: (await sql`select from access.service where demonstration limit 1`).length > 0,
  };
}
