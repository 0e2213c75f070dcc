import { v5 } from 'uuid';
import { findObligation, keep, promise } from '#app/modules/commitment/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { queueMail } from '#app/platform/mail/queue.ts';
import { addDays, formatDate } from '#app/ui/format.ts';
import { localized } from '#app/ui/page-frame.ts';
import { findApplicationForLetter } from '../application/letters.ts';
import { applicationPaths } from '../application/paths.ts';
import { awardPaths } from '../award/paths.ts';
import { findReport } from './queries.ts';
import { reportWords } from './words.ts';

/** Working days in which the fund answers a report, and days in which what it asked is to be sent. */
const answerWithin = 10;
const askedDays = 14;

/** Names the mail of an event to a person, so that an event that comes twice is one mail. */
const mails = '5f3d0c4e-6f0b-4f4e-9a55-0d3f6f1f7b10';

async function mailRecipient(scope: Scope, event: string, application: string | null, mail: (language: 'en' | 'fr', name: string) => { subject: string; text: string }): Promise<void> {
  const found = application ? await findApplicationForLetter(scope, application) : undefined;
  for (const person of found?.people ?? []) await queueMail(scope, { id: v5(`${event} ${person.id}`, mails), kind: 'fund-report', to: person.email, recipientKey: person.id, language: found?.language ?? 'en', ...mail(found?.language ?? 'en', person.name) });
}

/** Reports as commitments: what is owed ends when it is sent, the fund then owes an answer, and what it asks is owed anew. */
export const reportJobs: readonly Job[] = [
  {
    name: 'fund-report-sent', on: ['funding.report-sent'],
    run: async ({ subject }, { inWorker }) => await inWorker(async (scope) => {
      const report = subject ? await findReport(scope, subject) : undefined;
      if (!report || report.state !== 'sent') return;
      await keep(scope, { kind: 'grant-report', id: report.id }, 'grant-report');
      await promise(scope, {
        kind: 'grant-report-answer', subject: { kind: 'grant-report', id: report.id }, what: { en: reportWords.en.toAnswer(report.title), fr: reportWords.fr.toAnswer(report.title) },
        owedTo: { en: report.recipient, fr: report.recipient }, owedBy: { role: 'fund-officer' }, due: { unit: 'working-days', count: answerWithin }, path: awardPaths.show(report.awardId),
      });
    }),
  },
  {
    name: 'fund-report-answered', on: ['funding.report-answered'],
    run: async ({ id, subject }, { inWorker, baseUrl }) => await inWorker(async (scope) => {
      const report = subject ? await findReport(scope, subject) : undefined;
      if (!report || (report.state !== 'accepted' && report.state !== 'asked' && report.state !== 'refused')) return;
      const { state } = report;
      await keep(scope, { kind: 'grant-report', id: report.id }, 'grant-report-answer');
      if (state === 'asked') await promise(scope, {
        kind: 'grant-report', subject: { kind: 'grant-report', id: report.id }, what: { en: reportWords.en.owed(report.title), fr: reportWords.fr.owed(report.title) },
        owedTo: { en: reportWords.en.office, fr: reportWords.fr.office }, owedBy: { role: 'fund-officer', member: report.awardId, name: report.recipient }, due: addDays(scope.today, askedDays), path: awardPaths.show(report.awardId),
      });
      await mailRecipient(scope, id, report.applicationId, (language, name) => {
        const words = reportWords[language];
        return { subject: words.answered, text: words.answeredText({ name, title: report.title, state: words.states[state], text: report.answer ?? '', url: `${baseUrl}${localized(language, applicationPaths.resume)}` }) };
      });
    }),
  },
  {
    name: 'fund-report-reminder', on: ['commitment.reminder-due'],
    run: async ({ id, subject }, { inWorker, baseUrl }) => await inWorker(async (scope) => {
      const owed = subject ? await findObligation(scope, subject) : undefined;
      const report = owed?.kind === 'grant-report' ? await findReport(scope, owed.subject.id) : undefined;
      if (!report || (report.state !== 'due' && report.state !== 'asked')) return;
      await mailRecipient(scope, id, report.applicationId, (language, name) => {
        const words = reportWords[language];
        return { subject: words.reminder, text: words.reminderText({ name, title: report.title, due: formatDate(language, owed?.due ?? report.dueOn), url: `${baseUrl}${localized(language, applicationPaths.resume)}` }) };
      });
    }),
  },
];
