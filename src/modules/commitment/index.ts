import type { Route } from '#app/platform/http/route.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';
import { myDayRoutes } from './my-day/routes.tsx';
import { obligationRoutes } from './obligation/routes.tsx';

export { keep, type Mirrored, mirror, type Promised, promise, release, step } from './obligation/actions.ts';
export { type Course, type Standing, standingOf } from './obligation/course.ts';
export { addMonths, dueUnder, type Term } from './obligation/due.ts';
export { findObligation, listAbout, listEnded, listOpen, type Obligation } from './obligation/queries.ts';
export { ObligationTable } from './obligation/pages.tsx';
export { StandingMark } from './obligation/standing-mark.tsx';
export { commitmentJobs } from './reminder/jobs.ts';

/** Names of bodies, which stand in a module above this one; the program hands them in. */
export type Named = { readonly listBodies: (scope: Scope) => Promise<readonly { readonly slug: string; readonly name: Bilingual }[]> };

export function commitmentRoutes(site: SiteSource, named: Named): Route[] {
  return [...myDayRoutes(site, named), ...obligationRoutes(site, named)];
}
