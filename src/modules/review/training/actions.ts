import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import type { NewStrength } from './input.ts';
import { insertCourse, insertTrainingSession, insertUnit, type NewCourse, type NewSession, putStrength, updateCourse, updateTrainingSession } from './queries.ts';

/** Each of these gives the id of what it kept, and lets the gate look at the years that are over. */
async function entered(scope: Scope, id: string): Promise<string> {
  await raiseEvent(scope, { kind: 'review.training-entered', subject: id });
  return id;
}

export async function addCourse(scope: Scope, given: NewCourse): Promise<string> {
  const id = newId();
  await insertCourse(scope, id, given);
  return await entered(scope, id);
}

export async function changeCourse(scope: Scope, id: string, given: NewCourse): Promise<string> {
  await updateCourse(scope, id, given);
  return await entered(scope, id);
}

export async function enterSession(scope: Scope, given: NewSession): Promise<string> {
  const id = newId();
  await insertTrainingSession(scope, id, given);
  return await entered(scope, id);
}

export async function correctSession(scope: Scope, id: string, given: NewSession): Promise<string> {
  await updateTrainingSession(scope, id, given);
  return await entered(scope, id);
}

/** Counts the officers of a unit on a day; a unit that is named for the first time is made. */
export async function countOfficers(scope: Scope, { unit, countedOn, officers }: NewStrength): Promise<string> {
  const id = typeof unit === 'string' ? unit : newId();
  if (typeof unit !== 'string') await insertUnit(scope, id, unit);
  await putStrength(scope, { unit: id, countedOn, officers });
  return await entered(scope, id);
}
