import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import type { Visitor } from '#test/world.ts';
import { type ExchangeWorld, openExchangeWorld } from './exchange-world.test-tool.ts';
import { exchangeJobs } from './jobs.ts';
import { exchangePaths } from './paths.ts';

let world: ExchangeWorld;
let north: Visitor;
let south: Visitor;
beforeAll(async () => {
  world = await openExchangeWorld();
  [north, south] = [await world.visit('supervisor'), world.extra('southern')];
});
afterAll(async () => await world.close());

// As HIFIS names its columns; days with a time behind them.
const clients = `ClientID,FirstName,LastName,DOB,Gender,PreferredLanguage,Aliases,ConsentID,ConsentType,ServiceProvider,StartDate,ExpiryDate
7,Zoë,O’Brien-Lee,1991-03-03 0:00,Woman,French,"Lee, Zoé; Zo Brien",c1,Coordinated Access,north,2019-01-05,2020-01-05
7,Zoë,O’Brien-Lee,1991-03-03 0:00,Woman,French,,c2,Explicit,Agency south (demo),2019-01-05,
8,Sam,Roy,,,English,,,Declined - Anonymous,,,
`;
const stays = `ClientID,ServiceID,ServiceType,OrganizationName,DateStart,DateEnd
7,100,Stay,Harbour House,2019-01-01 18:00,2019-02-01 9:00
7,101,Encampment,,2019-02-01,
8,102,SPDAT,Harbour House,2019-02-01,2019-02-01
`;
const count = async (table: string, where = 'true') => (await world.database.admin.unsafe<{ n: number }[]>(`select count(*)::integer as n from access.${table} where ${where}`))[0]?.n;

test('clients and stays of a HIFIS file come in with names, consents by provider and stays; what is no stay is passed over', async () => {
  const taken = await world.takeIn(north, { client: clients, stay: stays });
  expect(taken).toMatchObject({ state: 'done', entered: 4, updated: 1, unchanged: 0, skipped: 1, refused: 0 });
  const [zoe] = await world.database.admin`select p.id, p.language, i.birth_date, i.search_key from access.person_identity i join access.person p on p.id = i.person_id where i.given_name = 'Zoë'`;
  expect(zoe).toMatchObject({ language: 'fr', birth_date: '1991-03-03', search_key: 'obrienlee zoe' });
  expect(await world.database.admin`select given_name as g, family_name as f from access.person_alias order by 1`).toEqual([{ g: 'Zo', f: 'Brien' }, { g: 'Zoé', f: 'Lee' }]);
  expect(await world.database.admin`select purposes, categories, to_agencies as to, starts_on as s, expires_on as e from access.consent order by purposes`).toEqual([
    { purposes: ['care'], categories: ['identity', 'housing'], to: [world.agencies.south], s: '2019-01-05', e: null },
    { purposes: ['list'], categories: ['identity', 'housing'], to: [world.agencies.north], s: '2019-01-05', e: '2020-01-05' }]);
  expect(await world.database.admin`select kind, place, start_date as s, end_date as e, evidence from access.stay order by s`).toEqual([
    { kind: 'shelter', place: 'Harbour House', s: '2019-01-01', e: '2019-02-01', evidence: 'observed' }, { kind: 'unsheltered', place: null, s: '2019-02-01', e: null, evidence: 'observed' }]);
  expect(await (await north.get(`/en/access/persons/${zoe?.id}`)).text()).toContain('O’Brien-Lee');
});

test('the same files are shown and not taken in again; a file with the same numbers changes nothing', async () => {
  const again = await world.send(north, { client: clients, stay: stays });
  expect(again.headers.get('location')).toContain('?same=1');
  expect(await (await north.get(again.headers.get('location') ?? '')).text()).toContain('were read before');
  expect(await world.takeIn(north, { client: `${clients}\n`, stay: stays })).toMatchObject({ entered: 0, updated: 0, unchanged: 5, skipped: 1, refused: 0 });
  expect([await count('person'), await count('stay'), await count('consent'), await count('person_alias')]).toEqual([2, 2, 2, 2]);
});

