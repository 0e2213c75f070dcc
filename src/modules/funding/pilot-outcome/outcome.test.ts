import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPack } from '#app/community-pack/read.ts';
import { compileTexts, declareCubes, listReleased, writeFiles } from '#app/modules/insight/index.ts';
import { loadPlan } from '#app/modules/plan/index.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { newId } from '#app/platform/db/id.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { openPilotWorld, type PilotWorld } from '#test/pilot-world.ts';
import { pilotTemplate } from '../pilot/template.ts';
import { leavingCube, outcomeCells, outcomeCube, pilotCubes, releasePilots } from './cube.ts';
import { mainActivity, standingAt, windowOf } from './rules.ts';
import { outcomeTables } from './shares.ts';

let world: PilotWorld;
/** Forty joined in 2017: nine left before twelve months, three were not reached, of the others eleven do nothing. Two more do not want to be counted. */
beforeAll(async () => {
  world = await openPilotWorld();
  const { admin } = world.database;
  const by = world.member.intake.account;
  for (let index = 0; index < 42; index += 1) {
    const [person, id] = [randomUUID(), newId()];
    await admin`insert into access.person (id, agency_id, anonymous, language, entered_by, entered_at, changed_at) values (${person}, ${world.agencies.north}, false, 'en', ${by}, '2017-07-01', '2017-07-01')`;
    await admin`insert into access.person_identity (person_id, agency_id, given_name, family_name, birth_date, birth_estimated, languages, interpreter, search_key) values (${person}, ${world.agencies.north}, ${`G${index}`}, ${`F${index}`}, '1998-02-03', false, '{}', false, ${`f${index} g${index}`})`;
    const left = index < 9;
    await admin`insert into funding.enrolment (id, pilot_slug, person_id, agency_id, agreed_on, agreed_how, counted, joined_on, left_on, left_reason, entered_by, entered_at)
      values (${id}, 'bridge-demo', ${person}, ${world.agencies.north}, '2017-08-01', 'written', ${index < 40}, '2017-08-15', ${left ? '2018-03-01' : null}, ${left ? 'moved' : null}, ${by}, '2017-08-15')`;
    const measure = async (point: number, on: string, activities: string[], hours: number) => await admin`insert into funding.pilot_outcome (enrolment_id, point, measured_on, activities, hours, satisfied, housing, recorded_by, recorded_at)
      values (${id}, ${point}, ${on}, ${activities}, ${hours}, ${index % 3 === 0 ? 'no' : 'yes'}, ${index % 4 === 0 ? 'shelter' : 'own'}, ${by}, ${on})`;
    await admin`alter table funding.pilot_outcome disable trigger pilot_outcome_when`;
    await measure(0, '2017-08-15', index % 2 === 0 ? [] : ['employment'], index % 2 === 0 ? 0 : 12);
    if (index >= 12) await measure(12, '2018-08-20', index < 23 ? [] : index < 31 ? ['education', 'employment'] : ['training'], index < 23 ? 0 : 30);
    await admin`alter table funding.pilot_outcome enable trigger pilot_outcome_when`;
  }
  await world.as.worker(async (scope) => {
    await declareCubes(scope, [pilotCubes]);
    await releasePilots(scope);
  });
});
afterAll(async () => await world.close());
const tables = async (language: 'en' | 'fr' = 'en') => outcomeTables(language, 'bridge-demo', await world.as.public(async (scope) => await listReleased(scope, [outcomeCube, leavingCube])));

test('each person is counted once by what she does, and nobody before the time of her point has run out', () => {
  expect([mainActivity(['employment', 'education']), mainActivity(['employment', 'training']), mainActivity(['employment']), mainActivity([])]).toEqual(['education', 'training', 'employment', 'none']);
  expect(windowOf('2018-08-31', 6)).toEqual({ due: '2019-02-28', from: '2019-01-28', to: '2019-05-31' });
  const person = { pilot: 'a', joinedOn: '2018-08-31', leftOn: '2019-02-28', leftReason: null, outcomes: [] };
  expect([standingAt(person, 6, '2019-05-30'), standingAt(person, 6, '2019-05-31'), standingAt({ ...person, leftOn: '2019-03-01' }, 6, '2019-06-01')]).toEqual([undefined, 'left', 'missed']);
  expect(outcomeCells([person], '2018', '2019-09-29').filter(({ keys }) => keys.point === 'm6')).toEqual([]);
  expect(outcomeCells([person], '2018', '2019-10-01').filter(({ keys, count }) => keys.point === 'm6' && count > 0).map(({ keys }) => keys.standing ?? keys.activity ?? keys.satisfied)).toContain('left');
});

test('those who left and those who were not reached stand in the table beside those who answered; every breakdown adds up to all', async () => {
  const [cells] = await world.as.worker(async (scope) => [await pilotCubes.count(scope, outcomeCube, '2017')]);
  const at = (name: string) => Object.fromEntries((cells ?? []).filter(({ keys }) => keys.point === 'm12' && keys[name] !== undefined).map(({ keys, count }) => [keys[name], count]));
  expect(at('standing')).toEqual({ measured: 28, left: 9, missed: 3 });
  expect(at('activity')).toEqual({ education: 8, training: 9, employment: 0, none: 11, unknown: 12 });
  for (const name of ['standing', 'activity', 'satisfied', 'housing', 'hours']) expect(Object.values<number>(at(name)).reduce((sum, one) => sum + one, 0), name).toBe(40);
  const shown = (await tables()).find((one) => one.caption === 'Those who joined in 2017, after 12 months');
  expect(shown?.rows.map((row) => row[1])).toContain('Left before');
  // Three were not reached: that is fewer than five, and no share is told of it.
  expect(shown?.rows.find((row) => row[1] === 'Not reached in time')?.[2]).toBe('fewer than 5 of 40');
  expect(shown?.rows.find((row) => row[1] === 'Asked and answered')?.[2]).toMatch(/^(25|30) of 40 \(\d+%; 95% interval \d+% to \d+%, of 40\)$/);
});

