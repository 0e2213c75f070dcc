import { mirror } from '#app/modules/commitment/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { planPaths } from '../paths.ts';
import { listMilestones } from './queries.ts';

/** Milestones stand among everything that is owed: made, kept, released and moved there as their records say. */
export const milestoneJobs: readonly Job[] = [
  {
    name: 'mirror-milestones', on: ['plan.milestone-changed', 'platform.content-loaded', 'platform.started'], every: '10 0 * * *',
    run: async (_delivery, { inWorker }) => await inWorker(mirrorMilestones),
  },
];

/** Carries every milestone known today over to its obligation. */
export async function mirrorMilestones(scope: Scope): Promise<void> {
  for (const milestone of await listMilestones(scope)) {
    const [shown] = milestone.evidence.map((one) => one.date).filter((date) => date <= scope.today).sort();
    await mirror(scope, {
      kind: 'milestone', subject: { kind: 'milestone', id: milestone.id }, what: milestone.title, owedTo: { en: 'The community', fr: 'La population' },
      owedBy: milestone.bodySlug ? { body: milestone.bodySlug } : { role: 'plan-manager' }, due: milestone.due, path: planPaths.milestone(milestone.id),
      keptOn: milestone.state.kind === 'done' ? shown : undefined,
      releasedOn: milestone.state.kind === 'withdrawn' ? milestone.withdrawn?.date : undefined, reason: milestone.withdrawn?.reason.en,
    });
  }
}
