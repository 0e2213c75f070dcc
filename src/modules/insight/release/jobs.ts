import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { declareCube, releaseThroughGate } from './gate.ts';
import { endAsk, takeAsk } from './review-queries.ts';
import type { CubeSource } from './source.ts';

/** Declares the cubes of the modules each night, and checks what was asked for: first the line says so, then the slow attack runs in a transaction of its own. */
export function releaseJobs(sources: readonly CubeSource[]): readonly Job[] {
  return [
    { name: 'declare-cubes', every: '10 2 * * *', run: async (_delivery, { inWorker }) => await inWorker(async (scope) => await declareCubes(scope, sources)) },
    { name: 'check-release', on: ['insight.release-asked'], run: async ({ subject }, { inWorker }) => {
      const ask = subject ? await inWorker(async (scope) => await takeAsk(scope, subject)) : undefined;
      if (subject && ask) await inWorker(async (scope) => await checkAsk(scope, sources, subject, ask));
    } },
  ];
}

export async function declareCubes(scope: Scope, sources: readonly CubeSource[]): Promise<void> {
  for (const source of sources) for (const cube of await source.declare(scope)) await declareCube(scope, cube);
}

async function checkAsk(scope: Scope, sources: readonly CubeSource[], id: string, { cube, period, preparedBy }: { cube: string; period: string; preparedBy: string | null }): Promise<void> {
  for (const source of sources) {
    const cells = source.counts(cube) ? await source.count(scope, cube, period) : undefined;
    if (!cells) continue;
    const outcome = await releaseThroughGate(scope, { cube, period, cells, preparedBy, ask: id, again: 'revise' });
    // The same counts stand already: there is nothing to file.
    if (outcome.release !== id) await endAsk(scope, id, 'same');
    return;
  }
  await endAsk(scope, id, 'no-source');
}
