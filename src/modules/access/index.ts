import type { Route } from '#app/platform/http/route.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';
import { pointRoutes } from './access-point/routes.tsx';
import { consentJobs } from './consent/jobs.ts';
import { consentRoutes } from './consent/routes.tsx';
import { glassJobs } from './glass/jobs.ts';
import { glassRoutes } from './glass/routes.tsx';
import { handOffRoutes } from './hand-off/routes.tsx';
import { intakeJobs } from './intake/jobs.ts';
import { intakeRoutes } from './intake/routes.ts';
import { lookRoutes } from './look/routes.tsx';
import { personRoutes } from './person/routes.tsx';

export { loadPoints } from './access-point/pack.ts';
export { addDemoRequests } from './intake/demo.ts';

/** People who are helped: their records, consent, break-glass, and who has looked. */
export function accessRoutes(site: SiteSource): Route[] {
  return [...personRoutes(site), ...consentRoutes(site), ...glassRoutes(site), ...lookRoutes(site), ...pointRoutes(site), ...intakeRoutes(site), ...handOffRoutes(site)];
}

export const accessJobs: readonly Job[] = [...consentJobs, ...glassJobs, ...intakeJobs];
