import type { Json } from '#app/methods/questionnaire/fhir.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { reportQuestionnaire } from '../form/default.ts';
import { type Cents, centsOf, decimalOf } from '../money.ts';

export type ReportState = 'due' | 'sent' | 'asked' | 'accepted' | 'refused';
export type Report = {
  readonly id: string; readonly awardId: string; readonly stage: number; readonly final: boolean; readonly followUp: boolean; readonly dueOn: string; readonly state: ReportState; readonly spent: Cents | undefined; readonly people: number | null;
  /** What was asked, as the version of the form stood that the report answers. */ readonly formId: string | null; readonly questionnaire: unknown; readonly answers: Json;
  readonly sentAt: Date | null; readonly answer: string | null; readonly answeredAt: Date | null;
};
type Row = Omit<Report, 'spent' | 'answers'> & { readonly spent: string | null; readonly answers: Json | null; readonly done: string; readonly changed: string };
const columns = (sql: Scope['sql']) => sql`r.id, r.award_id as "awardId", r.stage, r.final, r.follow_up as "followUp", r.form_id as "formId", (select f.questionnaire from funding.form f where f.id = r.form_id) as questionnaire, r.answers, r.due_on as "dueOn", r.state, r.spent::text, r.people, r.done, r.changed, r.sent_at as "sentAt", r.answer, r.answered_at as "answeredAt"`;
const fromRow = ({ done, changed, ...row }: Row): Report => ({ ...row, spent: row.spent === null ? undefined : centsOf(row.spent), questionnaire: row.questionnaire ?? reportQuestionnaire, answers: row.answers ?? typedOnce(done, changed) });
/** A report that was sent before forms were data, as an answer to the two questions that it was asked. */
function typedOnce(done: string, changed: string): Json {
  const item = [['done', done], ['changed', changed]].flatMap(([linkId, valueString]) => (valueString === '' ? [] : [{ linkId, answer: [{ valueString }] }]));
  return { resourceType: 'QuestionnaireResponse', status: 'in-progress', ...(item.length > 0 ? { item } : {}) };
}

export async function insertReport(scope: Scope, r: { id: string; award: string; stage: number; final: boolean; followUp: boolean; dueOn: string; form: string | null }): Promise<void> {
  await scope.sql`insert into funding.report (id, award_id, stage, final, follow_up, due_on, form_id) values (${r.id}, ${r.award}, ${r.stage}, ${r.final}, ${r.followUp}, ${r.dueOn}, ${r.form})`;
}
/** The reports of an award that the asker may read, in order. */
export async function listReports(scope: Scope, award: string): Promise<Report[]> {
  const { sql } = scope;
  return (await sql<Row[]>`select ${columns(sql)} from funding.report r where r.award_id = ${award} order by r.stage`).map(fromRow);
}
/** One report, for the worker. */
export async function findReport(scope: Scope, id: string): Promise<(Report & { readonly title: string; readonly recipient: string; readonly applicationId: string | null }) | undefined> {
  const { sql } = scope;
  const [row] = await sql<(Row & { title: string; recipient: string; applicationId: string | null })[]>`select ${columns(sql)}, w.title, w.recipient, w.application_id as "applicationId" from funding.report r join funding.award w on w.id = r.award_id where r.id = ${id}`;
  return row ? { ...fromRow(row), title: row.title, recipient: row.recipient, applicationId: row.applicationId } : undefined;
}
/** What a report says; a follow-up counts neither money nor people. */
export type ReportGiven = { readonly spent: Cents | undefined; readonly people: number | undefined; readonly answers: Json };
/** Sends a report that is due or asked about again; 0 where it is neither. */
export async function updateSent(scope: Scope, id: string, given: ReportGiven): Promise<number> {
  const { sql } = scope;
  return (await sql`update funding.report set state = 'sent', spent = ${given.spent === undefined ? null : decimalOf(given.spent)}, people = ${given.people ?? null}, answers = ${JSON.stringify(given.answers)}::text::jsonb, sent_at = ${scope.now} where id = ${id} and state in ('due', 'asked')`).count;
}
export async function updateAnswered(scope: Scope, award: string, id: string, to: { state: 'accepted' | 'asked' | 'refused'; answer: string }): Promise<number> {
  return (await scope.sql`update funding.report set state = ${to.state}, answer = ${to.answer}, answered_at = ${scope.now} where id = ${id} and award_id = ${award} and state = 'sent'`).count;
}
/** What accepted reports say in numbers, one line an award. */
export async function listAccepted(scope: Scope): Promise<{ award: string; spent: Cents; people: number; final: boolean }[]> {
  const rows = await scope.sql<{ award: string; spent: string; people: number; final: boolean }[]>`select award_id as award, spent::text, people, final from funding.accepted_totals()`;
  return rows.map((row) => ({ ...row, spent: centsOf(row.spent) }));
}
