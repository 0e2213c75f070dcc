import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { weighPairs } from './compare.ts';
import { keepSuggested, listAgenciesToCompare, listCandidates, readCompared } from './queries.ts';

/** Every night the records that changed are compared with those of the same agency. Nothing is joined: a supervisor judges. */
export const duplicateJobs: readonly Job[] = [{ name: 'suggest-pairs', every: '30 2 * * *', run: async (_delivery, { inWorker }) => await inWorker(suggestPairs) }];

/** Compares what changed since the last time, agency by agency; running it again changes nothing. */
export async function suggestPairs(scope: Scope): Promise<void> {
  for (const agency of await listAgenciesToCompare(scope)) {
    const candidates = await listCandidates(scope, agency);
    const records = candidates.length === 0 ? [] : await readCompared(scope, agency, [...new Set(candidates.flatMap(({ left, right }) => [left, right]))]);
    await keepSuggested(scope, agency, weighPairs(records, candidates).map((pair) => ({ ...pair, id: newId() })));
  }
}
