import { listOpen, mirror, release } from '#app/modules/commitment/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { planPaths } from '../paths.ts';
import { type Duty, listDuties } from './queries.ts';

/** Legal duties with a day stand among everything that is owed: made, moved, kept and ended there as law, adoptions and evidence say. */
export const dutyJobs: readonly Job[] = [
  {
    name: 'mirror-duties', on: ['plan.duty-changed', 'platform.content-loaded', 'platform.started'], every: '15 0 * * *',
    run: async (_delivery, { inWorker }) => await inWorker(mirrorDuties),
  },
];

/** Carries each term of each duty known today over to its obligation, and releases what no record stands for any more. */
export async function mirrorDuties(scope: Scope): Promise<void> {
  const standing = new Set<string>();
  for (const duty of await listDuties(scope))
    for (const cycle of duty.cycles) {
      const id = cycle.start === undefined ? duty.slug : `${duty.slug}/${cycle.start}`;
      standing.add(id);
      await mirror(scope, {
        kind: 'duty', subject: { kind: 'duty', id }, what: duty.title, owedTo: { en: 'The law', fr: 'La loi' }, owedBy: ownerOf(duty), rule: ruleName(duty), due: cycle.due,
        path: pathOf(duty), keptOn: cycle.keptOn, releasedOn: cycle.endedOn,
      });
    }
  for (const { subject, kind } of await listOpen(scope, { kind: 'duty' })) if (!standing.has(subject.id)) await release(scope, subject, kind, 'No record stands for this any more.');
}

function ownerOf({ owner }: Duty): { role: string } | { body: string } {
  return owner.body === null ? { role: owner.role ?? 'plan-manager' } : { body: owner.body };
}

/** Where it can be kept: for the plan office where evidence is recorded, for others where it is read. */
function pathOf({ slug, owner }: Duty): string {
  return owner.role === 'plan-manager' ? planPaths.dutyAtOffice(slug) : planPaths.duty(slug);
}

function ruleName({ rule }: Duty): { en: string; fr: string } {
  const open = rule.confirmed ? { en: '', fr: '' } : { en: ' (to be confirmed)', fr: ' (à confirmer)' };
  return {
    en: `${[rule.law.en, rule.section?.en].filter(Boolean).join(', ')}${open.en}`,
    fr: `${[rule.law.fr, rule.section?.fr].filter(Boolean).join(', ')}${open.fr}`,
  };
}