test('what changed in the source changes here: a name, an end, a shorter consent; an empty cell erases nothing and a withdrawal stands', async () => {
  await world.database.admin`update access.consent set withdrawn_at = now() where purposes = '{care}'`;
  const later = await world.takeIn(north, {
    client: clients.replaceAll('O’Brien-Lee', 'O’Brien').replaceAll('1991-03-03 0:00', '').replace('2020-01-05', '2019-12-31').replace('Explicit', 'explicit + coordinated access'),
    stay: stays.replace('101,Encampment,,2019-02-01,', '101,Encampment,,2019-02-01,2019-03-01').replace('100,Stay,Harbour House,2019-01-01', '100,Stay,Harbour House,2019-01-03'),
  });
  expect(later).toMatchObject({ entered: 0, updated: 3, unchanged: 2, skipped: 1, refused: 0 });
  expect(await world.database.admin`select family_name as f, birth_date as b from access.person_identity where given_name = 'Zoë'`).toEqual([{ f: 'O’Brien', b: '1991-03-03' }]);
  expect(await world.database.admin`select expires_on as e from access.consent where withdrawn_at is null`).toEqual([{ e: '2019-12-31' }]);
  expect(await world.database.admin`select start_date as s, end_date as e, voided_at is null as stands from access.stay order by s`).toEqual([
    { s: '2019-01-01', e: '2019-02-01', stands: false }, { s: '2019-01-03', e: '2019-02-01', stands: true }, { s: '2019-02-01', e: '2019-03-01', stands: true }]);
});

test('what a file cannot say is refused row by row with its reason, and the rest comes in', async () => {
  const taken = await world.takeIn(north, {
    client: 'ClientID,FirstName,LastName,DOB,ConsentType,ServiceProvider,StartDate\n20,Bo,Hill,1990-02-30,,,\n21,,Hill,,,,\n22,Al,Hill,2031-01-01,,,\n23,Ed,Hill,,Explicit,Nobody,2019-01-01\n24,Ida,Hill,,Explicit,north,\n,Ann,Hill,,,,\n25,Ok,Hill,1980-01-01,,,\n26,Wide,Hill,,,,,more\n25,Other,Name,,,,\n',
    stay: 'ClientID,ServiceID,ServiceType,DateStart,DateEnd\n25,1,Stay,2019-03-02,2019-03-01\n25,2,Moon,2019-03-02,\n25,3,Stay,soon,\n25,4,Stay,,\n999,5,Stay,2019-01-01,\n20,6,Stay,2019-01-01,\n25,7,Stay,2019-01-01,\n25,7,Stay,2019-01-02,\n25,100,Stay,2019-01-01,\n25,8,Stay,2999-01-01,\n',
  });
  expect(taken).toMatchObject({ state: 'done', entered: 2, updated: 1, refused: 16 });
  const file = await north.get(`/en${exchangePaths.refusals(taken.id)}`);
  expect([file.headers.get('content-disposition'), file.headers.get('cache-control')]).toEqual(['attachment; filename="refused-2019-06-03.csv"', 'no-store']);
  const lines = (await file.text()).trim().split('\n');
  expect(lines[0]).toBe('File,Row,ClientID,Field,Reason');
  expect(lines.slice(1).map((line) => line.split(',').slice(0, 2).join(' '))).toEqual(['Clients 2', 'Clients 3', 'Clients 4', 'Clients 5', 'Clients 6', 'Clients 7', 'Clients 9', 'Clients 10', 'Stays 2', 'Stays 3', 'Stays 4', 'Stays 5', 'Stays 6', 'Stays 7', 'Stays 9', 'Stays 11']);
  expect(await world.database.admin`select kind || row as at, reason from access.exchange_row where import_id = ${taken.id} and state = 'refused' order by kind, row`.then((rows) => Object.fromEntries(rows.map((row) => [row.at, row.reason])))).toEqual({
    client2: 'bad-date', client3: 'no-name', client4: 'future', client5: 'unknown-provider', client6: 'no-consent-start', client7: 'no-client', client9: 'columns', client10: 'differs',
    stay2: 'end-before-start', stay3: 'unknown-kind', stay4: 'bad-date', stay5: 'no-start', stay6: 'unknown-client', stay7: 'client-refused', stay9: 'twice', stay11: 'future' });
  expect(lines.join('\n')).not.toContain('Hill');
  // The source gave the stay 100 to another client.
  expect(await world.database.admin`select i.given_name as g from access.stay s join access.person_identity i on i.person_id = s.person_id where s.place = 'Harbour House' and s.voided_at is null`).toEqual([{ g: 'Ok' }]);
});

