import { createHash, randomUUID } from 'node:crypto';
import { dueUnder } from '#app/modules/commitment/index.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { hashToken } from '#app/platform/http/session-cookie.ts';
import { codeSecret } from '#app/platform/http/door.ts';
import { codeFrom } from '#app/platform/http/spoken-code.ts';
import type { AccessPoint, Level } from '../access-point/queries.ts';
import type { Desk } from '../person/actions.ts';
import { enterPerson, type Named, recordContact } from '../person/actions.ts';
import type { Asked } from './input.ts';
import { type EventKind, insertEvent, type Intake, type NewEvent, type Opened, receiveIntake, updateClosed, updatePerson, updateReached, updateReopened, updateTaken, updateTriage, withdrawFollowed, withdrawFor } from './queries.ts';
import type { AttemptOutcome, Channel, CloseReason } from './rules.ts';

/** What a code stands for; undefined where it is none. */
export const intakeSecret = (code: string): string | undefined => codeSecret('intake', code);
const hex = (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString('hex')}`;

export type Received = { readonly outcome: 'received' | 'again' | 'before' | 'closed'; readonly id: string; readonly code: string; readonly dueOn: string };
/**
 * Takes a request for help, once for each form: `once` is the form's own random text, and the code follows from it, so that a form posted twice
 * shows the same code and never makes a second request.
 */
export async function receive(scope: Scope, point: AccessPoint, asked: Asked, once: string): Promise<Received> {
  const id = randomUUID();
  const code = codeFrom(createHash('sha256').update(`intake code ${once}`).digest());
  const due = dueUnder(point.triage, scope.now, scope.timeZone);
  const follows = asked.given.door === 'web' ? hex(hashToken(intakeSecret(code) ?? '')) : null;
  const outcome = await receiveIntake(scope, { ...asked.given, id, due_on: due.on, due_at: due.at.toISOString(), once: hex(createHash('sha256').update(`intake ${once}`).digest()), code_hash: follows }, asked.detail);
  if (outcome === 'received') await changed(scope, id);
  return { outcome, id, code, dueOn: due.on };
}

/** The person takes her request back: what tells who she is and what she wrote is gone with this transaction. */
export async function withdraw(scope: Scope): Promise<boolean> {
  const id = await withdrawFollowed(scope);
  if (id) await changed(scope, id);
  return id !== undefined;
}

/** The same, by staff, for somebody who asks for it without a code. */
export async function withdrawAsAsked(scope: Scope, intake: Intake): Promise<boolean> {
  if (!(await withdrawFor(scope, intake.id))) return false;
  await changed(scope, intake.id);
  return true;
}

export async function take(scope: Scope, desk: Desk, intake: Intake, supervises: boolean): Promise<boolean> {
  return (await updateTaken(scope, intake.id, desk.account, supervises)) && (await written(scope, desk, intake, 'taken'));
}
export async function giveBack(scope: Scope, desk: Desk, intake: Intake, supervises: boolean): Promise<boolean> {
  return (await updateTaken(scope, intake.id, null, supervises)) && (await written(scope, desk, intake, 'given-back'));
}

/** Says how urgent it is; the time to get in touch counts from when the request came in. */
export async function triage(scope: Scope, desk: Desk, intake: Intake, level: Level, reason: string): Promise<boolean> {
  const due = intake.reachedAt ? undefined : dueUnder(level.within, intake.receivedAt, scope.timeZone);
  return (await updateTriage(scope, intake.id, { level: level.id, due })) && (await written(scope, desk, intake, 'triaged', { level: level.id, note: reason }));
}
export async function recordAttempt(scope: Scope, desk: Desk, intake: Intake, attempt: { channel: Channel; outcome: AttemptOutcome; note: string }): Promise<boolean> {
  if (attempt.outcome === 'reached' && !(await updateReached(scope, intake.id))) return false;
  return await written(scope, desk, intake, 'attempt', attempt);
}
export async function linkPerson(scope: Scope, desk: Desk, intake: Intake, person: string): Promise<boolean> {
  return (await updatePerson(scope, intake.id, person)) && (await written(scope, desk, intake, 'linked'));
}
/** Makes a record of whoever asked, with the contact data that she gave: typed once. Gives its id. */
export async function enterFrom(scope: Scope, desk: Desk, intake: Intake, opened: Opened, given: { identity?: Named['identity'] | undefined; language: 'en' | 'fr' }): Promise<string> {
  const person = await enterPerson(scope, desk, given);
  const { detail } = opened;
  if (detail) await recordContact(scope, desk, person, { doNotContact: intake.doNotContact, contact: { phone: detail.phone, email: detail.email, address: null, postcode: null, safeToLeaveMessage: intake.messageOk, preference: detail.preference } });
  if (await updatePerson(scope, intake.id, person)) await written(scope, desk, intake, 'entered');
  return person;
}
export async function close(scope: Scope, desk: Desk, intake: Intake, reason: CloseReason, note: string): Promise<boolean> {
  return (await updateClosed(scope, intake.id, reason)) && (await written(scope, desk, intake, 'closed', { note }));
}
/** Opens a closed request again: somebody looks at it anew, by the time that the point promises. */
export async function reopen(scope: Scope, desk: Desk, intake: Intake, point: AccessPoint): Promise<boolean> {
  return (await updateReopened(scope, intake.id, dueUnder(point.triage, scope.now, scope.timeZone))) && (await written(scope, desk, intake, 'reopened'));
}

/** Writes what happened and tells the job that keeps the commitments. */
export async function written(scope: Scope, desk: Desk, { id }: Pick<Intake, 'id'>, kind: EventKind, more: Partial<NewEvent> = {}): Promise<true> {
  await insertEvent(scope, { ...more, id: newId(), intake: id, kind, account: desk.account });
  await changed(scope, id);
  return true;
}
async function changed(scope: Scope, id: string): Promise<void> {
  await raiseEvent(scope, { kind: 'access.intake-changed', subject: id });
}
