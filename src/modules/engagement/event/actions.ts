import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { ProblemRaised } from '#app/platform/http/problem.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { takeInNotes } from '../contribution/take-in.ts';
import { tellPromoted } from '../registration/actions.ts';
import { settleEvent } from '../registration/queries.ts';
import { insertEvent, type MeetingGiven, type PublicMeeting, updateCancelled, updateConsultation, updateEvent } from './queries.ts';
import { eventSlug } from './rules.ts';

/** Announces a public meeting; gives its id. */
export async function announceEvent(scope: Scope, given: MeetingGiven, demonstration: boolean): Promise<string> {
  const id = newId();
  await insertEvent(scope, id, eventSlug(given.title.en, given.date, id), given, demonstration);
  return id;
}

/** Changes a meeting. Those who registered hear of another time or place; new places go to the waiting list. Throws the problem `conflict`. */
export async function changeEvent(scope: Scope, meeting: PublicMeeting, given: MeetingGiven): Promise<void> {
  if ((await updateEvent(scope, meeting, given)) === 0) throw new ProblemRaised('conflict');
  const moved = meeting.startsAt?.getTime() !== given.startsAt.getTime() || meeting.minutesLong !== given.minutesLong || meeting.place.en !== given.place.en || meeting.place.fr !== given.place.fr;
  if (moved) await raiseEvent(scope, { kind: 'engagement.event-changed', subject: meeting.id });
  await tellPromoted(scope, await settleEvent(scope, meeting.id));
}

/** Makes a meeting part of a consultation: who came counts there, and its notes are there to be coded. False once notes stand in another. */
export async function joinConsultation(scope: Scope, meeting: string, consultation: string | null): Promise<boolean> {
  if ((await updateConsultation(scope, meeting, consultation)) === 0) return false;
  await takeInNotes(scope, meeting);
  return true;
}

/** Calls a meeting off; everybody who registered hears of it by a job. Throws the problem `conflict`. */
export async function cancelEvent(scope: Scope, meeting: PublicMeeting, reason: Bilingual): Promise<void> {
  if ((await updateCancelled(scope, meeting, reason)) === 0) throw new ProblemRaised('conflict');
  await raiseEvent(scope, { kind: 'engagement.event-cancelled', subject: meeting.id });
}
