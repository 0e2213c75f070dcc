import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCommunity } from '#app/community/load.ts';
import { readPack } from '#app/community-pack/read.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { expectMatrix } from '#test/policy-matrix.ts';
import { openWorld, type World } from '#test/world.ts';
import { type DecisionGiven, recordDecision } from './decision/actions.ts';
import { listDecisionsAbout, listDecisionsOf } from './decision/queries.ts';
import { seatAndMeet } from './story.test-tool.ts';

const decision: DecisionGiven = {
  bodySlug: 'system-leadership-group', title: { en: 'Night buses', fr: 'Autobus de nuit' }, outcome: 'declined', reason: { en: 'Not ours.', fr: 'Pas notre rôle.' },
  decidedOn: '2019-06-01', subject: { kind: 'issue', id: 'one' },
};
let world: World;
beforeAll(async () => {
  world = await openWorld();
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  await world.as.worker(async (scope) => await loadCommunity(scope, pack));
  await world.as.manager(async (scope) => await recordDecision(scope, decision));
  await seatAndMeet(world);
});
afterAll(async () => await world.close());

test('every table of governance opens to each role what its module says, and nobody changes or deletes a decision', async () => {
  const everybody = (worker: string, manager = 'r', others = 'r') => ({ public: 'r', manager, operator: others, leader: others, chair: others, partner: others, auditor: others, administrator: others, worker });
  const written = everybody('ri', 'ri', 'ri');
  await expectMatrix(world, 'governance', {
    body: everybody('riu', 'riu', 'ri'), body_member: everybody('riu'), body_name: everybody('riu', 'ri', 'ri'), body_state: everybody('riu', 'ri', 'ri'), decision: written,
    seat: everybody('riu'), seat_holding: { ...everybody('riu', 'riu', 'ri') },
    member: { public: 'r', manager: 'riu', operator: 'ri', leader: 'ri', chair: 'riu', partner: 'ri', auditor: 'ri', administrator: 'ri', worker: 'riu' },
    member_address: { worker: 'r' },
    // The partner sits at this table and has left one of its two matters.
    meeting: { manager: 'riu', operator: 'i', leader: 'i', chair: 'riu', partner: 'ri', auditor: 'i', administrator: 'i', worker: 'r' },
    matter: { manager: 'riu', operator: 'i', leader: 'i', chair: 'riu', partner: 'ri', auditor: 'i', administrator: 'i', worker: 'r' },
    agenda_item: { manager: 'riu', operator: 'i', leader: 'i', chair: 'riu', partner: 'ri', auditor: 'i', administrator: 'i', worker: 'r' },
    attendance: { manager: 'riu', operator: 'i', leader: 'i', chair: 'riu', partner: 'ri', auditor: 'i', administrator: 'i' },
    paper: { manager: 'ri', operator: 'i', leader: 'i', chair: 'ri', partner: 'i', auditor: 'i', administrator: 'i' },
    recusal: { manager: 'r', chair: 'r' },
    action: { manager: 'riu', operator: 'i', leader: 'i', chair: 'riu', partner: 'i', auditor: 'i', administrator: 'i', worker: 'r' },
    action_report: { manager: 'ri', operator: 'i', leader: 'i', chair: 'ri', partner: 'i', auditor: 'i', administrator: 'i', worker: 'r' },
    action_link: {},
  });
});

test('only the plan manager records a decision outside a meeting, and none before its day', async () => {
  for (const as of [world.as.public, world.as.operator, world.as.leader, world.as.chair, world.as.administrator])
    await expect(as(async (scope) => await recordDecision(scope, decision))).rejects.toMatchObject({ code: '42501' });
  await expect(world.as.manager(async (scope) => await recordDecision(scope, { ...decision, decidedOn: '2019-06-04' }))).rejects.toThrow(RangeError);
});

test('a recorded decision is found by what it is about and by who took it, and leaves an event and an audit line', async () => {
  const id = await world.as.manager(async (scope) => await recordDecision(scope, { ...decision, outcome: 'accepted', subject: { kind: 'issue', id: 'two' } }));
  expect(await world.as.public(async (scope) => await listDecisionsAbout(scope, 'issue', 'two'))).toMatchObject([{ id, outcome: 'accepted', reason: { fr: 'Pas notre rôle.' } }]);
  expect((await world.as.public(async (scope) => await listDecisionsOf(scope, 'system-leadership-group'))).map((one) => one.id)).toContain(id);
  expect(await world.database.admin`select detail from platform.event where subject_id = ${id}`).toEqual([{ detail: { kind: 'issue', id: 'two' } }]);
  expect(await world.database.admin`select action from platform.audit_entry where subject_id = ${id}`).toEqual([{ action: 'governance.record-decision' }]);
});

test('a decision that would point to a person is read by the plan manager and the members of its body only', async () => {
  await world.as.manager(async (scope) => await recordDecision(scope, { ...decision, bodySlug: 'homelessness', isPublic: false, subject: { kind: 'issue', id: 'three' } }));
  const seenBy = async (as: World['as']['public']) => (await as(async (scope) => await listDecisionsAbout(scope, 'issue', 'three'))).length;
  expect(await Promise.all([world.as.manager, world.as.chair, world.as.operator, world.as.public].map(seenBy))).toEqual([1, 1, 0, 0]);
});
