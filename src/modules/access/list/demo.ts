import type { Pack } from '#app/community-pack/schema.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Act, Stage } from '../demo/stage.ts';
import { freezeLists } from './jobs.ts';
import { insertList, insertRefusal, settleLists } from './queries.ts';

const daysBetween = 10;

/** By-name lists of a demonstration, with the work that the nightly jobs did on them since they began. */
export function demoLists(stage: Stage, lists: Pack['demo']['work']['lists']): Act[] {
  return lists.flatMap(({ id: slug, name, agency, qualifying, from, refusals }) => {
    const list = newId();
    const began: Act = { ago: from, run: async () => await stage.worker(from, async (scope) => await insertList(scope, {
      id: list, slug, name, agency: stage.agency(agency), inactiveAfter: 90, staleAfter: 90, qualifying, demonstration: true,
    })) };
    const nights: Act[] = Array.from({ length: Math.ceil(from / daysBetween) }, (_, night) => ({ ago: night * daysBetween, run: async () => await stage.worker(night * daysBetween, async (scope) => {
      await settleLists(scope);
      await freezeLists(scope);
    }) }));
    return [began, ...refusals.map(({ by, on }): Act => ({ ago: on, run: async () => await stage.as(by, on, async (scope) => await insertRefusal(scope, { id: newId(), list, month: `${scope.today.slice(0, 7)}-01` })) })), ...nights];
  });
}
