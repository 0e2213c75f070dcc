import { newId } from '#app/platform/db/id.ts';
import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import { type Cents, centsOf, decimalOf } from '../money.ts';
import type { PlannedInstalment } from './plan.ts';

export type Award = {
  readonly id: string; readonly callId: string; readonly applicationId: string | null; readonly fromReserve: boolean; readonly number: string; readonly recipient: string; readonly registration: string;
  readonly title: string; readonly summary: string; readonly amount: Cents; readonly awardedOn: string; readonly startsOn: string; readonly endsOn: string; readonly signedOn: string | null;
  readonly priorities: readonly string[]; readonly municipalities: readonly string[]; readonly population: string | null; readonly bodySlug: string | null; readonly fundYear: number; readonly demonstration: boolean;
};
type Row = Omit<Award, 'amount'> & { readonly amount: string };
const columns = (sql: Scope['sql']) => sql`w.id, w.call_id as "callId", w.application_id as "applicationId", w.from_reserve as "fromReserve", w.number, w.recipient, w.registration, w.title, w.summary, w.amount::text,
  w.awarded_on as "awardedOn", w.starts_on as "startsOn", w.ends_on as "endsOn", w.signed_on as "signedOn", w.priorities, w.municipalities, w.population, w.body_slug as "bodySlug",
  c.fund_year as "fundYear", w.demonstration`;
const fromRow = (row: Row): Award => ({ ...row, amount: centsOf(row.amount) });

/** Awards of a call, or all of them, by number. */
export async function listAwards(scope: Scope, call?: string): Promise<Award[]> {
  const { sql } = scope;
  return (await sql<Row[]>`select ${columns(sql)} from funding.award w join funding.call c on c.id = w.call_id ${call ? sql`where w.call_id = ${call}` : sql``} order by w.number`).map(fromRow);
}
/** One award that the office may work on: one whose application is not closed to whoever asks. */
export async function findReached(scope: Scope, id: string): Promise<Award | undefined> {
  const { sql } = scope;
  const [row] = await sql<Row[]>`select ${columns(sql)} from funding.award w join funding.call c on c.id = w.call_id where w.id = ${id} and w.id in (select funding.reached_awards())`;
  return row ? fromRow(row) : undefined;
}
/** The award of the application that the code shown opens. */
export async function findOwnAward(scope: Scope): Promise<Award | undefined> {
  const { sql } = scope;
  const [row] = await sql<Row[]>`select ${columns(sql)} from funding.award w join funding.call c on c.id = w.call_id where w.id in (select funding.own_awards())`;
  return row ? fromRow(row) : undefined;
}
/** The next number of a year, under a lock on its call. */
export async function nextNumber(scope: Scope, call: { id: string; fundYear: number }): Promise<string> {
  const { sql } = scope;
  await sql`select pg_advisory_xact_lock(hashtext(${`fund ${call.fundYear}`}))`;
  const [row] = await sql<{ n: number }[]>`select count(*)::integer as n from funding.award where number like ${`${call.fundYear}-%`}`;
  return `${call.fundYear}-${String((row?.n ?? 0) + 1).padStart(3, '0')}`;
}
export async function insertAward(scope: Scope, a: Omit<Award, 'fundYear' | 'signedOn'> & { reason: string | null }): Promise<void> {
  await scope.sql`insert into funding.award (id, call_id, application_id, from_reserve, number, recipient, registration, title, summary, amount, awarded_on, starts_on, ends_on, priorities, municipalities, population, body_slug, reason, demonstration)
    values (${a.id}, ${a.callId}, ${a.applicationId}, ${a.fromReserve}, ${a.number}, ${a.recipient}, ${a.registration}, ${a.title}, ${a.summary}, ${decimalOf(a.amount)}, ${a.awardedOn}, ${a.startsOn}, ${a.endsOn},
      ${[...a.priorities]}, ${[...a.municipalities]}, ${a.population}, ${a.bodySlug}, ${a.reason}, ${a.demonstration})`;
}
export async function updateSigned(scope: Scope, id: string, on: string): Promise<number> {
  return (await scope.sql`update funding.award set signed_on = ${on} where id = ${id} and signed_on is null`).count;
}
/** Changes the amount or the last day, and keeps what it was and why. The instalments follow in the same transaction. */
export async function changeAward(scope: Scope, award: Award, to: { kind: 'amount'; amount: Cents } | { kind: 'end'; endsOn: string }, reason: string): Promise<void> {
  const { sql } = scope;
  const [before, after] = to.kind === 'amount' ? [decimalOf(award.amount), decimalOf(to.amount)] : [award.endsOn, to.endsOn];
  await sql`insert into funding.award_change (id, award_id, kind, before, after, reason, made_by, made_at) values (${newId()}, ${award.id}, ${to.kind}, ${before}, ${after}, ${reason}, ${accountOf(scope)}, ${scope.now})`;
  if (to.kind === 'amount') await sql`update funding.award set amount = ${decimalOf(to.amount)} where id = ${award.id}`;
  else await sql`update funding.award set ends_on = ${to.endsOn} where id = ${award.id}`;
}
export type Change = { readonly kind: 'amount' | 'end'; readonly before: string; readonly after: string; readonly reason: string; readonly madeAt: Date };
export async function listChanges(scope: Scope, award: string): Promise<Change[]> {
  return await scope.sql<Change[]>`select kind, before, after, reason, made_at as "madeAt" from funding.award_change where award_id = ${award} order by made_at`;
}

