import type { Route } from '#app/platform/http/route.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';
import { callRoutes } from './call/routes.tsx';

export { loadPilots } from './pilot/pack.ts';

/** The fund: calls, applications, review, awards, reports and what was given. Fixed paths stand before those with parameters. */
export function fundingRoutes(site: SiteSource): Route[] {
  return [
    ...callRoutes(site),
  ];
}