/** Every piece of text that stands between two tags. */
const textsOf = (html: string) => html.replace(/<(style|script)[\s\S]*?<\/\1>/g, '').split(/<[^>]+>/).map((one) => one.replaceAll('&nbsp;', '\u00a0')).filter((one) => one.trim() !== '');
const bare = (texts: readonly string[]) => texts.filter((one) => one.includes('%') && !/(\d|than \d+|de \d+|shown|affiché)\S* (of|sur) (\d|fewer|moins)/.test(one.replaceAll(/[\u00a0,](?=\d)/g, '')));

test('no page of the module and no report shows a percentage without its count and what it is a share of', async () => {
  const anybody = await world.desk();
  const desk = await world.desk('intake');
  const { id } = await world.youth('2000-01-02');
  const code = await world.codeOf(id);
  const pages: string[] = [];
  for (const language of ['en', 'fr'] as const) {
    for (const path of ['pilots', 'pilots/bridge-demo/chain', 'pilots/leaving-care-2019/chain', 'own-plan']) pages.push(await (await anybody.get(`/${language}/funding/${path}`)).text());
    for (const path of ['enrolments', 'enrolments/new', `enrolments/${id}`, `enrolments/${id}/outcomes/0`]) pages.push(await (await desk.get(`/${language}/funding/${path}`)).text());
    pages.push(await (await anybody.post(`/${language}/funding/own-plan`, { code })).text(), await (await anybody.post(`/${language}/funding/own-plan/goal`, { code })).text());
  }
  const { gathered } = await world.as.public(async (scope) => ({ gathered: await pilotTemplate.gather(scope) }));
  const report = (['en', 'fr'] as const).flatMap((language) => pilotTemplate.sections.flatMap(({ key }) => gathered.automatic(key, language, { earlier: undefined, cited: [] })).flatMap((block) => {
    if (block.kind === 'heading') return [block.text];
    if (block.kind === 'table') return [block.caption, ...block.header, ...block.rows.flatMap((row) => row.map((cell) => cell.map((one) => one.text).join('')))];
    if (block.kind === 'list') return block.items.map((one) => one.map(({ text }) => text).join(''));
    return block.kind === 'paragraph' ? [block.content.map((one) => one.text).join('')] : [];
  }));
  const texts = [...pages.flatMap(textsOf), ...report];
  // The test sees what it looks for: there are percentages in both languages, on the page and in the report.
  for (const [from, sought] of [[pages.flatMap(textsOf), '95% interval'], [pages.flatMap(textsOf), '95\u00a0%'], [report, '95% interval'], [report, '95\u00a0%']] as const) expect(from.some((one) => one.includes(sought)), sought).toBe(true);
  expect(bare(['Three quarters (75%) stayed'])).toHaveLength(1);
  expect(bare(texts)).toEqual([]);
});

test('the report to council is compiled in both languages with its tables, and typeset, and carries the money to the cent', async () => {
  const pack = await readPack(`${projectRoot()}/communities/halton`);
  await world.as.worker(async (scope) => await loadPlan(scope, pack));
  const both = { en: 'For information.', fr: 'Pour information.' };
  const heads = { title: pilotTemplate.title, departments: [], preparedFor: { en: 'Council', fr: 'Conseil' }, number: undefined };
  const { documents, refusals } = await world.as.manager(async (scope) => await compileTexts(scope, { templates: [pilotTemplate], asPublic: world.as.public }, pilotTemplate, heads, { summary: both }));
  expect(refusals).toEqual([]);
  expect(documents.en.blocks.filter((one) => one.kind === 'table').map((one) => (one.kind === 'table' ? one.caption : ''))).toContain('Those who joined in 2017, after 12 months');
  const [pdf] = await writeFiles([documents.fr], 'pdf', 'http://localhost');
  expect(new TextDecoder().decode(pdf instanceof Uint8Array ? pdf.slice(0, 5) : new Uint8Array())).toBe('%PDF-');
  const { gathered } = await world.as.public(async (scope) => ({ gathered: await pilotTemplate.gather(scope) }));
  const money = JSON.stringify(gathered.automatic('money', 'en', { earlier: undefined, cited: [] }));
  for (const part of ['$100,669', '$96,000', '$72,000 of $96,000 is paid.', '$61,500']) expect(money).toContain(part);
});

test('the counts come from the worker alone, of those who agreed', async () => {
  expect(await world.as.worker(async ({ sql }) => (await sql`select count(*)::integer as n from funding.counted_enrolments() where joined_on < '2018-01-01'`)[0]?.n)).toBe(40);
  await expect(world.as.manager(async ({ sql }) => await sql`select * from funding.counted_enrolments()`)).rejects.toThrow('permission denied');
  await expect(inScope(world.database, { as: 'public', purpose: 'test' }, async ({ sql }) => await sql`select * from funding.pilot_outcome`)).rejects.toThrow('permission denied');
});
