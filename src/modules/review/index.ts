import type { Route } from '#app/platform/http/route.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';
import { sealedDeskRoutes } from './sealed-desk/routes.tsx';
import { sealedReportRoutes } from './sealed-report/routes.tsx';
import { sessionRoutes } from './session/routes.tsx';

export { loadReview } from './pack.ts';

/** Case review. One feature a line. */
export function reviewRoutes(site: SiteSource): Route[] {
  return [
    ...sessionRoutes(site),
    ...sealedDeskRoutes(site),
    ...sealedReportRoutes(site),
  ];
}
