import { listOpen, promise, step } from '#app/modules/commitment/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { daysBetween } from '#app/ui/format.ts';
import { accessPaths } from '../paths.ts';
import { listEnding } from './queries.ts';

const what = { en: 'Ask the person whether a consent that ends is renewed', fr: 'Demander à la personne si un consentement qui prend fin est renouvelé' };
const owedTo = { en: 'The person', fr: 'La personne' };
const terms = [30, 7, 0] as const;

/** Every morning, and when one is withdrawn or renewed: the agency owes a question thirty and seven days before a consent ends, and on the day. */
export const consentJobs: readonly Job[] = [
  { name: 'remind-consents', every: '0 7 * * *', on: ['access.consent-withdrawn', 'access.consent-renewed'], run: async (_delivery, { inWorker }) => await inWorker(remindOfEnding) },
];

/** Makes the commitments say what the consents say; running it again changes nothing. */
export async function remindOfEnding(scope: Scope): Promise<void> {
  const ending = await listEnding(scope);
  const wanted = new Set<string>();
  for (const one of ending) {
    const left = daysBetween(scope.today, one.expiresOn);
    const term = terms.findLast((days) => left <= days);
    if (term === undefined) continue;
    const id = `${one.id}/${term}`;
    wanted.add(id);
    await promise(scope, { kind: 'consent', subject: { kind: 'consent', id }, what, owedTo, owedBy: { agency: one.agency }, due: one.expiresOn, path: accessPaths.consents(one.person) });
  }
  for (const open of await listOpen(scope, { kind: 'consent' })) if (!wanted.has(open.subject.id)) await step(scope, open, { kind: 'release' });
}
