import type { Route } from '#app/platform/http/route.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';
import { consentJobs } from './consent/jobs.ts';
import { consentRoutes } from './consent/routes.tsx';
import { type Around, glassJobs } from './glass/jobs.ts';
import { glassRoutes } from './glass/routes.tsx';
import { lookRoutes } from './look/routes.tsx';
import { personRoutes } from './person/routes.tsx';

export { sections, type Section } from './sections.ts';

/** People who are helped: their records, consent, break-glass, and who has looked. */
export function accessRoutes(site: SiteSource): Route[] {
  return [...personRoutes(site), ...consentRoutes(site), ...glassRoutes(site), ...lookRoutes(site)];
}

export function accessJobs(around: Around): readonly Job[] {
  return [...consentJobs, ...glassJobs(around)];
}
