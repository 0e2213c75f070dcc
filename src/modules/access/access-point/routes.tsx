import { page } from '#app/platform/http/answer.ts';
import type { Route } from '#app/platform/http/route.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { PointsPage } from './list-page.tsx';
import { pointPaths } from './paths.ts';
import { listPoints } from './queries.ts';
import { pointWords } from './words.ts';

/** The points of access, for everybody. */
export function pointRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: pointPaths.points, may: 'anyone', audit: 'none', cached: true, handle: async (visit) =>
      page(<PointsPage frame={frameOf(visit, site(), { title: pointWords[visit.language].title, current: 'points' })} points={await listPoints(visit)} />) },
  ];
}
