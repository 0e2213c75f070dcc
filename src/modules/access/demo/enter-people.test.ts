import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPack } from '#app/community-pack/read.ts';
import { createDemoAccounts, type DemoIds } from '#app/modules/identity/index.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { openWorld, type World } from '#test/world.ts';
import { enterDemoPeople } from './enter-people.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => await world.close());
const pack = async () => (await readPack(`${projectRoot()}/communities/halton`)).demo;
const none: DemoIds = { accounts: new Map(), agencies: new Map() };

test('outside a demonstration the database refuses every part of a made-up person', async () => {
  const demo = await pack();
  const [agency] = await world.database.admin<{ id: string }[]>`insert into identity.agency (id, slug, name, kind) values (gen_random_uuid(), 'x', '{"en": "X", "fr": "X"}', 'agency') returning id`;
  const ids: DemoIds = { accounts: new Map(demo.accounts.map(({ id }) => [id, agency?.id ?? ''])), agencies: new Map(demo.agencies.map(({ id }) => [id, agency?.id ?? ''])) };
  await expect(world.as.worker(async (scope) => await enterDemoPeople(scope, demo.people, ids))).rejects.toThrow('row-level security');
  const person = '5b0f2a52-6c1e-4a40-8f5b-9e4a3f1d2c10';
  for (const [table, columns, values] of [
    ['person_alias', 'id, person_id, agency_id, given_name, family_name', `gen_random_uuid(), '${person}', '${agency?.id}', 'a', 'b'`], ['person_health', 'id, person_id, agency_id, body, written_at', `gen_random_uuid(), '${person}', '${agency?.id}', 'x', now()`],
    ['person_housing', 'id, person_id, agency_id, body, written_at', `gen_random_uuid(), '${person}', '${agency?.id}', 'x', now()`], ['person_note', 'id, person_id, agency_id, body, written_at', `gen_random_uuid(), '${person}', '${agency?.id}', 'x', now()`],
    ['instruction', 'id, person_id, recorded_at', `gen_random_uuid(), '${person}', now()`], ['break_glass', 'id, person_id, account_id, ground, reason, opened_at, ends_at', `gen_random_uuid(), '${person}', '${person}', 'emergency-care', 'ten letters', now(), now() + interval '5 minutes'`],
  ] as const) await expect(world.as.worker(async ({ sql }) => await sql.unsafe(`insert into access.${table} (${columns}) values (${values})`)), table).rejects.toThrow('row-level security');
});

test('a made-up person who names an account that is not there is refused', async () => {
  const demo = await pack();
  await expect(world.as.worker(async (scope) => await enterDemoPeople(scope, demo.people, none))).rejects.toThrow('the demonstration has no bayview-access-demo');
});

test('a demonstration begins with about a dozen people in two agencies, with what hangs on them, and with pairs to judge', async () => {
  await world.database.admin`insert into platform.setting (name, value) values ('demonstration', 'true')`;
  const demo = await pack();
  await world.as.worker(async (scope) => await enterDemoPeople(scope, demo.people, await createDemoAccounts(scope, demo.agencies, demo.accounts)));
  const count = async (table: string) => (await world.database.admin<{ n: number }[]>`select count(*)::integer as n from ${world.database.admin(`access.${table}`)}`)[0]?.n;
  expect(await world.database.admin`select count(*)::integer as people, count(distinct agency_id)::integer as agencies, bool_and(demonstration) as marked from access.person`).toEqual([{ people: 12, agencies: 2, marked: true }]);
  for (const table of ['consent', 'instruction', 'person_housing', 'person_health', 'person_note', 'break_glass']) expect(await count(table), table).toBeGreaterThan(0);
  const pairs = await world.database.admin`select array[a.family_name, b.family_name] as names from access.person_pair p join access.person_identity a on a.person_id = p.left_id join access.person_identity b on b.person_id = p.right_id`;
  expect(pairs.map(({ names }) => [...names].sort().join(' ')).sort()).toEqual(['Fabula Fabulla', 'Sampelton Sampleton']);
});
