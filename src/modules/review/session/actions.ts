import { randomBytes, randomUUID } from 'node:crypto';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { type Count, drawFiles, pseudonymFrom } from './draw.ts';
import { insertFiles, insertSession, insertStratum, markDrawn, type NewSession, type Session } from './queries.ts';

/** Plans a session. Its seed is made here, before anybody has given counts, so that nobody can choose what is drawn. Gives the id. */
export async function planSession(scope: Scope, given: NewSession, demonstration = false): Promise<string> {
  const id = newId();
  await insertSession(scope, id, randomBytes(16).toString('hex'), given, demonstration);
  await raiseEvent(scope, { kind: 'review.session-planned', subject: id });
  return id;
}

/** Draws the files of a session from the counts of the police, once. False where it was drawn in between. */
export async function drawSession(scope: Scope, session: Session, counts: readonly Count[]): Promise<boolean> {
  const drawn = drawFiles(session.seed, counts, session.sampleSize);
  for (const { code, files } of counts) await insertStratum(scope, session.id, { code, files, drawn: drawn.filter((one) => one.code === code).length });
  const names = new Set<string>();
  while (names.size < drawn.length) names.add(pseudonymFrom(randomBytes(4)));
  // Random ids too: those of a time order would tell which file stands where on the police's list.
  const pseudonyms = [...names];
  await insertFiles(scope, session.id, drawn.map((one, index) => ({ ...one, id: randomUUID(), pseudonym: pseudonyms[index] ?? '' })));
  if (!(await markDrawn(scope, session.id))) return false;
  await raiseEvent(scope, { kind: 'review.session-drawn', subject: session.id });
  return true;
}
