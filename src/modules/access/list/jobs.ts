import type { Job } from '#app/platform/jobs/job.ts';
import { settleLists } from './queries.ts';

/** Every night each list is brought up to what its function says of the day. */
export const listJobs: readonly Job[] = [
  { name: 'settle-lists', every: '20 4 * * *', run: async (_delivery, { inWorker }) => {
    await inWorker(settleLists);
  } },
];
