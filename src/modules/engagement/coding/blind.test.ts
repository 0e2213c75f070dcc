import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import { openWorld, type World } from '#test/world.ts';
import { seedConsultation, type Seeded, seedPiece } from '../consultation/seed.test-tool.ts';
import { deleteOwnCodes, insertCodes, listCoded, listCodePairs, listVoices, upsertSettlement } from './queries.ts';

let world: World;
let seeded: Seeded;
beforeAll(async () => {
  world = await openWorld();
  seeded = await seedConsultation(world);
});
afterAll(async () => await world.close());

const code = async (who: 'manager' | 'analyst', piece: string, ...themes: string[]) => {
  const { account } = await world.person(who);
  return await world.as[who](async (scope) => await insertCodes(scope, piece, account, themes));
};

test('a coder sees what others gave a piece only after her own codes, whatever she asks the database', async () => {
  const { light, bus } = seeded.themes;
  const [piece, untouched] = [await seedPiece(world), await seedPiece(world)];
  await code('manager', piece, light);
  await code('manager', untouched, bus);
  const seen = async () => await world.as.analyst(async ({ sql }) => (await sql`select contribution_id from engagement.coding where contribution_id in (${piece}, ${untouched})`).map((row) => row.contribution_id));
  expect(await seen()).toEqual([]);
  expect(await world.as.analyst(async (scope) => await listCoded(scope, piece))).toEqual([]);
  expect(await code('analyst', piece, bus)).toBe(true);
  expect(new Set(await seen())).toEqual(new Set([piece]));
  expect(await world.as.analyst(async (scope) => (await listCoded(scope, piece)).map((one) => one.themes))).toEqual([[light], [bus]]);
});

test('what coders settled is closed to whoever has not coded the piece', async () => {
  const { light } = seeded.themes;
  const piece = await seedPiece(world);
  await code('manager', piece, light);
  await world.as.manager(async (scope) => await upsertSettlement(scope, piece, (await world.person('manager')).account, [light]));
  const settled = async () => await world.as.analyst(async ({ sql }) => (await sql`select from engagement.settlement where contribution_id = ${piece}`).length);
  expect(await settled()).toBe(0);
  await expect(world.as.analyst(async (scope) => await upsertSettlement(scope, piece, (await world.person('analyst')).account, []))).rejects.toThrow('row-level security');
  await code('analyst', piece);
  expect(await settled()).toBe(1);
});

test('codes are given once, in one’s own name, and taken back only while nobody else has coded the piece', async () => {
  const { bus } = seeded.themes;
  const piece = await seedPiece(world);
  expect(await code('analyst', piece, bus)).toBe(true);
  expect(await code('analyst', piece)).toBe(false);
  await expect(world.as.analyst(async (scope) => await insertCodes(scope, piece, newId(), [bus]))).rejects.toThrow('row-level security');
  const undo = async () => await world.as.analyst(async (scope) => await deleteOwnCodes(scope, piece));
  expect(await undo()).toBe(true);
  await code('analyst', piece, bus);
  await code('manager', piece);
  expect(await undo()).toBe(false);
  await expect(world.as.analyst(async ({ sql }) => await sql`update engagement.coding set theme_id = ${bus}`)).rejects.toThrow('permission denied');
});

test('nobody but coders reads a piece, its codes or the counts made of them', async () => {
  const piece = await seedPiece(world);
  await code('analyst', piece, seeded.themes.bus);
  for (const who of ['public', 'operator', 'leader', 'chair', 'partner', 'auditor', 'administrator'] as const) {
    const counts = async () => await world.as[who](async ({ sql }) => (await sql`select from engagement.coded_voices('spring') union all select from engagement.code_pairs('spring') union all select from engagement.count_heard('spring', 'UTC')`).length);
    if (who === 'public') await expect(counts()).rejects.toThrow('permission denied');
    else expect([who, await counts()]).toEqual([who, 0]);
    if (who !== 'public') expect(await world.as[who](async ({ sql }) => (await sql`select from engagement.contribution`).length)).toBe(0);
  }
});

test('a voice counts for what most of its coders gave, or what was settled, with merged themes as what they became', async () => {
  await world.database.admin`delete from engagement.settlement`;
  await world.database.admin`delete from engagement.coding`;
  await world.database.admin`delete from engagement.coded`;
  const { light, lamps, bus } = seeded.themes;
  const [agreed, differing, settled] = [await seedPiece(world, { age: 'young' }), await seedPiece(world, { age: 'old' }), await seedPiece(world)];
  await code('manager', agreed, lamps);
  await code('analyst', agreed, lamps);
  await code('manager', differing, lamps, bus);
  await code('analyst', differing, bus);
  await code('manager', settled, light);
  await code('analyst', settled, bus);
  const voices = async () => (await world.as.analyst(async (scope) => await listVoices(scope, 'spring'))).map((voice) => [voice.age, [...voice.themes].sort()]);
  const sorted = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
  expect(sorted(await voices())).toEqual(sorted([['young', [lamps]], ['old', [bus]], [null, []]]));
  await world.as.manager(async (scope) => await upsertSettlement(scope, settled, (await world.person('manager')).account, [light]));
  await world.database.admin`update engagement.theme set merged_into = ${bus} where id = ${lamps}`;
  expect(sorted(await voices())).toEqual(sorted([['young', [bus]], ['old', [bus]], [null, [light]]]));
  const pairs = await world.as.manager(async (scope) => await listCodePairs(scope, 'spring'));
  expect(pairs).toHaveLength(3);
  expect(pairs.filter((pair) => pair.firstThemes.join() === pair.secondThemes.join())).toHaveLength(2);
  await world.database.admin`update engagement.theme set merged_into = null`;
});
