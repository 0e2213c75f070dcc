import { newId } from './id.ts';
import type { Scope } from './scope.ts';

export type Row = { readonly slug: string } & Readonly<Record<string, unknown>>;

/** What bringing a table to given rows did; `lines` name each row that was changed, removed or left to staff. */
export type Kept = { readonly added: number; readonly changed: number; readonly removed: number; readonly unchanged: number; readonly left: number; readonly lines: readonly string[] };

export const nothingKept: Kept = { added: 0, changed: 0, removed: 0, unchanged: 0, left: 0, lines: [] };

type Difference = { slug: string; what: 'added' | 'changed' | 'removed' | 'unchanged' | 'left' };

/**
 * Brings the rows of origin 'pack' of a table to exactly the given ones, by slug: adds, changes, and marks as removed what is no longer given.
 * Rows of origin 'staff' are never touched. All rows have the same keys; `ids` gives a new row an id of its own. Nothing is written where
 * nothing differs.
 */
export async function keepRows(scope: Scope, table: string, rows: readonly Row[], options: { ids?: boolean } = {}): Promise<Kept> {
  const { sql } = scope;
  const columns = Object.keys(rows[0] ?? { slug: '' });
  const given = sql`jsonb_populate_recordset(null::${sql(table)}, ${sql.json(rows.map((row) => ({ ...row, id: newId() })) as never)})`;
  const list = (prefix: 't' | 'g') => columns.map((name) => sql`${sql(prefix)}.${sql(name)}`).reduce((left, right) => sql`${left}, ${right}`);
  const same = sql`(t.removed_at is null and row(${list('t')}) is not distinct from row(${list('g')}))`;
  const differences = await sql<Difference[]>`
    select coalesce(g.slug, t.slug) as slug, case
      when t.slug is null then 'added' when t.origin = 'staff' then 'left' when g.slug is null then 'removed' when ${same} then 'unchanged' else 'changed' end as what
    from ${given} g full join (select * from ${sql(table)} where origin = 'pack' and removed_at is null or slug in (select slug from ${given} n)) t on t.slug = g.slug
    order by 1`;
  const slugs = (what: Difference['what']) => differences.filter((row) => row.what === what).map((row) => row.slug);
  const [added, changed, removed, left] = [slugs('added'), slugs('changed'), slugs('removed'), slugs('left')];
  if (added.length > 0) {
    const names = [...columns, 'origin', ...(options.ids ? ['id'] : [])];
    const id = options.ids ? sql`, g.id` : sql``;
    await sql`insert into ${sql(table)} (${sql(names)}) select ${list('g')}, 'pack' ${id} from ${given} g where g.slug in ${sql(added)}`;
  }
  if (changed.length > 0) {
    const assignments = columns.map((name) => sql`${sql(name)} = g.${sql(name)}`).reduce((before, next) => sql`${before}, ${next}`);
    await sql`update ${sql(table)} t set ${assignments}, removed_at = null from ${given} g where t.slug = g.slug and t.slug in ${sql(changed)}`;
  }
  if (removed.length > 0) await sql`update ${sql(table)} set removed_at = ${scope.now} where slug in ${sql(removed)}`;
  return {
    added: added.length, changed: changed.length, removed: removed.length, unchanged: slugs('unchanged').length, left: left.length,
    lines: [
      ...(added.length > 0 ? [`${table}: ${added.length} added`] : []),
      ...changed.map((slug) => `${table}: ${slug} changed`), ...removed.map((slug) => `${table}: ${slug} withdrawn`), ...left.map((slug) => `${table}: ${slug} left to staff`),
    ],
  };
}

/** Several results as one. */
export function sumKept(parts: readonly Kept[]): Kept {
  return parts.reduce((a, b) => ({
    added: a.added + b.added, changed: a.changed + b.changed, removed: a.removed + b.removed, unchanged: a.unchanged + b.unchanged, left: a.left + b.left, lines: [...a.lines, ...b.lines],
  }), nothingKept);
}
