import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Cell, Entry } from './queries.ts';

export type Waiting = Pick<Entry, 'id' | 'cube' | 'period' | 'state' | 'k' | 'preparedBy' | 'withheld' | 'compared'> & { readonly cells: readonly Cell[] };

/** Writes who looked at a table that waits, and what came of it. */
export async function review(scope: Scope, id: string, state: 'filed' | 'returned', reason: string | null): Promise<void> {
  const name = scope.actor.kind === 'staff' ? scope.actor.name : null;
  await scope.sql`update insight.release set state = ${state}, reviewed_by = ${accountOf(scope)}, reviewer_name = ${name}, reviewed_at = ${scope.now}, reason = ${reason}, filed_at = ${state === 'filed' ? scope.now : null} where id = ${id}`;
}

/** Takes an asked line into the check; undefined when it is not asked for any more. For the worker. */
export async function takeAsk(scope: Scope, id: string): Promise<{ cube: string; period: string; preparedBy: string | null } | undefined> {
  return (await scope.sql<{ cube: string; period: string; preparedBy: string | null }[]>`update insight.release set state = 'checking' where id = ${id} and state in ('asked', 'checking') returning cube_slug as cube, period, prepared_by as "preparedBy"`)[0];
}

/** Ends a line that leads nowhere: the same counts stand already, or nobody counts this cube any more. */
export async function endAsk(scope: Scope, id: string, reason: 'same' | 'no-source'): Promise<void> {
  await scope.sql`update insight.release set state = 'returned', reason = ${reason} where id = ${id} and state = 'checking'`;
}

export type Latest = { readonly cube: string; readonly id: string; readonly period: string; readonly filedAt: Date };
/** The newest filed release of each cube that the asker may read. */
export async function listLatest(scope: Scope): Promise<Latest[]> {
  return await scope.sql<Latest[]>`select distinct on (cube_slug) cube_slug as cube, id, period, filed_at as "filedAt" from insight.release where state = 'filed' and replaced_at is null order by cube_slug, period desc, filed_at desc`;
}

/** Writes who withdrew a filed table, and why, for everybody to read. */
export async function writeWithdrawal(scope: Scope, id: string, reason: Bilingual): Promise<void> {
  const name = scope.actor.kind === 'staff' ? scope.actor.name : null;
  await scope.sql`update insight.release set state = 'withdrawn', withdrawn_at = ${scope.now}, withdrawn_by = ${accountOf(scope)}, withdrawer_name = ${name}, withdrawal = ${scope.sql.json(reason)} where id = ${id}`;
}

/** Every period of a cube that waits for approval, the earliest first, with its protected cells. */
export async function listWaiting(scope: Scope, cube: string): Promise<Waiting[]> {
  return await scope.sql<Waiting[]>`select r.id, r.cube_slug as cube, r.period, r.state, r.k, r.prepared_by as "preparedBy", r.withheld, r.compared,
      (select coalesce(jsonb_agg(jsonb_build_object('keys', l.keys, 'published', l.published, 'value', l.value::text) order by l.position), '[]') from insight.release_cell l where l.release_id = r.id) as cells
    from insight.release r where r.cube_slug = ${cube} and r.state = 'waiting' order by r.period, r.id`;
}
