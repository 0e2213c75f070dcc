import type { Pack } from '#app/community-pack/schema.ts';
import { type Kept, sumKept } from '#app/platform/db/keep-rows.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import type { Route } from '#app/platform/http/route.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';
import { computationJobs } from './computation/jobs.ts';
import { computationRoutes } from './computation/routes.tsx';
import { datasetJobs } from './dataset/jobs.ts';
import { loadDatasets } from './dataset/pack.ts';
import { datasetRoutes } from './dataset/routes.tsx';
import { madeRoutes } from './made/routes.tsx';
import { loadTerms } from './open-data/queries.ts';
import { openDataRoutes } from './open-data/routes.tsx';

/** Datasets, what is computed from them, how each figure was made, and the open data. */
export function dataRoutes(site: SiteSource): Route[] {
  return [...datasetRoutes(site), ...computationRoutes(site), ...madeRoutes(site), ...openDataRoutes(site)];
}

export const dataJobs: readonly Job[] = [...datasetJobs, ...computationJobs];

/** Loads the schemas and the licence of a content pack. */
export async function loadData(scope: Scope, pack: Pack): Promise<Kept> {
  return sumKept([await loadDatasets(scope, pack), await loadTerms(scope, pack)]);
}
