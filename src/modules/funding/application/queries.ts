import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Language } from '#app/platform/language/language.ts';
import { centsOf, decimalOf, sumOf } from '../money.ts';
import type { Application, BudgetLine, FileKind, FileLine } from './model.ts';

type Money = 'revenueLatest' | 'revenueBefore';
type Row = Omit<Application, Money | 'budget' | 'files' | 'asked'> & { readonly [K in Money]: string | null } & { readonly budget: readonly { label: string; cost: string; from_fund: string }[]; readonly files: readonly FileLine[] };

const columns = (sql: Scope['sql']) => sql`a.id, a.call_id as "callId", a.category_id as "categoryId", a.state, a.receipt, a.submitted_at as "submittedAt", a.language, a.organisation, a.registration,
  a.legal_kind as "legalKind", a.sponsor, a.board_unrelated as "boardUnrelated", a.statements, a.revenue_latest::text as "revenueLatest", a.revenue_before::text as "revenueBefore", a.title, a.summary,
  a.starts_on as "startsOn", a.ends_on as "endsOn", a.priorities, a.indicators, a.municipalities, a.population, a.partners, a.answers, a.demonstration,
  coalesce((select jsonb_agg(jsonb_build_object('label', b.label, 'cost', b.cost::text, 'from_fund', b.from_fund::text) order by b.position) from funding.budget_line b where b.application_id = a.id), '[]') as budget,
  coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'name', f.name, 'size', f.size) order by f.added_at, f.id) from funding.application_file f where f.application_id = a.id), '[]') as files`;

function fromRow(row: Row): Application {
  const budget = row.budget.map((line) => ({ label: line.label, cost: centsOf(line.cost), fromFund: centsOf(line.from_fund) }));
  const money = (text: string | null) => (text === null ? undefined : centsOf(text));
  return { ...row, revenueLatest: money(row.revenueLatest), revenueBefore: money(row.revenueBefore), budget, asked: sumOf(budget.map((line) => line.fromFund)) };
}

/** The application that the code shown opens. */
export async function findOwn(scope: Scope): Promise<Application | undefined> {
  const { sql } = scope;
  const [row] = await sql<Row[]>`select ${columns(sql)} from funding.application a where a.id in (select funding.own_applications())`;
  return row ? fromRow(row) : undefined;
}
/** Locks the own application while it can be written in, so that two people who save at once save one after the other; false where it is sent or closed. */
export async function lockOwn(scope: Scope): Promise<boolean> {
  return (await scope.sql`select from funding.application where id in (select funding.open_applications()) for update`).length > 0;
}
/** One that was sent, for the office and for whoever scores it. */
export async function findSent(scope: Scope, id: string): Promise<Application | undefined> {
  const { sql } = scope;
  const [row] = await sql<Row[]>`select ${columns(sql)} from funding.application a where a.id = ${id} and a.state <> 'draft'`;
  return row ? fromRow(row) : undefined;
}
/** Those of a call that were sent and that the asker may see, by organisation. */
export async function listSent(scope: Scope, call: string): Promise<Application[]> {
  const { sql } = scope;
  return (await sql<Row[]>`select ${columns(sql)} from funding.application a where a.call_id = ${call} and a.state = 'submitted' order by a.organisation, a.id`).map(fromRow);
}

export async function beginApplication(scope: Scope, one: { id: string; category: string; code: Uint8Array; name: string; email: string; language: Language }): Promise<boolean> {
  const [row] = await scope.sql<{ done: boolean }[]>`select funding.begin_application(${one.id}, ${one.category}, ${newId()}, ${one.code}, ${one.name}, ${one.email}, ${one.language}) as done`;
  return row?.done ?? false;
}
export type Colleague = { readonly id: string; readonly name: string; readonly email: string | null; readonly self: boolean };
export async function listOwnPeople(scope: Scope): Promise<Colleague[]> {
  return await scope.sql<Colleague[]>`select id, name, email, self from funding.own_people()`;
}
export async function addApplicant(scope: Scope, one: { code: Uint8Array; name: string; email: string }): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select funding.add_applicant(${newId()}, ${one.code}, ${one.name}, ${one.email}) as done`)[0]?.done ?? false;
}
export async function removeApplicant(scope: Scope, id: string): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select funding.remove_applicant(${id}) as done`)[0]?.done ?? false;
}
/** The people of an application that was sent, with an audit row; empty for whoever may not. */
export async function readPeople(scope: Scope, id: string): Promise<{ name: string; email: string | null }[]> {
  return await scope.sql<{ name: string; email: string | null }[]>`select name, email from funding.read_people(${id})`;
}

