import { findApplicationForLetter } from '../application/letters.ts';
import { localized } from '#app/ui/page-frame.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { queueMail } from '#app/platform/mail/queue.ts';
import { applicationPaths } from '../application/paths.ts';
import { formatMoney } from '../money.ts';
import { findOutcome, markTold } from './queries.ts';
import { reviewWords } from './words.ts';

/** The letter with the answer, in the language of the application, to each who gave an address; once, however often the event comes. */
export const letterJob: Job = {
  name: 'fund-letters', on: ['funding.outcome-recorded'],
  run: async ({ subject }, { inWorker, baseUrl }) => await inWorker(async (scope) => {
    const found = subject ? await findApplicationForLetter(scope, subject) : undefined;
    const outcome = subject ? await findOutcome(scope, subject) : undefined;
    if (!found || !outcome || !(await markTold(scope, outcome.application))) return;
    const { language } = found;
    const words = reviewWords[language];
    for (const person of found.people) {
      const text = words.letter({
        name: person.name, title: found.title, call: found.call[language], reason: outcome.reason[language], amount: formatMoney(language, outcome.amount), granted: outcome.granted,
        url: `${baseUrl}${localized(language, applicationPaths.resume)}`,
      });
      await queueMail(scope, { kind: 'fund-letter', to: person.email, recipientKey: person.id, language, subject: words.letterSubject(outcome.granted), text });
    }
  }),
};
