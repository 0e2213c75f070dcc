import { writeAudit } from '#app/platform/audit/audit.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { updateEndedAbout } from '../matter/queries.ts';
import { findSitting, insertDecision } from './queries.ts';

/** What a decision is made of. `isPublic: false` keeps one that would point to a person off the public pages. */
export type DecisionGiven = {
  readonly bodySlug: string;
  readonly title: Bilingual;
  readonly outcome: string;
  readonly reason: Bilingual;
  /** YYYY-MM-DD, not later than today. */
  readonly decidedOn: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly isPublic?: boolean;
  readonly movedBy?: string | undefined;
  readonly dissent?: string | undefined;
  /** The body whose work it changes; it finds the decision on its next agenda. */
  readonly concernsBody?: string | undefined;
  /** Where it was taken; looked up by the thing itself when absent, in a meeting of the body that is open now. */
  readonly sitting?: { readonly meeting: string; readonly matter: string };
};

/** Records what a body decided about a thing and why; gives the decision's id. Throws when the day has not come or the actor may not record. */
export async function recordDecision(scope: Scope, given: DecisionGiven): Promise<string> {
  if (given.decidedOn > scope.today) throw new RangeError('a decision cannot be recorded before its day');
  const id = newId();
  const sitting = given.sitting ?? (await findSitting(scope, given.bodySlug, given.subject));
  // Decided between meetings: what the body still had to do about the thing ends with it.
  if (!sitting) await updateEndedAbout(scope, given.bodySlug, given.subject);
  await insertDecision(scope, {
    id, bodySlug: given.bodySlug, title: given.title, outcome: given.outcome, reason: given.reason, decidedOn: given.decidedOn, subject: given.subject, isPublic: given.isPublic ?? true,
    movedBy: given.movedBy ?? null, dissent: given.dissent ?? null, concernsBody: given.concernsBody ?? null, meeting: sitting?.meeting ?? null, matter: sitting?.matter ?? null,
  });
  await writeAudit(scope, { action: 'governance.record-decision', subject: { kind: 'decision', id }, detail: { about: given.subject.kind, outcome: given.outcome } });
  await raiseEvent(scope, { kind: 'governance.decision-recorded', subject: id, detail: { kind: given.subject.kind, id: given.subject.id } });
  return id;
}
