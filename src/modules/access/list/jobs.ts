import { listMeasures } from '#app/methods/list/ledger.ts';
import { formatMonth, leadingMonth } from '#app/methods/timeline/month.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { countRefusals, insertSnapshot, listAll, listEvents, settleLists } from './queries.ts';
import { releaseList } from './release.tsx';

/** Every night each list is brought up to what its function says of the day; on the tenth of a month the month before is stated, frozen, and released as protected counts. */
export const listJobs: readonly Job[] = [
  { name: 'settle-lists', every: '20 4 * * *', run: async (_delivery, { inWorker }) => {
    await inWorker(settleLists);
  } },
  { name: 'freeze-lists', every: '30 4 10 * *', run: async (_delivery, { inWorker }) => await inWorker(freezeLists) },
];

/** States the month before today's for every list, once, and releases its protected counts. */
export async function freezeLists(scope: Scope): Promise<void> {
  const month = formatMonth((leadingMonth(scope.today) ?? 1) - 1);
  for (const list of await listAll(scope)) {
    const [measures] = listMeasures(await listEvents(scope, list.id), [month]);
    if (!measures) continue;
    await insertSnapshot(scope, list.id, measures, await countRefusals(scope, list.id, `${month}-01`));
    await releaseList(scope, list, measures);
  }
}
