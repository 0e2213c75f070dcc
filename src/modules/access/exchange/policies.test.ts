import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { staffNames } from '../access-world.test-tool.ts';
import { type ExchangeWorld, openExchangeWorld } from './exchange-world.test-tool.ts';
import { exchangePaths } from './paths.ts';

let world: ExchangeWorld;
let id: string;
beforeAll(async () => {
  world = await openExchangeWorld();
  id = (await world.takeIn(await world.visit('supervisor'), { client: 'ClientID,FirstName,LastName\n1,Ada,Novak\n2,,Refused\n' })).id;
});
afterAll(async () => await world.close());

type Who = { readonly name: string; readonly as: <T>(work: (scope: Scope) => Promise<T>) => Promise<T> };
const everybody = (): Who[] => [...staffNames.map((name) => ({ name, as: async <T>(work: (scope: Scope) => Promise<T>) => await world.by(name, work) })),
  ...(['coordinator', 'southern'] as const).map((name) => ({ name, as: async <T>(work: (scope: Scope) => Promise<T>) => await world.extraAs(name, work) })),
  ...(['manager', 'public', 'worker'] as const).map((name) => ({ name, as: async <T>(work: (scope: Scope) => Promise<T>) => await world.as[name](work) }))];
/** Who gets something other than nothing or a refusal. */
const who = async (work: (scope: Scope) => Promise<number>): Promise<string[]> => {
  const able: string[] = [];
  for (const { name, as } of everybody()) if (await as(work).then((n) => n > 0, () => false)) able.push(name);
  return able;
};

test('staged cells and the numbers of the source are readable to nobody as rows', async () => {
  for (const table of ['exchange_row', 'exchange_client', 'exchange_stay', 'exchange_consent'])
    expect(await who(async ({ sql }) => (await sql.unsafe(`select * from access.${table}`)).length), table).toEqual([]);
  for (const table of ['exchange_row', 'exchange_client', 'exchange_stay', 'exchange_consent', 'exchange_import', 'exchange_mapping'])
    expect(await who(async ({ sql }) => (await sql.unsafe(`delete from access.${table}`)).count), table).toEqual([]);
});

test('imports are seen by supervisor and coordinator of the agency and the worker; the mapping by the supervisor alone', async () => {
  expect(await who(async ({ sql }) => (await sql`select id from access.exchange_import`).length)).toEqual(['supervisor', 'coordinator', 'worker']);
  await world.database.admin`insert into access.exchange_mapping (agency_id, mapping, saved_by, saved_at) values (${world.agencies.north}, '{}', ${world.member.supervisor.account}, now())`;
  expect(await who(async ({ sql }) => (await sql`select agency_id from access.exchange_mapping`).length)).toEqual(['supervisor']);
  expect(await who(async ({ sql }) => (await sql`update access.exchange_mapping set mapping = '{}'`).count)).toEqual(['supervisor']);
});

test('only a supervisor stages, in her own agency and in her own name, and only in an import that is staged', async () => {
  const stage = async ({ sql, actor, now }: Scope, agency: string) => (await sql`insert into access.exchange_import (id, agency_id, content_hash, encoding, uploaded_by, uploaded_at, clients, stays)
    values (${newId()}, ${agency}, '\\x01', 'utf-8', ${actor.kind === 'staff' ? actor.account : newId()}, ${now}, 0, 0)`).count;
  expect(await who(async (scope) => await stage(scope, world.agencies.north))).toEqual(['supervisor']);
  expect(await who(async (scope) => await stage(scope, world.agencies.south))).toEqual(['southern']);
  expect(await who(async ({ sql }) => (await sql`insert into access.exchange_row (import_id, kind, row, cells) values (${id}, 'stay', 99, '[]')`).count), 'an import that has ended').toEqual([]);
  expect(await who(async ({ sql }) => (await sql`update access.exchange_import set mapping = '{}' where id = ${id}`).count), 'its mapping').toEqual([]);
  expect(await who(async ({ sql }) => (await sql`update access.exchange_import set state = 'running'`).count), 'its state').toEqual([]);
});

test('the functions open rows, refusals and the course of an import to the supervisor of its agency alone, and the work to the worker alone', async () => {
  expect(await who(async ({ sql }) => (await sql`select * from access.read_exchange_rows(${id})`).length)).toEqual(['supervisor']);
  expect(await who(async ({ sql }) => (await sql`select * from access.read_exchange_refusals(${id})`).length)).toEqual(['supervisor']);
  const turned = async ({ sql }: Scope, to: string) => Number((await sql<{ done: boolean }[]>`select access.turn_exchange(${id}, ${to}) as done`)[0]?.done ?? false);
  expect(await who(async (scope) => await turned(scope, 'staged'))).toEqual(['supervisor']);
  expect(await who(async ({ sql }) => Number((await sql<{ done: boolean }[]>`select access.start_exchange(${id}, 0, 0) as done`)[0]?.done ?? false))).toEqual(['supervisor']);
  const taken: string[] = [];
  for (const { name, as } of everybody()) await as(async ({ sql }) => { if ((await sql`select * from access.take_exchange_batch(${id}, 10)`).length > 0) taken.push(name); throw new Error('back'); }).catch(() => {});
  expect(taken).toEqual(['worker']);
  expect(await who(async ({ sql }) => { await sql`select access.apply_exchange(${id}, '[]')`; return 1; })).toEqual(['worker']);
  expect(await who(async ({ sql }) => { await sql`select access.erase_exchanges('1999-01-01')`; return 1; })).toEqual(['worker']);
});

test('nobody gives out but supervisor and coordinator of the agency', async () => {
  expect(await who(async ({ sql }) => (await sql`select * from access.export_clients(null, 'list')`).length)).toEqual(['supervisor']);
  expect(await who(async ({ sql }) => (await sql`select * from access.export_stays(null, 'list')`).length)).toEqual([]);
});

test('an import of another agency, and one that is not there, are one answer', async () => {
  for (const path of [exchangePaths.import, exchangePaths.mapping, exchangePaths.refusals]) for (const name of ['southern'] as const)
    expect([(await world.extra(name).get(`/en${path(id)}`)).status, (await world.extra(name).get(`/en${path(newId())}`)).status]).toEqual([404, 404]);
  expect((await (await world.visit('intake')).get(`/en${exchangePaths.exchange}`)).status).toBe(404);
  expect((await (await world.visit('volunteer')).get(`/en${exchangePaths.import(id)}`)).status).toBe(404);
  expect((await world.extra('coordinator').get(`/en${exchangePaths.import(id)}`)).status).toBe(200);
});
