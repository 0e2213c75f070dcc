import { listOpen, mirror, step } from '#app/modules/commitment/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { carePaths } from './paths.ts';
import { listAges, listCareDues } from './queries.ts';
import { releasePathways } from './release.ts';
import { careDueWords } from './due-words.ts';

/** Reviews, goals and ages of a plan are commitments of its coordinator: every morning of all plans, after a change of that one. On the first of a month the protected counts. */
export const careJobs: readonly Job[] = [
  { name: 'remind-care-plans', every: '10 7 * * *', on: ['access.care-changed'], run: async ({ subject }, { inWorker }) => await inWorker(async (scope) => await remindOfCare(scope, subject)) },
  { name: 'release-pathways', every: '20 6 1 * *', run: async (_delivery, { inWorker }) => await inWorker(releasePathways) },
];

/**
 * Makes the commitments say what a plan says, or all plans where none is named; running it again changes nothing. A new coordinator owes them anew, the
 * one before is released. Before there is one the supervisor owes them, who names the coordinator.
 */
export async function remindOfCare(scope: Scope, plan: string | null = null): Promise<void> {
  const ages = new Map((await listAges(scope)).map((one) => [one.slug, one.text]));
  const wanted = new Set<string>();
  for (const due of await listCareDues(scope, plan)) {
    const id = `${due.subject}/${due.coordinator ?? due.agency}`;
    if (!due.keptOn) wanted.add(id);
    const what = (due.age ? ages.get(due.age) : undefined) ?? careDueWords[due.kind];
    await mirror(scope, {
      kind: due.kind, subject: { kind: due.kind, id }, what, owedTo: careDueWords.person, owedBy: due.coordinator ? { account: due.coordinator } : { role: 'access-supervisor', agency: due.agency },
      due: due.dueOn, keptOn: due.keptOn ?? undefined, path: carePaths.show(due.person),
    });
  }
  for (const kind of ['care-review', 'care-goal', 'care-age']) for (const open of await listOpen(scope, { kind, ...(plan ? { within: plan } : {}) })) if (!wanted.has(open.subject.id)) await step(scope, open, { kind: 'release' });
}
