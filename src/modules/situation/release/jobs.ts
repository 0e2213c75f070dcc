import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { protectYear, rule } from './protect.ts';
import { findSecret, insertRelease, listUnreleased, listYearCounts } from './queries.ts';

export const releaseJobs: readonly Job[] = [
  { name: 'release-situation-counts', every: '40 6 * * *', on: ['platform.started'], run: async (_delivery, { inWorker }) => void (await inWorker(releaseYears)) },
];

/** Protects and keeps every year that is over and not out yet; running it again releases nothing twice. Gives how many years were released. */
export async function releaseYears(scope: Scope): Promise<number> {
  const secret = await findSecret(scope);
  const due = await listUnreleased(scope);
  for (const one of due) await insertRelease(scope, one, rule.k, await protectYear(secret, { body: one.body, year: one.year, counts: await listYearCounts(scope, one.body, one.year) }));
  return due.length;
}
