import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCommunity } from '#app/community/load.ts';
import { readPack } from '#app/community-pack/read.ts';
import { newId } from '#app/platform/db/id.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { expectMatrix, type Matrix } from '#test/policy-matrix.ts';
import { openWorld, type World } from '#test/world.ts';
import { addDutyEvidence, recordAdoption, takeBack } from './duty/actions.ts';
import { findDuty, listAdoptions } from './duty/queries.ts';
import { addMilestone } from './milestone/actions.ts';
import { insertDueChange } from './milestone/queries.ts';

const adopted = { date: '2019-05-01', resolution: '1', by: { en: 'x', fr: 'x' }, url: undefined };
let world: World;
beforeAll(async () => {
  world = await openWorld();
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  await world.as.worker(async (scope) => await loadCommunity(scope, pack));
  await world.as.manager(async (scope) => await insertDueChange(scope, { slug: 'moved', milestone: 'access-point', due: '2019-10-01', reason: { en: 'x', fr: 'x' } }));
  await world.as.manager(async (scope) => await recordAdoption(scope, adopted));
  await world.as.manager(async (scope) => {
    const [adoption] = await listAdoptions(scope);
    if (adoption) await takeBack(scope, { adoption }, 'x');
    await recordAdoption(scope, { ...adopted, date: '2019-05-02' });
  });
});
afterAll(async () => await world.close());

const read = { public: 'r', manager: 'r', operator: 'r', leader: 'r', chair: 'r', partner: 'r', auditor: 'r', administrator: 'r', worker: 'riu' } as const;
// Which rows staff may insert is a matter of role and body; the right to try is that of the database role.
const written = { public: 'r', manager: 'ri', operator: 'ri', leader: 'ri', chair: 'ri', partner: 'ri', auditor: 'ri', administrator: 'ri', worker: 'riu' } as const;
const matrix: Matrix = {
  area: read, community: read, document: read, domain: read, duty: read, duty_group: read, duty_rule: read, adoption: written, duty_evidence: written, duty_withdrawal: written, event: read, history_entry: read, plan: read, priority_fact: read, source: read, topic: read,
  milestone: written, milestone_confirmation: written, milestone_due: written, milestone_evidence: written, milestone_withdrawal: written, news: written, priority: written,
};

test('everybody reads the plan, the worker loads it, staff only add, and nobody deletes', async () => await expectMatrix(world, 'plan', matrix));

const insertMilestone = (body: string, known: string) => async (scope: Parameters<Parameters<World['as']['manager']>[0]>[0]) => {
  await scope.sql`insert into plan.milestone (id, slug, priority_slug, body_slug, title, due, known_from, origin)
    values (gen_random_uuid(), gen_random_uuid()::text, 'homelessness', ${body}, '{"en": "x", "fr": "x"}', '2019-12-01', ${known}, 'staff')`;
};

test('only the plan manager, and the chair for the own table, may promise a milestone', async () => {
  await world.as.manager(insertMilestone('alcohol', '2019-06-03'));
  await world.as.chair(insertMilestone('homelessness', '2019-06-03'));
  await expect(world.as.chair(insertMilestone('alcohol', '2019-06-03'))).rejects.toMatchObject({ code: '42501' });
  for (const as of [world.as.public, world.as.operator, world.as.leader, world.as.partner, world.as.administrator])
    await expect(as(insertMilestone('homelessness', '2019-06-03'))).rejects.toMatchObject({ code: '42501' });
});

test('nobody of the staff writes what is known only tomorrow, or in the name of the pack', async () => {
  await expect(world.as.manager(insertMilestone('alcohol', '2019-06-04'))).rejects.toMatchObject({ code: '42501' });
  await expect(world.as.manager(async ({ sql }) => await sql`insert into plan.news (id, slug, topic_slug, on_date, written_at, text, known_from, origin)
    values (gen_random_uuid(), 'x', 'other', '2019-06-01', '2019-06-01', '{"en": "x", "fr": "x"}', '2019-06-01', 'pack')`)).rejects.toMatchObject({ code: '42501' });
});

test('a chair adds what shows a milestone done for the own table only', async () => {
  const evidenceFor = (milestone: string) => async ({ sql }: Parameters<Parameters<World['as']['chair']>[0]>[0]) => {
    await sql`insert into plan.milestone_evidence (slug, milestone_slug, kind, title, on_date, known_from, origin)
      values (gen_random_uuid()::text, ${milestone}, 'event', '{"en": "x", "fr": "x"}', '2019-06-01', '2019-06-03', 'staff')`;
  };
  await world.as.chair(evidenceFor('common-assessment'));
  await expect(world.as.chair(evidenceFor('come-forward'))).rejects.toMatchObject({ code: '42501' });
});

test('a chair who may not promise for another table leaves no line of change either', async () => {
  const lines = async () => (await world.database.admin`select count(*) as n from plan.news`)[0]?.n;
  const before = await lines();
  await expect(world.as.chair(async (scope) => await addMilestone(scope, { prioritySlug: 'alcohol', bodySlug: 'alcohol', title: { en: 'x', fr: 'x' }, due: '2019-12-01' }))).rejects.toThrow();
  expect(await lines()).toBe(before);
});

test('who chairs one table and sits at another is not the chair of both', async () => {
  const { account } = await world.person('chair');
  await world.database.admin`insert into identity.membership (id, account_id, role, body_slug, from_date) values (${newId()}, ${account}, 'table-member', 'alcohol', '2018-01-01')`;
  await expect(world.as.chair(insertMilestone('alcohol', '2019-06-03'))).rejects.toMatchObject({ code: '42501' });
  await world.as.chair(insertMilestone('homelessness', '2019-06-03'));
  expect(await world.as.chair(async ({ actor }) => actor)).toMatchObject({ bodies: ['alcohol', 'homelessness'], seats: { 'table-chair': ['homelessness'], 'table-member': ['alcohol'] } });
});

test('only the plan office records adoptions and evidence of legal duties, of today or earlier, and takes them back', async () => {
  for (const as of [world.as.public, world.as.operator, world.as.leader, world.as.chair, world.as.partner, world.as.administrator]) {
    await expect(as(async (scope) => await recordAdoption(scope, adopted))).rejects.toMatchObject({ code: '42501' });
    await expect(as(async (scope) => {
      const duty = await findDuty(scope, 'printed-copy');
      if (duty) await addDutyEvidence(scope, duty, { kind: 'document', title: { en: 'x', fr: 'x' }, date: '2019-06-01', url: undefined, group: undefined });
    })).rejects.toMatchObject({ code: '42501' });
    await expect(as(async (scope) => {
      const [adoption] = await listAdoptions(scope);
      if (adoption) await takeBack(scope, { adoption }, 'x');
    })).rejects.toMatchObject({ code: '42501' });
  }
  await expect(world.as.manager(async (scope) => await recordAdoption(scope, { ...adopted, date: '2019-06-04' }))).rejects.toMatchObject({ code: '42501' });
});

test('in 2019 nobody of the staff reads the law of 2024', async () => {
  await world.as.manager(async ({ sql }) => expect(await sql`select slug from plan.duty_rule where from_date > '2019-06-03' union all select slug from plan.duty_group where from_date > '2019-06-03'`).toEqual([]));
});
