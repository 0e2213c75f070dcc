import type { Route } from '#app/platform/http/route.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';
import { myDayRoutes } from './my-day/routes.tsx';

export { keep, listDue, type Promised, promise, release } from './obligation/queries.ts';

export function commitmentRoutes(site: SiteSource): Route[] {
  return myDayRoutes(site);
}
