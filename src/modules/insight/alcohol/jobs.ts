import { writeAudit } from '#app/platform/audit/audit.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { fingerprintOf } from '../computation/compute.ts';
import { findDataset, findVersion } from '../dataset/queries.ts';
import { listRows } from '../dataset/row-queries.ts';
import { findSecret } from '../release/queries.ts';
import { releaseCases } from './case-release.ts';
import { computeShares, isProblem, type Rows } from './compute.ts';
import { writeFigures } from './figures.ts';
import { endRelease, failRun, findRun, holdRelease, keepResult, listOpenRuns } from './queries.ts';
import type { AlcoholRun } from './run.ts';

/** Computes runs that were asked for, with no transaction open while it does, and writes the figures of those that were released. */
export const alcoholJobs: readonly Job[] = [
  { name: 'compute-alcohol', on: ['insight.alcohol-run-asked', 'insight.alcohol-release-asked'], every: '* * * * *', run: async (_delivery, { inWorker }) => {
    for (const { id, state } of await inWorker(listOpenRuns)) {
      if (state === 'release-asked') {
        await inWorker(async (scope) => await releaseRun(scope, id));
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

/** Takes counts through the gate where numbers of cases are wanted, and writes figures with how each was made. */
async function releaseRun(scope: Scope, id: string): Promise<void> {
  const run = (await holdRelease(scope, id)) ? await findRun(scope, id) : undefined;
  const version = run && (await findVersion(scope, run.populationVersion));
  if (!run?.wanted || !version) return;
  const secret = await findSecret(scope);
  const partOf = async (versionId: string) => ({ version: await findVersion(scope, versionId), rows: await listRows(scope, versionId) });
  const [risks, counts] = [await partOf(run.riskVersion), run.countVersion ? await partOf(run.countVersion) : undefined];
  const inputOf = ({ version: of, rows }: Awaited<ReturnType<typeof partOf>>) => ({ kind: 'dataset', dataset: of?.dataset ?? '', version: of?.number ?? 0, fingerprint: fingerprintOf(secret, rows) }) as const;
  const { passed, blocked } = await releaseCases(scope, run, counts?.rows ?? [], counts?.version?.asOf ?? version.asOf);
  const name = (await findDataset(scope, version.dataset))?.name ?? { en: version.dataset, fr: version.dataset };
  const figures = await writeFigures(scope, run, run.wanted, passed, {
    datasetName: name, version: version.number ?? 0, schemaVersion: version.schemaVersion, asOf: version.asOf, fingerprint: fingerprintOf(secret, await listRows(scope, run.populationVersion)), risks: inputOf(risks), counts: counts && inputOf(counts),
  });
  await endRelease(scope, id, blocked);
  await writeAudit(scope, { action: 'insight.write-figures', subject: { kind: 'alcohol-run', id }, detail: { figures } });
}

/** What goes wrong unexpectedly fails this run alone: its message may quote a number, so that it is not kept. */
function tryShares(rows: Rows, run: AlcoholRun): ReturnType<typeof computeShares> {
  try {
    return computeShares(rows, run);
  } catch {
    return { kind: 'failed' };
  }
}
