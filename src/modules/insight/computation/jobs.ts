import { writeAudit } from '#app/platform/audit/audit.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { findVersion } from '../dataset/queries.ts';
import { declareCube } from '../release/gate.ts';
import { findSecret } from '../release/queries.ts';
import { type Passed, passGate, previewOf } from './protection.ts';
import { findRun, type Run } from './queries.ts';
import { endRun, holdRun, keepComputed, keepReleases, listReleaseStates, listWaitingRuns, withholdFigures, writeFigures } from './run-queries.ts';
import { type Ground, groundOf, isGround, resultsBy } from './work.ts';

/** The gate refused a period: everything of the release is undone. */
class GateBlocked extends Error {
  override name = 'GateBlocked';
  readonly sentences: readonly Bilingual[];
  constructor(sentences: readonly Bilingual[]) {
    super('blocked');
    this.sentences = sentences;
  }
}

/** Computes what was asked, takes what was released through the gate, and writes its figures when every table of it is filed. */
export const computationJobs: readonly Job[] = [
  { name: 'compute-figures', on: ['insight.run-asked', 'insight.figures-asked', 'insight.release-filed'], every: '* * * * *', run: async (_delivery, { inWorker }) => {
    for (const { id, state } of await inWorker(listWaitingRuns)) {
      try {
        await inWorker(async (scope) => await (state === 'asked' ? compute(scope, id) : state === 'release-asked' ? askGate(scope, id) : settle(scope, id)));
      } catch (error) {
        if (error instanceof GateBlocked) await inWorker(async (scope) => {
          await endRun(scope, id, 'blocked', { kind: 'gate', sentences: error.sentences });
          await writeAudit(scope, { action: 'insight.release-figures', subject: { kind: 'computation-run', id }, decision: 'refuse' });
        });
        else {
          // What went wrong may quote a number; queue and log keep its kind alone.
          await inWorker(async (scope) => await endRun(scope, id, 'failed', { kind: 'failed' }));
          throw new Error(`run ${id} failed: ${error instanceof Error ? error.name : 'unknown'}`);
        }
      }
    }
  } },
  { name: 'withhold-figures', on: ['insight.release-withdrawn'], run: async ({ subject }, { inWorker }) => await inWorker(async (scope) => {
    const figures = subject ? await withholdFigures(scope, subject) : 0;
    if (figures > 0) await writeAudit(scope, { action: 'insight.withhold-figures', subject: { kind: 'release', id: subject ?? '' }, detail: { figures } });
  }) },
];

async function open(scope: Scope, id: string, state: Run['state']): Promise<{ run: Run; ground: Ground; schemaVersion: number } | undefined> {
  const run = (await holdRun(scope, id, state)) ? await findRun(scope, id) : undefined;
  const version = run && (await findVersion(scope, run.versionId));
  if (!run || !version) return undefined;
  const ground = await groundOf(scope, run, version.schemaVersion);
  if (isGround(ground)) return { run, ground, schemaVersion: version.schemaVersion };
  await endRun(scope, id, 'failed', ground);
  return undefined;
}

/** The numbers as they would be published, for whoever decides. */
async function compute(scope: Scope, id: string): Promise<void> {
  await writeAudit(scope, { action: 'insight.compute-figures', subject: { kind: 'computation-run', id } });
  const opened = await open(scope, id, 'asked');
  if (!opened) return;
  const { ground } = opened;
  const { cells, inputs } = await resultsBy(ground, async (counts) => await previewOf(ground.cube, await findSecret(scope), counts));
  await keepComputed(scope, id, { cells, inputs, rowsUsed: ground.counts.used.length, fingerprint: ground.fingerprint });
}

/** Counts anew from the rows and takes each period through the gate; what is kept of it are the lines of the ledger and the protected numbers. */
async function askGate(scope: Scope, id: string): Promise<void> {
  const opened = await open(scope, id, 'release-asked');
  if (!opened) return;
  const { run, ground } = opened;
  await declareCube(scope, ground.declaration);
  const passed: Passed[] = [];
  const { cells, inputs } = await resultsBy(ground, async (counts) => {
    const outcome = await passGate(scope, ground.cube, counts, run.asOf, run.decidedBy ?? run.askedBy);
    if ('blocked' in outcome) throw new GateBlocked(outcome.blocked);
    passed.push(outcome);
    return outcome.cells;
  });
  await keepComputed(scope, id, { cells, inputs, rowsUsed: ground.counts.used.length, fingerprint: ground.fingerprint });
  await keepReleases(scope, id, passed.map(({ release }) => release));
  await settle(scope, id);
}

/** Writes the figures once every table is filed; one that was returned ends the run. */
async function settle(scope: Scope, id: string): Promise<void> {
  if (!(await holdRun(scope, id, 'waiting'))) return;
  const states = await listReleaseStates(scope, id);
  if (states.some((state) => state !== 'filed' && state !== 'waiting')) return await endRun(scope, id, 'blocked', { kind: 'returned' });
  if (states.some((state) => state === 'waiting')) return;
  const opened = await open(scope, id, 'waiting');
  if (!opened) return;
  const { run, ground, schemaVersion } = opened;
  const figures = await writeFigures(scope, { run, computation: ground.computation, dataset: ground.dataset, schemaVersion, said: ground.said, results: run.cells ?? [], fingerprint: ground.fingerprint });
  await endRun(scope, id, 'released', null);
  await writeAudit(scope, { action: 'insight.write-figures', subject: { kind: 'computation-run', id }, detail: { figures } });
}
