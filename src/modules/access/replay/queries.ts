import type { Keys } from '#app/methods/disclosure/group.ts';
import type { ReleasedCell } from '#app/methods/disclosure/release.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Replayable } from '../priority/replay.ts';

type Asked = { readonly id: string; readonly list: string; readonly slug: string; readonly first: string; readonly second: string; /** The last of twelve months, YYYY-MM. */ readonly month: string };
/** A replay that was asked for. `cells`: what is released of it; `blocked`: the groups because of which it is not. */
export type Replay = Asked & { readonly name: Bilingual; readonly state: 'asked' | 'released' | 'blocked'; readonly firstVersion: number; readonly secondVersion: number; readonly cells: readonly ReleasedCell[]; readonly blocked: readonly Keys[] };

/** Asks for the protected counts of a replay; `month` is the last of its twelve, YYYY-MM. False where that stands already. */
export async function askReplay(scope: Scope, row: { id: string; list: string; first: string; second: string; month: string; account: string }): Promise<boolean> {
  return (await scope.sql`insert into access.replay (id, list_id, first_id, second_id, last_month, asked_by, asked_at)
    values (${row.id}, ${row.list}, ${row.first}, ${row.second}, ${`${row.month}-01`}, ${row.account}, ${scope.now}) on conflict do nothing`).count === 1;
}
/** All that the reader may see, newest first. */
export async function listReplays(scope: Scope): Promise<Replay[]> {
  return await scope.sql<Replay[]>`select r.id, r.list_id as list, l.slug, l.name, r.first_id as first, r.second_id as second, to_char(r.last_month, 'YYYY-MM') as month, r.state, a.version as "firstVersion", b.version as "secondVersion", r.cells, r.blocked
    from access.replay r join access.list l on l.id = r.list_id join access.priority a on a.id = r.first_id join access.priority b on b.id = r.second_id order by r.asked_at desc, r.id desc limit 100`;
}
/** Those that wait to be counted; the worker's. */
export async function listAsked(scope: Scope): Promise<Asked[]> {
  return await scope.sql<Asked[]>`select r.id, r.list_id as list, l.slug, r.first_id as first, r.second_id as second, to_char(r.last_month, 'YYYY-MM') as month from access.replay r join access.list l on l.id = r.list_id where r.state = 'asked' order by r.asked_at, r.id`;
}
/** What was released before of a list, whatever the versions and the months. */
export async function listReleasedCells(scope: Scope, list: string): Promise<(readonly ReleasedCell[])[]> {
  return (await scope.sql<{ cells: readonly ReleasedCell[] }[]>`select cells from access.replay where list_id = ${list} and state = 'released' order by ended_at, id`).map(({ cells }) => cells);
}
/** The decisions of its twelve months, nobody named; the function writes the audit line. */
export async function readDecisions(scope: Scope, id: string): Promise<Replayable[]> {
  const past = (await scope.sql<{ past: Replayable[] | null }[]>`select access.replayed_decisions(${id}, ${scope.timeZone}) as past`)[0]?.past ?? [];
  return past.map((one) => ({ ...one, people: one.people.map((person) => ({ ...person, closed: false })) }));
}
/** Writes down what came of it, once; the worker's. */
export async function endReplay(scope: Scope, id: string, end: { readonly state: 'released' | 'blocked'; readonly cells: readonly ReleasedCell[]; readonly blocked: readonly Keys[] }): Promise<void> {
  const { sql } = scope;
  await sql`update access.replay set state = ${end.state}, cells = ${sql.json(end.cells as never)}, blocked = ${sql.json(end.blocked as never)}, ended_at = ${scope.now} where id = ${id} and state = 'asked'`;
}
