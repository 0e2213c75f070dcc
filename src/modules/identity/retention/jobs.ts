import type { Job } from '#app/platform/jobs/job.ts';
import { purgeSpent } from './queries.ts';

const day = 86_400_000;

/** Every night: counters and challenges of more than a day ago are gone. */
export const retentionJobs: readonly Job[] = [
  { name: 'purge-spent', every: '40 3 * * *', run: async (_delivery, { inWorker }) => await inWorker(async (scope) => await purgeSpent(scope, new Date(scope.now.getTime() - day))) },
];
