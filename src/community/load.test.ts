import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPack } from '#app/community-pack/read.ts';
import type { Pack } from '#app/community-pack/schema.ts';
import { findBody, listStates } from '#app/modules/governance/index.ts';
import { listFigures, revisionsOf } from '#app/modules/insight/index.ts';
import { addMilestone, createPriority, findPriority, listMilestones, listNews, listPriorities, listSources } from '#app/modules/plan/index.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { openWorld, type World } from '#test/world.ts';
import { loadCommunity } from './load.ts';

const packOf = async (name: string) => await readPack(join(projectRoot(), 'communities', name));
const load = async (pack: Pack) => await world.as.worker(async (scope) => await loadCommunity(scope, pack));
let world: World;
let pack: Pack;
beforeAll(async () => {
  world = await openWorld();
  pack = await packOf('halton');
  await load(pack);
});
afterAll(async () => await world.close());

test('loading the same pack again changes nothing and leaves public pages as they are', async () => {
  const report = await world.as.worker(async (scope) => {
    const done = await loadCommunity(scope, pack);
    expect((await scope.sql`select nullif(current_setting('ct.content_changed', true), '') as changed`)[0]?.changed).toBeNull();
    return done;
  });
  expect(report).toMatchObject({ added: 0, changed: 0, removed: 0, left: 0, lines: [] });
  expect(report.unchanged).toBeGreaterThan(150);
});

test('a changed pack changes exactly what differs, and says so', async () => {
  const [first, ...others] = pack.priorities;
  if (!first) throw new Error('the pack has no priority');
  const changed = { ...pack, priorities: [{ ...first, summary: { en: 'Changed.', fr: 'Modifié.' } }, ...others], events: pack.events.slice(1) };
  const report = await load(changed);
  expect(report).toMatchObject({ added: 0, changed: 1, removed: 1 });
  expect(report.lines).toEqual([`plan.priority: ${first.id} changed`, `plan.event: ${pack.events[0]?.id} withdrawn`]);
  expect(await load(pack)).toMatchObject({ added: 0, changed: 2, removed: 0 });
  expect(await load(pack)).toMatchObject({ changed: 0 });
});

test('what staff wrote stays when a pack is loaded', async () => {
  const { slug } = await world.as.manager(async (scope) => await createPriority(scope, { title: { en: 'Night buses', fr: 'Autobus de nuit' }, summary: { en: 'Get home.', fr: 'Rentrer.' } }));
  const id = await world.as.manager(async (scope) => await addMilestone(scope, { prioritySlug: 'homelessness', bodySlug: 'homelessness', title: { en: 'Ask drivers', fr: 'Consulter' }, due: '2019-09-01' }));
  expect(await load(pack)).toMatchObject({ added: 0, changed: 0, removed: 0 });
  expect(await world.as.public(async (scope) => await findPriority(scope, slug))).toMatchObject({ isNew: true, title: { en: 'Night buses' } });
  expect(await world.as.public(async (scope) => await listMilestones(scope, { id }))).toMatchObject([{ due: '2019-09-01', state: { kind: 'on-time' } }]);
});

test('a row of the pack with the slug of a row of staff is left to staff', async () => {
  const { slug } = await world.as.manager(async (scope) => await createPriority(scope, { title: { en: 'Lights', fr: 'Éclairage' }, summary: { en: 'See.', fr: 'Voir.' } }));
  const [first] = pack.priorities;
  if (!first) throw new Error('the pack has no priority');
  const report = await load({ ...pack, priorities: [...pack.priorities, { ...first, id: slug }] });
  expect(report).toMatchObject({ left: 1 });
  expect(await world.as.public(async (scope) => await findPriority(scope, slug))).toMatchObject({ title: { en: 'Lights' } });
  await load(pack);
});

