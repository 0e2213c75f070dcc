import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { type Cents, centsOf, decimalOf } from '../money.ts';
import type { Score } from './rules.ts';

export type Scorer = { readonly account: string; readonly name: string };
export async function listScorers(scope: Scope): Promise<Scorer[]> {
  return await scope.sql<Scorer[]>`select account_id as account, name from funding.scorers()`;
}
export async function listAssignments(scope: Scope, call: string): Promise<{ application: string; account: string }[]> {
  return await scope.sql<{ application: string; account: string }[]>`select s.application_id as application, s.account_id as account from funding.assignment s join funding.application a on a.id = s.application_id where a.call_id = ${call}`;
}
/** How many declared a conflict with each application of a call that the asker may see. */
export async function listConflicts(scope: Scope, call: string): Promise<{ application: string; account: string }[]> {
  return await scope.sql<{ application: string; account: string }[]>`select c.application_id as application, c.account_id as account from funding.conflict c join funding.application a on a.id = c.application_id where a.call_id = ${call}`;
}
export async function insertAssignments(scope: Scope, rows: readonly { application: string; account: string }[]): Promise<void> {
  const { sql } = scope;
  if (rows.length === 0) return;
  await sql`insert into funding.assignment ${sql(rows.map((row) => ({ application_id: row.application, account_id: row.account, assigned_by: accountOf(scope), assigned_at: scope.now })))} on conflict do nothing`;
}
/** Leaves a file for good: from the next statement on it is closed to the own account. */
export async function insertConflict(scope: Scope, application: string): Promise<void> {
  await scope.sql`insert into funding.conflict (application_id, account_id, declared_at) values (${application}, ${accountOf(scope)}, ${scope.now})`;
}
/** Finished sheets; those of somebody who left for a conflict afterwards count no more. */
export async function listScores(scope: Scope, call: string): Promise<Score[]> {
  return await scope.sql<Score[]>`select s.application_id as application, s.account_id as account, s.criterion_id as criterion, s.points from funding.score s join funding.application a on a.id = s.application_id
    join funding.sheet h on h.application_id = s.application_id and h.account_id = s.account_id where a.call_id = ${call} and h.finished_at is not null
    and not exists (select from funding.conflict k where k.application_id = s.application_id and k.account_id = s.account_id)`;
}
export type OwnSheet = { readonly comment: string; readonly finishedAt: Date | null; readonly points: Readonly<Record<string, number>> };
export async function findOwnSheet(scope: Scope, application: string): Promise<OwnSheet | undefined> {
  return (await scope.sql<OwnSheet[]>`select h.comment, h.finished_at as "finishedAt", coalesce((select jsonb_object_agg(s.criterion_id, s.points) from funding.score s where s.application_id = h.application_id and s.account_id = h.account_id), '{}') as points
    from funding.sheet h where h.application_id = ${application} and h.account_id = ${accountOf(scope)}`)[0];
}
/** Whether the own account is asked to score an application that is open to it. */
export async function isAssigned(scope: Scope, application: string): Promise<boolean> {
  return (await scope.sql`select from funding.assigned_applications() a where a = ${application}`).length > 0;
}
export type MineLine = { readonly id: string; readonly organisation: string; readonly title: string; readonly call: Bilingual; readonly finished: boolean };
export async function listMine(scope: Scope): Promise<MineLine[]> {
  return await scope.sql<MineLine[]>`select a.id, a.organisation, a.title, c.title as call, exists (select from funding.sheet h where h.application_id = a.id and h.account_id = ${accountOf(scope)} and h.finished_at is not null) as finished
    from funding.application a join funding.call c on c.id = a.call_id where a.id in (select funding.assigned_applications()) order by finished, c.closes_at desc, a.organisation, a.id`;
}
/** Keeps the own sheet: points by criterion, and whether it is finished and so stands. */
export async function keepSheet(scope: Scope, application: string, sheet: { points: readonly (readonly [string, number])[]; comment: string; finished: boolean }): Promise<void> {
  const { sql } = scope;
  const account = accountOf(scope);
  await sql`delete from funding.score where application_id = ${application} and account_id = ${account}`;
  if (sheet.points.length > 0) await sql`insert into funding.score ${sql(sheet.points.map(([criterion, points]) => ({ application_id: application, account_id: account, criterion_id: criterion, points })))}`;
  await sql`insert into funding.sheet (application_id, account_id, comment, finished_at) values (${application}, ${account}, ${sheet.comment}, ${sheet.finished ? scope.now : null})
    on conflict (application_id, account_id) do update set comment = excluded.comment, finished_at = excluded.finished_at`;
}
export type Moderation = { readonly application: string; readonly perCent: number; readonly reason: string; readonly heldOn: string };
export async function listModerations(scope: Scope, call: string): Promise<Moderation[]> {
  const rows = await scope.sql<(Omit<Moderation, 'perCent'> & { perCent: string })[]>`select m.application_id as application, m.per_cent::text as "perCent", m.reason, m.held_on as "heldOn" from funding.moderation m join funding.application a on a.id = m.application_id where a.call_id = ${call}`;
  return rows.map((row) => ({ ...row, perCent: Number(row.perCent) }));
}
export async function keepModeration(scope: Scope, m: Moderation): Promise<void> {
  await scope.sql`insert into funding.moderation (application_id, per_cent, reason, held_on, recorded_by, recorded_at) values (${m.application}, ${m.perCent.toFixed(2)}, ${m.reason}, ${m.heldOn}, ${accountOf(scope)}, ${scope.now})
    on conflict (application_id) do update set per_cent = excluded.per_cent, reason = excluded.reason, held_on = excluded.held_on, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`;
}
export type Outcome = { readonly application: string; readonly granted: boolean; readonly amount: Cents; readonly reason: Bilingual; readonly decidedOn: string; readonly told: boolean };
const outcomeColumns = (sql: Scope['sql']) => sql`o.application_id as application, o.granted, o.amount::text, o.reason, o.decided_on as "decidedOn", o.told_at is not null as told`;
type OutcomeRow = Omit<Outcome, 'amount'> & { readonly amount: string };
export async function listOutcomes(scope: Scope, call: string): Promise<Outcome[]> {
  const { sql } = scope;
  return (await sql<OutcomeRow[]>`select ${outcomeColumns(sql)} from funding.outcome o join funding.application a on a.id = o.application_id where a.call_id = ${call}`).map((row) => ({ ...row, amount: centsOf(row.amount) }));
}
export async function findOutcome(scope: Scope, application: string): Promise<Outcome | undefined> {
  const { sql } = scope;
  const [row] = await sql<OutcomeRow[]>`select ${outcomeColumns(sql)} from funding.outcome o where o.application_id = ${application}`;
  return row ? { ...row, amount: centsOf(row.amount) } : undefined;
}
export async function insertOutcomes(scope: Scope, rows: readonly (Omit<Outcome, 'told'> & { decision: string | null })[]): Promise<void> {
  const { sql } = scope;
  for (const row of rows)
    await sql`insert into funding.outcome (application_id, granted, amount, reason, decision_id, decided_on) values (${row.application}, ${row.granted}, ${decimalOf(row.amount)}, ${sql.json(row.reason)}, ${row.decision}, ${row.decidedOn})`;
}
/** Marks the letter about an application as on its way; false where it went before. */
export async function markTold(scope: Scope, application: string): Promise<boolean> {
  return (await scope.sql`update funding.outcome set told_at = ${scope.now} where application_id = ${application} and told_at is null`).count > 0;
}
