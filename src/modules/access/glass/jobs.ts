import { v5 } from 'uuid';
import { listReachable } from '#app/modules/identity/index.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { queueMail } from '#app/platform/mail/queue.ts';
import { localized } from '#app/ui/page-frame.ts';
import { accessPaths } from '../paths.ts';
import { grounds } from './queries.ts';
import { glassWords } from './words.ts';

const mails = '5d1d5a0e-6d2b-4f5c-9a52-0f3c5b7a9e14';

/** The privacy officers and the supervisors of the agency that holds the record hear of it at once, each once, with a link to what she may open. */
export const glassJobs: readonly Job[] = [{ name: 'tell-of-glass', on: ['access.glass-opened'], run: async ({ subject, detail }, { inWorker, baseUrl }) => await inWorker(async (scope) => {
  const ground = grounds.find((one) => one === detail.ground);
  const { agency, person } = detail;
  if (!subject || !ground) return;
  const officers = await listReachable(scope, { role: 'privacy-officer' });
  const supervisors = typeof agency === 'string' ? await listReachable(scope, { role: 'access-supervisor', agency }) : [];
  const links = new Map([...supervisors.map((one) => [one.account, accessPaths.looks(String(person))] as const), ...officers.map((one) => [one.account, accessPaths.glass] as const)]);
  for (const to of new Map([...supervisors, ...officers].map((one) => [one.account, one])).values()) {
    const words = glassWords[to.language];
    const path = links.get(to.account) ?? accessPaths.glass;
    const label = path === accessPaths.glass ? words.mailReview : words.looks;
    await queueMail(scope, { id: v5(`${subject} ${to.account}`, mails), kind: 'break-glass', to: to.email, language: to.language, subject: words.mailSubject, text: words.mailText(words.grounds[ground], label, `${baseUrl}${localized(to.language, path)}`) });
  }
}) }];
