import { findCommunity } from '#app/modules/plan/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job, JobTools } from '#app/platform/jobs/job.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { type Mail, queueMails } from '#app/platform/mail/queue.ts';
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
  for (let after: string | undefined; ; ) {
    const last = await tools.inWorker(async (scope) => {
      const due = await takeDueDeliveries(scope, frequency, 500, after);
      const mails = await composeMails(scope, due, tools.baseUrl);
      await queueMails(scope, mails);
      await markMailed(scope, due.map((delivery) => delivery.id));
      return due.at(-1)?.subscriber;
    });
    if (last === undefined) return;
    after = last;
  }
}

/** One mail for each subscriber, with all that waits for her; what bulletins say is read once for all of them. */
async function composeMails(scope: Scope, due: readonly DueDelivery[], baseUrl: string): Promise<Mail[]> {
  const community = due.length > 0 ? await findCommunity(scope) : undefined;
  if (!community) return [];
  const bulletins = new Map<string, Said>();
  for (const id of new Set(due.map(({ bulletin }) => bulletin))) bulletins.set(id, { number: (await findBulletin(scope, { id }))?.number ?? 0, lines: (await listBulletinLines(scope, id)).filter((line) => line.included) });
  return [...Map.groupBy(due, ({ subscriber }) => subscriber).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const parts = own.map((delivery) => textOf(delivery, bulletins.get(delivery.bulletin) ?? { number: 0, lines: [] }));
    const content = { subject: bulletinWords[first.language].mailSubject(community.name[first.language], parts.map(({ number }) => number)), text: parts.map(({ text }) => text).join('\n\n') };
    return [{ id: first.id, kind: 'bulletin', to: first.email, recipientKey: first.subscriber, language: first.language, ...bulletinMail(first.language, community, baseUrl, first.key, content) }];
  });
}

type Said = { readonly number: number; readonly lines: readonly { readonly topic: string; readonly text: Bilingual }[] };

function textOf({ language, topics }: DueDelivery, { number, lines }: Said): { number: number; text: string } {
  return { number, text: bulletinText(language, number, lines.filter((line) => topics.includes(line.topic)).map((line) => line.text[language])) };
}

/** The plain text of a bulletin, as it is mailed and previewed. */
export function bulletinText(language: Language, number: number, lines: readonly string[]): string {
  return `${bulletinWords[language].bulletin(number)}\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}
