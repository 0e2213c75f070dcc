import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { type StaffName, staffNames } from '../access-world.test-tool.ts';
import { type CareWorld, type Extra, openCareWorld } from './care-world.test-tool.ts';

let world: CareWorld;
let coordinator: Extra;
let other: Extra;
let plan: string;
beforeAll(async () => {
  world = await openCareWorld();
  coordinator = await world.hire('coordinator', 'north', 'coordinator');
  other = await world.hire('other', 'south', 'coordinator');
  const person = await world.enter('intake', { given: 'Mia', family: 'Okoro', birth: '2003-06-20' });
  expect((await (await world.visit('intake')).post(`/en/access/persons/${person}/plan/new`, { pathway: 'coordinated-service-planning/2019-01-01', on: '2019-06-03' })).status).toBe(303);
  const { admin } = world.database;
  plan = (await admin<{ id: string }[]>`select id from access.care_plan`)[0]?.id ?? '';
  await admin`update access.care_plan set coordinator_id = ${coordinator.account}`;
  await admin`insert into access.care_goal (id, plan_id, in_words, rank, owner, review_on, state_on) values (${newId()}, ${plan}, 'w', 1, 'o', '2019-07-01', '2019-06-03')`;
  await admin`insert into access.care_review (id, plan_id, due_on) values (${newId()}, ${plan}, '2019-07-01')`;
  await admin`insert into access.care_provider (id, plan_id, agency_id, provides, joined_on) values (${newId()}, ${plan}, ${world.agencies.south}, 'p', '2019-06-03')`;
  await admin`insert into access.care_strength (id, plan_id, strengths, needs, written_by, written_at) values (${newId()}, ${plan}, 's', 'n', ${newId()}, now())`;
  await admin`insert into access.care_age_done (plan_id, age_slug, done_on, note) values (${plan}, 'transition-14/2019-01-01', '2019-06-03', 'n')`;
  await admin`insert into access.release_count (id, month, subject, measure, published, released_at) values (${newId()}, '2019-06-01', 'pathway', 'rounds', '10', now())`;
  await world.agree(person);
});
afterAll(async () => await world.close());

