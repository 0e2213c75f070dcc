import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPack } from '#app/community-pack/read.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { expectMatrix } from '#test/policy-matrix.ts';
import { openWorld, type World } from '#test/world.ts';
import { findFigure, listFigures, listRevisions } from './figure/queries.ts';
import { loadFigures } from './pack.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  await world.as.worker(async (scope) => await loadFigures(scope, pack));
});
afterAll(async () => await world.close());

test('everybody reads published figures and only the worker writes them', async () => {
  await expectMatrix(world, 'insight', { figure: { public: 'r', manager: 'r', operator: 'r', leader: 'r', chair: 'r', partner: 'r', auditor: 'r', administrator: 'r', worker: 'riu' } });
});

test('a figure says that it was revised only once the revision is known', async () => {
  world.database.clock.set('2019-06-05T13:00:00Z');
  expect(await world.as.public(async (scope) => await findFigure(scope, 'opioid-deaths-2018'))).toMatchObject({ value: '40', provisional: true, supersededBy: undefined });
  expect(await world.as.manager(async (scope) => await findFigure(scope, 'opioid-deaths-2018-revised'))).toBeUndefined();
  world.database.clock.set('2019-11-28T14:00:00Z');
  expect(await world.as.public(async (scope) => await findFigure(scope, 'opioid-deaths-2018'))).toMatchObject({ supersededBy: 'opioid-deaths-2018-revised' });
  for (const slug of ['opioid-deaths-2018', 'opioid-deaths-2018-revised'])
    expect((await world.as.public(async (scope) => await listRevisions(scope, slug))).map((figure) => figure.value)).toEqual(['40', '44']);
  expect((await world.as.public(async (scope) => await listFigures(scope))).map((figure) => figure.slug)).toContain('opioid-deaths-2018-revised');
});
