import type { Route } from '#app/platform/http/route.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';
import { consentJobs } from './consent/jobs.ts';
import { consentRoutes } from './consent/routes.tsx';
import { directoryRoutes } from './directory/routes.ts';
import { glassJobs } from './glass/jobs.ts';
import { glassRoutes } from './glass/routes.tsx';
import { lookRoutes } from './look/routes.tsx';
import { personRoutes } from './person/routes.tsx';
import { followRoutes } from './follow/routes.tsx';
import { referralJobs } from './referral/jobs.ts';
import { referralRoutes } from './referral/routes.tsx';
import { sendRoutes } from './referral/send-routes.tsx';
import { referralLinkRoutes } from './referral-link/routes.tsx';
import { waitRoutes } from './wait/routes.tsx';

export { listPublicWaits, type PublicWait } from './wait/queries.ts';

/** People who are helped: their records, consent, break-glass, and who has looked. */
export function accessRoutes(site: SiteSource): Route[] {
  return [...personRoutes(site), ...consentRoutes(site), ...glassRoutes(site), ...lookRoutes(site), ...sendRoutes(site), ...referralRoutes(site), ...referralLinkRoutes(site), ...followRoutes(site), ...waitRoutes(site), ...directoryRoutes(site)];
}

export const accessJobs: readonly Job[] = [...consentJobs, ...glassJobs, ...referralJobs];

export { loadDirectory } from './directory/pack.ts';
export { type Feed, type Imported, importDirectory } from './directory/import.ts';
