import { keep, listAbout, promise } from '#app/modules/commitment/index.ts';
import { listPublications, publicationPaths } from '#app/modules/insight/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { documentWords } from './words.ts';

/** Whose turn it is in each state of a report, and what is then owed. */
const turns: Readonly<Record<string, { readonly role: string; readonly what: 'toReview' | 'toRevise' | 'toPublish' } | undefined>> = {
  'in-review': { role: 'leadership-member', what: 'toReview' },
  returned: { role: 'plan-manager', what: 'toRevise' },
  approved: { role: 'plan-manager', what: 'toPublish' },
};

/** A report that waits for somebody stands in that person's day: to be reviewed, revised or published within five working days. */
export const reportJobs: readonly Job[] = [{
  name: 'owe-report-step', on: ['insight.publication-submitted', 'insight.publication-returned', 'insight.publication-approved', 'insight.publication-published'],
  run: async ({ subject }, { inWorker }) => await inWorker(async (scope) => (subject ? await passOn(scope, subject) : undefined)),
}];

/** Makes what is owed about a report follow its state; running it again changes nothing. */
async function passOn(scope: Scope, id: string): Promise<void> {
  const subject = { kind: 'publication', id };
  const report = (await listPublications(scope)).find((one) => one.id === id);
  // A draft that has been handed in once was returned.
  const turn = report ? turns[report.state === 'draft' && report.lastOn ? 'returned' : report.state] : undefined;
  const what = report && turn ? { en: documentWords.en[turn.what](report.title.en), fr: documentWords.fr[turn.what](report.title.fr) } : undefined;
  const open = (await listAbout(scope, subject, 'report')).find((one) => !one.course.keptAt && !one.course.releasedAt);
  if (open && open.what.en === what?.en) return;
  if (open) await keep(scope, subject, 'report');
  if (report && turn && what) await promise(scope, { kind: 'report', subject, owedBy: { role: turn.role }, due: { unit: 'working-days', count: 5 }, path: publicationPaths.draft(id), owedTo: report.preparedFor, what });
}
