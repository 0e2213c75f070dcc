import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '#test/world.ts';
import { withdrawRelease } from './actions.ts';
import type { TrueCell } from './candidate.ts';
import type { CubeDeclaration } from './cube.ts';
import { declareCube, type Outcome, releaseThroughGate } from './gate.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => await world.close());

const title = { en: 'Calls', fr: 'Appels' };
let cubes = 0;
/** A cube of an indicator of its own unless one is given, that needs no person. */
async function cubeOf(given: Partial<CubeDeclaration> = {}): Promise<string> {
  cubes += 1;
  const slug = `calls-${cubes}`;
  await world.as.worker(async (scope) => await declareCube(scope, { slug, indicator: slug, title, owner: 'insight', kind: 'health', geography: ['municipality'], review: 'rule', ...given }));
  return slug;
}
const places = ['north', 'south', 'east', 'west'] as const;
const byPlace = (...counts: readonly number[]): TrueCell[] => counts.map((count, place) => ({ keys: { municipality: places[place] ?? '?' }, count }));
const release = async (cube: string, period: string, cells: readonly TrueCell[], more: { again?: 'revise' } = {}): Promise<Outcome> => await world.as.worker(async (scope) => await releaseThroughGate(scope, { cube, period, cells, ...more }));
const printed = (outcome: Outcome): Record<string, string | null> => outcome.state === 'blocked' ? {} : Object.fromEntries(outcome.cells.map(({ keys, published }) => [keys.sex ?? keys.age ?? keys.municipality ?? 'all', published]));

test('a table is filed rounded, its total too, small counts as words, and stands when it is released again', async () => {
  const cube = await cubeOf();
  const first = await release(cube, '2019-05', byPlace(47, 61, 82, 3));
  expect(first.state).toBe('filed');
  const values = printed(first);
  expect(values.west).toBe('fewer than 6');
  for (const place of ['north', 'south', 'east', 'all']) expect(Number(values[place]) % 5).toBe(0);
  expect(await release(cube, '2019-05', byPlace(10, 10, 10, 10))).toEqual(first);
  const [row] = await world.as.public(async ({ sql }) => await sql`select state, k, base, length(table_hash) as hash from insight.release where cube_slug = ${cube}`);
  expect(row).toEqual({ state: 'filed', k: 6, base: 5, hash: 64 });
});

test('the same group has the same value in every cube of an indicator, and another value there is blocked', async () => {
  const one = await cubeOf({ indicator: 'same', breakdowns: ['sex'], geography: [] });
  const other = await cubeOf({ indicator: 'same', breakdowns: ['age'], geography: [] });
  const sexes = [{ keys: { sex: 'F' }, count: 51 }, { keys: { sex: 'M' }, count: 62 }];
  const ages = (old: number) => [{ keys: { age: 'young' }, count: 33 }, { keys: { age: 'old' }, count: old }];
  expect(printed(await release(one, '2019', sexes)).all).toBe(printed(await release(other, '2019', ages(80))).all);
  const third = await cubeOf({ indicator: 'same', breakdowns: ['place'], geography: [] });
  const blocked = await release(third, '2019', [{ keys: { place: 'a' }, count: 33 }, { keys: { place: 'b' }, count: 180 }]);
  expect(blocked).toMatchObject({ state: 'blocked', blocks: [{ kind: 'differs', keys: { indicator: 'same', year: '2019' } }] });
});

test('a number that would narrow a hidden one down is left out, and nothing is filed where earlier tables say too much', async () => {
  const cube = await cubeOf({ form: 'exact' });
  const outcome = await release(cube, '2019-05', byPlace(47, 61, 82, 3));
  expect(outcome.state).toBe('filed');
  expect(Object.values(printed(outcome)).filter((value) => value === null)).toHaveLength(1);
  const late = await cubeOf({ indicator: cube, form: 'exact', breakdowns: ['sex'], geography: [] });
  const after = await release(late, '2019-05', [{ keys: { sex: 'F' }, count: 100 }, { keys: { sex: 'M' }, count: 93 }]);
  expect(after.state).toBe('filed');
});

test('a year is attacked together with its months, and a week cannot be told beside months', async () => {
  const months = await cubeOf({ indicator: 'nested', geography: [], form: 'exact' });
  const year = await cubeOf({ indicator: 'nested', geography: [], form: 'exact' });
  for (let month = 1; month <= 11; month += 1) expect((await release(months, `2018-${String(month).padStart(2, '0')}`, [{ keys: {}, count: 20 + month }])).state).toBe('filed');
  // Eleven months are known exactly: the year would tell of the twelfth that it had two.
  const told = await release(year, '2018', [{ keys: {}, count: 20 * 11 + 66 + 2 }]);
  expect(told).toMatchObject({ state: 'blocked', blocks: [{ kind: 'narrow', keys: { month: 'unreleased' } }] });
  expect((await release(year, '2018', [{ keys: {}, count: 20 * 11 + 66 + 40 }])).state).toBe('filed');
  expect(await release(year, '2019-W07', [{ keys: {}, count: 30 }])).toMatchObject({ state: 'blocked', blocks: [{ kind: 'period' }] });
});

test('a table that differs from an earlier one by a few people is blocked, and the group is named', async () => {
  const all = await cubeOf({ indicator: 'compared', geography: [], form: 'exact' });
  const part = await cubeOf({ indicator: 'compared', geography: [], breakdowns: ['sex'], totals: [], form: 'exact' });
  await release(all, '2019', [{ keys: {}, count: 100 }]);
  expect(await release(part, '2019', [{ keys: { sex: 'F' }, count: 97 }])).toMatchObject({ state: 'blocked', blocks: [{ kind: 'rest', keys: { indicator: 'compared', year: '2019' }, part: { sex: 'F' } }] });
});

