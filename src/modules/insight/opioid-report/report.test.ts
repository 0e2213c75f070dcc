import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCommunity } from '#app/community/load.ts';
import { readPack } from '#app/community-pack/read.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { newId } from '#app/platform/db/id.ts';
import { openWorld, type World } from '#test/world.ts';
import { compileTexts } from '../publication/desk.ts';
import { textOf } from '../publication/document/model.ts';
import { releaseMonths, startReport } from './jobs.ts';
import { addMonths, lastMonth, monthText } from './month.ts';
import { listReleasedMonths } from './queries.ts';
import { opioidTemplate } from './template.ts';

let world: World;
let agency = '';
beforeAll(async () => {
  world = await openWorld();
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  await world.as.worker(async (scope) => await loadCommunity(scope, pack));
  await world.database.admin`insert into platform.setting (name, value) values ('demonstration', 'true') on conflict (name) do update set value = excluded.value`;
  agency = newId();
  await world.database.admin`insert into identity.agency (id, slug, name, kind, demonstration) values (${agency}, 'responders', '{"en":"x","fr":"y"}', 'agency', true)`;
});
afterAll(async () => await world.close());

const enter = async (day: string, area: string, n: number, naloxone = 'one') => {
  for (let i = 0; i < n; i += 1) await world.database.admin`insert into insight.overdose (id, agency_id, entered_by, entered_at, occurred_at, area_slug, outcome, naloxone, form_key, demonstration)
    values (${newId()}, ${agency}, ${newId()}, ${`${day}T16:00:00Z`}, ${`${day}T15:00:00Z`}, ${area}, 'survived', ${naloxone}, sha256(gen_random_uuid()::text::bytea), true)`;
};
const release = async () => await world.as.worker(releaseMonths);
const months = async () => await world.as.public(async (scope) => await listReleasedMonths(scope, 'overdoses', 'overdoses'));
const compiled = async () => await world.as.manager(async (scope) => await compileTexts(scope, { templates: [opioidTemplate], asPublic: async (work) => await world.as.public(work) }, opioidTemplate,
  { title: { en: 'May', fr: 'Mai' }, departments: ['MO'], preparedFor: { en: 'Everybody', fr: 'Tous' }, number: undefined }, { summary: { en: 'More than usual.', fr: 'Plus que d’habitude.' } }));

test('the last month is the one before this, also in January, and is written as a word', () => {
  expect([lastMonth('2019-06-03'), lastMonth('2020-01-01'), addMonths('2019-12-01', 2)]).toEqual(['2019-05-01', '2019-12-01', '2020-02-01']);
  expect([monthText('en', '2019-05-01'), monthText('fr', '2019-05-01')]).toEqual(['May 2019', 'mai 2019']);
});

test('a whole month is released once, from its third day after, and a later entry does not change it', async () => {
  await enter('2019-05-10', 'milton', 14);
  await enter('2019-05-11', 'oakville', 11, 'none');
  await enter('2019-06-01', 'milton', 9);
  expect(await months()).toEqual([]);
  await world.at('2019-06-02T13:00:00Z');
  await release();
  expect((await months()).map(({ month }) => month)).not.toContain('2019-05-01');
  await world.at('2019-06-03T13:00:00Z');
  await release();
  const [may, ...others] = await months();
  expect([may?.month, may?.k, may?.demonstration, others.length]).toEqual(['2019-05-01', 6, true, 0]);
  expect(may?.cells['halton-hills']).not.toEqual(expect.any(Number));
  await enter('2019-05-12', 'milton', 9);
  expect(await release()).toBe(0);
  expect((await months())[0]).toEqual(may);
});

test('every number went through the gate: it stands in the ledger, counts under 6 are words, and by area and by naloxone they are attacked together', async () => {
  const ledger = await world.as.public(async ({ sql }) => await sql<{ cube: string; printed: (string | null)[] }[]>`select cube, array_agg(published) as printed from insight.published_count where period = '2019-05' group by cube order by cube`);
  expect(ledger.map(({ cube }) => cube)).toEqual(['overdose/overdoses/naloxone', 'overdose/overdoses/overdoses']);
  for (const { printed } of ledger) for (const one of printed) expect(one === null || one === 'fewer than 6' || (Number(one) >= 6 && Number(one) % 5 === 0), String(one)).toBe(true);
  const compared = await world.as.manager(async ({ sql }) => await sql<{ compared: number }[]>`select compared from insight.release where cube_slug like 'overdose/%' and state = 'filed' order by compared`);
  expect(compared.map((one) => one.compared)).toEqual([0, 1]);
  const [by] = await world.as.public(async (scope) => await listReleasedMonths(scope, 'overdoses', 'naloxone'));
  expect(Object.keys(by?.cells ?? {}).sort()).toEqual(['all', 'given', 'none']);
  expect(by?.cells.all).toBe((await months())[0]?.cells.all);
});

test('the report compiles by itself: protected months, published calls, visits, kits and naloxone with their links, in both languages', async () => {
  await world.at('2019-07-03T13:00:00Z');
  await release();
  const { documents, refusals } = await compiled();
  expect(refusals).toEqual([]);
  const [en, fr] = [textOf(documents.en).join('\n'), textOf(documents.fr).join('\n')];
  for (const said of ['June 2019', 'May 2019', 'fewer than 6', 'made up for the demonstration', 'paramedic calls for opioid overdoses', '29', '118', '57', '75', '56', '20', '208', '14', '61', '68', '28', '13', '12 months to May 2019', 'not by where she lives', 'They are not added to calls.']) expect(en).toContain(said);
  for (const said of ['juin 2019', 'moins de 6', 'appels aux paramédics', 'selon la résidence']) expect(fr).toContain(said);
  const linked = documents.en.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat(2) : [])).flatMap((one) => (one.kind === 'figure' ? [one.slug] : []));
  for (const slug of ['opioid-paramedic-calls-may-2019', 'opioid-ed-visits-may-2019', 'naloxone-kits-may-2019', 'first-responder-naloxone-may-2019', 'opioid-deaths-2018']) expect(linked).toContain(slug);
  expect(linked).not.toContain('opioid-deaths-2018-revised');
});

test('the draft of a month starts by itself from the third day after, once', async () => {
  const start = async () => await world.as.worker(startReport);
  await world.at('2019-07-02T13:00:00Z');
  expect(await start()).toBeUndefined();
  await world.at('2019-07-03T13:00:00Z');
  expect([await start(), await start()]).toEqual([expect.any(String), undefined]);
  expect(await world.database.admin`select title -> 'fr' as title, prepared_by from insight.publication where template = 'opioid'`).toEqual([{ title: 'Rapport sur les opioïdes, juin 2019', prepared_by: null }]);
});

test('a report of a day on which nothing was known says so instead of showing an empty table', async () => {
  await world.at('2018-01-03T13:00:00Z');
  const { documents } = await compiled();
  expect(textOf(documents.en).join('\n')).toContain('Nothing has been published yet that is known today.');
});
