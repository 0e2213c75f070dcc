import { findCommunity } from '#app/modules/plan/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job, JobTools } from '#app/platform/jobs/job.ts';
import type { Language } from '#app/platform/language/language.ts';
import { queueMail } from '#app/platform/mail/queue.ts';
import { bulletinMail } from '../subscription/mails.ts';
import { type DueDelivery, insertDeliveries, markMailed, takeDueDeliveries } from './deliveries.ts';
import { findBulletin, listBulletinLines } from './queries.ts';
import { bulletinWords } from './words.ts';

/** A sent bulletin becomes deliveries; those who want it at once get their mail now. */
const deliver: Job = {
  name: 'deliver-bulletin',
  on: ['engagement.bulletin-sent'],
  run: async ({ subject }, tools) => {
    if (!subject) return;
    await tools.inWorker(async (scope) => {
      const lines = (await listBulletinLines(scope, subject)).filter((line) => line.included);
      if ((await findBulletin(scope, { id: subject }))?.state === 'sent') await insertDeliveries(scope, subject, [...new Set(lines.map((line) => line.topic))]);
    });
    await mailDue(tools, 'at-once');
  },
};

/** Daily subscribers get one mail at eight, with all that waits for them; weekly ones on Mondays. */
const daily: Job = { name: 'mail-daily-bulletins', every: '0 8 * * *', run: async (_delivery, tools) => await mailDue(tools, 'daily') };
const weekly: Job = { name: 'mail-weekly-bulletins', every: '5 8 * * 1', run: async (_delivery, tools) => await mailDue(tools, 'weekly') };

export const bulletinJobs: readonly Job[] = [deliver, daily, weekly];

/** Queues one mail for each subscriber of a frequency that something waits for; the delivery is marked in the same transaction. */
export async function mailDue(tools: Pick<JobTools, 'inWorker' | 'baseUrl'>, frequency: string): Promise<void> {
  for (;;) {
    const mailed = await tools.inWorker(async (scope) => {
      const due = await takeDueDeliveries(scope, frequency, 200);
      for (const own of Map.groupBy(due, (delivery) => delivery.subscriber).values()) await mailOne(scope, own, tools.baseUrl);
      await markMailed(scope, due.map((delivery) => delivery.id));
      return due.length;
    });
    if (mailed === 0) return;
  }
}

async function mailOne(scope: Scope, own: readonly DueDelivery[], baseUrl: string): Promise<void> {
  const [first] = own;
  const community = await findCommunity(scope);
  if (!first || !community) return;
  const parts = await Promise.all(own.map(async (delivery) => await textOf(scope, delivery)));
  const words = bulletinWords[first.language];
  const subject = words.mailSubject(community.name[first.language], parts.map((part) => part.number));
  const content = { subject, text: parts.map((part) => part.text).join('\n\n') };
  await queueMail(scope, { id: first.id, kind: 'bulletin', to: first.email, recipientKey: first.subscriber, language: first.language, ...bulletinMail(first.language, community, baseUrl, first.key, content) });
}

async function textOf(scope: Scope, delivery: DueDelivery): Promise<{ number: number; text: string }> {
  const bulletin = await findBulletin(scope, { id: delivery.bulletin });
  const lines = (await listBulletinLines(scope, delivery.bulletin)).filter((line) => line.included && delivery.topics.includes(line.topic));
  return { number: bulletin?.number ?? 0, text: bulletinText(delivery.language, bulletin?.number ?? 0, lines.map((line) => line.text[delivery.language])) };
}

/** The plain text of a bulletin, as it is mailed and previewed. */
export function bulletinText(language: Language, number: number, lines: readonly string[]): string {
  return `${bulletinWords[language].bulletin(number)}\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}