test('a revision replaces what stood, and one by a few people is blocked', async () => {
  const cube = await cubeOf({ form: 'exact', geography: [] });
  await release(cube, '2019', [{ keys: {}, count: 100 }]);
  expect(await release(cube, '2019', [{ keys: {}, count: 103 }], { again: 'revise' })).toMatchObject({ state: 'blocked', blocks: [{ kind: 'changed' }] });
  expect((await release(cube, '2019', [{ keys: {}, count: 140 }], { again: 'revise' })).state).toBe('filed');
  const rows = await world.as.manager(async ({ sql }) => await sql<{ state: string; replaced: boolean }[]>`select state, replaced_at is not null as replaced from insight.release where cube_slug = ${cube} order by prepared_at, id`);
  expect(rows.map(({ state, replaced }) => [state, replaced])).toEqual([['filed', true], ['blocked', false], ['filed', false]]);
});

test('cubes of one indicator share their k, and a kind asks for no less than it needs', async () => {
  const cube = await cubeOf({ indicator: 'shared-k' });
  await release(cube, '2019', byPlace(47, 61, 82, 90));
  const other = await cubeOf({ indicator: 'shared-k', k: 11 });
  expect(await release(other, '2019', byPlace(47, 61, 82, 90))).toMatchObject({ state: 'blocked', blocks: [{ kind: 'rule' }] });
  for (const [kind, k] of [['service', 5], ['health', 6], ['small-area', 11], ['overdose-area', 20], ['sexual-violence', 20], ['identity', 20]] as const) {
    const slug = await cubeOf({ kind });
    const [row] = await world.database.admin`select k from insight.release_cube where slug = ${slug}`;
    expect(row?.k).toBe(k);
    await expect(cubeOf({ kind, k: k - 1 })).rejects.toThrow(`k must be ${k} or more`);
  }
});

test('a median stands only where the number of people does', async () => {
  const cube = await cubeOf({ measure: 'statistic', totals: [] });
  const outcome = await release(cube, '2019-05', [{ keys: { municipality: 'north' }, count: 40, value: 6 }, { keys: { municipality: 'south' }, count: 4, value: 99 }]);
  expect(outcome.state === 'blocked' ? [] : outcome.cells.map(({ published, value }) => [published, value])).toEqual([['40', '6'], ['fewer than 6', null]]);
});

test('windows that overlap are not attacked together, so whoever publishes such keeps a ledger of its own (access/replay)', async () => {
  const cube = await cubeOf({ form: 'exact', geography: [] });
  for (const [period, count] of [['12-months-to-2019-05', 100], ['12-months-to-2019-06', 98]] as const) expect((await release(cube, period, [{ keys: {}, count }])).state).toBe('filed');
});

test('what was withdrawn is not filed again by rule, stays known to the attack, and a revision of it by a few people is blocked', async () => {
  const cube = await cubeOf({ form: 'exact', geography: [] });
  const first = await release(cube, '2019', [{ keys: {}, count: 100 }]);
  await world.as.manager(async (scope) => await withdrawRelease(scope, { id: first.release }, { en: 'A source counted twice', fr: 'Une source comptait en double' }));
  expect(await release(cube, '2019', [{ keys: {}, count: 140 }])).toEqual({ state: 'blocked', release: first.release, blocks: [{ kind: 'withdrawn' }] });
  expect(await release(cube, '2019', [{ keys: {}, count: 97 }], { again: 'revise' })).toMatchObject({ state: 'blocked', blocks: [{ kind: 'changed' }] });
  expect((await release(cube, '2019', [{ keys: {}, count: 140 }], { again: 'revise' })).state).toBe('filed');
});

test('the months of one table that add up to the year of another are attacked together with it', async () => {
  const sexes = await cubeOf({ indicator: 'sum', geography: [], breakdowns: ['sex'], form: 'exact' });
  const all = await cubeOf({ indicator: 'sum', geography: [], form: 'exact' });
  for (let month = 1; month <= 12; month += 1) expect((await release(all, `2018-${String(month).padStart(2, '0')}`, [{ keys: {}, count: 30 + month }])).state).toBe('filed');
  // Everybody of the year is known as the sum of its months, without a table that says so: the men beside her would give the one woman away.
  const outcome = await release(sexes, '2018', [{ keys: { sex: 'F' }, count: 1 }, { keys: { sex: 'M' }, count: 12 * 30 + 78 - 1 }]);
  expect(outcome.state === 'blocked' ? ['blocked'] : Object.values(printed(outcome))).not.toContain(String(12 * 30 + 78 - 1));
});

test('no true count of what went through the gate is anywhere in the database', async () => {
  const cube = await cubeOf({ geography: [], breakdowns: ['sex'] });
  const [women, men] = [1_234_567, 7_654_321];
  expect((await release(cube, '2019', [{ keys: { sex: 'F' }, count: women }, { keys: { sex: 'M' }, count: men }, { keys: { sex: 'X' }, count: 4 }])).state).toBe('filed');
  const tables = await world.database.admin<{ name: string }[]>`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('insight', 'platform', 'pgboss')`;
  for (const { name } of tables) for (const count of [women, men, women + men + 4]) expect((await world.database.admin`select 1 from ${world.database.admin(name)} t where t::text like ${`%${count}%`}`).length, `${name} has ${count}`).toBe(0);
});
