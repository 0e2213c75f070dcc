import { createHash } from 'node:crypto';
import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Naloxone, Outcome, OverdoseGiven, Substance } from './rules.ts';

export type Entry = {
  readonly id: string; readonly enteredBy: string; readonly enteredAt: Date; readonly occurredAt: Date; readonly area: string; readonly outcome: Outcome; readonly naloxone: Naloxone;
  readonly contaminated: boolean; readonly substances: readonly Substance[]; readonly samePlace: number; readonly correctedAt: Date | null; readonly withdrawnAt: Date | null; readonly demonstration: boolean;
};

const columns = (sql: Scope['sql']) => sql`id, entered_by as "enteredBy", entered_at as "enteredAt", occurred_at as "occurredAt", area_slug as area, outcome, naloxone, contaminated, substances,
  same_place as "samePlace", corrected_at as "correctedAt", withdrawn_at as "withdrawnAt", demonstration`;

const keyOf = (seed: string) => createHash('sha256').update(seed).digest();

/** Keeps an entry under the key of its form; false when that form had come already. */
export async function insertOverdose(scope: Scope, id: string, agency: string, given: OverdoseGiven, seed: string): Promise<boolean> {
  const { sql, now } = scope;
  const done = await sql`insert into insight.overdose (id, agency_id, entered_by, entered_at, occurred_at, area_slug, outcome, naloxone, contaminated, substances, same_place, form_key)
    values (${id}, ${agency}, ${accountOf(scope)}, ${now}, ${given.occurredAt}, ${given.area}, ${given.outcome}, ${given.naloxone}, ${given.contaminated}, ${[...given.substances]}, ${given.samePlace}, ${keyOf(seed)})
    on conflict do nothing`;
  return done.count > 0;
}

/** The entry that a form of this account made before. */
export async function findByForm(scope: Scope, seed: string): Promise<Entry | undefined> {
  const [row] = await scope.sql<Entry[]>`select ${columns(scope.sql)} from insight.overdose where entered_by = ${accountOf(scope)} and form_key = ${keyOf(seed)}`;
  return row;
}

export async function findEntry({ sql }: Scope, id: string): Promise<Entry | undefined> {
  const [row] = await sql<Entry[]>`select ${columns(sql)} from insight.overdose where id = ${id}`;
  return row;
}

/** What may be seen of the last days, newest first. */
export async function listEntries({ sql, now }: Scope, days = 7): Promise<Entry[]> {
  return await sql<Entry[]>`select ${columns(sql)} from insight.overdose where occurred_at > ${new Date(now.getTime() - days * 86_400_000)} order by occurred_at desc, id desc limit 200`;
}

/** Changes an own entry; false where the time for it is over. */
export async function updateOverdose(scope: Scope, id: string, given: OverdoseGiven): Promise<boolean> {
  const { sql, now } = scope;
  const done = await sql`update insight.overdose set occurred_at = ${given.occurredAt}, area_slug = ${given.area}, outcome = ${given.outcome}, naloxone = ${given.naloxone},
    contaminated = ${given.contaminated}, substances = ${[...given.substances]}, same_place = ${given.samePlace}, corrected_at = ${now} where id = ${id}`;
  return done.count > 0;
}

export async function withdrawOverdose({ sql, now }: Scope, id: string): Promise<boolean> {
  return (await sql`update insight.overdose set withdrawn_at = ${now} where id = ${id}`).count > 0;
}

export type ReportLine = { readonly day: string; readonly area: string; readonly n: number };
/** Keeps counts of another system as they are reported today; a second report of a day on the same day is refused by the table. */
export async function insertReports(scope: Scope, series: string, lines: readonly (ReportLine & { readonly id: string })[]): Promise<number> {
  const { sql, now, today } = scope;
  const done = await sql`insert into insight.overdose_report (id, series_slug, day, area_slug, n, reported_on, entered_by, entered_at)
    select l.id, ${series}, l.day, l.area, l.n, ${today}, ${accountOf(scope)}, ${now} from jsonb_to_recordset(${sql.json([...lines] as never)}) as l (id uuid, day date, area text, n integer)
    on conflict do nothing`;
  return done.count;
}
