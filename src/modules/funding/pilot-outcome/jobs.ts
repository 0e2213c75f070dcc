import { listAbout, mirror, step } from '#app/modules/commitment/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { pilotPaths } from '../pilot/paths.ts';
import { releasePilots } from './cube.ts';
import { owedWords } from './owed-words.ts';
import { listOwed } from './queries.ts';
import { owedPoints, windowOf } from './rules.ts';

/** Counts go to the gate at night; what is owed about those who take part is looked at every morning, and after a change of the one whom it is about. */
export const pilotJobs: readonly Job[] = [
  { name: 'release-pilots', every: '40 2 * * *', run: async (_delivery, { inWorker }) => await inWorker(releasePilots) },
  { name: 'owe-outcomes', every: '0 7 * * *', on: ['funding.enrolment-changed'], run: async ({ subject }, { inWorker }) => await inWorker(async (scope) => await oweOutcomes(scope, subject)) },
];

const kind = 'pilot-outcome';

/**
 * Makes the commitments say what the enrolments say, or the one that is named; running it again changes nothing. The supervisors of the agency that enrolled
 * her owe a question at each point. It is done when the answer is entered; it falls away when she leaves, when her record goes elsewhere, and when the time to
 * ask has run out, because then nobody can enter it any more.
 */
export async function oweOutcomes(scope: Scope, enrolment: string | null = null): Promise<void> {
  for (const one of await listOwed(scope, enrolment)) for (const point of owedPoints) {
    const subject = { kind, id: `${one.enrolment}/${point}` };
    const { due, to } = windowOf(one.joinedOn, point);
    const measured = one.measured.includes(point);
    const why = one.leftOn !== null ? 'left' : !one.here ? 'elsewhere' : to < scope.today ? 'missed' : undefined;
    if (measured || why) for (const known of await listAbout(scope, subject, kind)) await step(scope, known, { kind: measured ? 'keep' : 'release' }, measured || !why ? undefined : owedWords.why[why]);
    else await mirror(scope, { kind, subject, what: owedWords.what[point], owedTo: owedWords.owedTo, owedBy: { role: 'access-supervisor', agency: one.agency }, due, path: pilotPaths.enrolment(one.enrolment) });
  }
}
