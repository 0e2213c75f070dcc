import type { Job } from '#app/platform/jobs/job.ts';
import { releaseReplays } from './release.ts';

/** Counts a replay as soon as it is asked for; every hour what an interruption left behind. */
export const replayJobs: readonly Job[] = [{ name: 'release-replays', on: ['access.replay-asked'], every: '25 * * * *', run: async (_delivery, { inWorker }) => await inWorker(releaseReplays) }];
