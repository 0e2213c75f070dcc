import { newId } from '#app/platform/db/id.ts';
import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Course } from './course.ts';
import type { Due } from './due.ts';
import type { Stage } from '../reminder/stages.ts';

export type Subject = { readonly kind: string; readonly id: string };
export type OwedBy = { readonly role?: string; readonly account?: string; readonly body?: string; readonly agency?: string; readonly member?: string; readonly name?: string };
export type ChangeKind = 'promise' | 'keep' | 'release' | 'pause' | 'resume' | 'extend' | 'reopen' | 'remind' | 'escalate';

/** What somebody owes somebody by a day, with the course that it took. */
export type Obligation = {
  readonly id: string;
  readonly kind: string;
  readonly subject: Subject;
  readonly what: Bilingual;
  readonly owedTo: Bilingual;
  readonly owedBy: { readonly role: string | null; readonly account: string | null; readonly body: string | null; readonly agency: string | null; readonly member: string | null; readonly name: string | null };
  readonly rule: Bilingual | null;
  readonly due: string;
  readonly firstDue: string;
  readonly path: string;
  readonly madeAt: Date;
  readonly stage: Stage | undefined;
  readonly stageOn: string | undefined;
  readonly matter: string | null;
  readonly course: Course;
};

type Row = {
  id: string; kind: string; subject_kind: string; subject_id: string; what: Bilingual; owed_to: Bilingual; owed_by_role: string | null; owed_by_account: string | null; owed_by_body: string | null;
  owed_by_agency: string | null; owed_by_member: string | null; owed_by_name: string | null; rule: Bilingual | null; due: string; first_due: string; due_at: Date; unit: Course['unit']; path: string;
  made_at: Date; kept_at: Date | null; released_at: Date | null; paused_at: Date | null; stage: Stage | null; stage_on: string | null; matter_id: string | null;
};

const columns = (sql: Scope['sql']) => sql`o.id, o.kind, o.subject_kind, o.subject_id, o.what, o.owed_to, o.owed_by_role, o.owed_by_account, o.owed_by_body, o.owed_by_agency, o.owed_by_member,
  o.owed_by_name, o.rule, o.due, o.first_due, o.due_at, o.unit, o.path, o.made_at, o.kept_at, o.released_at, o.paused_at, o.stage, o.stage_on, o.matter_id`;

function fromRow(row: Row): Obligation {
  return {
    id: row.id, kind: row.kind, subject: { kind: row.subject_kind, id: row.subject_id }, what: row.what, owedTo: row.owed_to, rule: row.rule, due: row.due, firstDue: row.first_due,
    owedBy: { role: row.owed_by_role, account: row.owed_by_account, body: row.owed_by_body, agency: row.owed_by_agency, member: row.owed_by_member, name: row.owed_by_name },
    path: row.path, madeAt: row.made_at, stage: row.stage ?? undefined, stageOn: row.stage_on ?? undefined, matter: row.matter_id,
    course: { unit: row.unit, due: { on: row.due, at: row.due_at }, pausedAt: row.paused_at ?? undefined, keptAt: row.kept_at ?? undefined, releasedAt: row.released_at ?? undefined },
  };
}

export type NewObligation = {
  readonly id: string; readonly kind: string; readonly subject: Subject; readonly what: Bilingual; readonly owedTo: Bilingual; readonly owedBy: OwedBy; readonly rule: Bilingual | undefined;
  readonly unit: Course['unit']; readonly due: Due; readonly path: string; readonly matter: string | undefined;
};

/** Adds an obligation; false when an open one of the same kind about the same thing is there already. */
export async function insertObligation(scope: Scope, o: NewObligation): Promise<boolean> {
  const { sql, now } = scope;
  const by = o.owedBy;
  const done = await sql`insert into commitment.obligation (id, kind, subject_kind, subject_id, what, owed_to, owed_by_role, owed_by_account, owed_by_body, owed_by_agency, owed_by_member, owed_by_name,
      rule, unit, due, first_due, due_at, path, made_at, matter_id)
    values (${o.id}, ${o.kind}, ${o.subject.kind}, ${o.subject.id}, ${sql.json(o.what)}, ${sql.json(o.owedTo)}, ${by.role ?? null}, ${by.account ?? null}, ${by.body ?? null}, ${by.agency ?? null},
      ${by.member ?? null}, ${by.name ?? null}, ${o.rule ? sql.json(o.rule) : null}, ${o.unit}, ${o.due.on}, ${o.due.on}, ${o.due.at}, ${o.path}, ${now}, ${o.matter ?? null})
    on conflict do nothing`;
  return done.count > 0;
}

export async function updateCourse(scope: Scope, id: string, course: Course): Promise<void> {
  await scope.sql`update commitment.obligation set due = ${course.due.on}, due_at = ${course.due.at}, paused_at = ${course.pausedAt ?? null},
    kept_at = ${course.keptAt ?? null}, released_at = ${course.releasedAt ?? null} where id = ${id}`;
}

