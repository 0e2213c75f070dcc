import writeXlsxFile from 'write-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Scope } from '#app/platform/db/scope.ts';
import type { PersonName } from '#test/world.ts';
import { importDataset } from './command.ts';
import { type DataWorld, idIn, openDataWorld } from './dataset-world.test-tool.ts';
import { readPiece } from './jobs.ts';
import { datasetPaths } from './paths.ts';
import { compareVersions, readRows, readStaged } from './row-queries.ts';

const calls = 'opioid-paramedic-calls-by-month';
let world: DataWorld;
beforeAll(async () => {
  world = await openDataWorld();
});
afterAll(async () => await world.close());

const versions = async (dataset = calls) => await world.database.admin`select id, state, number, accepted, refused from insight.dataset_version where dataset_slug = ${dataset} order by uploaded_at, id`;
const text = async (path: string, language = 'en') => await (await (await world.visit('analyst')).get(`/${language}${path}`)).text();

test('whoever is no analyst finds no dataset at all, and the public is asked to sign in', async () => {
  for (const name of ['manager', 'leader', 'administrator'] as const) expect((await (await world.visit(name)).get(`/en${datasetPaths.dataset(calls)}`)).status).toBe(404);
  expect((await (await world.visit()).get(`/en${datasetPaths.datasets}`)).status).toBe(303);
});

test('a file whose heading names people is refused with a sentence, and nothing of it is kept', async () => {
  const answer = await world.send(calls, 'month,municipality,calls,Patient name\n2019-05,milton,3,Ada Novak\n');
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain('The heading “Patient name” looks like a name');
  expect(html).not.toContain('Novak');
  expect(await versions()).toEqual([]);
  expect((await world.send(calls, '')).status).toBe(422);
  expect((await world.send(calls, 'month,municipality,calls\n2019-05,milton,3\n', { 'as-of': '2031-01-01' })).status).toBe(422);
});

test('other headings are mapped, the preview tells every refused row with its column, and only then it is read in as version 1', async () => {
  const analyst = await world.visit('analyst');
  const sent = await world.send(calls, 'When;Place;calls;shift\nMay 2019;Town of Milton;3;a\nMay 2019;Oakville;many;b\nApril 2019;Erin;2;c\nMay 2019;milton;4;d\n', { note: 'Monthly file' });
  const id = idIn(sent);
  expect(sent.headers.get('location')).toBe(`/en${datasetPaths.versionStep(id, 'mapping')}`);
  const unmapped = await analyst.post(`/en${datasetPaths.versionStep(id, 'mapping')}`, { 'column-month': '0', 'column-calls': '2', dates: 'ymd' });
  expect([unmapped.status, await unmapped.text()]).toEqual([422, expect.stringContaining('Choose the heading; no row can come in without it.')]);
  expect((await analyst.post(`/en${datasetPaths.versionStep(id, 'mapping')}`, { 'column-month': '0', 'column-municipality': '1', 'column-calls': '2', dates: 'ymd' })).status).toBe(303);
  const html = await text(datasetPaths.version(id));
  expect(html).toContain('1 row would come in, 3 rows are refused.');
  expect(html).toContain('May 2019');
  const csv = await (await analyst.get(`/fr${datasetPaths.refusals(id)}`)).text();
  expect(csv).toBe('Ligne,Colonne,Raison\n3,calls,Ce n’est pas un nombre entier.\n4,municipality,Ce mot n’est pas dans la liste.\n5,,Une ligne de même clé la précède.\n');
  expect(await versions()).toMatchObject([{ state: 'staged', number: null }]);
  expect((await analyst.post(`/en${datasetPaths.versionStep(id, 'start')}`, {})).status).toBe(303);
  await world.runJobs((await import('../data-desk.ts')).dataJobs);
  expect(await versions()).toMatchObject([{ id, state: 'kept', number: 1, accepted: 1, refused: 3 }]);
  expect(await world.database.admin`select 1 from insight.dataset_staged`).toEqual([]);
  expect(await (await analyst.get(`/fr${datasetPaths.refusals(id)}`)).text()).toBe(csv);
  expect(await text(datasetPaths.versionStep(id, 'rows'))).toContain('Milton');
  expect(await text(datasetPaths.dataset(calls), 'fr')).toMatch(/Version 1.*actuelle.*Monthly file/s);
});

