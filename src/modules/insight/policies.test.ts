import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPack } from '#app/community-pack/read.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { expectMatrix } from '#test/policy-matrix.ts';
import { openWorld, type World } from '#test/world.ts';
import { findFigure, listFigures, listRevisions } from './figure/queries.ts';
import { loadFigures } from './pack.ts';
import { startPublication } from './publication/actions.ts';
import { upsertText } from './publication/queries.ts';
import { seedPublication } from './publication/seed.test-tool.ts';

const text = { en: 'x', fr: 'y' };
let world: World;
beforeAll(async () => {
  world = await openWorld();
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  await world.as.worker(async (scope) => await loadFigures(scope, pack));
  await seedPublication(world);
});
afterAll(async () => await world.close());

test('everybody reads published figures and only the worker writes them; what was published of a report is read, and nothing of it changes', async () => {
  const read = { public: 'r', manager: 'ri', operator: 'ri', leader: 'ri', chair: 'ri', partner: 'ri', auditor: 'ri', administrator: 'ri', worker: 'r' };
  await expectMatrix(world, 'insight', {
    figure: { public: 'r', manager: 'r', operator: 'r', leader: 'r', chair: 'r', partner: 'r', auditor: 'r', administrator: 'r', worker: 'riu' },
    publication: { ...read, worker: 'ri' }, publication_number: read, publication_version: read, publication_step: read,
    publication_section: { manager: 'riu', operator: 'i', leader: 'ri', chair: 'i', partner: 'i', auditor: 'i', administrator: 'i', worker: 'ri' },
  });
});

test('a draft is seen by the plan office alone, and others of the staff can write none', async () => {
  const id = await world.as.manager(async (scope) => await startPublication(scope, { template: 'council', title: text, departments: ['SS'], preparedFor: text }, { purpose: text }));
  const seen = async (as: World['as']['public']) => await as(async ({ sql }) => (await sql`select 1 from insight.publication where id = ${id}`).length);
  expect(await Promise.all([world.as.manager, world.as.leader, world.as.operator, world.as.administrator, world.as.public].map(seen))).toEqual([1, 0, 0, 0, 0]);
  for (const as of [world.as.leader, world.as.operator, world.as.chair, world.as.administrator])
    await expect(as(async (scope) => await startPublication(scope, { template: 'council', title: text, departments: [], preparedFor: text }))).rejects.toMatchObject({ code: '42501' });
  for (const as of [world.as.leader, world.as.operator])
    await expect(as(async (scope) => await upsertText(scope, id, 'purpose', text))).rejects.toMatchObject({ code: '42501' });
});

test('the public sees of a published report neither who prepared it nor who took which step', async () => {
  for (const column of ['prepared_by', 'prepared_at']) await expect(world.as.public(async ({ sql }) => await sql`select ${sql(column)} from insight.publication`)).rejects.toMatchObject({ code: '42501' });
  for (const column of ['by_name', 'by_account', 'reason']) await expect(world.as.public(async ({ sql }) => await sql`select ${sql(column)} from insight.publication_step`)).rejects.toMatchObject({ code: '42501' });
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
