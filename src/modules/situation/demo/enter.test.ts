import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPack } from '#app/community-pack/read.ts';
import { loadBodies } from '#app/modules/governance/index.ts';
import { createDemoAccounts } from '#app/modules/identity/index.ts';
import { openWorld, type World } from '#test/world.ts';
import { releaseYears } from '../release/jobs.ts';
import { listReleased } from '../release/queries.ts';
import { loadSituation } from '../pack.ts';
import { enterDemoDiscussions } from './enter.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => await world.close());

test('the pack’s lists have the 105 risk and 51 protective factors, and a second load changes nothing', async () => {
  const pack = await readPack('communities/halton');
  await world.as.worker(async (scope) => await loadSituation(scope, pack));
  const [counted] = await world.database.admin`select count(*) filter (where list = 'risk')::int as risk, count(*) filter (where list = 'protective')::int as protective from situation.code`;
  expect({ ...counted }).toEqual({ risk: 105, protective: 51 });
  const again = await world.as.worker(async (scope) => await loadSituation(scope, pack));
  expect([again.added, again.changed, again.removed]).toEqual([0, 0, 0]);
});

test('a demonstration begins with seats that open, a past that is marked, something at each filter, and a year in numbers', async () => {
  const pack = await readPack('communities/halton');
  await world.database.admin`insert into platform.setting (name, value) values ('demonstration', 'true') on conflict (name) do update set value = excluded.value`;
  await world.as.worker(async (scope) => {
    await loadBodies(scope, pack);
    await enterDemoDiscussions(scope, pack, await createDemoAccounts(scope, pack.demo.agencies, pack.demo.accounts));
  });
  const states = await world.database.admin`select state, count(*)::int as n, bool_and(demonstration) as marked from situation.discussion group by 1 order by 1`;
  expect(states.map(({ state, marked }) => `${state} ${marked}`)).toEqual(['closed true', 'planning true', 'rejected true', 'roles true', 'table true']);
  expect(states.reduce((sum, { n }) => sum + n, 0)).toBe(46);
  expect(await world.database.admin`select 1 from situation.discussion d where d.reason is null and d.closed_on is not null`).toEqual([]);
  // Nobody under 18 has a factor of crime in the made-up past either.
  expect(await world.database.admin`select 1 from situation.discussion d join situation.discussion_code c on c.discussion_id = d.id join situation.code k on k.slug = c.code where k.criminal and d.age_band = '12-17'`).toEqual([]);
  expect(await world.as.worker(releaseYears)).toBe(1);
  const rows = await world.as.public(listReleased);
  expect(new Set(rows.map(({ series }) => series))).toEqual(new Set(['close', 'decision', 'door', 'risk']));
});
