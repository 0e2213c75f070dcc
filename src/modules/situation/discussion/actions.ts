import { randomUUID } from 'node:crypto';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { type Given, insertDiscussion, updateByStep } from './queries.ts';
import type { State, Step, Taken } from './rules.ts';

/** Filter 1: an agency brings something forward that it cannot meet alone. Undefined where the asker has no seat. */
export async function bringForward(scope: Scope, body: string, demonstration = false): Promise<string | undefined> {
  const id = randomUUID();
  return (await insertDiscussion(scope, id, body, demonstration)) ? id : undefined;
}

/** Takes a step and tells the job that keeps what is owed; anything but 'done' changed nothing. */
export async function takeStep(scope: Scope, id: string, from: State, step: Step, given: Given = {}): Promise<Taken> {
  const done = await updateByStep(scope, id, from, step, given);
  if (done === 'done' && step !== 'withdraw' && step !== 'vote') await raiseEvent(scope, { kind: 'situation.discussion-changed', subject: id, detail: { step } });
  return done;
}
