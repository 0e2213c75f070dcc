import { v5 } from 'uuid';
import { listOpen, step } from '#app/modules/commitment/index.ts';
import { listReachable } from '#app/modules/identity/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { queueMail } from '#app/platform/mail/queue.ts';
import { localized } from '#app/ui/page-frame.ts';
import { taskKind } from './actions.ts';
import { listAnswered, listOwners } from './queries.ts';
import { alertWords } from './words.ts';

const mails = '6a0c3f1e-8d0a-4a55-9e55-0d6f0f3c2b71';
const myDay = '/commitment/my-day';

/** At once a mail to everybody who is to act, without a word of what it is about; once somebody has said what was done, the tasks of all of them end. */
export const alertJobs: readonly Job[] = [
  { name: 'tell-of-safety', on: ['access.safety-raised'], run: async ({ subject }, { inWorker, baseUrl }) => await inWorker(async (scope) => {
    if (!subject) return;
    for (const account of await listOwners(scope, subject)) for (const to of await listReachable(scope, { account })) {
      const words = alertWords[to.language];
      await queueMail(scope, { id: v5(`${subject} ${account}`, mails), kind: 'safety-check', to: to.email, language: to.language, subject: words.mailSubject, text: words.mailText(`${baseUrl}${localized(to.language, myDay)}`) });
    }
  }) },
  { name: 'settle-safety', every: '*/15 * * * *', on: ['access.safety-answered'], run: async (_delivery, { inWorker }) => await inWorker(settleTasks) },
];

/** Ends the tasks of alerts that were answered; running it again changes nothing. */
export async function settleTasks(scope: Scope): Promise<void> {
  const open = await listOpen(scope, { kind: taskKind });
  const alertOf = (subject: string) => subject.split('/')[0] ?? '';
  const answered = new Set(await listAnswered(scope, open.map((one) => alertOf(one.subject.id))));
  for (const one of open) if (answered.has(alertOf(one.subject.id))) await step(scope, one, { kind: 'keep' });
}
