import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCommunity } from '#app/community/load.ts';
import { readPack } from '#app/community-pack/read.ts';
import { listOpen } from '#app/modules/commitment/index.ts';
import { councilTemplate, publicationRoutes, startPublication } from '#app/modules/insight/index.ts';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { reportJobs } from './jobs.ts';

let world: World;
let manager: Visitor;
let leader: Visitor;
let report: string;
beforeAll(async () => {
  world = await openWorld();
  const pack = await readPack('communities/halton');
  await world.as.worker(async (scope) => await loadCommunity(scope, pack));
  const routes = world.http(publicationRoutes(() => world.site, { templates: [councilTemplate], asPublic: async (work) => await world.as.public(work) }));
  [manager, leader] = [await routes.as('manager'), await routes.as('leader')];
  const both = (text: string) => ({ en: text, fr: text });
  report = await world.as.manager(async (scope) => await startPublication(scope, { template: 'council', title: both('Update'), departments: ['SS'], preparedFor: both('Council') }, { purpose: both('To tell.'), recommendation: both('Receive it.'), financial: both('None.') }));
});
afterAll(async () => await world.close());

const waiting = async (as: World['as']['public']) => {
  await world.runJobs(reportJobs);
  await world.runJobs(reportJobs);
  return (await as(async (scope) => await listOpen(scope, { mine: true, kind: 'report' }))).map((one) => one.what.en);
};
const step = async (who: Visitor, name: string, fields: Record<string, string> = {}) => expect((await who.post(`/en/insight/publications/drafts/${report}/${name}`, fields)).status).toBe(303);

test('a report that waits stands in the day of whoever has the next step, and of nobody once it is published', async () => {
  await step(manager, 'submit');
  expect(await waiting(world.as.leader)).toEqual(['Review the report “Update”']);
  expect(await waiting(world.as.manager)).toEqual([]);
  await step(leader, 'return', { reason: 'Say more.' });
  expect([await waiting(world.as.leader), await waiting(world.as.manager)]).toEqual([[], ['Revise the report “Update”']]);
  await step(manager, 'submit');
  await step(leader, 'approve');
  expect(await waiting(world.as.manager)).toEqual(['Publish the report “Update”']);
  await step(manager, 'publish');
  expect([await waiting(world.as.leader), await waiting(world.as.manager)]).toEqual([[], []]);
});
