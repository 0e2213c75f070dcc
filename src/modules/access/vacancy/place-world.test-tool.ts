import { newId } from '#app/platform/db/id.ts';
import { hashToken, newToken } from '#app/platform/http/session-cookie.ts';
import { inScope, type Scope } from '#app/platform/db/scope.ts';
import type { Requirement } from '#app/methods/priority/requirement.ts';
import { type ListWorld, openListWorld } from '../list/list-world.test-tool.ts';
import { ruleOn } from '../priority/fields.ts';
import { approvePriority, insertPriority } from '../priority/queries.ts';
import { insertVacancy } from './queries.ts';

/** The world of lists with approved rules (chronic first, then the longest on the list), a second keeper, and a way to put people on the list and to give vacancies as the agency south. */
export type PlaceWorld = ListWorld & {
  readonly rules: string; readonly byCoordinator: <T>(work: (scope: Scope) => Promise<T>) => Promise<T>;
  /** Puts somebody on the list who is in a shelter since `since`; her record. */
  readonly put: (given: string, since: string, more?: Record<string, string>) => Promise<string>;
  readonly give: (name?: string, requirements?: readonly Requirement[], hours?: number) => Promise<string>;
};
export async function openPlaceWorld(): Promise<PlaceWorld> {
  const world = await openListWorld();
  const { admin, clock } = world.database;
  const [account, token, rules] = [newId(), newToken(), newId()];
  await admin`insert into identity.account (id, email, name, demonstration, created_at) values (${account}, 'coordinator@example.org', 'coordinator (demo)', true, ${clock.now()})`;
  await admin`insert into identity.membership (id, account_id, agency_id, role, from_date) values (${newId()}, ${account}, ${world.agencies.north}, 'coordinator', '2018-01-01')`;
  await admin`insert into identity.session (id, token_hash, account_id, method, created_at, seen_at, expires_at, second_factor_at) values (${newId()}, ${hashToken(token)}, ${account}, 'password', ${clock.now()}, ${clock.now()}, '2099-01-01', ${clock.now()})`;
  await world.by('supervisor', async (scope) => {
    const chosen = ['chronic', 'listDate'].flatMap((id) => ruleOn(id) ?? []);
    await insertPriority(scope, { id: rules, list: world.list, rules: chosen, note: 'First version', account: world.member.supervisor.account });
    await approvePriority(scope, rules, world.member.supervisor.account, { body: 'Housing table (demo)', decision: 'Rules of priority, version 1', decidedOn: '2019-05-01', reference: 'D-2019-01', url: null, from: '2019-05-01' });
  });
  return {
    ...world, rules,
    byCoordinator: async (work) => await inScope(world.database, { as: 'session', token: hashToken(token), purpose: 'test' }, work),
    put: async (given, since, more = {}) => {
      const person = await world.enter('intake', { given, family: 'Placeholder', ...more });
      await world.agree(person);
      await world.stay(person, 'shelter', since, null);
      await admin`insert into access.list_change (id, list_id, person_id, from_state, to_state, reason, effective, recorded_at) values (${newId()}, ${world.list}, ${person}, null, 'active', 'newly-identified', ${since}, ${clock.now()})`;
      return person;
    },
    give: async (name = 'Room 4, Placeholder House', requirements = [], answerHours = 72) => {
      const id = newId();
      await world.by('outside', async (scope) => await insertVacancy(scope, { id, list: world.list, name, requirements, availableOn: '2019-06-10', answerHours }));
      return id;
    },
  };
}
