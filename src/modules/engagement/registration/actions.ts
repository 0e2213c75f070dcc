import { findCommunity } from '#app/modules/plan/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { queueMail } from '#app/platform/mail/queue.ts';
import type { PublicMeeting } from '../event/queries.ts';
import { registrationMail } from './mails.ts';
import { cancelOwnRegistration, type Changed, changeOwnRegistration, type Registered, register } from './queries.ts';
import type { RegistrationGiven } from './rules.ts';

/** Registers somebody and confirms it by mail where there is an address; undefined where the meeting takes no registrations. */
export async function registerFor(scope: Scope, meeting: PublicMeeting, seed: string, given: RegistrationGiven, baseUrl: string): Promise<Registered | undefined> {
  const done = await register(scope, meeting.id, seed, given);
  if (!done || done.again) return done;
  const community = given.email ? await findCommunity(scope) : undefined;
  if (community && done.state !== 'cancelled')
    await queueMail(scope, {
      kind: 'registration', to: given.email, recipientKey: done.id, language: given.language,
      ...registrationMail(done.state, { meeting, community, language: given.language, key: done.key, people: given.people, baseUrl, timeZone: scope.timeZone, now: scope.now }),
    });
  await tellPromoted(scope, done.promoted);
  return done;
}

/** Changes the registration whose key was shown. */
export async function changeRegistration(scope: Scope, given: RegistrationGiven): Promise<Changed> {
  const done = await changeOwnRegistration(scope, given);
  if (done.outcome === 'changed') await tellPromoted(scope, done.promoted.filter((id) => id !== done.id));
  return done;
}

/** Ends the registration whose key was shown; false where it is too late. */
export async function cancelRegistration(scope: Scope): Promise<boolean> {
  const done = await cancelOwnRegistration(scope);
  await tellPromoted(scope, done?.promoted ?? []);
  return done !== undefined;
}

/** Those who waited and got a place hear of it by a job. */
export async function tellPromoted(scope: Scope, registrations: readonly string[]): Promise<void> {
  for (const id of registrations) await raiseEvent(scope, { kind: 'engagement.place-given', subject: id });
}
