import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPack } from '#app/community-pack/read.ts';
import type { Pack } from '#app/community-pack/schema.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { openWorld, type World } from '#test/world.ts';
import { listOfferable } from './offer.ts';
import { loadDirectory } from './pack.ts';

let world: World;
let pack: Pack;
beforeAll(async () => {
  world = await openWorld();
  pack = await readPack(join(projectRoot(), 'communities', 'halton'));
});
afterAll(async () => await world.close());
const load = async () => await world.as.worker(async (scope) => await loadDirectory(scope, pack));
const count = async () => await world.as.public(async ({ sql }) => (await sql<{ made: number; real: number }[]>`select count(*) filter (where demonstration)::int as made, count(*) filter (where not demonstration)::int as real from access.service`)[0]);

test('outside a demonstration only real services are loaded, and in one all of them', async () => {
  await load();
  expect(await count()).toEqual({ made: 0, real: 4 });
  await world.database.admin`insert into platform.setting (name, value) values ('demonstration', 'true')`;
  expect((await load()).added).toBeGreaterThan(30);
  expect(await count()).toEqual({ made: pack.services.services.length - 4, real: 4 });
});

test('a second load changes nothing, and a service that a pack no longer names is withdrawn and comes back', async () => {
  expect(await load()).toMatchObject({ added: 0, changed: 0, removed: 0, left: 0 });
  const less = { ...pack, services: { ...pack.services, services: pack.services.services.slice(1) } };
  expect(await world.as.worker(async (scope) => await loadDirectory(scope, less))).toMatchObject({ added: 0, changed: 0, removed: 1 });
  expect(await load()).toMatchObject({ added: 0, changed: 1, removed: 0 });
});

test('a service is offered for referral until a year after its last check', async () => {
  const offered = async () => (await world.as.public(async (scope) => await listOfferable(scope))).map(({ name }) => name.en);
  world.database.clock.set('2019-06-03T14:00:00Z');
  expect(await offered()).toEqual(expect.arrayContaining(['Night shelter', 'Therapy in French', 'Rides to appointments']));
  expect(await offered()).not.toContain('Food bank');
  world.database.clock.set('2019-11-20T14:00:00Z');
  expect(await offered()).toContain('Therapy in French');
  world.database.clock.set('2019-11-21T14:00:00Z');
  expect(await offered()).not.toContain('Therapy in French');
  world.database.clock.set('2019-06-03T14:00:00Z');
});