test('a whole file that cannot be read is refused with a sentence, and encodings, marks, semicolons and quotes are understood', async () => {
  const bytes = (text: string, encoding: BufferEncoding) => Uint8Array.from(Buffer.from(text, encoding));
  for (const [content, sentence] of [['\uFEFF', 'This file is empty'], [' \n', 'This file is empty'], ['PK\u0003\u0004x', 'not a CSV file'], ['ClientID,FirstName,LastName\n', 'no rows'], ['ClientID,FirstName,FirstName\n1,a,b', 'name the columns'], ['ClientID,FirstName,LastName\n1,"a,b\n', 'quotation mark']] as const) {
    const answer = await world.send(north, { client: content });
    expect(answer.status, sentence).toBe(422);
    expect(await answer.text()).toContain(sentence);
  }
  expect((await world.send(north, {})).status).toBe(422);
  const large = await north.post(`/en${exchangePaths.exchange}`, {}, { 'content-length': String(200 * 1024 * 1024) });
  expect([large.status, (await large.text()).includes('larger than this page accepts')]).toEqual([413, true]);
  const text = 'ClientID;FirstName;LastName\r\n40;"Chloé; ""Clo""";Bélanger\r\n';
  for (const [index, content] of [bytes(`\uFEFF${text}`, 'utf8'), bytes(text.replace('40', '41'), 'latin1'), bytes(`\uFEFF${text.replace('40', '42')}`, 'utf16le')].entries()) {
    expect(await world.takeIn(north, { client: content }), String(index)).toMatchObject({ entered: 1, refused: 0 });
  }
  expect(await world.database.admin`select distinct given_name as g from access.person_identity where family_name = 'Bélanger'`).toEqual([{ g: 'Chloé; "Clo"' }]);
});

test('columns and words are mapped by hand, kept for the next file, and nothing starts without the columns that are needed', async () => {
  const file = 'No,Prénom,Fam,Né le,Genre\n60,Aude,Pic,03/05/1990,F\n';
  const sent = await world.send(north, { client: file });
  const path = sent.headers.get('location') ?? '';
  expect(await (await north.get(path)).text()).toContain('Né le');
  expect((await north.post(path.replace('/mapping', '/start'), {})).headers.get('location')).toBe(path);
  const missing = await north.post(path, { dates: 'dmy', 'client-given': '1', 'client-birth': '3' });
  expect(missing.status).toBe(422);
  expect(await missing.text()).toMatch(/href="#client-client".*href="#client-family"/);
  const kept = await north.post(path, { dates: 'dmy', 'client-client': '0', 'client-given': '1', 'client-family': '2', 'client-birth': '3' });
  expect(kept.headers.get('location')).toBe(path.replace('/mapping', ''));
  const preview = await (await north.get(path.replace('/mapping', ''))).text();
  expect(preview).toContain('1 person, 0 stays');
  expect(preview).toContain('3 May 1990');
  expect(await world.takeIn(north, { client: file.replaceAll('60', '61') })).toMatchObject({ entered: 1 });
  expect(await world.database.admin`select birth_date as b from access.person_identity where given_name = 'Aude'`).toEqual([{ b: '1990-05-03' }]);
  await world.database.admin`delete from access.exchange_mapping`;
});

test('an import that refused rows is taken up anew with another mapping', async () => {
  const taken = await world.takeIn(north, { client: 'ClientID,FirstName,LastName\n70,Ria,Voss\n', stay: 'ClientID,ServiceID,ServiceType,DateStart\n70,700,Night,2019-01-01\n' });
  expect(taken).toMatchObject({ entered: 1, refused: 1 });
  expect((await north.post(`/en${exchangePaths.again(taken.id)}`, {})).status).toBe(303);
  await north.post(`/en${exchangePaths.mapping(taken.id)}`, { dates: 'ymd', 'client-client': '0', 'client-given': '1', 'client-family': '2', 'stay-client': '0', 'stay-stay': '1', 'stay-kind': '2', 'stay-start': '3', 'word-kind-0': 'shelter' });
  await north.post(`/en${exchangePaths.start(taken.id)}`, {});
  await world.runJobs(exchangeJobs);
  expect(await world.stand(taken.id)).toMatchObject({ state: 'done', entered: 1, unchanged: 1, refused: 0 });
});

