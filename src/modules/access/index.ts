import type { Route } from '#app/platform/http/route.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';
import { careJobs } from './care-plan/jobs.ts';
import { careRoutes } from './care-plan/routes.tsx';
import { consentJobs } from './consent/jobs.ts';
import { consentRoutes } from './consent/routes.tsx';
import { fhirRoutes } from './fhir/routes.ts';
import { glassJobs } from './glass/jobs.ts';
import { glassRoutes } from './glass/routes.tsx';
import { lookRoutes } from './look/routes.tsx';
import { listJobs } from './list/jobs.ts';
import { listRoutes } from './list/routes.tsx';
import { outreachJobs } from './outreach/jobs.ts';
import { outreachRoutes } from './outreach/routes.tsx';
import { personRoutes } from './person/routes.tsx';
import { stayRoutes } from './stay/routes.tsx';

export { loadCare } from './care-plan/pack.ts';
export { openDemoOutreach } from './outreach/demo.ts';

/** People who are helped: their records, consent, break-glass, and who has looked. */
export function accessRoutes(site: SiteSource): Route[] {
  return [...personRoutes(site), ...consentRoutes(site), ...glassRoutes(site), ...lookRoutes(site), ...stayRoutes(site), ...listRoutes(site), ...fhirRoutes(), ...careRoutes(site), ...outreachRoutes(site)];
}

export const accessJobs: readonly Job[] = [...consentJobs, ...glassJobs, ...listJobs, ...careJobs, ...outreachJobs];
