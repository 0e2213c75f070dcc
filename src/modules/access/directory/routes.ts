import type { Route } from '#app/platform/http/route.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';
import { boardRoutes } from './board-routes.tsx';
import { importRoutes } from './import-routes.tsx';
import { helpRoutes } from './help-routes.tsx';
import { hsdsRoutes } from './hsds-routes.ts';

/** The directory of services: for everybody, for staff, and for programs. */
export function directoryRoutes(site: SiteSource): Route[] {
  return [...helpRoutes(site), ...boardRoutes(site), ...importRoutes(site), ...hsdsRoutes()];
}
