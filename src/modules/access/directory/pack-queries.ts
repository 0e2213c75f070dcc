import type { Scope } from '#app/platform/db/scope.ts';

export async function isDemonstration(scope: Scope): Promise<boolean> {
  return (await scope.sql<{ is: boolean | null }[]>`select platform.is_demonstration() as is`)[0]?.is ?? false;
}

/** Says which agency of this installation keeps an organisation's entries, where that agency is there. Only what a pack gave is a pack's to join. */
export async function joinAgencies(scope: Scope, pairs: readonly { id: string; agency: string }[]): Promise<void> {
  const { sql } = scope;
  const apart = await sql<{ id: string; agency: string }[]>`select o.id, a.id as agency from access.organization o join jsonb_to_recordset(${sql.json(pairs)}) g(id uuid, agency text) on g.id = o.id
    join identity.agency a on a.slug = g.agency where o.agency_id is distinct from a.id and o.feed = 'pack'`;
  for (const one of apart) await sql`update access.organization set agency_id = ${one.agency} where id = ${one.id}`;
}
