import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSituationWorld, type SituationWorld } from '../situation-world.test-tool.ts';
import { takeStep } from './actions.ts';
import { agreeKey, readDiscussion } from './queries.ts';

let world: SituationWorld;
beforeAll(async () => {
  world = await openSituationWorld();
});
afterAll(async () => await world.close());

/** Writes every buffer to disk, those of unlogged tables too, which only the copy of a database does while the server runs. */
async function flush(): Promise<void> {
  await world.database.admin.unsafe(`create database ${world.database.name}_scratch template template0 strategy file_copy`);
  await world.database.admin.unsafe(`drop database ${world.database.name}_scratch`);
  await world.database.admin`checkpoint`;
}

/** The files of this database, of the log and of all that the cluster shares, which hold the bytes. */
async function holding(bytes: Buffer): Promise<string[]> {
  const [place] = await world.database.admin<{ data: string; own: string }[]>`select current_setting('data_directory') as data, oid::text as own from pg_database where datname = current_database()`;
  const found: string[] = [];
  for (const entry of await readdir(place?.data ?? '', { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const other = path.includes('/base/') && !path.includes(`/base/${place?.own}/`);
    const text = entry.isFile() && !other ? await readFile(path).catch(() => undefined) : undefined;
    if (text?.includes(bytes)) found.push(path.slice((place?.data ?? '').length + 1));
  }
  return found;
}

/** Every row of every table that holds a text, as `table`. */
async function rowsWith(text: string): Promise<string[]> {
  const { admin } = world.database;
  const tables = await admin<{ name: string }[]>`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and n.nspname || '.' || c.relname <> 'situation.code'`;
  const found: string[] = [];
  for (const { name } of tables) if ((await admin.unsafe(`select 1 from ${name} t where position('${text}' in t::text) > 0 limit 1`)).length > 0) found.push(name);
  return found;
}

const canary = (n: number) => `zqx${'aeiouymnrt'[n] ?? 'a'}pelargonvex`;
const bytesOf = (text: string) => Buffer.from(text, 'utf8');

test('what is told of a discussion is in no log while the table talks, and after a rejection in no file, table, index, audit or statistic', async () => {
  const [one, other] = [await world.bring('police'), await world.bring('school')];
  const mark = Buffer.from('c0ffee5eedbadcab1e0ddba11deadfa5', 'hex');
  expect(await world.by('police', async (scope) => await agreeKey(scope, Buffer.alloc(32, 7)))).toBe(true);
  expect(await world.tell('police', one, { words: `Speaks of ${canary(1)}`, codes: ['risk-one', 'risk-two', 'flag-one', 'affected-one'], mark: `\\x${mark.toString('hex')}` })).toBe('done');
  // Told a second time, so that there is an older version of the row.
  expect(await world.take('police', one, 'table', 'tell', { kind: 'family', age_band: '60+', sex: 'male', codes: ['risk-two'], stakes: ['harm'], words: `Now ${canary(2)}` })).toBe('done');
  expect(await world.tell('school', other, { words: `Still ${canary(3)}` })).toBe('done');
  expect(await world.take('health', one, 'table', 'vote', { vote: 'not-aer' })).toBe('done');
  // A program that looks over tables by itself must find nothing to keep.
  await world.database.admin`analyze situation.told`;
  await flush();
  const before = [await holding(bytesOf(canary(1))), await holding(bytesOf(canary(2))), await holding(mark)];
  for (const files of before) {
    expect(files.length, 'the sweep finds what is there').toBeGreaterThan(0);
    expect(files.filter((path) => !path.startsWith('base/'))).toEqual([]);
  }
  expect(await rowsWith(canary(2))).toEqual(['situation.told']);
  expect(await rowsWith('risk-two')).toEqual(['situation.told']);

  expect(await world.take('chair', one, 'table', 'reject', { reason: 'reject-one' })).toBe('done');
  await world.settle();
  await flush();
  for (const bytes of [bytesOf(canary(1)), bytesOf(canary(2)), mark]) expect(await holding(bytes)).toEqual([]);
  for (const text of [canary(1), canary(2), 'risk-two', 'not-aer', mark.toString('hex')]) expect(await rowsWith(text), text).toEqual([]);
  const [row] = await world.database.admin`select state, kind, age_band, sex, reason, votes_for, votes_against, earlier from situation.discussion where id = ${one}`;
  expect({ ...row }).toEqual({ state: 'rejected', kind: 'family', age_band: '60+', sex: 'male', reason: 'reject-one', votes_for: null, votes_against: null, earlier: null });
  // What the table still talks about is untouched.
  expect(await rowsWith(canary(3))).toEqual(['situation.told']);
});

test('an accepted discussion keeps its lists; the words and the single votes go', async () => {
  const id = await world.accept('health', { words: `Sees ${canary(4)}`, codes: ['risk-one', 'protective-one'] });
  await flush();
  expect(await holding(bytesOf(canary(4)))).toEqual([]);
  const [row] = await world.database.admin`select votes_for, votes_against, earlier, (select array_agg(code order by code) from situation.discussion_code c where c.discussion_id = d.id) as codes,
    (select count(*)::int from situation.vote v where v.discussion_id = d.id) as votes from situation.discussion d where id = ${id}`;
  expect({ ...row }).toEqual({ votes_for: 2, votes_against: 0, earlier: 0, codes: ['protective-one', 'risk-one'], votes: 0 });
});

test('what was brought forward and taken back leaves no row', async () => {
  const id = await world.bring('health');
  expect(await world.take('health', id, 'screened', 'withdraw')).toBe('done');
  expect(await world.database.admin`select 1 from situation.discussion where id = ${id}`).toEqual([]);
});

test('a decision takes what was told away while others tell and vote, and loses nothing of theirs', async () => {
  const ids = await Promise.all(Array.from({ length: 6 }, async () => await world.bring('police')));
  await Promise.all(ids.map(async (id) => await world.tell('police', id)));
  const [first, second, ...rest] = ids;
  const done = await Promise.all([
    world.take('chair', first ?? '', 'table', 'reject', { reason: 'reject-one' }), world.take('chair', second ?? '', 'table', 'reject', { reason: 'reject-one' }),
    ...rest.map(async (id) => await world.take('health', id, 'table', 'vote', { vote: 'aer' })), ...rest.map(async (id) => await world.take('school', id, 'table', 'vote', { vote: 'aer' })),
  ]);
  expect(new Set(done)).toEqual(new Set(['done']));
  // Reading comes before telling anew, and must not wait for a decision that waits for it.
  const third = rest[0] ?? '';
  const mixed = await Promise.all([world.take('chair', rest[3] ?? '', 'table', 'reject', { reason: 'reject-one' }), 
    world.by('police', async (scope) => {
      await readDiscussion(scope, third);
      await setTimeout(100);
      return await takeStep(scope, third, 'table', 'tell', { kind: 'person', age_band: '60+', sex: 'male', codes: ['risk-one'], stakes: [], words: '' });
    }), world.take('chair', rest[2] ?? '', 'table', 'reject', { reason: 'reject-one' })]);
  expect(mixed).toEqual(['done', 'done', 'done']);
  const [left] = await world.database.admin`select (select count(*)::int from situation.told where discussion_id = any(${rest})) as told, (select count(*)::int from situation.vote where discussion_id = any(${rest})) as votes`;
  expect({ ...left }).toEqual({ told: 2, votes: 4 });
});

test('after a restart that lost what was told, it can be told again, and nothing can be decided before', async () => {
  const id = await world.bring('police');
  expect(await world.tell('police', id)).toBe('done');
  // A crash empties unlogged tables.
  await world.database.admin`truncate situation.told, situation.vote`;
  expect(await world.take('health', id, 'table', 'vote', { vote: 'aer' })).toBe('untold');
  expect(await world.take('chair', id, 'table', 'reject', { reason: 'reject-one' })).toBe('untold');
  expect(await world.take('police', id, 'table', 'tell', { kind: 'person', age_band: '60+', sex: 'male', codes: ['risk-one'], stakes: [], words: '' })).toBe('done');
  expect(await world.take('chair', id, 'table', 'reject', { reason: 'reject-one' })).toBe('done');
});
