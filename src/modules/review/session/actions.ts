import { randomBytes } from 'node:crypto';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { insertSession, type NewSession } from './queries.ts';

/** Plans a session. Its seed is made here, before anybody has given counts, so that nobody can choose what is drawn. Gives the id. */
export async function planSession(scope: Scope, given: NewSession, demonstration = false): Promise<string> {
  const id = newId();
  await insertSession(scope, id, randomBytes(16).toString('hex'), given, demonstration);
  await raiseEvent(scope, { kind: 'review.session-planned', subject: id });
  return id;
}
