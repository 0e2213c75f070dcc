import type { Route } from '#app/platform/http/route.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';
import { personRoutes } from './person/routes.tsx';

export { sections, type Section } from './sections.ts';

/** People who are helped: their records, consent, break-glass, and who has looked. */
export function accessRoutes(site: SiteSource): Route[] {
  return [...personRoutes(site)];
}
