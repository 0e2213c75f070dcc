import type { Scope } from '#app/platform/db/scope.ts';
import type { Job, JobTools } from '#app/platform/jobs/job.ts';
import { type Imported, importDirectory, withdrawsMost } from './import.ts';
import { keepOutcome, type Outcome, takeHanded, type Work } from './import-queries.ts';

class Undone extends Error {}
const mostShown = 200;

/** Checks a file that was handed in by a run that is undone; takes in what was confirmed, whole or not at all. Running again changes nothing. */
export const directoryJobs: readonly Job[] = [
  { name: 'take-directory-import', on: ['access.directory-import-wanted'], run: async ({ subject }, tools) => {
    if (!subject) return;
    const state = await tools.inWorker(async (scope) => (await takeHanded(scope, subject))?.state);
    if (state === 'checking') await check(tools, subject);
    if (state === 'running') await takeIn(tools, subject);
  } },
];

async function check({ inWorker }: JobTools, id: string): Promise<void> {
  let done: Imported | undefined;
  let refused: Work['refused'] = [];
  await inWorker(async (scope) => {
    const work = await takeHanded(scope, id);
    if (work?.state !== 'checking') return;
    done = await run(scope, work);
    refused = work.refused;
    throw new Undone();
  }).catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  if (done) await inWorker(async (scope) => ((await takeHanded(scope, id))?.state === 'checking' && done ? await keepOutcome(scope, id, 'checked', outcomeOf(done, refused)) : undefined));
}

async function takeIn({ inWorker }: JobTools, id: string): Promise<void> {
  let stopped: Outcome | undefined;
  await inWorker(async (scope) => {
    const work = await takeHanded(scope, id);
    if (work?.state !== 'running') return;
    const done = await run(scope, work);
    const outcome = outcomeOf(done, work.refused);
    // The directory can have changed since it was looked at: what would withdraw most of it now is undone, unless that was meant.
    if (withdrawsMost(done.kept) && !work.withdraws) {
      stopped = outcome;
      throw new Undone();
    }
    await keepOutcome(scope, id, 'done', outcome);
  }).catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  if (stopped) await inWorker(async (scope) => (stopped ? await keepOutcome(scope, id, 'stopped', stopped) : undefined));
}

const run = async (scope: Scope, work: Work): Promise<Imported> => await importDirectory(scope, { json: work.content?.services }, work.feed, { agency: work.agency });

function outcomeOf({ kept, refusals }: Imported, tables: Work['refused']): Outcome {
  const all = [...tables, ...refusals];
  return { kept: { ...kept, lines: kept.lines.slice(0, mostShown) }, refusals: all.slice(0, mostShown), refused: all.length };
}
