import { z } from 'zod';
import { type Rule, type RuleSet, ruleSetShape } from '#app/methods/priority/rule.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { List } from '../list/queries.ts';
import type { Placed } from './facts.ts';
import { protectedFields } from './fields.ts';

/** A version of the rules of a list. What the body decided stands there once it is approved. Days are YYYY-MM-DD. */
export type Priority = {
  readonly id: string; readonly list: string; readonly version: number; readonly rules: readonly Rule[]; readonly note: string; readonly proposedAt: Date;
  readonly approvedAt: Date | null; readonly body: string | null; readonly decision: string | null; readonly decidedOn: string | null; readonly reference: string | null; readonly url: string | null; readonly from: string | null;
};
const ruleList = z.array(ruleSetShape.shape.rules.element);
const columns = (sql: Scope['sql']) => sql`id, list_id as list, version, rules, note, proposed_at as "proposedAt", approved_at as "approvedAt", body, decision, decided_on as "decidedOn", reference, url, from_date as "from"`;

/** The versions of the rules of a list, newest first. */
export async function listPriorities(scope: Scope, list: string): Promise<Priority[]> {
  const rows = await scope.sql<Priority[]>`select ${columns(scope.sql)} from access.priority where list_id = ${list} order by version desc`;
  return rows.map((row) => ({ ...row, rules: ruleList.parse(row.rules) }));
}
/** The version in force on a day; undefined before the first. */
export async function findInForce(scope: Scope, list: string, day: string): Promise<Priority | undefined> {
  const [row] = await scope.sql<{ id: string | null }[]>`select access.priority_in_force(${list}, ${day}) as id`;
  return (await listPriorities(scope, list)).find((one) => one.id === row?.id);
}
/** A version as the method reads it. */
export const ruleSetOf = ({ id, version, rules }: Pick<Priority, 'id' | 'version' | 'rules'>): RuleSet => ({ id, version: String(version), rules: [...rules], protected: [...protectedFields] });

/** Proposes the next version. */
export async function insertPriority(scope: Scope, row: { id: string; list: string; rules: readonly Rule[]; note: string; account: string }): Promise<void> {
  const { sql, now } = scope;
  await sql`insert into access.priority (id, list_id, version, rules, note, proposed_by, proposed_at)
    values (${row.id}, ${row.list}, (select coalesce(max(p.version), 0) + 1 from access.priority p where p.list_id = ${row.list}), ${sql.json([...row.rules])}, ${row.note}, ${row.account}, ${now})`;
}
export type Approval = { readonly body: string; readonly decision: string; readonly decidedOn: string; readonly reference: string; readonly url: string | null; readonly from: string };
/** Names the decision by which a version was approved; false where it was approved before or is not the actor's to approve. */
export async function approvePriority(scope: Scope, id: string, account: string, given: Approval): Promise<boolean> {
  const done = await scope.sql`update access.priority set approved_by = ${account}, approved_at = ${scope.now}, body = ${given.body}, decision = ${given.decision}, decided_on = ${given.decidedOn}, reference = ${given.reference}, url = ${given.url}, from_date = ${given.from}
    where id = ${id} and approved_at is null`;
  return done.count === 1;
}
/** Every list that the actor may know of; the rules of each are no secret to her. */
export async function listKnown(scope: Scope): Promise<Pick<List, 'id' | 'slug' | 'name'>[]> {
  return await scope.sql<Pick<List, 'id' | 'slug' | 'name'>[]>`select id, slug, name from access.list order by slug`;
}

export type Override = { readonly id: string; readonly place: number; readonly by: string; readonly reason: string; /** ISO 8601. */ readonly at: string };
export type PlacedPerson = Placed & { readonly givenName: string | null; readonly familyName: string | null; readonly override: Override | null };
const placed = (sql: Scope['sql']) => sql`person_id as key, given_name as "givenName", family_name as "familyName", birth_date as "birthDate", list_date as "listDate", household, veteran, indigenous, need_hash as "needHash", need_total as "needTotal",
  case when override_id is not null then jsonb_build_object('id', override_id, 'place', override_place, 'by', override_by, 'reason', override_reason, 'at', override_at) end as override`;
/** The people on a list with what the rules read, for those who keep it; the function writes the audit line. */
export async function readRanked(scope: Scope, list: string, day: string): Promise<PlacedPerson[]> {
  return await scope.sql<PlacedPerson[]>`select ${placed(scope.sql)} from access.read_ranked(${list}, ${day})`;
}
/** One of them, and of how many; what is known of the others stays in the database. */
export async function findPlaced(scope: Scope, list: string, day: string, person: string): Promise<(PlacedPerson & { readonly people: number }) | undefined> {
  return (await scope.sql<(PlacedPerson & { people: number })[]>`select ${placed(scope.sql)}, people from (select *, count(*) over ()::int as people from access.read_ranked(${list}, ${day})) r where person_id = ${person}`)[0];
}
/** How many on the list are closed to the reader: a bar, or her own instruction. */
export async function countClosed(scope: Scope, list: string, day: string): Promise<number> {
  return (await scope.sql<{ n: number }[]>`select access.count_closed(${list}, ${day}) as n`)[0]?.n ?? 0;
}
/** Keeps what a person says of herself; null takes back what she said. */
export async function answerPriority(scope: Scope, row: { id: string; list: string; person: string; field: string; answer: boolean | null }): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select access.answer_priority(${row.id}, ${row.list}, ${row.person}, ${row.field}, ${row.answer}) as done`)[0]?.done ?? false;
}
/** Sets a person to a place; without a place it ends what was set. */
export async function setOverride(scope: Scope, row: { id: string; list: string; person: string; place: number | null; reason: string | null }): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select access.set_override(${row.id}, ${row.list}, ${row.person}, ${row.place}, ${row.reason}) as done`)[0]?.done ?? false;
}
