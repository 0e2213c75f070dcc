import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ExchangeWorld, openExchangeWorld } from './exchange-world.test-tool.ts';
import { batchSize, exchangeJobs, takeIn } from './jobs.ts';
import { judgeClient } from './judge.ts';
import { parseMapping } from './mapping.ts';
import { exchangePaths } from './paths.ts';
import { applyBatch, listRunning, takeBatch } from './queries.ts';
import { makeFiles } from './volume.test-tool.ts';

let world: ExchangeWorld;
beforeAll(async () => {
  world = await openExchangeWorld();
});
afterAll(async () => await world.close());

const refusedOf = async (id: string) => (await world.database.admin<{ at: string }[]>`select kind || ' ' || row || ' ' || reason as at from access.exchange_row where import_id = ${id} and state = 'refused'`).map(({ at }) => at).sort();
const count = async (table: string) => (await world.database.admin.unsafe<{ n: number }[]>(`select count(*)::integer as n from access.${table}`))[0]?.n;
const made = makeFiles(1000, 4000);

test('stopped in a transaction, between batches and while two work at once, an import of 1,000 clients and 4,000 stays ends the same: exactly the bad rows are refused', async () => {
  const north = await world.visit('supervisor');
  const sent = await world.send(north, { client: made.client, stay: made.stay });
  const id = /imports\/([0-9a-f-]{36})/.exec(sent.headers.get('location') ?? '')?.[1] ?? '';
  await north.post(`/en${exchangePaths.start(id)}`, {});
  const tools = { inWorker: world.as.worker };
  const [one] = await world.as.worker(listRunning);
  if (!one) throw new Error('nothing runs');

  // Everything of a batch is written, and then the process dies: nothing of it stands.
  await expect(world.as.worker(async (scope) => {
    const rows = await takeBatch(scope, id, batchSize);
    await applyBatch(scope, id, [...Map.groupBy(rows, (row) => row.client)].map(([client, own]) => judgeClient(client, own, one.headers, parseMapping(one.mapping), scope.today, one.agency)));
    throw new Error('killed');
  })).rejects.toThrow('killed');
  expect([await count('person'), await count('stay'), await world.stand(id)]).toMatchObject([0, 0, { entered: 0, refused: 0 }]);

  // One batch stands whole: each person of it with all her stays.
  await takeIn(tools, one, 100);
  const part = await world.database.admin`select count(distinct p.id)::integer as people, count(s.id)::integer as stays from access.person p join access.exchange_client x on x.person_id = p.id left join access.stay s on s.person_id = p.id`;
  const clients = new Set((await world.database.admin<{ client: string }[]>`select distinct client from access.exchange_row where import_id = ${id} and state <> 'waiting'`).map(({ client }) => client));
  expect(clients.size).toBe(100);
  expect(await world.database.admin`select count(*)::integer as n from access.exchange_row where import_id = ${id} and state = 'waiting' and client = any (${[...clients]})`).toEqual([{ n: 0 }]);
  expect(part[0]).toMatchObject({ people: expect.any(Number) });
  const progress = await (await north.get(`/en${exchangePaths.import(id)}`)).text();
  expect(progress).toMatch(/<progress value="\d{3}" max="5000"/);

  // Two processes go on at once, each with the other's batches in between.
  await Promise.all([0, 1].map(async () => { while ((await takeIn(tools, one, 100)) > 0); }));
  expect(await world.stand(id)).toMatchObject({ state: 'done', entered: made.good.clients + made.good.stays, updated: 0, unchanged: 0, refused: made.bad.length });
  expect(await refusedOf(id)).toEqual(made.bad);
  expect([await count('person'), await count('stay')]).toEqual([made.good.clients, made.good.stays]);
});

test('taken in anew nothing doubles, and another agency’s numbers are its own', async () => {
  const begin = (text: string) => text.split('\n').slice(0, 100).join('\n');
  expect(await world.takeIn(await world.visit('supervisor'), { client: begin(made.client), stay: begin(made.stay) })).toMatchObject({ entered: 0, updated: 0, unchanged: 197, refused: 1 });
  expect([await count('person'), await count('stay')]).toEqual([made.good.clients, made.good.stays]);
  expect(await world.takeIn(world.extra('southern'), { client: 'ClientID,FirstName,LastName\nS1,Own,Number\n' })).toMatchObject({ entered: 1 });
  expect(await count('person')).toBe(made.good.clients + 1);
});

test('what the database says of a row that it cannot take does not reach the queue or the log; that import ends as failed, and the next is not held up', async () => {
  const north = await world.visit('supervisor');
  const starts = async (client: string) => {
    const sent = await world.send(north, { client });
    const path = (sent.headers.get('location') ?? '').replace('/mapping', '');
    await north.post(`${path}/start`, {});
    return path.split('/').at(-1) ?? '';
  };
  const [first, second] = [await starts('ClientID,FirstName,LastName\nX1,Poison,Secret\n'), await starts('ClientID,FirstName,LastName\nX2,Good,Row\n')];
  await world.database.admin`alter table access.person_identity add constraint poison check (given_name <> 'Poison') not valid`;
  await expect(world.runJobs(exchangeJobs)).rejects.toThrow(`import not finished: ${first} 23514`);
  expect([await world.stand(first), await world.stand(second)]).toMatchObject([{ state: 'failed', entered: 0 }, { state: 'done', entered: 1 }]);
  await world.runJobs(exchangeJobs);
  expect(await (await north.get(`/en${exchangePaths.import(first)}`)).text()).toContain('One of the next rows cannot be written');
  await world.database.admin`alter table access.person_identity drop constraint poison`;
  // Taken back to its mapping it goes in like any other.
  await north.post(`/en${exchangePaths.again(first)}`, {});
  await north.post(`/en${exchangePaths.start(first)}`, {});
  await world.runJobs(exchangeJobs);
  expect(await world.stand(first)).toMatchObject({ state: 'done', entered: 1 });
});
