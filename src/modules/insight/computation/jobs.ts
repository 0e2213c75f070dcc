import { writeAudit } from '#app/platform/audit/audit.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { findVersion } from '../dataset/queries.ts';
import { findRun } from './queries.ts';
import { endRun, holdRun, keepComputed, listWaitingRuns, writeFigures } from './run-queries.ts';
import { isWorked, workOut } from './work.ts';

/** Computes what was asked, and writes the figures of what was released: each run in a transaction of its own. */
export const computationJobs: readonly Job[] = [
  { name: 'compute-figures', on: ['insight.run-asked', 'insight.release-asked'], every: '* * * * *', run: async (_delivery, { inWorker }) => {
    for (const { id, state } of await inWorker(listWaitingRuns)) {
      try {
        await inWorker(async (scope) => await (state === 'asked' ? compute(scope, id) : release(scope, id)));
      } catch (error) {
        // What went wrong may quote a number; the log keeps its kind alone.
        await inWorker(async (scope) => await endRun(scope, id, 'failed', { kind: 'failed' }));
        throw new Error(`run ${id} failed: ${error instanceof Error ? error.name : 'unknown'}`);
      }
    }
  } },
];

async function compute(scope: Scope, id: string): Promise<void> {
  const run = (await holdRun(scope, id, 'asked')) ? await findRun(scope, id) : undefined;
  const version = run && (await findVersion(scope, run.versionId));
  if (!run || !version) return;
  await writeAudit(scope, { action: 'insight.compute-figures', subject: { kind: 'computation-run', id } });
  const done = await workOut(scope, run, version.schemaVersion);
  if (isWorked(done)) await keepComputed(scope, id, done);
  else await endRun(scope, id, 'failed', done);
}

/** Works the run out anew, so that what is published rests on the rows and on nothing that was stored between; blocked where it is not safe. */
async function release(scope: Scope, id: string): Promise<void> {
  const run = (await holdRun(scope, id, 'release-asked')) ? await findRun(scope, id) : undefined;
  const version = run && (await findVersion(scope, run.versionId));
  if (!run || !version) return;
  const done = await workOut(scope, run, version.schemaVersion);
  if (!isWorked(done)) return await endRun(scope, id, 'failed', done);
  if (!done.safe) return await endRun(scope, id, 'blocked', { kind: 'gate', sentences: [] });
  await keepComputed(scope, id, done);
  const figures = await writeFigures(scope, { run: { ...run, inputs: done.inputs }, computation: done.computation, dataset: done.dataset, schemaVersion: version.schemaVersion, said: done.said, results: done.cells, fingerprint: done.fingerprint });
  await endRun(scope, id, 'released', null);
  await writeAudit(scope, { action: 'insight.write-figures', subject: { kind: 'computation-run', id }, detail: { figures } });
}