export type Instalment = PlannedInstalment & { readonly id: string; readonly awardId: string; readonly position: number; readonly released: boolean; readonly handedOn: Date | null; readonly paidOn: string | null; readonly fileId: string | null };
type InstalmentRow = Omit<Instalment, 'amount'> & { readonly amount: string };
/** The instalments of an award in order. To the public only what was handed over is there. */
export async function listInstalments(scope: Scope, award: string): Promise<Instalment[]> {
  const rows = await scope.sql<InstalmentRow[]>`select i.id, i.award_id as "awardId", i.position, i.due_on as "dueOn", i.amount::text, i.condition, i.report_stage as "reportStage", i.paid_on as "paidOn", i.payment_file_id as "fileId",
    null as "handedOn", funding.is_released(i) as released from funding.instalment i where i.award_id = ${award} order by i.position`;
  return rows.map((row) => ({ ...row, amount: centsOf(row.amount) }));
}
export async function insertInstalments(scope: Scope, award: string, plan: readonly PlannedInstalment[], from = 0): Promise<void> {
  const { sql } = scope;
  if (plan.length === 0) return;
  await sql`insert into funding.instalment ${sql(plan.map((one, n) => ({ id: newId(), award_id: award, position: from + n + 1, due_on: one.dueOn, amount: decimalOf(one.amount), condition: one.condition, report_stage: one.reportStage })))}`;
}
/** Takes the instalments away that were not handed over; those are planned anew. */
export async function deleteOpenInstalments(scope: Scope, award: string): Promise<void> {
  await scope.sql`delete from funding.instalment where award_id = ${award} and payment_file_id is null`;
}

/** One line of what is handed to the finance system. */
export type PaymentLine = { readonly id: string; readonly award: string; readonly number: string; readonly recipient: string; readonly position: number; readonly dueOn: string; readonly amount: Cents; readonly paidOn: string | null };
const paymentColumns = (sql: Scope['sql']) => sql`i.id, w.id as award, w.number, w.recipient, i.position, i.due_on as "dueOn", i.amount::text, i.paid_on as "paidOn"`;
type PaymentRow = Omit<PaymentLine, 'amount'> & { readonly amount: string };
/** Instalments whose condition holds and whose day has come, and that are in no file yet. */
export async function listReleased(scope: Scope): Promise<PaymentLine[]> {
  const { sql } = scope;
  return (await sql<PaymentRow[]>`select ${paymentColumns(sql)} from funding.instalment i join funding.award w on w.id = i.award_id where i.payment_file_id is null and i.due_on <= ${scope.today} and funding.is_released(i) order by w.number, i.position`)
    .map((row) => ({ ...row, amount: centsOf(row.amount) }));
}
/** Puts everything that is released into a new file; undefined where nothing is. */
export async function makePaymentFile(scope: Scope): Promise<string | undefined> {
  const lines = await listReleased(scope);
  if (lines.length === 0) return undefined;
  const id = newId();
  await scope.sql`insert into funding.payment_file (id, made_at, made_by) values (${id}, ${scope.now}, ${accountOf(scope)})`;
  await scope.sql`update funding.instalment set payment_file_id = ${id} where id in ${scope.sql(lines.map((one) => one.id))}`;
  return id;
}
export type PaymentFile = { readonly id: string; readonly madeAt: Date; readonly lines: number; readonly amount: Cents; readonly paid: number };
export async function listPaymentFiles(scope: Scope): Promise<PaymentFile[]> {
  const rows = await scope.sql<(Omit<PaymentFile, 'amount'> & { amount: string })[]>`select f.id, f.made_at as "madeAt", count(i.id)::integer as lines, coalesce(sum(i.amount), 0)::text as amount, count(i.paid_on)::integer as paid
    from funding.payment_file f left join funding.instalment i on i.payment_file_id = f.id group by f.id order by f.made_at desc`;
  return rows.map((row) => ({ ...row, amount: centsOf(row.amount) }));
}
export async function listPaymentLines(scope: Scope, file: string): Promise<PaymentLine[]> {
  const { sql } = scope;
  return (await sql<PaymentRow[]>`select ${paymentColumns(sql)} from funding.instalment i join funding.award w on w.id = i.award_id where i.payment_file_id = ${file} order by w.number, i.position`).map((row) => ({ ...row, amount: centsOf(row.amount) }));
}
export async function updatePaid(scope: Scope, file: string, on: string): Promise<number> {
  return (await scope.sql`update funding.instalment set paid_on = ${on} where payment_file_id = ${file} and paid_on is null`).count;
}
/** What was handed over for payment, by award; everybody may add it up. */
export async function listHanded(scope: Scope): Promise<ReadonlyMap<string, Cents>> {
  const rows = await scope.sql<{ award: string; amount: string }[]>`select award_id as award, sum(amount)::text as amount from funding.instalment where payment_file_id is not null group by award_id`;
  return new Map(rows.map((row) => [row.award, centsOf(row.amount)]));
}
