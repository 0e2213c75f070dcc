import type { Route } from '#app/platform/http/route.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';
import { sealedDeskRoutes } from './sealed-desk/routes.tsx';
import { sealedReportRoutes } from './sealed-report/routes.tsx';
import { checklistRoutes } from './checklist/routes.tsx';
import { outcomeRoutes } from './outcome/routes.tsx';
import { recommendationRoutes } from './recommendation/routes.tsx';
import { reviewerRoutes } from './reviewer/routes.tsx';
import { sessionRoutes } from './session/routes.tsx';
import { trainingOfficeRoutes } from './training/office-routes.tsx';
import { trainingRoutes } from './training/routes.tsx';
import { yearRoutes } from './year/routes.tsx';

export { openDemoReview } from './demo/open-session.ts';
export { reviewCubes } from './year/cube.ts';
export { trainingCubes, trainingJobs } from './training/cube.ts';
export { sealedNoticeJobs } from './sealed-desk/notice.ts';
export { yearTemplate } from './year/template.ts';
export { recommendationJobs } from './recommendation/jobs.ts';
export { loadReview } from './pack.ts';
export { inspectPage, listsOf } from './sealed-report/inspect.ts';

/** Case review. One feature a line. */
export function reviewRoutes(site: SiteSource): Route[] {
  return [
    ...sessionRoutes(site),
    ...sealedDeskRoutes(site),
    ...sealedReportRoutes(site),
    ...reviewerRoutes(site),
    ...checklistRoutes(site),
    ...outcomeRoutes(site),
    ...recommendationRoutes(site),
    ...yearRoutes(site),
    ...trainingRoutes(site),
    ...trainingOfficeRoutes(site),
  ];
}
