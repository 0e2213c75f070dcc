import type { Route } from '#app/platform/http/route.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';
import type { Desk } from './desk.ts';
import { draftRoutes } from './draft-routes.tsx';
import { publishedRoutes } from './published-routes.tsx';

/** Every page of publications. The addresses of drafts come first: they are longer than that of one publication, and of the same beginning. */
export function publicationRoutes(site: SiteSource, desk: Desk): Route[] {
  return [...draftRoutes(site, desk), ...publishedRoutes(site, desk)];
}
