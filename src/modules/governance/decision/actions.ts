import { writeAudit } from '#app/platform/audit/audit.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { insertDecision } from './queries.ts';

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
};

/** Records what a body decided about a thing and why; gives the decision's id. Throws when the day has not come or the actor may not record. */
export async function recordDecision(scope: Scope, given: DecisionGiven): Promise<string> {
  if (given.decidedOn > scope.today) throw new RangeError('a decision cannot be recorded before its day');
  const id = newId();
  await insertDecision(scope, { id, isPublic: true, ...given });
  await writeAudit(scope, { action: 'governance.record-decision', subject: { kind: 'decision', id }, detail: { about: given.subject.kind, outcome: given.outcome } });
  await raiseEvent(scope, { kind: 'governance.decision-recorded', subject: id, detail: { kind: given.subject.kind, id: given.subject.id } });
  return id;
}
