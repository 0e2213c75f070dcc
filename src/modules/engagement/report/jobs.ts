import type { Job } from '#app/platform/jobs/job.ts';
import { gateReports } from './actions.ts';

/** As soon as a report is published, and each hour: its numbers pass the gate. */
export const reportJobs: readonly Job[] = [{ name: 'gate-reports', every: '12 * * * *', on: ['engagement.report-published'], run: async (_delivery, { inWorker }) => await inWorker(gateReports) }];
