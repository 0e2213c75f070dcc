import { v5 } from 'uuid';
import { listReachable } from '#app/modules/identity/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { queueMail } from '#app/platform/mail/queue.ts';
import { insertNotice, isSomethingSealed } from './queries.ts';
import { noticeWords } from './words.ts';

const mails = '5d0f3a0e-6f1b-4d0a-9c63-0b1f2f6a7c54';

/** At a quarter past seven the committee is told that something came on a day before. */
export const sealedNoticeJobs: readonly Job[] = [{ name: 'tell-sealed-readers', every: '15 7 * * *', run: async (_delivery, { inWorker, baseUrl }) => void (await inWorker(async (scope) => await tellReaders(scope, baseUrl))) }];

/**
 * One mail to each member that there is something to read, and nothing else: not what, not how much, not when. It leaves at a fixed hour of the next day, so
 * that neither the mail nor its row tells the hour of a report. Running it again on the same day sends nothing. Gives how many were told.
 */
export async function tellReaders(scope: Scope, baseUrl: string): Promise<number> {
  if (!(await isSomethingSealed(scope)) || !(await insertNotice(scope))) return 0;
  const members = [...(await listReachable(scope, { role: 'sealed-reader' })), ...(await listReachable(scope, { role: 'sealed-chair' }))];
  const own = [...new Map(members.map((one) => [one.account, one])).values()];
  for (const { account, email, language } of own) {
    const words = noticeWords[language];
    await queueMail(scope, { id: v5(`${scope.today} ${account}`, mails), kind: 'notice', to: email, language, subject: words.subject, text: words.text(`${baseUrl}/${language}/commitment/my-day`) });
  }
  return own.length;
}
