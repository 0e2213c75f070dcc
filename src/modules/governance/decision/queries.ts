import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { MeetingText } from '../untranslated.tsx';

/** A resolution of a body, with its reason; written once and never changed. */
export type Decision = {
  readonly id: string;
  readonly bodySlug: string;
  readonly title: Bilingual;
  readonly outcome: string;
  readonly reason: Bilingual;
  readonly decidedOn: string;
  readonly subject: { readonly kind: string; readonly id: string };
  /** The meeting and the matter that it was taken in, where there was one. */
  readonly meeting: string | null;
  readonly matter: string | null;
  readonly movedBy: string | null;
  readonly dissent: string | null;
};

type DecisionRow = Omit<Decision, 'subject'> & { subject_kind: string; subject_id: string };

const fromRow = ({ subject_kind, subject_id, ...row }: DecisionRow): Decision => ({ ...row, subject: { kind: subject_kind, id: subject_id } });
const columns = (sql: Scope['sql']) => sql`id, body_slug as "bodySlug", title, outcome, reason, decided_on as "decidedOn", subject_kind, subject_id, meeting_id as meeting, matter_id as matter, moved_by as "movedBy", dissent`;

/** What was decided about a thing, oldest first. */
export async function listDecisionsAbout(scope: Scope, kind: string, id: string): Promise<Decision[]> {
  const rows = await scope.sql<DecisionRow[]>`select ${columns(scope.sql)} from governance.decision
    where subject_kind = ${kind} and subject_id = ${id} and known_from <= ${scope.today} order by decided_on, recorded_at`;
  return rows.map(fromRow);
}

/** What a body decided, newest first. */
export async function listDecisionsOf(scope: Scope, bodySlug: string): Promise<Decision[]> {
  const rows = await scope.sql<DecisionRow[]>`select ${columns(scope.sql)} from governance.decision
    where body_slug = ${bodySlug} and known_from <= ${scope.today} order by decided_on desc, recorded_at desc`;
  return rows.map(fromRow);
}

/** What a meeting decided, in order. */
export async function listDecisionsIn(scope: Scope, meeting: string): Promise<Decision[]> {
  return (await scope.sql<DecisionRow[]>`select ${columns(scope.sql)} from governance.decision where meeting_id = ${meeting} order by recorded_at, id`).map(fromRow);
}

const openToAll = (sql: Scope['sql']) => sql`is_public and not (title ? 'untranslated') and not (reason ? 'untranslated') and (matter_id is null or not matter_id = any ((select governance.withheld_matters())::uuid[]))`;

/** Whether everybody may read a decision by now; the worker's question before it names one in a mail. */
export async function isOpenToAll(scope: Scope, id: string): Promise<boolean> {
  return (await scope.sql`select from governance.decision where id = ${id} and ${openToAll(scope.sql)}`).length > 0;
}

/**
 * What other bodies decided that concerns a body and was not on its agenda yet. Only what everybody may read by now: the plan office, which gathers
 * for a body, reads more than its members do.
 */
export async function listDecisionsConcerning(scope: Scope, bodySlug: string): Promise<Decision[]> {
  return (await scope.sql<DecisionRow[]>`select ${columns(scope.sql)} from governance.decision d
    where concerns_body = ${bodySlug} and body_slug <> ${bodySlug} and known_from <= ${scope.today}
      and ${openToAll(scope.sql)}
      and not exists (select from governance.matter m where m.body_slug = ${bodySlug} and m.subject_kind = 'decision' and m.subject_id = d.id::text and m.ended_at is not null)
    order by decided_on, recorded_at`).map(fromRow);
}

/** Writes a decision. Throws when the body does not exist or is not known today. */
export async function insertDecision(scope: Scope, decision: Decision & { isPublic: boolean; concernsBody: string | null }): Promise<void> {
  const { sql } = scope;
  await sql`insert into governance.decision (id, body_slug, title, outcome, reason, decided_on, subject_kind, subject_id, is_public, known_from, recorded_by, recorded_at, meeting_id, matter_id, moved_by, dissent, concerns_body)
    values (${decision.id}, ${decision.bodySlug}, ${sql.json(decision.title)}, ${decision.outcome}, ${sql.json(decision.reason)}, ${decision.decidedOn},
      ${decision.subject.kind}, ${decision.subject.id}, ${decision.isPublic}, ${scope.today}, ${accountOf(scope)}, ${scope.now},
      ${decision.meeting}, ${decision.matter}, ${decision.movedBy}, ${decision.dissent}, ${decision.concernsBody})`;
}

/** The open meeting of a body with the matter about a thing, where the thing is dealt with now. */
export async function findSitting(scope: Scope, bodySlug: string, subject: { kind: string; id: string }): Promise<{ meeting: string; matter: string } | undefined> {
  return (await scope.sql<{ meeting: string; matter: string }[]>`select g.id as meeting, m.id as matter from governance.meeting g join governance.agenda_item i on i.meeting_id = g.id join governance.matter m on m.id = i.matter_id
    where g.body_slug = ${bodySlug} and g.state = 'open' and m.subject_kind = ${subject.kind} and m.subject_id = ${subject.id} order by g.opened_at desc limit 1`)[0];
}

/** Adds the language that a decision lacks; false when nothing is missing or the actor may not. */
export async function translateDecision(scope: Scope, id: string, text: { title: MeetingText; reason: MeetingText }): Promise<boolean> {
  const { sql } = scope;
  return (await sql<{ done: boolean }[]>`select governance.translate_decision(${id}, ${sql.json(text.title)}, ${sql.json(text.reason)}) as done`)[0]?.done ?? false;
}
