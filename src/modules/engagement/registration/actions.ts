import { findCommunity } from '#app/modules/plan/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { queueMail } from '#app/platform/mail/queue.ts';
import type { PublicMeeting } from '../event/queries.ts';
import { registrationMail } from './mails.ts';
import { cancelOwnRegistration, type Changed, changeOwnRegistration, findOwnRegistration, type Registered, register } from './queries.ts';
import type { RegistrationGiven, RegistrationState } from './rules.ts';

/** Registers somebody and confirms it by mail where there is an address; undefined where the meeting takes no registrations. */
export async function registerFor(scope: Scope, meeting: PublicMeeting, seed: string, given: RegistrationGiven, baseUrl: string): Promise<Registered | undefined> {
  const done = await register(scope, meeting.id, seed, given);
  if (!done || done.again) return done;
  if (given.email) await confirm(scope, meeting, { id: done.id, key: done.key, state: done.state, given }, baseUrl);
  await tellPromoted(scope, done.promoted);
  return done;
}

type Confirmed = { readonly id: string; readonly key: string; readonly state: RegistrationState; readonly given: RegistrationGiven };

async function confirm(scope: Scope, meeting: PublicMeeting, { id, key, state, given }: Confirmed, baseUrl: string): Promise<void> {
  const community = await findCommunity(scope);
  if (!community || state === 'cancelled') return;
  const { language, people, email } = given;
  const content = registrationMail(state, { meeting, community, language, key, people, hasPlace: state === 'registered', baseUrl, timeZone: scope.timeZone, now: scope.now });
  await queueMail(scope, { kind: 'registration', to: email, recipientKey: id, language, ...content });
}

/** Changes the registration whose key was shown. An address that is new gets the confirmation, so that the link is there too. */
export async function changeRegistration(scope: Scope, meeting: PublicMeeting, key: string, given: RegistrationGiven, baseUrl: string): Promise<Changed> {
  const done = await changeOwnRegistration(scope, given);
  const own = done.outcome === 'changed' && given.email ? await findOwnRegistration(scope) : undefined;
  if (own && !own.mailed) await confirm(scope, meeting, { id: own.id, key, state: own.state, given }, baseUrl);
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
