import type { Job } from '#app/platform/jobs/job.ts';
import { purgeDrafts } from './queries.ts';

/** Every night: what was saved under a code and not taken up in time is gone. */
export const surveyJobs: readonly Job[] = [{ name: 'purge-survey-drafts', every: '50 3 * * *', run: async (_delivery, { inWorker }) => await inWorker(purgeDrafts) }];
