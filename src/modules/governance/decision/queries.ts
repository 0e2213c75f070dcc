import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

/** A resolution of a body, with its reason; written once and never changed. */
export type Decision = {
  readonly id: string;
  readonly bodySlug: string;
  readonly title: Bilingual;
  readonly outcome: string;
  readonly reason: Bilingual;
  readonly decidedOn: string;
  readonly subject: { readonly kind: string; readonly id: string };
};

type DecisionRow = Omit<Decision, 'subject'> & { subject_kind: string; subject_id: string };

const fromRow = ({ subject_kind, subject_id, ...row }: DecisionRow): Decision => ({ ...row, subject: { kind: subject_kind, id: subject_id } });

/** What was decided about a thing, oldest first. */
export async function listDecisionsAbout(scope: Scope, kind: string, id: string): Promise<Decision[]> {
  const rows = await scope.sql<DecisionRow[]>`
    select id, body_slug as "bodySlug", title, outcome, reason, decided_on as "decidedOn", subject_kind, subject_id from governance.decision
    where subject_kind = ${kind} and subject_id = ${id} and known_from <= ${scope.today} order by decided_on, recorded_at`;
  return rows.map(fromRow);
}

/** What a body decided, newest first. */
export async function listDecisionsOf(scope: Scope, bodySlug: string): Promise<Decision[]> {
  const rows = await scope.sql<DecisionRow[]>`
    select id, body_slug as "bodySlug", title, outcome, reason, decided_on as "decidedOn", subject_kind, subject_id from governance.decision
    where body_slug = ${bodySlug} and known_from <= ${scope.today} order by decided_on desc, recorded_at desc`;
  return rows.map(fromRow);
}

/** Writes a decision. Throws when the body does not exist or is not known today. */
export async function insertDecision(scope: Scope, decision: Decision & { isPublic: boolean }): Promise<void> {
  const { sql } = scope;
  await sql`insert into governance.decision (id, body_slug, title, outcome, reason, decided_on, subject_kind, subject_id, is_public, known_from, recorded_by, recorded_at)
    values (${decision.id}, ${decision.bodySlug}, ${sql.json(decision.title)}, ${decision.outcome}, ${sql.json(decision.reason)}, ${decision.decidedOn},
      ${decision.subject.kind}, ${decision.subject.id}, ${decision.isPublic}, ${scope.today}, ${scope.actor.kind === 'staff' ? scope.actor.account : null}, ${scope.now})`;
}
