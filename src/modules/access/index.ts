import type { Route } from '#app/platform/http/route.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';
import { barRoutes } from './bar/routes.tsx';
import { closingRoutes } from './consent/closing-routes.tsx';
import { consentJobs } from './consent/jobs.ts';
import { consentRoutes } from './consent/routes.tsx';
import { duplicateJobs } from './duplicate/jobs.ts';
import { duplicateRoutes } from './duplicate/routes.tsx';
import { glassJobs } from './glass/jobs.ts';
import { glassRoutes } from './glass/routes.tsx';
import { lookRoutes } from './look/routes.tsx';
import { personRoutes } from './person/routes.tsx';

export { enterDemoPeople } from './demo/enter-people.ts';

/** People who are helped: their records, consent, break-glass, and who has looked. */
export function accessRoutes(site: SiteSource): Route[] {
  return [...personRoutes(site), ...consentRoutes(site), ...glassRoutes(site), ...lookRoutes(site), ...duplicateRoutes(site), ...barRoutes(site), ...closingRoutes(site)];
}

export const accessJobs: readonly Job[] = [...consentJobs, ...glassJobs, ...duplicateJobs];
