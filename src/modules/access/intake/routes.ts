import type { Route } from '#app/platform/http/route.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';
import { deskRoutes } from './desk-routes.tsx';
import { followRoutes } from './follow-routes.tsx';
import { publicIntakeRoutes } from './public-routes.tsx';
import { queueRoutes } from './queue-routes.tsx';

/** Requests for help: the doors of everybody, following by code, and the work of the agency that runs the point. */
export function intakeRoutes(site: SiteSource): Route[] {
  return [...publicIntakeRoutes(site), ...followRoutes(site), ...queueRoutes(site), ...deskRoutes(site)];
}
