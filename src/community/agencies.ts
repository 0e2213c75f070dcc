import type { Pack } from '#app/community-pack/schema.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Kept } from '#app/platform/db/keep-rows.ts';
import type { Scope } from '#app/platform/db/scope.ts';

/** Adds and changes the organisations of a pack. None is taken away: accounts and memberships may hang on it. */
export async function loadAgencies(scope: Scope, { organisations }: Pack): Promise<Kept> {
  const { sql } = scope;
  const rows = organisations.map((one) => ({
    id: newId(), slug: one.id, name: one.name, kind: one.kind, from_date: one.from ?? null, to_date: one.to ?? null, successor_slug: one.successor ?? null, sources: one.sources,
  }));
  const given = sql`jsonb_populate_recordset(null::identity.agency, ${sql.json(rows)})`;
  const added = await sql<{ slug: string }[]>`
    insert into identity.agency (id, slug, name, kind, from_date, to_date, successor_slug, sources)
    select g.id, g.slug, g.name, g.kind, g.from_date, g.to_date, g.successor_slug, g.sources from ${given} g
    where not exists (select from identity.agency a where a.slug = g.slug) returning slug`;
  const changed = await sql<{ slug: string }[]>`
    update identity.agency a set name = g.name, kind = g.kind, from_date = g.from_date, to_date = g.to_date, successor_slug = g.successor_slug, sources = g.sources
    from ${given} g where g.slug = a.slug and (a.name, a.kind, a.from_date, a.to_date, a.successor_slug, a.sources)
      is distinct from (g.name, g.kind, g.from_date, g.to_date, g.successor_slug, g.sources) returning a.slug`;
  return {
    added: added.length, changed: changed.length, removed: 0, left: 0, unchanged: rows.length - added.length - changed.length,
    lines: [...(added.length > 0 ? [`identity.agency: ${added.length} added`] : []), ...changed.map(({ slug }) => `identity.agency: ${slug} changed`)],
  };
}
