import type { Job } from '#app/platform/jobs/job.ts';
import type { Route } from '#app/platform/http/route.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';
import { agreementRoutes } from './agreement/routes.tsx';
import { discussionJobs } from './discussion/jobs.ts';
import { discussionRoutes } from './discussion/routes.tsx';
import { releaseJobs } from './release/jobs.ts';
import { trackingRoutes } from './tracking/routes.tsx';

export { enterDemoDiscussions } from './demo/enter.ts';
export { loadSituation } from './pack.ts';

export const situationJobs: readonly Job[] = [...discussionJobs, ...releaseJobs];

/** Agreements, the table's meeting and its discussions, and what leaves the table. */
export function situationRoutes(site: SiteSource): Route[] {
  return [...agreementRoutes(site), ...discussionRoutes(site), ...trackingRoutes(site)];
}
