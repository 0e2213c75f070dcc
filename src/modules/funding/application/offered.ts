import { listFigures } from '#app/modules/insight/index.ts';
import { findCommunity, listPriorities } from '#app/modules/plan/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Offered } from './section-fields.tsx';

/** What an application can serve: the priorities and numbers of the plan, and the municipalities. */
export async function findOffered(scope: Scope): Promise<Offered> {
  const community = await findCommunity(scope);
  const indicators = new Map((await listFigures(scope)).map((figure) => [figure.definition.series, figure.definition.name]));
  return {
    priorities: (await listPriorities(scope)).map((one) => ({ slug: one.slug, name: one.title })),
    indicators: [...indicators].map(([slug, name]) => ({ slug, name })),
    municipalities: (community?.municipalities ?? []).map((one) => ({ slug: one.id, name: one.name })),
  };
}
