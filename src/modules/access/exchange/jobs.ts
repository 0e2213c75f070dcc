import type { Job, JobTools } from '#app/platform/jobs/job.ts';
import { judgeClient } from './judge.ts';
import { parseMapping } from './mapping.ts';
import { applyBatch, eraseBefore, failImport, type Import, listRunning, takeBatch } from './queries.ts';

/** How many clients one transaction takes in. */
export const batchSize = 200;
const keptDays = 30;

/**
 * Takes in what was started, and goes on with what a crash left behind: a batch is committed with all rows of its clients or not at all, and what is
 * marked is not taken again. What the database refuses it would refuse for ever: that import ends as failed. Each night what was staged more than thirty days ago is erased.
 */
export const exchangeJobs: readonly Job[] = [
  { name: 'take-exchange', on: ['access.exchange-started'], every: '* * * * *', run: async (_delivery, tools) => {
    const failed: string[] = [];
    for (const one of await tools.inWorker(listRunning)) {
      try {
        while ((await takeIn(tools, one)) > 0);
      } catch (error) {
        // What the database says of a row can quote it; the queue and the log keep this alone.
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'failed';
        failed.push(`${one.id} ${code}`);
        if (isLasting(code)) await tools.inWorker(async (scope) => await failImport(scope, one.id));
      }
    }
    if (failed.length > 0) throw new Error(`import not finished: ${failed.join(', ')}`);
  } },
  { name: 'erase-exchange', every: '50 3 * * *', run: async (_delivery, { inWorker }) => {
    await inWorker(async (scope) => await eraseBefore(scope, new Date(scope.now.getTime() - keptDays * 86_400_000)));
  } },
];

/**
 * Whether the same rows would fail again, by the class of the database's code (PostgreSQL, appendix A): bad data, a constraint, a limit, what a function raises,
 * or an error of the program. A connection, a lock, a full disk or a server that stops is no fault of the rows: the import goes on within a minute.
 */
const isLasting = (code: string): boolean => /^(21|22|23|42|54|P0)[0-9A-Z]{3}$/.test(code) || code === 'failed';

/** Takes in one batch; gives how many rows it had, 0 when the import has ended. */
export async function takeIn({ inWorker }: Pick<JobTools, 'inWorker'>, { id, agency, headers, mapping }: Import, clients = batchSize): Promise<number> {
  const read = parseMapping(mapping);
  return await inWorker(async (scope) => {
    const rows = await takeBatch(scope, id, clients);
    if (rows.length > 0) await applyBatch(scope, id, [...Map.groupBy(rows, (row) => row.client)].map(([client, own]) => judgeClient(client, own, headers, read, scope.today, agency)));
    return rows.length;
  });
}
