import type { Pack } from '#app/community-pack/schema.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';

/** Loads the organisations of a pack as agencies with dated successors. Returns how many were new or changed. */
export async function loadAgencies(scope: Scope, { organisations }: Pick<Pack, 'organisations'>): Promise<number> {
  let changed = 0;
  for (const o of organisations) {
    const done = await scope.sql`insert into identity.agency as a (id, slug, name, kind, from_date, to_date, successor_slug, sources)
      values (${newId()}, ${o.id}, ${scope.sql.json(o.name)}, ${o.kind}, ${o.from ?? null}, ${o.to ?? null}, ${o.successor ?? null}, ${o.sources})
      on conflict (slug) do update set name = excluded.name, kind = excluded.kind, from_date = excluded.from_date, to_date = excluded.to_date, successor_slug = excluded.successor_slug, sources = excluded.sources
      where (a.name, a.kind, a.from_date, a.to_date, a.successor_slug, a.sources) is distinct from (excluded.name, excluded.kind, excluded.from_date, excluded.to_date, excluded.successor_slug, excluded.sources)`;
    changed += done.count;
  }
  return changed;
}
