import type { Job, JobTools } from '#app/platform/jobs/job.ts';
import { judge } from './judge.ts';
import { parseMapping } from './mapping.ts';
import { dropVersion, getSchema } from './queries.ts';
import { endVersion, enterPiece, listRunning, listWaiting, takePiece } from './row-queries.ts';

/** How many rows one transaction reads in. */
export const pieceSize = 2000;
const keptDays = 7;

/** Reads files in piece by piece, going on with what a crash left; each night what waited for a week is taken away. */
export const datasetJobs: readonly Job[] = [
  { name: 'keep-dataset', on: ['insight.dataset-started'], every: '* * * * *', run: async (_delivery, tools) => {
    const failed: string[] = [];
    for (const id of await tools.inWorker(listRunning)) {
      try {
        await readIn(tools, id);
      } catch (error) {
        // What the database says of a row can quote it; queue and log keep this alone.
        failed.push(`${id} ${error instanceof Error && 'code' in error ? String(error.code) : 'failed'}`);
      }
    }
    if (failed.length > 0) throw new Error(`files not read in: ${failed.join(', ')}`);
  } },
  { name: 'erase-staged-datasets', every: '40 3 * * *', run: async (_delivery, { inWorker }) => {
    await inWorker(async (scope) => {
      for (const id of await listWaiting(scope, new Date(scope.now.getTime() - keptDays * 86_400_000))) await dropVersion(scope, id);
    });
  } },
];

/** Reads a file in to its end. */
export async function readIn(tools: Pick<JobTools, 'inWorker'>, id: string, size = pieceSize): Promise<void> {
  while ((await readPiece(tools, id, size)) > 0);
}

/** Reads one piece in; gives how many rows it had, 0 when the file has ended. */
export async function readPiece({ inWorker }: Pick<JobTools, 'inWorker'>, id: string, size = pieceSize): Promise<number> {
  return await inWorker(async (scope) => {
    const taken = await takePiece(scope, id, size);
    if (!taken) return 0;
    const { version, lines } = taken;
    if (lines.length === 0) await endVersion(scope, id);
    else await enterPiece(scope, id, lines.map(judge(await getSchema(scope, version.dataset, version.schemaVersion), version.headers, parseMapping(version.mapping), scope.today)));
    return lines.length;
  });
}
