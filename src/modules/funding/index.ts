import type { Job } from '#app/platform/jobs/job.ts';
import type { Route } from '#app/platform/http/route.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';
import { applicationRoutes } from './application/office-routes.tsx';
import { ownRoutes } from './application/own-routes.tsx';
import { awardRoutes } from './award/routes.tsx';
import { callRoutes } from './call/routes.tsx';
import { formRoutes } from './form/routes.tsx';
import { grantRoutes } from './grant/routes.tsx';
import { reportJobs } from './report/jobs.ts';
import { letterJob } from './review/jobs.ts';
import { reasonRoutes } from './reason/routes.tsx';
import { reviewRoutes } from './review/routes.tsx';
import { ownPlanRoutes } from './own-plan/routes.tsx';
import { pilotRoutes } from './pilot/routes.tsx';

export { loadGrants } from './grant/pack.ts';
export { enterDemoFund } from './demo/enter.ts';
export { fundTemplate } from './grant/template.ts';
export { enterDemoPilot } from './pilot/demo.ts';
export { loadPilots } from './pilot/pack.ts';
export { pilotTemplate } from './pilot/template.ts';
export { pilotCubes } from './pilot-outcome/cube.ts';
export { pilotJobs } from './pilot-outcome/jobs.ts';

/** The fund: calls, applications, review, awards, reports and what was given. Fixed paths stand before those with parameters. */
export function fundingRoutes(site: SiteSource): Route[] {
  return [
    ...callRoutes(site),
    ...formRoutes(site),
    ...ownRoutes(site),
    ...reviewRoutes(site),
    ...reasonRoutes(site),
    ...applicationRoutes(site),
    ...awardRoutes(site),
    ...grantRoutes(site),
    ...ownPlanRoutes(site),
    ...pilotRoutes(site),
  ];
}

export const fundingJobs: readonly Job[] = [
  letterJob,
  ...reportJobs,
];
