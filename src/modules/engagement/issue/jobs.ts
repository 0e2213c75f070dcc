import { release } from '#app/modules/commitment/index.ts';
import { findMilestone, findPriority } from '#app/modules/plan/index.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { queueMail } from '#app/platform/mail/queue.ts';
import { listIssueMessages } from './history.ts';
import { changeMail, replyMail } from './mails.ts';
import { findIssue, findProposerForMail } from './queries.ts';

/** The proposer gets the reply by mail, where she gave an address. The mail's id is that of the event, so a second run sends nothing. */
const mailReply: Job = {
  name: 'mail-issue-reply',
  on: ['engagement.issue-replied'],
  run: async ({ id, subject }, { inWorker }) => await inWorker(async (scope) => {
    const issue = subject ? await findIssue(scope, subject) : undefined;
    const email = issue ? (await findProposerForMail(scope, issue.id))?.email : undefined;
    const reply = issue ? (await listIssueMessages(scope, issue.id)).filter((message) => message.direction === 'to-proposer').at(-1) : undefined;
    if (issue && email && reply) await queueMail(scope, { id, kind: 'issue-reply', to: email, language: issue.language, ...replyMail(issue.language, { reference: issue.reference, text: reply.body }) });
  }),
};

const releaseWithdrawn: Job = {
  name: 'release-withdrawn-issue',
  on: ['engagement.issue-withdrawn'],
  run: async ({ subject }, { inWorker }) => await inWorker(async (scope) => (subject ? await release(scope, { kind: 'issue', id: subject }) : undefined)),
};

/** Those whose issue led to an action are told when it moves. */
const mailChange: Job = {
  name: 'mail-issue-change',
  on: ['plan.milestone-changed'],
  run: async ({ id, subject }, { inWorker }) => await inWorker(async (scope) => {
    const milestone = subject ? await findMilestone(scope, subject) : undefined;
    const from = milestone?.fromIssue ?? (milestone ? (await findPriority(scope, milestone.prioritySlug))?.fromIssue : undefined);
    const issue = from ? await findIssue(scope, from) : undefined;
    const email = issue ? (await findProposerForMail(scope, issue.id))?.email : undefined;
    if (milestone && issue && email) await queueMail(scope, { id, kind: 'issue-change', to: email, language: issue.language, ...changeMail(issue.language, { reference: issue.reference, what: milestone.title[issue.language] }) });
  }),
};

export const issueJobs: readonly Job[] = [mailReply, releaseWithdrawn, mailChange];
