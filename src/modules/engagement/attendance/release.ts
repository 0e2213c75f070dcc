import { type CubeDeclaration, declareCube, releaseThroughGate } from '#app/modules/insight/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { listCounted } from './queries.ts';

export const attendanceCube: CubeDeclaration = {
  slug: 'engagement/attendance', indicator: 'engagement/attendance', owner: 'engagement', kind: 'service', review: 'rule', page: '/engagement/events',
  title: { en: 'How many came to a public meeting', fr: 'Participation à une rencontre publique' },
};

/** As soon as a meeting was counted, and each night: the number for everybody passes the gate. */
export const attendanceJobs: readonly Job[] = [{ name: 'release-attendance', every: '50 2 * * *', on: ['engagement.attendance-taken'], run: async (_delivery, { inWorker }) => await inWorker(releaseAttendance) }];

/** Sends how many came to each meeting through the gate; a corrected number replaces what stood. The worker's alone. */
export async function releaseAttendance(scope: Scope): Promise<void> {
  const counted = await listCounted(scope);
  if (counted.length > 0) await declareCube(scope, attendanceCube);
  for (const { meeting, people } of counted) await releaseThroughGate(scope, { cube: attendanceCube.slug, period: meeting, cells: [{ keys: {}, count: people }], again: 'revise' });
}
