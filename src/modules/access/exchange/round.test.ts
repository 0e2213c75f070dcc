import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import type { Visitor } from '#test/world.ts';
import { closeCell, openCell, readDate, readNames, writeNames } from './cells.ts';
import { type ExchangeWorld, openExchangeWorld } from './exchange-world.test-tool.ts';

let world: ExchangeWorld;
let north: Visitor;
let south: Visitor;
beforeAll(async () => {
  world = await openExchangeWorld();
  [north, south] = [await world.visit('supervisor'), world.extra('southern')];
});
afterAll(async () => await world.close());

test('what goes out comes in again as it was: unchanged where it came from, the same file from another agency', async () => {
  const ada = await world.enter('intake', { given: '=Ada', family: "'t Hooft, Jr; \"x\"", birth: '1991-03-03', gender: 'Woman', language: 'fr' });
  const kim = await world.enter('intake', { given: 'Kim', family: 'Li' });
  const { admin, clock } = world.database;
  await admin`insert into access.person_alias (id, person_id, agency_id, given_name, family_name, search_key) values (${newId()}, ${ada}, ${world.agencies.north}, 'A; B', 'C, D', 'cd ab'), (${newId()}, ${ada}, ${world.agencies.north}, '', 'Mono', 'mono ')`;
  for (const [purposes, to] of [['{care,list}', [world.agencies.south, world.agencies.north]], ['{list}', [world.agencies.north]], ['{coordination}', [world.agencies.south]]] as const)
    await admin`insert into access.consent (id, person_id, given_by, purposes, categories, to_agencies, form_version, language, how, starts_on, expires_on, recorded_at)
      values (${newId()}, ${ada}, 'self', ${purposes}, '{identity,housing,health}', ${[...to]}, '1', 'en', 'written', '2019-01-01', '2020-01-01', ${clock.now()})`;
  for (const [person, kind, place, start, end, evidence] of [[ada, 'shelter', '+1 Place\n"two"', '2019-01-01', '2019-02-01', 'observed'], [ada, 'hidden', null, '2019-02-01', null, 'reported'], [kim, 'housed', 'Rue de l’Église', '2018-01-01', null, 'verified']] as const)
    await admin`insert into access.stay (id, person_id, agency_id, kind, place, start_date, end_date, evidence, entered_at) values (${newId()}, ${person}, ${world.agencies.north}, ${kind}, ${place}, ${start}, ${end}, ${evidence}, ${clock.now()})`;
  const files = { client: await world.exportOf(north, 'client'), stay: await world.exportOf(north, 'stay') };
  expect(files.client.split('\n')).toHaveLength(6);
  expect(await world.takeIn(north, files)).toMatchObject({ entered: 0, updated: 0, unchanged: 7, skipped: 0, refused: 0 });
  expect([await world.exportOf(north, 'client'), await world.exportOf(north, 'stay')]).toEqual([files.client, files.stay]);
  expect(await world.takeIn(south, files)).toMatchObject({ entered: 5, refused: 0 });
  expect([await world.exportOf(south, 'client'), await world.exportOf(south, 'stay')]).toEqual([files.client, files.stay]);
  expect(await admin`select distinct categories from access.consent c join access.person p on p.id = c.person_id where p.agency_id = ${world.agencies.south}`).toEqual([{ categories: ['identity', 'housing'] }]);
  expect(files.client).toMatch(/\nct-[0-9a-f-]{36},'=Ada,/);
});

test('to another agency go only people who agreed to that, for that purpose, and who withhold nothing from it', async () => {
  const [yes, other, locked] = [await world.enter('intake', { given: 'Yes', family: 'One' }), await world.enter('intake', { given: 'Other', family: 'Two' }), await world.enter('intake', { given: 'Locked', family: 'Three' })];
  const { admin, clock } = world.database;
  for (const [person, purposes, expires] of [[yes, '{list}', null], [other, '{care}', null], [other, '{list}', '2019-05-01'], [locked, '{list}', null]] as const)
    await admin`insert into access.consent (id, person_id, given_by, purposes, categories, to_agencies, form_version, language, how, starts_on, expires_on, recorded_at)
      values (${newId()}, ${person}, 'self', ${purposes}, '{identity,housing}', ${[world.agencies.south]}, '1', 'en', 'written', '2019-01-01', ${expires}, ${clock.now()})`;
  await admin`insert into access.instruction (id, person_id, agency_id, recorded_at) values (${newId()}, ${locked}, ${world.agencies.south}, ${clock.now()})`;
  for (const person of [yes, other, locked]) await admin`insert into access.stay (id, person_id, agency_id, kind, place, start_date, evidence, entered_at) values (${newId()}, ${person}, ${world.agencies.north}, 'shelter', ${`Place of ${person}`}, '2019-01-01', 'observed', ${clock.now()})`;
  const names = async (purpose: string) => ['Yes', 'Other', 'Locked', 'Kim'].filter(((csv) => (name: string) => csv.includes(`,${name},`))(await world.exportOf(north, 'client', world.agencies.south, purpose)));
  expect([await names('list'), await names('care'), await names('report')]).toEqual([['Yes'], ['Other'], []]);
  expect((await world.exportOf(north, 'stay', world.agencies.south)).match(/Place of [\w-]+/g)).toEqual([`Place of ${yes}`]);
  expect(await admin`select distinct subject_id as id from platform.audit_entry where action = 'access.export-person' and detail ->> 'part' = 'stays' and detail ->> 'to' = ${world.agencies.south}`.then((rows) => rows.map(({ id }) => id).filter((id) => [yes, other, locked].includes(id)))).toEqual([yes]);
  expect((await north.post('/en/access/exchange/export', { which: 'client', to: newId() })).status).toBe(422);
});

test('a coordinator gives out the names of those she works with and no stays, and takes nothing in', async () => {
  const coordinator = world.extra('coordinator');
  const [account] = await world.database.admin<{ id: string }[]>`select id from identity.account where email = 'coordinator@example.org'`;
  expect((await world.exportOf(coordinator, 'client')).trim().split('\n')).toHaveLength(1);
  const person = await world.enter('intake', { given: 'Mine', family: 'Own' });
  await world.database.admin`insert into access.assignment (id, person_id, account_id, from_date, entered_at) values (${newId()}, ${person}, ${account?.id ?? ''}, '2019-01-01', now())`;
  await world.database.admin`insert into access.stay (id, person_id, agency_id, kind, start_date, evidence, entered_at) values (${newId()}, ${person}, ${world.agencies.north}, 'shelter', '2019-01-01', 'observed', now())`;
  expect([(await world.exportOf(coordinator, 'client')).trim().split('\n').length, (await world.exportOf(coordinator, 'stay')).trim().split('\n').length]).toEqual([2, 1]);
  const home = await (await coordinator.get('/fr/access/exchange')).text();
  expect([home.includes('type="file"'), home.includes('Remettre des fichiers')]).toEqual([false, true]);
  expect((await world.send(coordinator, { client: 'ClientID,FirstName,LastName\n1,a,b\n' })).status).toBe(404);
});

test('cells: dates by the chosen order alone, formulas shut and opened, several names in one cell', () => {
  expect(['2024-02-29', '2024-2-9 13:00', '2023-02-29', '05/03/2024', '1899-01-01', '24-03-05', ''].map((text) => readDate(text, 'ymd'))).toEqual(['2024-02-29', '2024-02-09', undefined, undefined, undefined, undefined, undefined]);
  expect([readDate('05/03/2024', 'dmy'), readDate('05/03/2024', 'mdy'), readDate('13/03/2024', 'mdy'), readDate('2024-03-05T00:00:00', 'dmy')]).toEqual(['2024-03-05', '2024-05-03', undefined, '2024-03-05']);
  for (const text of ['=1+1', "'=1", "''=1", '-x', "'t Hooft", '@a', 'plain', '', "'"]) expect(openCell(closeCell(text)), text).toBe(text);
  expect(closeCell('=1+1')).toBe("'=1+1");
  const names = [{ given: 'A; B', family: 'C, D' }, { given: '', family: 'Mono' }, { given: 'Jean Luc', family: 'Roy' }];
  expect(readNames(writeNames(names))).toEqual(names);
  expect(readNames('Jean Luc Roy')).toEqual([{ given: 'Jean Luc', family: 'Roy' }]);
});
