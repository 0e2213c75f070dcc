import type { Route } from '#app/platform/http/route.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';
import { overdoseRoutes } from '../overdose/routes.tsx';
import { contactRoutes } from './contact-routes.tsx';
import { deskRoutes } from './desk-routes.tsx';
import { levelRoutes } from './level-routes.tsx';
import type { Promises } from './promises.ts';
import { ruleRoutes } from './rule-routes.tsx';
import { seriesRoutes } from './series-routes.tsx';

/** Every page of the early warning. */
export function alertRoutes(site: SiteSource, promises: Promises): Route[] {
  return [...overdoseRoutes(site), ...levelRoutes(site), ...deskRoutes(site, promises), ...ruleRoutes(site), ...seriesRoutes(site), ...contactRoutes(site)];
}
