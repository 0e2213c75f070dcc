import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { insertConsent, insertInstruction, type NewConsent, type NewInstruction, updateLifted, updateWithdrawn } from './queries.ts';

/** The wording that people agree to; raised when the words of the receipt change. */
export const formVersion = '2026-12';

/** Records a consent; sharing begins on its first day. Gives its id. */
export async function recordConsent(scope: Scope, account: string, person: string, consent: NewConsent): Promise<string> {
  const id = newId();
  await insertConsent(scope, { ...consent, id, person, account, formVersion });
  if (consent.renews) await raiseEvent(scope, { kind: 'access.consent-renewed', subject: id });
  return id;
}

/** Stops the sharing at once: no read that begins after the commit sees anything. What was shared stays in the audit trail. */
export async function withdrawConsent(scope: Scope, person: string, id: string, how: string): Promise<boolean> {
  const done = await updateWithdrawn(scope, person, id, how);
  if (done) await raiseEvent(scope, { kind: 'access.consent-withdrawn', subject: id });
  return done;
}

/** Records what the person wants withheld, from whom, in her own words. */
export async function instruct(scope: Scope, account: string, person: string, instruction: NewInstruction): Promise<void> {
  await insertInstruction(scope, { ...instruction, id: newId(), person, by: account });
}

export async function liftInstruction(scope: Scope, person: string, id: string): Promise<boolean> {
  return await updateLifted(scope, person, id);
}