test('read in by pieces, cut off in between, nothing is seen before the end and the end is the same; the older version stays', async () => {
  const months = Array.from({ length: 24 }, (_, index) => `${2017 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`);
  const file = `month,municipality,calls\n${months.flatMap((month) => ['burlington', 'milton'].map((place, at) => `${month},${place},${at + 7}`)).join('\n')}\n2019-05,milton,5\n`;
  const id = idIn(await world.send(calls, file));
  await (await world.visit('analyst')).post(`/en${datasetPaths.versionStep(id, 'start')}`, {});
  const tools = { inWorker: world.as.worker };
  expect(await readPiece(tools, id, 10)).toBe(10);
  await expect(readPiece({ inWorker: async (work) => await world.as.worker(async (scope) => { await work(scope); throw new Error('killed'); }) }, id, 10)).rejects.toThrow('killed');
  expect(await world.as.analyst(async (scope) => await readRows(scope, id, 0, 100))).toEqual([]);
  expect(await text(datasetPaths.version(id))).toContain('<progress value="10" max="49"');
  expect((await (await world.visit('analyst')).get(`/en${datasetPaths.versionStep(id, 'rows')}`)).status).toBe(404);
  await Promise.all([0, 1].map(async () => { while ((await readPiece(tools, id, 10)) > 0); }));
  const all = await versions();
  expect(all).toMatchObject([{ number: 1 }, { id, state: 'kept', number: 2, accepted: 49, refused: 0 }]);
  expect((await world.as.analyst(async (scope) => await readRows(scope, id, 0, 100))).length).toBe(49);
  const comparison = await world.as.analyst(async (scope) => await compareVersions(scope, all[0]?.id, id));
  expect(comparison).toEqual({ added: 48, gone: 0, changed: 1, same: 0 });
  expect(await text(`${datasetPaths.compare(calls)}?older=${all[0]?.id}&newer=${id}`)).toContain('Rows with other values');
  expect((await world.send(calls, file)).headers.get('location')).toBe(`/en${datasetPaths.version(id)}?same=1`);
});

test('rows come by functions alone, to analysts alone, and leave a line; no table of them can be read or written by staff', async () => {
  const [kept] = await versions();
  const waiting = idIn(await world.send(calls, 'month,municipality,calls\n2019-04,milton,3\n'));
  const able = async (work: (scope: Scope) => Promise<number>) => {
    const names: string[] = [];
    for (const name of ['analyst', 'manager', 'operator', 'leader', 'chair', 'partner', 'auditor', 'administrator', 'public'] as (PersonName | 'public')[]) if (await world.as[name](work).then((n) => n > 0, () => false)) names.push(name);
    return names;
  };
  expect(await able(async (scope) => (await readRows(scope, kept?.id, 0, 9)).length)).toEqual(['analyst']);
  expect(await able(async (scope) => (await readStaged(scope, waiting)).length)).toEqual(['analyst']);
  expect(await able(async ({ sql }) => (await sql`select id from insight.dataset_version`).length)).toEqual(['analyst']);
  expect(await able(async ({ sql }) => (await sql`select * from insight.dataset_refusal`).length)).toEqual(['analyst']);
  for (const table of ['dataset_row', 'dataset_staged']) expect(await able(async ({ sql }) => (await sql.unsafe(`select * from insight.${table}`)).length), table).toEqual([]);
  expect(await able(async ({ sql }) => (await sql`insert into insight.dataset_row (version_id, line, key, "values") values (${kept?.id}, 99, 'x', '{}')`).count)).toEqual([]);
  expect(await able(async ({ sql }) => (await sql`insert into insight.dataset_staged (version_id, line, cells) values (${kept?.id}, 99, '[]')`).count), 'into a whole version').toEqual([]);
  expect(await able(async ({ sql }) => (await sql`update insight.dataset_version set note = 'x' where id = ${kept?.id}`).count), 'a whole version').toEqual([]);
  expect(await able(async ({ sql }) => (await sql`update insight.dataset_version set state = 'kept' where id = ${waiting}`).count), 'past the reading').toEqual([]);
  expect(await able(async ({ sql }) => Number((await sql<{ done: boolean }[]>`select insight.drop_dataset_version(${waiting}) as done`)[0]?.done))).toEqual(['analyst']);
  expect(await world.database.admin`select 1 from insight.dataset_staged`).toEqual([]);
  const lines = await world.database.admin`select decision, count(*)::integer as n from platform.audit_entry where action = 'insight.read-dataset-rows' and subject_id = ${kept?.id} group by 1 order by 1`;
  expect(lines.find((line) => line.decision === 'refuse')?.n).toBeGreaterThanOrEqual(7);
});