test('in June 2019 nothing of later years exists, for the public and for staff', async () => {
  for (const look of [world.as.public, world.as.manager]) {
    await look(async (scope) => {
      expect((await listStates(scope, 'homelessness')).map((one) => one.state)).toEqual(['active']);
      expect((await listNews(scope)).map((line) => line.date).filter((date) => date > '2019-06-03')).toEqual([]);
      expect((await listFigures(scope)).map((figure) => figure.slug)).not.toContain('homeless-count-2024');
      expect((await listFigures(scope)).filter((figure) => figure.supersededBy)).toEqual([]);
      expect((await listSources(scope)).map((source) => source.slug)).not.toContain('homeless-2023');
      const [hidden] = await scope.sql`select (select count(*) from plan.priority_fact where known_from > ${scope.today}) + (select count(*) from plan.news where known_from > ${scope.today})
        + (select count(*) from governance.body_state where known_from > ${scope.today}) + (select count(*) from insight.figure where known_from > ${scope.today}) as rows`;
      expect(hidden?.rows).toBe(0);
    });
  }
});

test('jobs see today as the public does, though the worker may read ahead', async () => {
  await world.as.worker(async (scope) => {
    expect((await scope.sql`select count(*) as rows from plan.news where known_from > ${scope.today}`)[0]?.rows).toBeGreaterThan(0);
    expect((await listNews(scope)).filter((line) => line.date > scope.today)).toEqual([]);
  });
});

test('the eight key issues of 2019 have the states that follow from their milestones', async () => {
  const found = await world.as.public(async (scope) => (await listPriorities(scope)).slice(0, 8).map((priority) => [priority.slug, priority.state]));
  expect(Object.fromEntries(found)).toMatchObject({
    'sexual-assault-response': { kind: 'late', days: 24 },
    alcohol: { kind: 'stalled', since: '2019-03-03' },
    opioids: { kind: 'on-time' },
  });
  expect(found).toHaveLength(8);
});

test('in February 2025 the tables have the states of then', async () => {
  world.database.clock.set('2025-02-01T14:00:00Z');
  await world.as.public(async (scope) => {
    expect(await findBody(scope, 'homelessness')).toMatchObject({ state: 're-activated', since: '2023-10-06' });
    expect(await findBody(scope, 'older-adults')).toMatchObject({ state: 'completed' });
    expect((await listStates(scope, 'homelessness')).map((one) => one.state)).toEqual(['active', 'paused', 're-activated']);
    expect(revisionsOf(await listFigures(scope), 'opioid-deaths-2018').map((figure) => figure.value)).toEqual(['40', '44']);
    expect((await listNews(scope)).map((line) => line.text.en)).toContain('The homelessness action table was re-activated.');
  });
  world.database.clock.set('2019-06-03T13:00:00Z');
});

test('a body can be renamed and merged, each from its day on', async () => {
  const [table] = pack.bodies.filter((body) => body.id === 'opioids');
  if (!table) throw new Error('the pack has no such table');
  const renamed = { ...table,
    names: [...table.names, { name: { en: 'Substance use table', fr: 'Table sur les substances' }, from: '2021-01-01' }],
    states: [...table.states, { state: 'merged' as const, from: '2022-01-01', approximate: false, reason: { en: 'One table for both', fr: 'Une table pour les deux' }, mergedInto: 'alcohol', sources: [] }] };
  await load({ ...pack, bodies: pack.bodies.map((body) => (body.id === 'opioids' ? renamed : body)) });
  expect(await world.as.public(async (scope) => await findBody(scope, 'opioids'))).toMatchObject({ name: table.names[0]?.name, state: 'forming' });
  world.database.clock.set('2025-02-01T14:00:00Z');
  expect(await world.as.public(async (scope) => await findBody(scope, 'opioids'))).toMatchObject({ name: { en: 'Substance use table' }, state: 'merged' });
  world.database.clock.set('2019-06-03T13:00:00Z');
  await load(pack);
});

test('a pack that breaks a rule of the database leaves everything as it was', async () => {
  const broken = { ...pack, news: pack.news.map((line) => ({ ...line, topic: 'no-such-topic' })), events: [] };
  await expect(load(broken)).rejects.toThrow();
  expect(await load(pack)).toMatchObject({ added: 0, changed: 0, removed: 0 });
});
