import { randomBytes, randomUUID } from 'node:crypto';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { codeSecret } from '#app/platform/http/door.ts';
import { hashToken } from '#app/platform/http/session-cookie.ts';
import { codeFrom } from '#app/platform/http/spoken-code.ts';
import { type Given, insertDraft, type NewReferral, type Taken, updateByStep, updateCode } from './queries.ts';
import type { Actor, State, Step } from './rules.ts';

/** The secret that a person's code stands for; undefined where what was typed is no code. */
export const followSecret = (typed: string): string | undefined => codeSecret('referral', typed);

/** Takes a step and tells the jobs, which settle what is owed; anything but 'done' changed nothing. */
export async function takeStep(scope: Scope, id: string, taken: { from: State; step: Step; side: Actor; given?: Given }): Promise<Taken> {
  const done = await updateByStep(scope, id, { ...taken, given: taken.given ?? {} });
  if (done === 'done') await raiseEvent(scope, { kind: 'access.referral-changed', subject: id, detail: { step: taken.step } });
  return done;
}

/** Writes a draft; undefined where the asker does not work with the person. */
export async function draftReferral(scope: Scope, row: NewReferral): Promise<string | undefined> {
  const id = randomUUID();
  return (await insertDraft(scope, id, row)) ? id : undefined;
}

/** Sends a draft. A receiver without an account is mailed a link by the job. */
export async function sendReferral(scope: Scope, id: string): Promise<Taken> {
  const done = await takeStep(scope, id, { from: 'draft', step: 'send', side: 'sender' });
  if (done === 'done') await raiseEvent(scope, { kind: 'access.referral-link-wanted', subject: id });
  return done;
}

/** A new code to follow the referral with; the one before ends. It is shown once, the database keeps its hash. */
export async function newFollowCode(scope: Scope, id: string): Promise<string | undefined> {
  const code = codeFrom(randomBytes(10));
  return (await updateCode(scope, id, hashToken(followSecret(code) ?? ''))) ? code : undefined;
}

/** Has a new link mailed; the one before ends. */
export async function wantLink(scope: Scope, id: string): Promise<void> {
  await raiseEvent(scope, { kind: 'access.referral-link-wanted', subject: id });
}

/** Sends a draft and gives the code for the person, or says why it cannot be sent. */
export async function sendWithCode(scope: Scope, id: string): Promise<{ code: string } | { refused: Exclude<Taken, 'done'> }> {
  const sent = await sendReferral(scope, id);
  if (sent !== 'done') return { refused: sent };
  const code = await newFollowCode(scope, id);
  return code ? { code } : { refused: 'absent' };
}
