import { v5 } from 'uuid';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import type { Language } from '#app/platform/language/language.ts';
import { queueMail } from '#app/platform/mail/queue.ts';
import { localized } from '#app/ui/page-frame.ts';
import { accessPaths } from '../paths.ts';
import { grounds } from './queries.ts';
import { glassWords } from './words.ts';

type Reachable = { readonly account: string; readonly email: string; readonly language: Language };
/** Addresses of accounts, which stand in identity; the program hands them in. */
export type Around = { readonly listReachable: (scope: Scope, who: { role?: string; agency?: string }) => Promise<readonly Reachable[]> };
const mails = '5d1d5a0e-6d2b-4f5c-9a52-0f3c5b7a9e14';

/** The privacy officers and the supervisors of the agency that holds the record hear of it at once, each once. */
export function glassJobs(around: Around): readonly Job[] {
  return [{ name: 'tell-of-glass', on: ['access.glass-opened'], run: async ({ subject, detail }, { inWorker, baseUrl }) => await inWorker(async (scope) => {
    const ground = grounds.find((one) => one === detail.ground);
    if (!subject || !ground) return;
    const agency = typeof detail.agency === 'string' ? detail.agency : undefined;
    const told = [...await around.listReachable(scope, { role: 'privacy-officer' }), ...(agency ? await around.listReachable(scope, { role: 'access-supervisor', agency }) : [])];
    for (const to of new Map(told.map((one) => [one.account, one])).values()) {
      const words = glassWords[to.language];
      await queueMail(scope, { id: v5(`${subject} ${to.account}`, mails), kind: 'break-glass', to: to.email, language: to.language, subject: words.mailSubject, text: words.mailText(words.grounds[ground], `${baseUrl}${localized(to.language, accessPaths.glass)}`) });
    }
  }) }];
}
