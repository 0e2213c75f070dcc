import { v5 } from 'uuid';
import type { Job } from '#app/platform/jobs/job.ts';
import { queueMail } from '#app/platform/mail/queue.ts';
import { hasLeft } from '../action/queries.ts';
import { findBody } from '../body/queries.ts';
import { isOpenToAll } from '../decision/queries.ts';
import { type Item, listItems } from '../matter/queries.ts';
import { listAddressed } from '../member/queries.ts';
import { calendarEntry, invitationMail } from './invitation.ts';
import { findMeeting } from './queries.ts';

/** Each member with an address gets one invitation, with the agenda that she may see: nothing of a matter that she has left, nothing in camera, no decision that is not public. */
export const meetingJobs: readonly Job[] = [
  {
    name: 'mail-invitations', on: ['governance.meeting-called', 'governance.meeting-cancelled'],
    run: async ({ id, kind, subject }, { inWorker, baseUrl }) => await inWorker(async (scope) => {
      const meeting = subject ? await findMeeting(scope, subject) : undefined;
      const body = meeting ? await findBody(scope, meeting.bodySlug) : undefined;
      if (!meeting || !body || (kind === 'governance.meeting-cancelled') !== (meeting.state === 'cancelled')) return;
      const items: Item[] = [];
      for (const item of await listItems(scope, meeting.id))
        if (!item.matter.inCamera && (item.matter.kind !== 'decision' || (await isOpenToAll(scope, item.matter.subject?.id ?? '')))) items.push(item);
      for (const person of await listAddressed(scope, { body: meeting.bodySlug })) {
        const agenda: string[] = [];
        for (const item of items) if (!(await hasLeft(scope, person.id, item.matter.id))) agenda.push(item.matter.title[person.language]);
        const given = { meeting, body: body.name, language: person.language, baseUrl, timeZone: scope.timeZone, now: scope.now };
        await queueMail(scope, {
          id: v5(person.id, id), kind: 'invitation', to: person.email, language: person.language, ...invitationMail({ ...given, agenda, account: person.account !== null }),
          attachments: [{ name: 'meeting.ics', type: 'text/calendar; charset=utf-8', content: calendarEntry(given) }],
        });
      }
    }),
  },
];
