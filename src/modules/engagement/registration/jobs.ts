import { v5 } from 'uuid';
import { type Community, findCommunity } from '#app/modules/plan/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { queueMail } from '#app/platform/mail/queue.ts';
import { findEvent, findEvents, type PublicMeeting } from '../event/queries.ts';
import { isOver } from '../event/rules.ts';
import { eraseContacts, eraseNeeds, listRecipients, markReminded, type Recipient, takeDueReminders } from './deliveries.ts';
import { type RegistrationMail, registrationMail } from './mails.ts';

type Batch = { readonly kind: RegistrationMail; readonly cause: (to: Recipient) => string; readonly baseUrl: string };

/** One mail for each cause and registration: its id follows from both, so a second run sends nothing. */
async function mailAll(scope: Scope, recipients: readonly Recipient[], batch: Batch): Promise<void> {
  const community = recipients.length > 0 ? await findCommunity(scope) : undefined;
  if (!community) return;
  const meetings = await findEvents(scope, recipients.map((to) => to.eventId));
  for (const to of recipients) {
    const meeting = meetings.find((one) => one.id === to.eventId);
    if (meeting) await mail(scope, to, meeting, community, batch);
  }
}

async function mail(scope: Scope, to: Recipient, meeting: PublicMeeting, community: Community, { kind, cause, baseUrl }: Batch): Promise<void> {
  const { language, key, people } = to;
  const content = registrationMail(kind, { meeting, community, language, key, people, hasPlace: to.state === 'registered', baseUrl, timeZone: scope.timeZone, now: scope.now });
  await queueMail(scope, { id: v5(`${kind} ${cause(to)}`, to.id), kind: `registration-${kind}`, to: to.email, recipientKey: to.id, language, ...content });
}

/** Somebody from the waiting list has a place. */
const mailPlace: Job = {
  name: 'mail-place-given', on: ['engagement.place-given'],
  run: async ({ id, subject }, { inWorker, baseUrl }) => await inWorker(async (scope) => {
    const recipients = subject ? await listRecipients(scope, { registration: subject }) : [];
    await mailAll(scope, recipients.filter((to) => to.state === 'registered'), { kind: 'place', cause: () => id, baseUrl });
  }),
};

/** A meeting has moved or is off: everybody who registered hears of it, also who waits. */
const mailChange: Job = {
  name: 'mail-event-change', on: ['engagement.event-changed', 'engagement.event-cancelled'],
  run: async ({ id, kind, subject }, { inWorker, baseUrl }) => await inWorker(async (scope) => {
    const meeting = subject ? await findEvent(scope, { id: subject }) : undefined;
    const cancelled = kind === 'engagement.event-cancelled';
    if (!meeting || cancelled !== (meeting.state === 'cancelled') || isOver(meeting, scope)) return;
    await mailAll(scope, await listRecipients(scope, { event: meeting.id }), { kind: cancelled ? 'cancelled' : 'moved', cause: () => id, baseUrl });
  }),
};

/** Every morning: a reminder two days before a meeting, once. */
const remind: Job = {
  name: 'mail-event-reminders', every: '0 9 * * *',
  run: async (_delivery, { inWorker, baseUrl }) => await inWorker(async (scope) => {
    const due = await takeDueReminders(scope);
    await mailAll(scope, due, { kind: 'reminder', cause: (to) => to.date, baseUrl });
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
