import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPack } from '#app/community-pack/read.ts';
import { asDemoAccount, createDemoAccounts } from '#app/modules/identity/index.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { openWorld, type World } from '#test/world.ts';
import { enterDemoWork, loadCare, loadDirectory, openDemoOutreach } from '../index.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  world.database.clock.set('2019-06-03T13:00:00Z');
  await world.database.admin`insert into platform.setting (name, value) values ('demonstration', 'true')`;
  const pack = await readPack(`${projectRoot()}/communities/halton`);
  await world.as.worker(async (scope) => {
    const ids = await createDemoAccounts(scope, pack.demo.agencies, pack.demo.accounts);
    await loadDirectory(scope, pack);
    await loadCare(scope, pack);
    await openDemoOutreach(scope, pack.demo.outreach);
    await enterDemoWork(scope, pack.demo, ids);
    expect(scope.actor.kind).toBe('worker');
    expect((await scope.sql`select platform.ctx_actor() as actor, current_user as role, platform.ctx_today()::text as today`)[0]).toEqual({ actor: 'worker', role: 'ct_worker', today: '2019-06-03' });
  });
});
afterAll(async () => await world.close());

test('a demonstration begins with work in every state: stays, a list with its past, assessments of which one is out of date, referrals, a plan, somebody who is called', async () => {
  const { admin } = world.database;
  expect(await admin`select to_state as state, count(*)::integer as n from access.list_change group by 1 order by 1`).toEqual([{ state: 'active', n: 5 }, { state: 'housed', n: 1 }, { state: 'inactive', n: 1 }]);
  expect((await admin`select to_char(month, 'YYYY-MM') as month from access.list_snapshot order by 1`).map(({ month }) => month)).toEqual(['2018-12', '2019-01', '2019-02', '2019-03', '2019-04', '2019-05']);
  expect(await admin`select instrument, state, expires_on < '2019-06-03' as past from access.assessment order by instrument, expires_on`).toEqual([
    { instrument: 'gad-7', state: 'finished', past: true }, { instrument: 'needs', state: 'finished', past: false }, { instrument: 'phq-9', state: 'finished', past: true }, { instrument: 'phq-9', state: 'finished', past: false }]);
  expect((await admin`select state from access.referral order by state`).map(({ state }) => state)).toEqual(['accepted', 'completed', 'declined', 'sent', 'sent']);
  expect(await admin`select step, standing from access.care_plan`).toEqual([{ step: 'shared', standing: 'active' }]);
  expect(await admin`select state from access.outreach order by state`).toEqual([{ state: 'joined' }, { state: 'new' }]);
});

test('what was done stands under the name of the one who did it, on its day, and her session is over', async () => {
  const { admin } = world.database;
  const [line] = await admin`select a.name, e.moment from platform.audit_entry e join identity.account a on a.id = e.account_id where e.action = 'access.read-section' or e.subject_kind = 'person' order by e.moment limit 1`;
  expect(line?.moment < new Date('2019-02-01T00:00:00Z')).toBe(true);
  expect(await admin`select count(*)::integer as n from identity.session where revoked_at is null`).toEqual([{ n: 0 }]);
});

test('nobody but the worker lets somebody else act', async () => {
  await expect(world.as.manager(async (scope) => await asDemoAccount(scope, { id: 'x', email: 'x' }, scope.now, async () => undefined))).rejects.toThrow('only the worker');
});
