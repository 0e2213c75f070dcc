import { listAbout, promise, step } from '#app/modules/commitment/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { findPoint } from '../access-point/queries.ts';
import { intakePaths } from './paths.ts';
import { findIntake, type Intake, listLately, purgeIntakes } from './queries.ts';

const owedTo = { en: 'Whoever asked for help', fr: 'La personne qui demande de l’aide' };
const steps = {
  triage: { en: 'Look at a request for help', fr: 'Examiner une demande d’aide' },
  contact: { en: 'Get in touch with somebody who asked for help', fr: 'Joindre une personne qui a demandé de l’aide' },
} as const;

/** A request that changed moves its commitments at once, all open ones are looked at every morning; what was closed long ago is emptied every night. */
export const intakeJobs: readonly Job[] = [
  { name: 'follow-intake', on: ['access.intake-changed'], run: async ({ subject }, { inWorker }) => await inWorker(async (scope) => { if (subject) await mirrorIntake(scope, subject); }) },
  { name: 'follow-intakes', every: '50 6 * * *', run: async (_delivery, { inWorker }) => await inWorker(mirrorIntakes) },
  { name: 'purge-intakes', every: '10 4 * * *', run: async (_delivery, { inWorker }) => { await inWorker(purgeIntakes); } },
];

/** Makes the commitments about every request that is open or was closed lately say what the requests say. */
export async function mirrorIntakes(scope: Scope): Promise<void> {
  for (const id of await listLately(scope)) await mirrorIntake(scope, id);
}

/**
 * Whoever took a request owes what is due next, before that every intake worker of the agency. What was done is kept, what fell away or went to
 * somebody else is released. Running it again changes nothing.
 */
export async function mirrorIntake(scope: Scope, id: string): Promise<void> {
  const intake = await findIntake(scope, id);
  if (!intake) return;
  for (const dueFor of ['triage', 'contact'] as const) {
    const wanted = intake.state === 'open' && intake.dueFor === dueFor && intake.dueOn !== null;
    const subject = { kind: 'intake', id: `${id}/${dueFor}` };
    let stands = false;
    for (const open of (await listAbout(scope, subject, 'intake')).filter((one) => !one.course.keptAt && !one.course.releasedAt)) {
      if (wanted && open.due === intake.dueOn && open.owedBy.account === intake.takenBy) stands = true;
      else await step(scope, open, { kind: !wanted && wasDone(intake, dueFor) ? 'keep' : 'release' });
    }
    if (wanted && !stands && intake.dueOn) await owe(scope, intake, dueFor, intake.dueOn);
  }
}

function wasDone(intake: Intake, dueFor: 'triage' | 'contact'): boolean {
  return (dueFor === 'triage' ? intake.triagedAt : intake.reachedAt) !== null;
}

async function owe(scope: Scope, intake: Intake, dueFor: 'triage' | 'contact', due: string): Promise<void> {
  const point = await findPoint(scope, intake.point);
  if (!point) return;
  const what = { en: `${steps[dueFor].en}: ${point.name.en}`, fr: `${steps[dueFor].fr} : ${point.name.fr}` };
  await promise(scope, { kind: 'intake', subject: { kind: 'intake', id: `${intake.id}/${dueFor}` }, what, owedTo, due, path: intakePaths.intake(intake.id),
    owedBy: intake.takenBy ? { account: intake.takenBy, agency: intake.agency } : { role: 'intake-worker', agency: intake.agency } });
}
