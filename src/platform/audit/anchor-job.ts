import type { Job } from '#app/platform/jobs/job.ts';
import { makeAnchor } from './anchor.ts';
import { deliverAnchors } from './deliver.ts';
import { signingKey } from './signing-key.ts';

/** Looks each minute whether an anchor is due, makes it, and hands it to whoever has not got it. Without parties there is nobody to tell, and no job. */
export function anchorJobs(given: { keyFile: string; origin: string; parties: readonly string[] }): Job[] {
  if (given.parties.length === 0) return [];
  return [{
    name: 'anchor-audit',
    every: '* * * * *',
    run: async (_delivery, { database }) => {
      await makeAnchor(database, { key: await signingKey(given.keyFile), origin: given.origin, parties: given.parties }, true);
      await deliverAnchors(database);
    },
  }];
}
