import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { findByForm, insertOverdose, updateOverdose, withdrawOverdose } from './queries.ts';
import type { OverdoseGiven } from './rules.ts';

/** Keeps what a responder entered; a form that comes again gives the id of the first and changes nothing. Undefined for an account without an agency. */
export async function enterOverdose(scope: Scope, given: OverdoseGiven, seed: string): Promise<{ readonly id: string; readonly again: boolean } | undefined> {
  const agency = scope.actor.kind === 'staff' ? scope.actor.agency : null;
  if (agency === null) return undefined;
  const id = newId();
  if (await insertOverdose(scope, id, agency, given, seed)) {
    await raiseEvent(scope, { kind: 'insight.overdose-entered', subject: id });
    return { id, again: false };
  }
  const first = await findByForm(scope, seed);
  return first ? { id: first.id, again: true } : undefined;
}

/** Corrects an own entry; false where that is no longer possible. */
export async function correctOverdose(scope: Scope, id: string, given: OverdoseGiven): Promise<boolean> {
  const done = await updateOverdose(scope, id, given);
  if (done) await raiseEvent(scope, { kind: 'insight.overdose-corrected', subject: id });
  return done;
}

/** Takes back an own entry: it stays as a line and counts no more. */
export async function takeBackOverdose(scope: Scope, id: string): Promise<boolean> {
  const done = await withdrawOverdose(scope, id);
  if (done) await raiseEvent(scope, { kind: 'insight.overdose-corrected', subject: id });
  return done;
}
