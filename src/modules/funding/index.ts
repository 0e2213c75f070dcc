import type { Route } from '#app/platform/http/route.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';
import { callRoutes } from './call/routes.tsx';
import { ownPlanRoutes } from './own-plan/routes.tsx';
import { pilotRoutes } from './pilot/routes.tsx';

export { enterDemoPilot } from './pilot/demo.ts';
export { loadPilots } from './pilot/pack.ts';
export { pilotTemplate } from './pilot/template.ts';
export { pilotCubes, pilotJobs } from './pilot-outcome/cube.ts';

/** The fund: calls, applications, review, awards, reports and what was given. Fixed paths stand before those with parameters. */
export function fundingRoutes(site: SiteSource): Route[] {
  return [
    ...callRoutes(site),
    ...ownPlanRoutes(site),
    ...pilotRoutes(site),
  ];
}
