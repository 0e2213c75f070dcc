import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPack } from '#app/community-pack/read.ts';
import { loadBodies } from '#app/modules/governance/index.ts';
import { createDemoAccounts } from '#app/modules/identity/index.ts';
import { loadPlan } from '#app/modules/plan/index.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { openWorld, type World } from '#test/world.ts';
import { fundingJobs, fundingRoutes } from '../index.ts';
import { enterDemoFund } from './enter.ts';

let world: World;
let took: number;
beforeAll(async () => {
  world = await openWorld();
  await world.at('2019-06-03T13:00:00Z');
  await world.database.admin`insert into platform.setting (name, value) values ('demonstration', 'true') on conflict do nothing`;
  const pack = await readPack(`${projectRoot()}/communities/halton`);
  await world.as.worker(async (scope) => {
    await loadPlan(scope, pack);
    await loadBodies(scope, pack);
    const ids = await createDemoAccounts(scope, pack.demo.agencies, pack.demo.accounts);
    const from = performance.now();
    await enterDemoFund(scope, pack, ids);
    took = performance.now() - from;
  });
  await world.runJobs(fundingJobs);
}, 60_000);
afterAll(async () => await world.close());

test('a demonstration begins with a call that is open, one that waits for scores and one that gave, each marked, of organisations that say that they are made up', async () => {
  const { admin } = world.database;
  expect([...(await admin`select slug, demonstration, (closes_at > '2019-06-03T13:00:00Z') as open from funding.call order by closes_at`)]).toEqual([
    { slug: 'winter-fund-2018-demo', demonstration: true, open: false }, { slug: 'small-grants-spring-2019-demo', demonstration: true, open: false }, { slug: 'community-fund-2020-demo', demonstration: true, open: true }]);
  expect(await admin`select from funding.application where organisation not like '%(demo)' or not demonstration`).toHaveLength(0);
  expect([...(await admin`select granted, count(*)::integer as n, bool_and(decision_id is null) as nobody from funding.outcome group by 1 order by 1`)]).toEqual([{ granted: false, n: 2, nobody: true }, { granted: true, n: 4, nobody: true }]);
  expect([...(await admin`select r.state, count(*)::integer as n from funding.report r where r.due_on < '2019-06-03' group by 1 order by 1`)]).toEqual([{ state: 'accepted', n: 1 }, { state: 'due', n: 1 }, { state: 'sent', n: 1 }]);
  expect([...(await admin`select count(*)::integer as n, sum(amount)::text as paid from funding.instalment where paid_on = '2018-12-10'`)]).toEqual([{ n: 3, paid: '48015.90' }]);
  // No body of the plan is said to have decided, and no real organisation stands among the made-up ones.
  expect(await admin`select from governance.decision`).toHaveLength(0);
  // The first start must stay short.
  expect(took).toBeLessThan(5000);
});

test('whoever looks at it can act as applicant by the code that the call tells, as scorer and as office', async () => {
  const open = await world.http(fundingRoutes(() => world.site)).as();
  expect(await (await open.get('/en/funding/calls/winter-fund-2018-demo')).text()).toContain('MAPLE-24FUN');
  const own = await (await open.post('/fr/funding/applications/own', { '~code': 'maple 24fun' })).text();
  for (const part of ['Maple Corner (demo)', 'Vous recevez 18\u00a0400,50\u00a0$', 'Envoyé, attend une réponse']) expect(own).toContain(part);
  // The follow-up of next year cannot be sent yet.
  expect([own.includes('Rapport de suivi'), own.includes('Envoyer le rapport')]).toEqual([true, false]);
  const shown = await (await open.get('/en/funding/grants')).text();
  for (const part of ['4 grants given here: $149,351', 'made up', 'Boîtes de légumes du quartier']) expect(shown).toContain(part);
  const office = await world.http(fundingRoutes(() => world.site)).as('manager');
  const list = await (await office.get('/en/funding/awards/call/winter-fund-2018-demo')).text();
  expect(list).toContain('1 late');
  const ranking = await (await office.get('/en/funding/reviews/call/small-grants-spring-2019-demo')).text();
  for (const part of ['Not scored yet', 'Second Chance Tools (demo)', 'Record the decision']) expect(ranking).toContain(part);
});
