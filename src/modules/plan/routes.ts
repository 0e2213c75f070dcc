import type { Route } from '#app/platform/http/route.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';
import { communityRoutes } from './community/routes.tsx';
import { documentRoutes } from './document/routes.tsx';
import { dutyRoutes } from './duty/routes.tsx';
import { feedRoutes } from './feed/routes.ts';
import { figureRoutes } from './figure/routes.tsx';
import { milestoneRoutes } from './milestone/routes.tsx';
import { outlineRoutes } from './outline/routes.tsx';
import { priorityRoutes } from './priority/routes.tsx';
import type { Surroundings } from './surroundings.ts';

/** Every page of the plan. `around` gives what its pages show of the modules above it. */
export function planRoutes(site: SiteSource, around: Surroundings): Route[] {
  return [
    ...outlineRoutes(site, around), ...priorityRoutes(site, around), ...milestoneRoutes(site, around), ...dutyRoutes(site, around),
    ...feedRoutes(), ...documentRoutes(site), ...figureRoutes(site), ...communityRoutes(site),
  ];
}