test('a schema is written in a form, changed as a new version, and one by which a file came in cannot be changed', async () => {
  const analyst = await world.visit('analyst');
  const fields = { id: 'kits', 'name-en': 'Kits', 'name-fr': 'Trousses', 'text-en': 'Kits.', 'text-fr': 'Trousses.', 'row-en': 'one month', 'row-fr': 'un mois', count: '2', 'column-0-name': 'month', 'column-0-en': 'Month', 'column-0-fr': 'Mois', 'column-0-type': 'month', 'column-0-required': 'yes', 'column-0-key': 'yes',
    'column-1-name': 'kits', 'column-1-en': 'Kits', 'column-1-fr': 'Trousses', 'column-1-type': 'whole', 'column-1-required': 'yes', 'column-1-from': '0' };
  const more = await analyst.post(`/en${datasetPaths.newDataset}`, { ...fields, more: 'yes' });
  expect([more.status, (await more.text()).match(/<fieldset/g)?.length]).toEqual([200, 3]);
  const named = await analyst.post(`/fr${datasetPaths.newDataset}`, { ...fields, 'column-1-name': 'phone' });
  expect([named.status, await named.text()]).toEqual([422, expect.stringContaining('La colonne phone ressemble')]);
  expect((await analyst.post(`/en${datasetPaths.newDataset}`, { ...fields, 'column-1-fr': '' })).status).toBe(422);
  expect((await analyst.post(`/en${datasetPaths.newDataset}`, fields)).status).toBe(303);
  expect((await analyst.post(`/en${datasetPaths.newDataset}`, fields)).status).toBe(422);
  await world.takeIn('kits', 'month,kits\n2019-05,28\n');
  expect((await analyst.post(`/en${datasetPaths.newSchema('kits')}`, { ...fields, 'why-en': 'More', 'why-fr': 'Plus', count: '3', 'column-2-name': 'giver', 'column-2-en': 'Giver', 'column-2-fr': 'Remise par', 'column-2-type': 'code', 'column-2-codes': 'Region | Région\npharmacies = Pharmacies | Pharmacies | drugstore' })).status).toBe(303);
  const [newest] = await world.database.admin<{ columns: { codes: unknown }[] }[]>`select columns from insight.dataset_schema where slug = 'kits/2'`;
  expect(newest?.columns[2]?.codes).toEqual([{ code: 'region', en: 'Region', fr: 'Région', also: [] }, { code: 'pharmacies', en: 'Pharmacies', fr: 'Pharmacies', also: ['drugstore'] }]);
  await expect(world.database.admin`update insight.dataset_schema set columns = '[1]' where slug = 'kits/1'`).rejects.toMatchObject({ code: '23514' });
});

test('a spreadsheet and the command line bring the same; a schema of the command line makes its dataset', async () => {
  const sheet = await writeXlsxFile([[{ value: 'day' }, { value: 'municipality' }, { value: 'naloxone' }], [{ value: new Date(Date.UTC(2019, 4, 1)), type: Date, format: 'yyyy-mm-dd' }, { value: 'Milton' }, { value: 1, type: Number }], [{ value: 'soon' }, { value: 'Milton' }, { value: 'no' }]]).toBuffer();
  const id = idIn(await world.send('overdose-events', new Uint8Array(sheet)));
  expect(await text(datasetPaths.version(id))).toContain('1 row would come in, 1 row is refused.');
  const csv = new TextEncoder().encode('day,municipality,naloxone\n2019-05-01,Milton,yes\n2019-05-01,Milton,yes\n2019-05-32,Milton,no\n');
  const done = await importDataset(world.database, { slug: 'overdose-events' }, csv);
  expect(done).toMatchObject({ state: 'kept', number: 1, accepted: 2, refusals: [{ line: 4, column: 'day', reason: 'bad-date', sentence: 'This is no day.' }] });
  expect(await importDataset(world.database, { slug: 'overdose-events' }, csv)).toMatchObject({ number: 1, same: true });
  expect(await importDataset(world.database, { slug: 'nothing' }, csv)).toBe('There is no dataset nothing.');
  expect(await importDataset(world.database, { slug: 'overdose-events' }, new TextEncoder().encode('when,municipality\n2019-05-01,Milton\n'))).toContain('no heading for day');
  const schema = 'id: beds\nname: {en: Beds, fr: Lits}\ntext: {en: Beds, fr: Lits}\nrow: {en: one month, fr: un mois}\nkey: [month]\ncolumns:\n  - {name: month, label: {en: Month, fr: Mois}, type: month}\n  - {name: beds, label: {en: Beds, fr: Lits}, type: whole}\n';
  const beds = new TextEncoder().encode('month,beds\n2019-05,31\n');
  expect(await importDataset(world.database, { text: schema }, beds)).toMatchObject({ number: 1, accepted: 1 });
  expect(await importDataset(world.database, { text: schema }, new TextEncoder().encode('month,beds\n2019-05,32\n'))).toMatchObject({ number: 2 });
  expect(await importDataset(world.database, { text: schema.replace('whole', 'decimal') }, beds)).toContain('another schema');
  expect(await importDataset(world.database, { text: schema.replaceAll('beds', 'sin') }, beds)).toContain('looks like');
});
