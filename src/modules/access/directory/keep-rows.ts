import type { Scope } from '#app/platform/db/scope.ts';
import { stableId } from './stable-id.ts';

/** A row as a table holds it, by the names of its columns. */
export type Part = Readonly<Record<string, unknown>>;
type Table = 'organization' | 'service' | 'location' | 'address' | 'service_at_location' | 'contact' | 'phone' | 'url' | 'schedule' | 'language' | 'cost_option' | 'service_area' | 'taxonomy' | 'taxonomy_term' | 'attribute' | 'unit';

/** Adds rows, which all have the same columns. A feed may use the id of a part for several owners: every one but the first gets an id of its own. */
export async function addParts(scope: Scope, table: Table, given: readonly Part[]): Promise<void> {
  const { sql } = scope;
  const columns = Object.keys(given[0] ?? {});
  if (columns.length === 0) return;
  const taken = new Set((await sql<{ id: string }[]>`select id from ${sql(`access.${table}`)} where id in ${sql(given.map((row) => String(row.id)))}`).map(({ id }) => id));
  const rows = given.map((row) => {
    const id = taken.has(String(row.id)) ? stableId(table, `${row.id}/${row.service_id ?? row.organization_id ?? row.location_id}`) : String(row.id);
    taken.add(id);
    return { ...row, id };
  });
  await sql`insert into ${sql(`access.${table}`)} (${sql(columns)}) select ${sql(columns)} from jsonb_populate_recordset(null::${sql(`access.${table}`)}, ${sql.json(rows as never)})`;
}

/** Those rows whose id does not stand in the table yet. */
export async function absentRows<R extends { readonly id: string }>(scope: Scope, table: Table, rows: readonly R[]): Promise<R[]> {
  const { sql } = scope;
  if (rows.length === 0) return [];
  const known = new Set((await sql<{ id: string }[]>`select id from ${sql(`access.${table}`)} where id in ${sql(rows.map((row) => row.id))}`).map(({ id }) => id));
  return rows.filter((row) => !known.has(row.id));
}

/** Adds rows, or changes those that are there by their id. Writes nothing where nothing differs: any writing makes public pages anew. */
export async function upsertRows(scope: Scope, table: Table, rows: readonly Part[]): Promise<void> {
  const { sql } = scope;
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const target = sql(`access.${table}`);
  const given = sql`jsonb_populate_recordset(null::${target}, ${sql.json(rows as never)})`;
  const list = (of: 't' | 'g') => columns.map((name) => sql`${sql(of)}.${sql(name)}`).reduce((before, next) => sql`${before}, ${next}`);
  const differing = (await sql<{ id: string }[]>`select g.id from ${given} g left join ${target} t on t.id = g.id where t.id is null or row(${list('t')}) is distinct from row(${list('g')})`).map(({ id }) => id);
  if (differing.length === 0) return;
  const changes = columns.filter((name) => name !== 'id').map((name) => sql`${sql(name)} = excluded.${sql(name)}`).reduce((before, next) => sql`${before}, ${next}`);
  await sql`insert into ${target} as t (${sql(columns)}) select ${list('g')} from ${given} g where g.id in ${sql(differing)} on conflict (id) do update set ${changes}`;
}

export async function removeParts(scope: Scope, table: Table, of: 'organization_id' | 'service_id' | 'location_id', ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await scope.sql`delete from ${scope.sql(`access.${table}`)} where ${scope.sql(of)} in ${scope.sql([...ids])}`;
}
