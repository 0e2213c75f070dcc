import { accessJobs } from '#app/modules/access/index.ts';
import { commitmentJobs } from '#app/modules/commitment/index.ts';
import { engagementJobs } from '#app/modules/engagement/index.ts';
import { fundingJobs, pilotJobs } from '#app/modules/funding/index.ts';
import { governanceJobs, isClosedTo } from '#app/modules/governance/index.ts';
import { listReachable, retentionJobs } from '#app/modules/identity/index.ts';
import { alertJobs, dataJobs, opioidReportJobs, releaseJobs } from '#app/modules/insight/index.ts';
import { dutyJobs, findCommunity, milestoneJobs, publicationNewsJob, reportJobs } from '#app/modules/plan/index.ts';
import { situationJobs } from '#app/modules/situation/index.ts';
import { recommendationJobs, sealedNoticeJobs, trainingJobs } from '#app/modules/review/index.ts';
import { anchorJobs } from '#app/platform/audit/anchor-job.ts';
import { promises } from './promises.ts';
import { cubeSources } from './releases.ts';
import type { Config } from '#app/platform/config/config.ts';
import type { Job } from '#app/platform/jobs/job.ts';

/** The jobs of every module, one list. */
export function jobsOf(config: Config): readonly Job[] {
  return [
    ...accessJobs,
    ...situationJobs,
    ...engagementJobs,
    ...governanceJobs,
    ...milestoneJobs,
    ...dutyJobs,
    ...retentionJobs,
    ...recommendationJobs,
    ...sealedNoticeJobs,
    ...trainingJobs,
    ...alertJobs(promises),
    ...fundingJobs,
    ...opioidReportJobs,
    ...dataJobs,
    ...releaseJobs(cubeSources),
    ...pilotJobs,
    ...anchorJobs({ keyFile: config.auditKeyFile, origin: config.baseUrl, parties: config.auditParties }),
    publicationNewsJob,
    ...reportJobs,
    ...commitmentJobs({ listReachable, isClosedTo, place: async (scope) => (await findCommunity(scope))?.name ?? { en: '', fr: '' } }),
  ];
}
