import { writeAudit } from '#app/platform/audit/audit.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { fingerprintOf } from '../computation/compute.ts';
import { findVersion } from '../dataset/queries.ts';
import { listRows } from '../dataset/row-queries.ts';
import { findSecret } from '../release/queries.ts';
import { computeShares, isProblem, type Rows } from './compute.ts';
import { writeShares } from './figures.ts';
import { endRelease, failRun, findRun, holdRelease, keepResult, listOpenRuns } from './queries.ts';
import type { AlcoholRun } from './run.ts';

/** Computes runs that were asked for, with no transaction open while it does, and writes the figures of those that were released. */
export const alcoholJobs: readonly Job[] = [
  { name: 'compute-alcohol', on: ['insight.alcohol-run-asked', 'insight.alcohol-release-asked'], every: '* * * * *', run: async (_delivery, { inWorker }) => {
    for (const { id, state } of await inWorker(listOpenRuns)) {
      if (state === 'release-asked') {
        await inWorker(async (scope) => {
          const run = (await holdRelease(scope, id)) ? await findRun(scope, id) : undefined;
          if (!run?.wanted) return;
          const figures = await writeShares(scope, run, run.wanted, (await findVersion(scope, run.populationVersion))?.asOf ?? scope.today);
          await endRelease(scope, id);
          await writeAudit(scope, { action: 'insight.write-figures', subject: { kind: 'alcohol-run', id }, detail: { figures } });
        });
        continue;
      }
      const read = await inWorker(async (scope) => {
        const run = await findRun(scope, id);
        if (!run) return undefined;
        await writeAudit(scope, { action: 'insight.compute-alcohol', subject: { kind: 'alcohol-run', id } });
        const rows: Rows = { population: await listRows(scope, run.populationVersion), risks: await listRows(scope, run.riskVersion), counts: run.countVersion ? await listRows(scope, run.countVersion) : [] };
        return { run, rows, fingerprint: fingerprintOf(await findSecret(scope), [...rows.population, ...rows.risks, ...rows.counts]) };
      });
      if (!read) continue;
      const done = tryShares(read.rows, read.run);
      await inWorker(async (scope) => await (isProblem(done) ? failRun(scope, id, done) : keepResult(scope, id, read.fingerprint, done)));
    }
  } },
];

/** What goes wrong unexpectedly fails this run alone: its message may quote a number, so that it is not kept. */
function tryShares(rows: Rows, run: AlcoholRun): ReturnType<typeof computeShares> {
  try {
    return computeShares(rows, run);
  } catch {
    return { kind: 'failed' };
  }
}