type Facts = Pick<Application, 'organisation' | 'registration' | 'legalKind' | 'sponsor' | 'boardUnrelated' | 'statements' | 'revenueLatest' | 'revenueBefore'>;
export async function updateOrganisation(scope: Scope, id: string, f: Facts): Promise<void> {
  const money = (cents: number | undefined) => (cents === undefined ? null : decimalOf(cents));
  await scope.sql`update funding.application set organisation = ${f.organisation}, registration = ${f.registration}, legal_kind = ${f.legalKind}, sponsor = ${f.sponsor}, board_unrelated = ${f.boardUnrelated},
    statements = ${f.statements}, revenue_latest = ${money(f.revenueLatest)}, revenue_before = ${money(f.revenueBefore)} where id = ${id}`;
}
export async function updateProject(scope: Scope, id: string, p: Pick<Application, 'title' | 'summary' | 'startsOn' | 'endsOn'>): Promise<void> {
  await scope.sql`update funding.application set title = ${p.title}, summary = ${p.summary}, starts_on = ${p.startsOn}, ends_on = ${p.endsOn} where id = ${id}`;
}
export async function updateServes(scope: Scope, id: string, s: Pick<Application, 'priorities' | 'indicators' | 'municipalities' | 'population'>): Promise<void> {
  await scope.sql`update funding.application set priorities = ${[...s.priorities]}, indicators = ${[...s.indicators]}, municipalities = ${[...s.municipalities]}, population = ${s.population} where id = ${id}`;
}
export async function updatePartners(scope: Scope, id: string, partners: Application['partners']): Promise<void> {
  await scope.sql`update funding.application set partners = ${scope.sql.json(partners.map((one) => ({ ...one })))} where id = ${id}`;
}
export async function updateAnswers(scope: Scope, id: string, answers: unknown): Promise<void> {
  await scope.sql`update funding.application set answers = ${JSON.stringify(answers)}::text::jsonb where id = ${id}`;
}
export async function replaceBudget(scope: Scope, id: string, lines: readonly BudgetLine[]): Promise<void> {
  const { sql } = scope;
  await sql`delete from funding.budget_line where application_id = ${id}`;
  if (lines.length > 0) await sql`insert into funding.budget_line ${sql(lines.map((line, position) => ({ id: newId(), application_id: id, position, label: line.label, cost: decimalOf(line.cost), from_fund: decimalOf(line.fromFund) })))}`;
}
export async function insertFile(scope: Scope, one: { application: string; kind: FileKind; name: string; type: string; content: Buffer }): Promise<void> {
  await scope.sql`insert into funding.application_file (id, application_id, kind, name, media_type, size, content, added_at)
    values (${newId()}, ${one.application}, ${one.kind}, ${one.name}, ${one.type}, ${one.content.length}, ${one.content}, ${scope.now})`;
}
export async function deleteFile(scope: Scope, application: string, id: string): Promise<number> {
  return (await scope.sql`delete from funding.application_file where application_id = ${application} and id = ${id}`).count;
}
export async function findFile(scope: Scope, application: string, id: string): Promise<{ name: string; type: string; content: Uint8Array } | undefined> {
  return (await scope.sql<{ name: string; type: string; content: Uint8Array }[]>`select name, media_type as type, content from funding.application_file where application_id = ${application} and id = ${id}`)[0];
}

export type Sent = { readonly receipt: string; readonly submittedAt: Date; readonly again: boolean };
/** Sends the own application as of when the request arrived; undefined where that was after the deadline. Sent before: the first receipt. */
export async function submitOwn(scope: Scope, arrivedAt: Date, receipt: string): Promise<Sent | undefined> {
  const [row] = await scope.sql<{ done: { receipt: string; submittedAt: string; again: boolean } | null }[]>`select funding.submit_application(${arrivedAt}, ${receipt}) as done`;
  return row?.done ? { ...row.done, submittedAt: new Date(row.done.submittedAt) } : undefined;
}
/** How many of a call are begun and not sent; what they say is their applicants' alone. */
export async function countDrafts(scope: Scope, call: string): Promise<number> {
  return (await scope.sql<{ n: number }[]>`select funding.count_drafts(${call})::integer as n`)[0]?.n ?? 0;
}
