import type { Route } from '#app/platform/http/route.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';
import { agreementRoutes } from './agreement/routes.tsx';
import { discussionRoutes } from './discussion/routes.tsx';

export { situationJobs } from './discussion/jobs.ts';
export { loadSituation } from './pack.ts';

/** Agreements, the table's meeting and its discussions. Fixed paths stand before those with parameters. */
export function situationRoutes(site: SiteSource): Route[] {
  return [...agreementRoutes(site), ...discussionRoutes(site)];
}
