import { v5 } from 'uuid';
import { findCommunity } from '#app/modules/plan/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { queueMail } from '#app/platform/mail/queue.ts';
import { findEvent } from '../event/queries.ts';
import { isOver } from '../event/rules.ts';
import { eraseContacts, eraseNeeds, listRecipients, markReminded, type Recipient, takeDueReminders } from './deliveries.ts';
import { type RegistrationMail, registrationMail } from './mails.ts';

/** One mail for each cause and registration: its id follows from both, so a second run sends nothing. */
async function mail(scope: Scope, kind: RegistrationMail, to: Recipient, cause: string, baseUrl: string): Promise<void> {
  const meeting = await findEvent(scope, { id: to.eventId });
  const community = await findCommunity(scope);
  if (!meeting || !community) return;
  const content = registrationMail(kind, { meeting, community, language: to.language, key: to.key, people: to.people, baseUrl, timeZone: scope.timeZone, now: scope.now });
  await queueMail(scope, { id: v5(`${kind} ${cause}`, to.id), kind: `registration-${kind}`, to: to.email, recipientKey: to.id, language: to.language, ...content });
}

/** Somebody from the waiting list has a place. */
const mailPlace: Job = {
  name: 'mail-place-given', on: ['engagement.place-given'],
  run: async ({ id, subject }, { inWorker, baseUrl }) => await inWorker(async (scope) => {
    for (const to of subject ? await listRecipients(scope, { registration: subject }) : []) if (to.state === 'registered') await mail(scope, 'place', to, id, baseUrl);
  }),
};

/** A meeting has moved or is off: everybody who registered hears of it, also who waits. */
const mailChange: Job = {
  name: 'mail-event-change', on: ['engagement.event-changed', 'engagement.event-cancelled'],
  run: async ({ id, kind, subject }, { inWorker, baseUrl }) => await inWorker(async (scope) => {
    const meeting = subject ? await findEvent(scope, { id: subject }) : undefined;
    const cancelled = kind === 'engagement.event-cancelled';
    if (!meeting || cancelled !== (meeting.state === 'cancelled') || isOver(meeting, scope)) return;
    for (const to of await listRecipients(scope, { event: meeting.id })) await mail(scope, cancelled ? 'cancelled' : 'moved', to, id, baseUrl);
  }),
};

/** Every morning: a reminder two days before a meeting, once. */
const remind: Job = {
  name: 'mail-event-reminders', every: '0 9 * * *',
  run: async (_delivery, { inWorker, baseUrl }) => await inWorker(async (scope) => {
    const due = await takeDueReminders(scope);
    for (const to of due) await mail(scope, 'reminder', to, to.date, baseUrl);
    await markReminded(scope, due);
  }),
};

/** Every night: needs go a week after the meeting, names and addresses after thirty days. */
const erase: Job = {
  name: 'erase-registrations', every: '40 3 * * *',
  run: async (_delivery, { inWorker }) => await inWorker(async (scope) => {
    await eraseNeeds(scope);
    await eraseContacts(scope);
  }),
};

export const registrationJobs: readonly Job[] = [mailPlace, mailChange, remind, erase];
