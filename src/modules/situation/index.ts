import type { Route } from '#app/platform/http/route.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';

export { situationJobs } from './discussion/jobs.ts';

export function situationRoutes(_site: SiteSource): Route[] {
  return [];
}
