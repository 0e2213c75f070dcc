import { type CubeDeclaration, declareCube, releaseThroughGate, type TrueCell } from '#app/modules/insight/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { roundedWait } from './measures.ts';

/** How many loops must have closed before a median is told. */
const smallest = 10;
export const waitCube: CubeDeclaration = {
  slug: 'access/wait', indicator: 'access/wait', owner: 'access', kind: 'service', k: smallest, measure: 'statistic', geography: ['service'], totals: [], review: 'rule', page: '/find-help',
  title: { en: 'How long people waited, by service', fr: 'Durée de l’attente, selon le service' },
};

/** Each night, of which the first of a month files: how long people waited, of the loops closed in the last twelve months. */
export const waitJobs: readonly Job[] = [{ name: 'release-waits', every: '40 5 * * *', run: async (_delivery, { inWorker }) => await inWorker(releaseWaits) }];

/** Sends the waits of each service through the gate, once a month; what stands does not move until the next. The worker's alone. */
export async function releaseWaits(scope: Scope): Promise<void> {
  const cells = await countWaits(scope);
  if (cells.length === 0) return;
  await declareCube(scope, { ...waitCube, labels: { service: { en: 'Service', fr: 'Service', values: await serviceNames(scope, cells.flatMap(({ keys }) => keys.service ?? [])) } } });
  await releaseThroughGate(scope, { cube: waitCube.slug, period: scope.today.slice(0, 7), cells });
}

async function countWaits(scope: Scope): Promise<TrueCell[]> {
  const rows = await scope.sql<{ service: string; people: number; days: number }[]>`select service_id as service, people, median_days as days from access.count_waits(${scope.timeZone}) order by service_id`;
  return rows.map(({ service, people, days }) => {
    const { count, unit } = roundedWait(days);
    return { keys: { service }, count: people, value: unit === 'days' ? count : count * 7 };
  });
}

async function serviceNames(scope: Scope, ids: readonly string[]): Promise<Record<string, Bilingual>> {
  const rows = await scope.sql<{ id: string; name: Bilingual }[]>`select id, name from access.service where id = any(${[...ids]}::uuid[])`;
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
