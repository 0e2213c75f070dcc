import { declareCube, releaseThroughGate } from '#app/modules/insight/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { listCodes } from '../code/queries.ts';
import { tablesOf } from './cubes.ts';
import { listEndedYears, listFiled, listYearCounts } from './queries.ts';

export const releaseJobs: readonly Job[] = [
  { name: 'release-situation-counts', every: '40 6 * * *', on: ['platform.started'], run: async (_delivery, { inWorker }) => void (await inWorker(releaseYears)) },
];

/** Sends every year that is over and not out yet through the gate; what stands stays as it is. Gives of how many years something was filed. */
export async function releaseYears(scope: Scope): Promise<number> {
  const filed = new Set((await listFiled(scope)).map(({ cube, period }) => `${cube} ${period}`));
  const codes = await listCodes(scope);
  let years = 0;
  for (const { body, bodyName, year } of await listEndedYears(scope)) {
    const states: string[] = [];
    for (const { declaration, cells } of tablesOf(body, bodyName, codes, await listYearCounts(scope, body, year))) {
      if (cells.length === 0 || filed.has(`${declaration.slug} ${year}`)) continue;
      await declareCube(scope, declaration);
      states.push((await releaseThroughGate(scope, { cube: declaration.slug, period: String(year), cells })).state);
    }
    years += states.includes('filed') ? 1 : 0;
  }
  return years;
}
