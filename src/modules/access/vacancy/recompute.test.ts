import { afterAll, beforeAll, expect, test } from 'vitest';
import { rankVacancy } from './actions.ts';
import { openPlaceWorld, type PlaceWorld } from './place-world.test-tool.ts';
import { findVacancy } from './queries.ts';
import { type Again, recomputeDecisions } from './recompute.ts';

let world: PlaceWorld;
const made: string[] = [];
beforeAll(async () => {
  world = await openPlaceWorld();
  for (let n = 0; n < 4; n += 1) await world.put(`Person${n}`, `2019-03-1${n}`);
  for (let n = 0; n < 3; n += 1) {
    const id = await world.give(`Room ${n}`);
    await world.by('supervisor', async (scope) => {
      const vacancy = await findVacancy(scope, id);
      if (vacancy) await rankVacancy(scope, vacancy);
    });
    made.push(id);
  }
});
afterAll(async () => await world.close());

const again = async (slug?: string): Promise<Again[]> => await world.as.worker(async (scope) => {
  const found: Again[] = [];
  await recomputeDecisions(scope, slug, (one) => found.push(one));
  return found;
});
const changes = async () => new Map((await again()).filter(({ equal }) => !equal).map(({ vacancy, changed }) => [vacancy, changed]));

test('decisions are made again from their inputs and the approved version; each list leaves a line', async () => {
  expect((await again()).map(({ vacancy, equal, changed }) => ({ vacancy, equal, changed }))).toEqual(made.toSorted().map((vacancy) => ({ vacancy, equal: true, changed: [] })));
  expect(await again('demo-list')).toHaveLength(3);
  expect(await again('no-such-list')).toEqual([]);
  expect(await world.database.admin`select count(*)::int as n from platform.audit_entry where action = 'access.recompute-decisions' and subject_id = ${world.list}`).toEqual([{ n: 2 }]);
  await expect(world.by('supervisor', async (scope) => await recomputeDecisions(scope, undefined, () => {}))).rejects.toMatchObject({ code: '42501' });
});

test('a changed fact, a changed order, a changed offer and rules that were never approved are each found and named', async () => {
  const { admin } = world.database;
  const [first = '', second = '', third = ''] = made;
  const [row] = await admin<{ token: string }[]>`select inputs -> 'people' -> 1 ->> 'person' as token from access.decision where vacancy_id = ${first}`;
  await admin`update access.decision set inputs = jsonb_set(inputs, '{people,1,facts,chronic}', '"changed"') where vacancy_id = ${first}`;
  await admin`update access.decision set ordering = array(select x from unnest(ordering) with ordinality o (x, n) order by n desc) where vacancy_id = ${second}`;
  await admin`update access.decision set offered = ordering[2] where vacancy_id = ${third}`;
  expect(await changes()).toEqual(new Map([[first, [`people.${row?.token}.facts.chronic`]], [second, []], [third, []]]));
  await admin`alter table access.priority disable trigger user`;
  await admin`update access.priority set rules = jsonb_set(rules, '{0,label,en}', '"Another"') where id = ${world.rules}`;
  expect([...(await changes()).values()].every((changed) => changed.includes('ruleSet'))).toBe(true);
});
