import { findNames } from '#app/methods/name-warning/name-warning.ts';
import type { Route } from '#app/platform/http/route.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';
import { codingRoutes } from '../coding/routes.tsx';
import { contributionRoutes } from '../contribution/routes.tsx';
import { quoteRoutes } from '../quote/routes.tsx';
import { reportRoutes } from '../report/routes.tsx';
import { themeRoutes } from '../theme/routes.tsx';
import { consultationRoutes } from './routes.tsx';

/** Everything about what people said: the work of coders first, as its fixed paths stand below the public ones. */
export function voiceRoutes(site: SiteSource): Route[] {
  return [...contributionRoutes(site, findNames), ...codingRoutes(site), ...themeRoutes(site), ...quoteRoutes(site, findNames), ...reportRoutes(site), ...consultationRoutes(site)];
}
