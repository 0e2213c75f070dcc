import { isId } from '#app/platform/db/id.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { settleOwed } from './actions.ts';

/** Ends what was owed once a recommendation is verified or declined. */
export const recommendationJobs: readonly Job[] = [
  { name: 'settle-recommendation', on: ['review.recommendation-step'], run: async ({ subject }, { inWorker }) => {
    if (subject !== null && isId(subject)) await inWorker(async (scope) => await settleOwed(scope, subject));
  } },
];