class Undone extends Error {}
type By = <T>(work: (scope: Scope) => Promise<T>) => Promise<T>;
async function holds(by: By, work: (scope: Scope) => Promise<boolean>): Promise<boolean> {
  let held = false;
  await by(async (scope) => {
    held = await work(scope);
    throw new Undone();
  }).catch((error: unknown) => {
    if (!(error instanceof Undone) && !(error instanceof Error && 'code' in error && error.code === '42501')) throw error;
  });
  return held;
}
type Try = readonly [mark: string, (scope: Scope) => Promise<boolean>];
const reads = (table: string, column = 'plan_id'): Try => ['r', async ({ sql }) => (await sql`select ${sql(column)} from ${sql(`access.${table}`)}`).length > 0];
const writes = (work: (scope: Scope) => PromiseLike<{ count: number }>, mark: string): Try => [mark, async (scope) => (await work(scope)).count > 0];
const me = ({ actor }: Scope) => (actor.kind === 'staff' ? actor.account : null);
const tables: Readonly<Record<string, readonly Try[]>> = {
  care_pathway: [reads('care_pathway', 'slug'), writes(({ sql }) => sql`update access.care_pathway set confirmed = true`, 'u')],
  care_age: [reads('care_age', 'slug')],
  care_amount: [reads('care_amount', 'slug')],
  care_plan: [reads('care_plan', 'id'), writes(({ sql }) => sql`update access.care_plan set round = 9`, 'u'), writes(({ sql }) => sql`delete from access.care_plan`, 'd')],
  care_step: [reads('care_step'), writes((scope) => scope.sql`insert into access.care_step (id, plan_id, kind, step, on_date, taken_by, recorded_at) values (${newId()}, ${plan}, 'step', 'intake', '2019-06-03', ${me(scope)}, now())`, 'i'),
    writes((scope) => scope.sql`insert into access.care_step (id, plan_id, kind, step, on_date, reason, taken_by, recorded_at) values (${newId()}, ${plan}, 'step', 'goals', '2019-06-03', 'r', ${me(scope)}, now())`, 'k'),
    writes((scope) => scope.sql`insert into access.care_step (id, plan_id, kind, step, on_date, reason, coordinator_id, taken_by, recorded_at) values (${newId()}, ${plan}, 'step', 'coordinator', '2019-06-03', 'r', ${coordinator.account}, ${me(scope)}, now())`, 'c'),
    writes(({ sql }) => sql`insert into access.care_step (id, plan_id, kind, step, on_date, taken_by, recorded_at) values (${newId()}, ${plan}, 'step', 'intake', '2019-06-03', ${newId()}, now())`, 'f')],
  care_strength: [reads('care_strength'), writes((scope) => scope.sql`insert into access.care_strength (id, plan_id, strengths, needs, written_by, written_at) values (${newId()}, ${plan}, 's', 'n', ${me(scope)}, now())`, 'i')],
  care_goal: [reads('care_goal'), reads('care_goal', 'in_words'), writes(({ sql }) => sql`insert into access.care_goal (id, plan_id, in_words, rank, owner, review_on, state_on) values (${newId()}, ${plan}, 'w', 1, 'o', '2019-07-01', '2019-06-03')`, 'i'),
    writes(({ sql }) => sql`update access.care_goal set rank = 2 where plan_id = ${plan}`, 'u'), writes(({ sql }) => sql`update access.care_goal set in_words = 'x' where plan_id = ${plan}`, 'f')],
  care_provider: [reads('care_provider'), writes(({ sql }) => sql`insert into access.care_provider (id, plan_id, agency_id, provides, joined_on) values (${newId()}, ${plan}, ${world.agencies.north}, 'p', '2019-06-03')`, 'i'),
    writes(({ sql }) => sql`insert into access.care_provider (id, plan_id, agency_id, provides, joined_on) values (${newId()}, ${plan}, ${newId()}, 'p', '2019-06-03')`, 'f'), writes(({ sql }) => sql`update access.care_provider set left_on = '2019-06-03' where plan_id = ${plan}`, 'u')],
  care_review: [reads('care_review'), writes(({ sql }) => sql`insert into access.care_review (id, plan_id, due_on) values (${newId()}, ${plan}, '2019-07-01')`, 'i'), writes(({ sql }) => sql`update access.care_review set held_on = '2019-06-03', found = 'x' where plan_id = ${plan}`, 'u')],
  care_age_done: [reads('care_age_done'), writes(({ sql }) => sql`insert into access.care_age_done (plan_id, age_slug, done_on, note) values (${plan}, 'transition-16/2019-01-01', '2019-06-03', 'n')`, 'i')],
  release_count: [reads('release_count', 'measure'), writes(({ sql }) => sql`insert into access.release_count (id, month, subject, measure, published, released_at) values (${newId()}, '2019-06-01', 'pathway', 'x', '10', now())`, 'i')],
  release_key: [reads('release_key', 'secret')],
  'the words': [['r', async ({ sql }) => (await sql<{ content: unknown }[]>`select access.read_care_plan(${plan}) as content`)[0]?.content !== null]],
};

test('every role in two agencies does with every table of a plan exactly what is listed here', async () => {
  const actors: readonly (readonly [string, By])[] = [...staffNames.map((name: StaffName) => [name, async <T>(work: (scope: Scope) => Promise<T>) => await world.by(name, work)] as const), ['coordinator', coordinator.by], ['other', other.by], ['manager', world.as.manager], ['public', world.as.public]];
  const found: Record<string, Record<string, string>> = {};
  for (const [table, tries] of Object.entries(tables)) for (const [name, by] of actors) {
    let marks = '';
    for (const [mark, work] of tries) if (await holds(by, work)) marks += mark;
    if (marks !== '') found[table] = { ...found[table], [name]: marks };
  }
  const everybody = { intake: 'r', clinician: 'r', supervisor: 'r', volunteer: 'r', outside: 'r', nurse: 'r', officer: 'r', coordinator: 'r', other: 'r', manager: 'r' };
  const keepers = (marks: string) => ({ supervisor: marks, coordinator: marks });
  const team = { outside: 'r', nurse: 'r', other: 'r' };
  expect(found).toEqual({
    care_pathway: everybody, care_age: everybody,
    care_plan: { intake: 'r', supervisor: 'r', coordinator: 'r', ...team },
    care_step: { intake: 'ri', supervisor: 'rikc', coordinator: 'rk', ...team },
    care_strength: { intake: 'i', supervisor: 'i', coordinator: 'i' },
    care_goal: keepers('riu'), care_provider: { supervisor: 'riu', coordinator: 'riu' }, care_review: keepers('riu'), care_age_done: keepers('i'),
    release_count: { supervisor: 'r', coordinator: 'r', other: 'r', manager: 'r' },
    'the words': { intake: 'r', supervisor: 'r', coordinator: 'r', ...team },
  });
});
