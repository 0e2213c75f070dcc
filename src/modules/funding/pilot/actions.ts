import { randomBytes } from 'node:crypto';
import type { Scope } from '#app/platform/db/scope.ts';
import { codeFrom } from '#app/platform/http/spoken-code.ts';
import { hashToken } from '#app/platform/http/session-cookie.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { ownSecret } from '../own-plan/rules.ts';
import type { LeftReason, Outcome } from '../pilot-outcome/rules.ts';
import { insertEnrolment, insertOutcome, type NewEnrolment, updateJoined, updateLeft, updateOwnCode } from './queries.ts';

/** A new code for her own plan; the one before ends. It is shown once, the database keeps its hash. Undefined where the enrolment is not the asker's. */
export async function newOwnCode(scope: Scope, id: string): Promise<string | undefined> {
  const code = codeFrom(randomBytes(10));
  return (await updateOwnCode(scope, id, hashToken(ownSecret(code) ?? ''))) ? code : undefined;
}

/** What is owed about an enrolment follows it: the points at which she is to be asked come, are done, or fall away. */
async function changed(scope: Scope, id: string): Promise<void> {
  await raiseEvent(scope, { kind: 'funding.enrolment-changed', subject: id });
}

/** Enrols somebody; gives the enrolment's id. Throws the database's refusal where the age does not fit. */
export async function enrolPerson(scope: Scope, row: NewEnrolment): Promise<string> {
  const id = await insertEnrolment(scope, row);
  await changed(scope, id);
  return id;
}
/** Whoever prepared joins; false where she has joined already or the enrolment is not the asker's. */
export async function joinPilot(scope: Scope, id: string, on: string): Promise<boolean> {
  const done = await updateJoined(scope, id, on);
  if (done) await changed(scope, id);
  return done;
}
/** She leaves; false where she has left already or the enrolment is not the asker's. */
export async function leavePilot(scope: Scope, id: string, on: string, reason: LeftReason): Promise<boolean> {
  const done = await updateLeft(scope, id, on, reason);
  if (done) await changed(scope, id);
  return done;
}
/** Records where she stands at a point. Throws the database's refusal of a day outside of it and of a point that is there already. */
export async function recordOutcome(scope: Scope, id: string, outcome: Outcome): Promise<void> {
  await insertOutcome(scope, id, outcome);
  await changed(scope, id);
}