test('a record from which the supervisor is barred, or that withholds itself from the agency, is not changed by a file', async () => {
  const files = (name: string) => ({ client: `ClientID,FirstName,LastName\n80,${name},Barr\n81,${name},Lock\n`, stay: `ClientID,ServiceID,ServiceType,DateStart\n80,${name}1,Stay,2019-01-01\n81,${name}2,Stay,2019-01-01\n` });
  await world.takeIn(north, files('Una'));
  const id = async (family: string) => (await world.database.admin<{ id: string }[]>`select person_id as id from access.person_identity where family_name = ${family}`)[0]?.id ?? '';
  await world.database.admin`insert into access.bar (id, person_id, account_id, kind, entered_at) values (${newId()}, ${await id('Barr')}, ${world.member.supervisor.account}, 'named', now())`;
  await world.database.admin`insert into access.instruction (id, person_id, category, agency_id, recorded_at) values (${newId()}, ${await id('Lock')}, 'housing', ${world.agencies.north}, now())`;
  expect(await world.takeIn(north, files('Eve'))).toMatchObject({ entered: 0, updated: 1, refused: 3 });
  expect(await world.database.admin`select given_name as g from access.person_identity where family_name = 'Barr'`).toEqual([{ g: 'Una' }]);
  const given = `${await world.exportOf(north, 'client')}${await world.exportOf(north, 'stay')}`;
  expect([given.includes('Barr'), given.includes('Lock'), given.includes('Una2')]).toEqual([false, true, false]);
});

test('whoever is no supervisor any more has nothing taken in, and the import stops', async () => {
  const sent = await world.send(north, { client: 'ClientID,FirstName,LastName\n90,Late,Comer\n' });
  const id = /imports\/([0-9a-f-]{36})/.exec(sent.headers.get('location') ?? '')?.[1] ?? '';
  await north.post(`/en${exchangePaths.start(id)}`, {});
  await world.database.admin`update identity.membership set to_date = '2019-01-01' where account_id = ${world.member.supervisor.account}`;
  await world.runJobs(exchangeJobs);
  await world.database.admin`update identity.membership set to_date = null where account_id = ${world.member.supervisor.account}`;
  expect([await world.stand(id), await count('person_identity', `family_name = 'Comer'`)]).toMatchObject([{ state: 'stopped', entered: 0 }, 0]);
});

test('after thirty days the rows and the headings are gone, the counts are left; dropped files are gone at once', async () => {
  const sent = await world.send(south, { client: 'ClientID,FirstName,LastName\n1,Drop,Ped\n' });
  const id = /imports\/([0-9a-f-]{36})/.exec(sent.headers.get('location') ?? '')?.[1] ?? '';
  await south.post(`/en${exchangePaths.drop(id)}`, {});
  expect(await count('exchange_row', `import_id = '${id}'`)).toBe(0);
  const before = await count('exchange_row');
  const erase = exchangeJobs.find(({ name }) => name === 'erase-exchange');
  const run = async () => await erase?.run({ id: '', kind: 'schedule', subject: null, detail: {} }, { database: world.database, baseUrl: '', inWorker: world.as.worker });
  await world.at('2019-07-03T12:00:00Z');
  await run();
  expect(await count('exchange_row')).toBe(before);
  await world.at('2019-07-04T12:00:00Z');
  await run();
  expect([await count('exchange_row'), await count('exchange_import', `headers <> '{}' or mapping <> '{}'`), await count('exchange_import', 'entered > 0')]).toEqual([0, 0, expect.any(Number)]);
  expect(await (await north.get(`/en${exchangePaths.exchange}`)).text()).toContain('Taken in');
});

test('no name of a person or of a file stands in the audit trail, in an event or in the queue of mails', async () => {
  const [{ text } = { text: '' }] = await world.database.admin<{ text: string }[]>`select coalesce(string_agg(e::text, ' '), '') || coalesce((select string_agg(v::text, ' ') from platform.event v), '') as text from platform.audit_entry e`;
  const [pending] = await world.database.admin<{ text: string }[]>`select coalesce(string_agg(e::text, ' '), '') as text from platform.audit_pending e`;
  expect(`${text}${pending?.text}`).not.toMatch(/Zoë|Brien|Barr|Novak|Harbour/);
  expect(await world.database.admin`select distinct action from platform.audit_entry where action like 'access.%exchange%' or action like 'access.%port-person' order by 1`.then((rows) => rows.map(({ action }) => action))).toEqual(
    ['access.drop-exchange', 'access.export-exchange', 'access.export-person', 'access.import-person', 'access.map-exchange', 'access.read-exchange', 'access.read-exchange-refusals', 'access.stage-exchange', 'access.start-exchange']);
});