export async function updateText(scope: Scope, id: string, text: { what: Bilingual; path: string; body: string | null; rule: Bilingual | undefined }): Promise<void> {
  const rule = text.rule ? scope.sql.json(text.rule) : null;
  await scope.sql`update commitment.obligation set what = ${scope.sql.json(text.what)}, path = ${text.path}, owed_by_body = ${text.body}, rule = ${rule} where id = ${id}`;
}

export async function updateStage(scope: Scope, id: string, stage: Stage): Promise<void> {
  await scope.sql`update commitment.obligation set stage = ${stage}, stage_on = ${scope.today} where id = ${id}`;
}

export async function insertChange(scope: Scope, obligation: string, change: { kind: ChangeKind; due: string; reason?: string | undefined }): Promise<void> {
  await scope.sql`insert into commitment.obligation_change (id, obligation_id, kind, at, due, reason, account_id)
    values (${newId()}, ${obligation}, ${change.kind}, ${scope.now}, ${change.due}, ${change.reason ?? null}, ${accountOf(scope)})`;
}

export type Change = { readonly kind: ChangeKind; readonly at: Date; readonly due: string; readonly reason: string | null };
/** What happened to an obligation, oldest first. */
export async function listChanges(scope: Scope, obligation: string): Promise<Change[]> {
  return await scope.sql<Change[]>`select kind, at, due, reason from commitment.obligation_change where obligation_id = ${obligation} order by at, id`;
}

export async function findObligation(scope: Scope, id: string): Promise<Obligation | undefined> {
  const [row] = await scope.sql<Row[]>`select ${columns(scope.sql)} from commitment.obligation o where o.id = ${id}`;
  return row ? fromRow(row) : undefined;
}

/** Every obligation about a thing, newest first, that the actor may see. */
export async function listAbout(scope: Scope, subject: Subject, kind?: string): Promise<Obligation[]> {
  const { sql } = scope;
  const rows = await sql<Row[]>`select ${columns(sql)} from commitment.obligation o
    where o.subject_kind = ${subject.kind} and o.subject_id = ${subject.id} ${kind ? sql`and o.kind = ${kind}` : sql``} order by o.made_at desc`;
  return rows.map(fromRow);
}

export type Filter = {
  readonly mine?: boolean; readonly body?: string; readonly agency?: string; readonly kind?: string; readonly late?: boolean; readonly about?: Subject;
  /** Things whose id begins with this and a slash: all that hangs on one record. */
  readonly within?: string;
};
/**
 * What is open and visible to the person who asks, by due date. `mine` leaves what she owes herself: by account, by role, or as the chair of a body. A
 * page shows at most 500; a job goes through all.
 */
export async function listOpen(scope: Scope, filter: Filter = {}): Promise<Obligation[]> {
  const { sql } = scope;
  const rows = await sql<Row[]>`select ${columns(sql)} from commitment.obligation o where o.kept_at is null and o.released_at is null
    ${filter.mine ? sql`and (o.owed_by_account = platform.ctx_account() or (o.owed_by_role is not null and platform.ctx_has(o.owed_by_role)) or o.owed_by_body = any (platform.ctx_bodies_as('table-chair')))` : sql``}
    ${filter.body ? sql`and o.owed_by_body = ${filter.body}` : sql``} ${filter.agency ? sql`and o.owed_by_agency = ${filter.agency}` : sql``} ${filter.kind ? sql`and o.kind = ${filter.kind}` : sql``}
    ${filter.late ? sql`and o.due_at <= ${scope.now} and o.paused_at is null` : sql``} ${filter.about ? sql`and o.subject_kind = ${filter.about.kind} and o.subject_id = ${filter.about.id}` : sql``}
    ${filter.within ? sql`and starts_with(o.subject_id, ${`${filter.within}/`})` : sql``}
    order by o.due, o.made_at, o.id limit ${scope.actor.kind === 'worker' ? null : 500}`;
  return rows.map(fromRow);
}

/** What was kept or released since a moment, newest first. */
export async function listEnded(scope: Scope, since: Date, filter: { mine?: boolean; body?: string } = {}): Promise<Obligation[]> {
  const { sql } = scope;
  const rows = await sql<Row[]>`select ${columns(sql)} from commitment.obligation o where coalesce(o.kept_at, o.released_at) > ${since}
    ${filter.mine ? sql`and (o.owed_by_account = platform.ctx_account() or (o.owed_by_role is not null and platform.ctx_has(o.owed_by_role)) or o.owed_by_body = any (platform.ctx_bodies_as('table-chair')))` : sql``}
    ${filter.body ? sql`and o.owed_by_body = ${filter.body}` : sql``} order by coalesce(o.kept_at, o.released_at) desc limit 50`;
  return rows.map(fromRow);
}
