import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCommunity } from '#app/community/load.ts';
import { readPack } from '#app/community-pack/read.ts';
import { listAbout, standingOf } from '#app/modules/commitment/index.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { openWorld, type World } from '#test/world.ts';
import { addEvidence, addMilestone, changeDue } from './actions.ts';
import { milestoneJobs } from './jobs.ts';
import { findMilestone } from './queries.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.as.worker(async (scope) => await loadCommunity(scope, await readPack(join(projectRoot(), 'communities', 'halton'))));
});
afterAll(async () => await world.close());

test('a milestone is owed by its body among all commitments, moves with its date, and is kept by its evidence', async () => {
  const id = await world.as.manager(async (scope) => await addMilestone(scope, { prioritySlug: 'homelessness', bodySlug: 'homelessness', title: { en: 'Count', fr: 'Compter' }, due: '2019-09-30' }));
  const owed = async () => (await world.as.chair(async (scope) => (await listAbout(scope, { kind: 'milestone', id })).map((one) => ({ due: one.due, body: one.owedBy.body, standing: standingOf(one.course, scope.now, scope.today).kind }))));
  expect(await world.runJobs(milestoneJobs)).toBeGreaterThan(0);
  expect(await owed()).toEqual([{ due: '2019-09-30', body: 'homelessness', standing: 'open' }]);
  const milestone = await world.as.manager(async (scope) => await findMilestone(scope, id));
  if (!milestone) throw new Error('no milestone');
  await world.as.manager(async (scope) => await changeDue(scope, milestone, { due: '2019-10-31', reason: { en: 'x', fr: 'x' } }));
  await world.runJobs(milestoneJobs);
  expect(await owed()).toEqual([{ due: '2019-10-31', body: 'homelessness', standing: 'open' }]);
  await world.as.manager(async (scope) => await addEvidence(scope, milestone, { kind: 'event', title: { en: 'Done', fr: 'Fait' }, date: '2019-06-03', url: undefined }));
  await world.runJobs(milestoneJobs);
  expect(await owed()).toEqual([{ due: '2019-10-31', body: 'homelessness', standing: 'kept' }]);
});

test('every milestone that is known today stands there once, and a second run changes nothing', async () => {
  const rows = async () => await world.database.admin`select subject_id, due, kept_at, released_at from commitment.obligation where kind = 'milestone' order by subject_id`;
  const [before, changes] = [await rows(), (await world.database.admin`select id from commitment.obligation_change`).length];
  expect(before.length).toBeGreaterThan(5);
  expect(new Set(before.map((row) => row.subject_id)).size).toBe(before.length);
  await world.as.worker(async (scope) => await loadCommunity(scope, await readPack(join(projectRoot(), 'communities', 'halton'))));
  await world.runJobs(milestoneJobs);
  expect(await rows()).toEqual(before);
  expect((await world.database.admin`select id from commitment.obligation_change`).length).toBe(changes);
});
