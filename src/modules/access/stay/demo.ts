import type { Pack } from '#app/community-pack/schema.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Act, Stage } from '../demo/stage.ts';
import { endStay, insertActivity, insertStay } from './queries.ts';

type Work = Pack['demo']['work'];

/** Stays of a demonstration: each is entered on its first day and ended on its last. */
export function demoStays(stage: Stage, stays: Work['stays']): Act[] {
  return stays.flatMap(({ person, by, kind, place, from, to, evidence }) => {
    const id = newId();
    const entered: Act = { ago: from, run: async () => await stage.as(by, from, async (scope, desk) => await insertStay(scope, {
      id, person: stage.person(person), agency: desk.agency, account: desk.account, kind, place: place ?? null, start: scope.today, end: null, evidence,
    })) };
    if (to === undefined) return [entered];
    return [entered, { ago: to, run: async () => await stage.as(by, to, async (scope) => {
      if (!(await endStay(scope, id, scope.today))) throw new Error(`the stay of ${person} cannot end`);
    }) }];
  });
}

/** News of a person that is no stay. */
export function demoNews(stage: Stage, news: Work['news']): Act[] {
  return news.map(({ person, by, kind, on }) => ({ ago: on, run: async () => await stage.as(by, on, async (scope, desk) => await insertActivity(scope, {
    id: newId(), person: stage.person(person), agency: desk.agency, account: desk.account, kind, on: scope.today,
  })) }));
}
