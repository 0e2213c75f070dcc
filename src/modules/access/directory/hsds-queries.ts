import type { Scope } from '#app/platform/db/scope.ts';
import type { StoredOrganization, StoredService } from './read.ts';

export type Filter = {
  readonly search?: string | undefined; readonly modifiedAfter?: Date | undefined; readonly term?: string | undefined; readonly taxonomy?: string | undefined; readonly organization?: string | undefined;
  readonly limit: number; readonly offset: number;
};
export type Found<R> = { readonly total: number; readonly rows: readonly R[] };

function servicesWhere(scope: Scope, f: Filter) {
  const { sql, today } = scope;
  const like = `%${(f.search ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`;
  const tagged = (what: ReturnType<typeof sql>) => sql`exists (select from access.attribute t join access.taxonomy_term x on x.id = t.taxonomy_term_id where t.service_id = s.id and ${what})`;
  return sql`s.withdrawn_at is null and s.known_from <= ${today}
    ${f.search ? sql`and (s.name ->> 'en' ilike ${like} or s.name ->> 'fr' ilike ${like} or s.description ->> 'en' ilike ${like} or s.description ->> 'fr' ilike ${like})` : sql``}
    ${f.modifiedAfter ? sql`and s.changed_at > ${f.modifiedAfter}` : sql``} ${f.term ? sql`and ${tagged(sql`x.id = ${f.term}`)}` : sql``}
    ${f.taxonomy ? sql`and ${tagged(sql`x.taxonomy_id = ${f.taxonomy}`)}` : sql``} ${f.organization ? sql`and s.organization_id = ${f.organization}` : sql``}`;
}

export async function findServices(scope: Scope, f: Filter): Promise<Found<StoredService>> {
  const { sql } = scope;
  const where = servicesWhere(scope, f);
  const [counted] = await sql<{ total: number }[]>`select count(*)::int as total from access.service s where ${where}`;
  const rows = await sql<{ row: StoredService }[]>`select to_jsonb(s) as row from access.service s where ${where} order by s.id limit ${f.limit} offset ${f.offset}`;
  return { total: counted?.total ?? 0, rows: rows.map(({ row }) => row) };
}

/** Services at places, as pairs of ids. */
export async function findPlaces(scope: Scope, f: Filter): Promise<Found<{ id: string; service: string }>> {
  const { sql } = scope;
  const where = servicesWhere(scope, f);
  const [counted] = await sql<{ total: number }[]>`select count(*)::int as total from access.service_at_location a join access.service s on s.id = a.service_id where ${where}`;
  return { total: counted?.total ?? 0, rows: await sql`select a.id, a.service_id as service from access.service_at_location a join access.service s on s.id = a.service_id where ${where} order by a.id limit ${f.limit} offset ${f.offset}` };
}

export async function findOrganizations(scope: Scope, f: Filter): Promise<Found<StoredOrganization>> {
  const { sql } = scope;
  const like = `%${(f.search ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`;
  const tagged = (what: ReturnType<typeof sql>) => sql`exists (select from access.service s join access.attribute t on t.service_id = s.id join access.taxonomy_term x on x.id = t.taxonomy_term_id where s.organization_id = o.id and ${what})`;
  const where = sql`o.withdrawn_at is null ${f.search ? sql`and (o.name ->> 'en' ilike ${like} or o.name ->> 'fr' ilike ${like} or o.description ->> 'en' ilike ${like} or o.description ->> 'fr' ilike ${like})` : sql``}
    ${f.modifiedAfter ? sql`and o.changed_at > ${f.modifiedAfter}` : sql``} ${f.term ? sql`and ${tagged(sql`x.id = ${f.term}`)}` : sql``} ${f.taxonomy ? sql`and ${tagged(sql`x.taxonomy_id = ${f.taxonomy}`)}` : sql``}`;
  const [counted] = await sql<{ total: number }[]>`select count(*)::int as total from access.organization o where ${where}`;
  const rows = await sql<{ row: StoredOrganization }[]>`select to_jsonb(o) as row from access.organization o where ${where} order by o.id limit ${f.limit} offset ${f.offset}`;
  return { total: counted?.total ?? 0, rows: rows.map(({ row }) => row) };
}

export async function findServiceOfPlace(scope: Scope, id: string): Promise<string | undefined> {
  return (await scope.sql<{ service: string }[]>`select service_id as service from access.service_at_location where id = ${id}`)[0]?.service;
}
