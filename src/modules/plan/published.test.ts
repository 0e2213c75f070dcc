import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCommunity } from '#app/community/load.ts';
import { readPack } from '#app/community-pack/read.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { addDays } from '#app/ui/format.ts';
import { openWorld, type World } from '#test/world.ts';
import { addEvidence, changeDue, withdrawMilestone } from './milestone/actions.ts';
import { listMilestones } from './milestone/queries.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  await world.as.worker(async (scope) => await loadCommunity(scope, pack));
  const reason = { en: 'x', fr: 'x' };
  await world.as.manager(async (scope) => {
    const all = await listMilestones(scope);
    const [first, second, third] = all.filter((one) => one.state.kind === 'on-time');
    if (!first || !second || !third) throw new Error('the pack has too few open milestones');
    await changeDue(scope, first, { due: '2020-01-15', reason });
    await withdrawMilestone(scope, second, { reason });
    await addEvidence(scope, third, { kind: 'event', title: reason, date: '2019-06-02', url: undefined });
  });
});
afterAll(async () => await world.close());

type Row = { id: string; due: string; approximate: boolean; state: string; days: number; confirmed: string | null };

test('the published view gives each milestone the date and the state that the rules give it, on every day', async () => {
  const seen = new Set<string>();
  // Every day around the sixtieth after a confirmation, and some far ones.
  const days = Array.from({ length: 50 }, (_, index) => addDays('2019-06-03', index));
  for (const day of [...days, '2019-10-20', '2020-02-01', '2025-02-01']) {
    world.database.clock.set(`${day}T14:00:00Z`);
    await world.as.public(async (scope) => {
      const rows = await scope.sql<Row[]>`select id, due, approximate, state, days_past_due as days, confirmed_on as confirmed from plan.published_milestone`;
      const own = await listMilestones(scope);
      expect(rows).toHaveLength(own.length);
      for (const milestone of own) {
        const row = rows.find((one) => one.id === milestone.id);
        seen.add(milestone.state.kind);
        expect([day, milestone.slug, row?.state, row?.due, row?.approximate]).toEqual([day, milestone.slug, milestone.state.kind, milestone.due, milestone.approximate]);
        if (milestone.state.kind === 'late') expect([milestone.slug, row?.days]).toEqual([milestone.slug, milestone.state.days]);
        if (milestone.state.kind === 'stalled') expect([milestone.slug, row?.confirmed ?? undefined]).toEqual([milestone.slug, milestone.state.since]);
      }
    });
  }
  expect([...seen].toSorted()).toEqual(['done', 'late', 'on-time', 'stalled', 'withdrawn']);
});

test('the views show what is known today, also to a worker who may read ahead', async () => {
  world.database.clock.set('2019-06-03T13:00:00Z');
  for (const as of [world.as.public, world.as.worker])
    await as(async ({ sql, today }) => {
      expect((await sql`select 1 from plan.published_milestone where known_from > ${today} union all select 1 from plan.published_priority where known_from > ${today}
        union all select 1 from plan.published_fact where known_from > ${today}`).length).toBe(0);
      expect((await sql`select 1 from plan.published_priority`).length).toBe(8);
      expect((await sql`select number from plan.published_number`).map((row) => row.number)).toEqual(['SS-11-19/MO-15-19']);
    });
});
