import { findApplicationForLetter } from '../application/letters.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { queueMail } from '#app/platform/mail/queue.ts';
import { letterOf } from './letter.ts';
import { findOutcome, markTold } from './queries.ts';

/** The letter with the answer, in both languages, to each who gave an address; once, however often the event comes. */
export const letterJob: Job = {
  name: 'fund-letters', on: ['funding.outcome-recorded'],
  run: async ({ subject }, { inWorker, baseUrl }) => await inWorker(async (scope) => {
    const found = subject ? await findApplicationForLetter(scope, subject) : undefined;
    const outcome = subject ? await findOutcome(scope, subject) : undefined;
    if (!found || !outcome || !(await markTold(scope, outcome.application))) return;
    const { title, call, language } = found;
    const { reason, amount, granted } = outcome;
    for (const person of found.people) await queueMail(scope, { kind: 'fund-letter', to: person.email, recipientKey: person.id, language, ...letterOf({ language, name: person.name, title, call, reason, amount, granted, baseUrl }) });
  }),
};
