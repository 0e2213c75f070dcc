import { newId } from '#app/platform/db/id.ts';
import { type AccessWorld, openAccessWorld, type StaffName } from '../access-world.test-tool.ts';
import { insertList } from './queries.ts';

/** The world of access with a list that the agency north keeps. */
export type ListWorld = AccessWorld & { readonly list: string; readonly agree: (person: string) => Promise<void>; readonly stay: (person: string, kind: string, start: string, end: string | null, evidence?: string) => Promise<void>; readonly who: StaffName };

export async function openListWorld(): Promise<ListWorld> {
  const world = await openAccessWorld();
  const list = newId();
  await world.as.worker(async (scope) => await insertList(scope, { id: list, slug: 'demo-list', name: { en: 'By-name list (demo)', fr: 'Liste nominative (démo)' }, agency: world.agencies.north, inactiveAfter: 90, staleAfter: 90, qualifying: ['shelter', 'stay', 'contact'], demonstration: false }));
  const { admin, clock } = world.database;
  return {
    ...world, list, who: 'supervisor',
    agree: async (person) => {
      await admin`insert into access.consent (id, person_id, given_by, purposes, categories, to_agencies, form_version, language, how, starts_on, recorded_at)
        values (${newId()}, ${person}, 'self', '{list}', '{identity,housing}', ${[world.agencies.north]}, '1', 'en', 'written', '2018-01-01', ${clock.now()})`;
    },
    stay: async (person, kind, start, end, evidence = 'observed') => {
      await admin`insert into access.stay (id, person_id, agency_id, kind, start_date, end_date, evidence, entered_at) values (${newId()}, ${person}, ${world.agencies.north}, ${kind}, ${start}, ${end}, ${evidence}, ${clock.now()})`;
    },
  };
}
