import { findObligation, keep } from '#app/modules/commitment/index.ts';
import { findCommunity } from '#app/modules/plan/index.ts';
import { addDays } from '#app/ui/format.ts';
import { localized } from '#app/ui/page-frame.ts';
import { instantIn } from '#app/platform/clock/clock.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { queueMail } from '#app/platform/mail/queue.ts';
import { findBody } from '../body/queries.ts';
import { listAddressed } from '../member/queries.ts';
import { governancePaths } from '../paths.ts';
import { actionMail } from './mails.ts';
import { findAction, hasLeft, insertActionLink, listReports } from './queries.ts';

/** A link holds until this many days after the due day. */
const holdsAfterDue = 30;

/** Sends the member of an action without an account a link that opens just this action. Sends nothing to who has left its matter. */
async function mailLink(scope: Scope, id: string, actionId: string, baseUrl: string, stage: 'agreed' | 'reminder'): Promise<void> {
  const action = await findAction(scope, actionId);
  const [person] = action ? await listAddressed(scope, { member: action.member }) : [];
  if (!action || !person || person.account || (await hasLeft(scope, action.member, action.matterId))) return;
  const reports = await listReports(scope, [action.id]);
  if (reports.some((report) => report.kind === 'done')) return;
  const from = action.due > scope.today ? action.due : scope.today;
  const key = await insertActionLink(scope, newId(), action.id, instantIn(scope.timeZone, `${addDays(from, holdsAfterDue)}T23:59`));
  if (!key) return;
  const [body, community] = [await findBody(scope, action.bodySlug), await findCommunity(scope)];
  const url = `${baseUrl}${localized(person.language, governancePaths.actionByLink)}?key=${key}`;
  await queueMail(scope, { id, kind: 'action-link', to: person.email, language: person.language, ...actionMail(person.language, { stage, what: action.what, due: action.due, body: body?.name[person.language] ?? '', place: community?.name[person.language] ?? '', url }) });
}

export const actionJobs: readonly Job[] = [
  {
    name: 'mail-action-link', on: ['governance.action-agreed'],
    run: async ({ id, subject }, { inWorker, baseUrl }) => await inWorker(async (scope) => (subject ? await mailLink(scope, id, subject, baseUrl, 'agreed') : undefined)),
  },
  {
    name: 'mail-action-reminder', on: ['commitment.reminder-due'],
    run: async ({ id, subject }, { inWorker, baseUrl }) => await inWorker(async (scope) => {
      const owed = subject ? await findObligation(scope, subject) : undefined;
      if (owed?.subject.kind === 'action') await mailLink(scope, id, owed.subject.id, baseUrl, 'reminder');
    }),
  },
  {
    name: 'keep-reported-action', on: ['governance.action-reported'],
    run: async ({ subject }, { inWorker }) => await inWorker(async (scope) => {
      const done = subject ? (await listReports(scope, [subject])).some((report) => report.kind === 'done') : false;
      if (subject && done) await keep(scope, { kind: 'action', id: subject }, 'action');
    }),
  },
];
