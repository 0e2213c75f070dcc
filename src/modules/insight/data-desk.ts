import type { Pack } from '#app/community-pack/schema.ts';
import { type Kept, sumKept } from '#app/platform/db/keep-rows.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import type { Route } from '#app/platform/http/route.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';
import { foundRoutes } from './alcohol-report/found-page.tsx';
import { alcoholJobs } from './alcohol/jobs.ts';
import { alcoholRoutes } from './alcohol/routes.tsx';
import { computationJobs } from './computation/jobs.ts';
import { computationRoutes } from './computation/routes.tsx';
import { datasetJobs } from './dataset/jobs.ts';
import { loadDatasets } from './dataset/pack.ts';
import { datasetRoutes } from './dataset/routes.tsx';
import { madeRoutes } from './made/routes.tsx';
import { statementRoutes } from './statement/routes.tsx';
import { loadStatements } from './statement/queries.ts';
import { loadTerms } from './open-data/queries.ts';
import { openDataRoutes } from './open-data/routes.tsx';

/** Datasets, what is computed from them, how each figure was made, and the open data; shares due to alcohol, statements of reports and what they say for everybody. */
export function dataRoutes(site: SiteSource): Route[] {
  return [...datasetRoutes(site), ...computationRoutes(site), ...madeRoutes(site), ...openDataRoutes(site), ...alcoholRoutes(site), ...statementRoutes(site), ...foundRoutes(site)];
}

export const dataJobs: readonly Job[] = [...datasetJobs, ...computationJobs, ...alcoholJobs];

/** Loads the schemas and the licence of a content pack. */
export async function loadData(scope: Scope, pack: Pack): Promise<Kept> {
  return sumKept([await loadDatasets(scope, pack), await loadTerms(scope, pack), await loadStatements(scope, pack)]);
}
