import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCommunity } from '#app/community/load.ts';
import { figuresSchema } from '#app/community-pack/figure-schema.ts';
import { readPack } from '#app/community-pack/read.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { newId } from '#app/platform/db/id.ts';
import { readPdf } from '#test/pdf.ts';
import { openWorld, type World } from '#test/world.ts';
import { compileTexts } from '../publication/desk.ts';
import { type Block, textOf } from '../publication/document/model.ts';
import { writeFiles } from '../publication/document/write.ts';
import { alcoholTemplate } from './template.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  await world.as.worker(async (scope) => await loadCommunity(scope, pack));
});
afterAll(async () => await world.close());

const texts = { summary: { en: 'In short.', fr: 'En bref.' }, recommendations: { en: 'Do it.', fr: 'Faites-le.' } };
const compiled = async () => await world.as.manager(async (scope) => await compileTexts(scope, { templates: [alcoholTemplate], asPublic: async (work) => await world.as.public(work) }, alcoholTemplate,
  { title: alcoholTemplate.title, departments: ['MO'], preparedFor: { en: 'Everybody', fr: 'Tous' }, number: undefined }, texts));
const partOf = async (key: string, language: 'en' | 'fr' = 'en'): Promise<readonly Block[]> => (await compiled()).parts[language].find((one) => one.key === key)?.blocks ?? [];
const bare = (text: string) => text.replaceAll(/\s+/g, '');

/** A value of a series of the test, entered as the loader would. */
async function enter(series: string, slug: string, more: Readonly<Record<string, unknown>> = {}, guidance: string | null = null): Promise<void> {
  const { admin } = world.database;
  const text = admin.json({ en: `Name of ${series}`, fr: `Nom de ${series}` });
  await admin`insert into insight.figure_definition (slug, series_slug, version, position, name, text, unit, geography_kind, disclosure_rule, valid_from, known_from, guidance, origin)
    values (${`${series}/1`}, ${series}, 1, 0, ${text}, ${text}, 'percent', 'residence', 'as-published', '2018-01-01', '2018-01-01', ${guidance}, 'staff') on conflict (slug) do nothing`;
  const row = { id: newId(), slug, position: 1, definition_slug: `${series}/1`, label: text, value: '31%', number: 31, period: admin.json({ en: '2018', fr: '2018' }), period_from: '2018-01-01', period_to: '2018-12-31', geography: admin.json({ en: 'Halton', fr: 'Halton' }), place_slug: 'halton',
    approximate: false, as_of: '2019-01-01', releasable: true, provisional: false, featured: false, inputs: [], sources: [], known_from: '2019-01-01', origin: 'staff', ...more };
  await admin`insert into insight.figure ${admin(row as never)}`;
}

test('every statement stands in its section with its source and the strength of its evidence, in both languages, and what is made up says so', async () => {
  const { documents, refusals } = await compiled();
  expect(refusals).toEqual([]);
  const statements = documents.en.blocks.flatMap((one) => (one.kind === 'statement' ? [one] : []));
  expect(statements.length).toBeGreaterThan(10);
  for (const one of statements) expect([one.madeUp, one.source !== '']).toContain(true);
  const lines = { en: textOf(documents.en), fr: textOf(documents.fr) };
  expect(lines.en).toContain('Evidence: moderate. Source: Health indicators: heavy drinking, 2013/14, Halton Region.');
  expect(lines.fr).toContain('Force de la preuve\u00a0: moyenne. Source\u00a0: Health indicators: heavy drinking, 2013/14, Halton Region.');
  expect(lines.en).toContain('Evidence: opinion or convention. Made up for the demonstration.');
  expect(lines.fr.filter((line) => line.includes('Inventé pour la démonstration')).length).toBe(statements.filter((one) => one.madeUp).length);
  expect(alcoholTemplate.sections.map((one) => one.key)).toEqual(['summary', 'methods', 'population', 'guideline', 'heavy', 'youth', 'harm', 'paramedic', 'emergency', 'hospital', 'deaths', 'crime', 'voices', 'options', 'recommendations']);
  for (const one of alcoholTemplate.sections) expect(documents.fr.blocks).toContainEqual({ kind: 'heading', level: 2, text: one.heading.fr });
  expect(lines.en.join(' ')).not.toContain('44% in Ontario. A newspaper');
});

test('HTML, tagged PDF, Word, JSON and CSV of both languages carry the statements', async () => {
  const { documents } = await compiled();
  for (const language of ['en', 'fr'] as const) {
    const document = documents[language];
    const one = async (format: Parameters<typeof writeFiles>[1]) => (await writeFiles([document], format, 'https://plan.example.org'))[0] ?? '';
    const pdf = await readPdf(Buffer.from(await one('pdf')));
    expect(pdf).toMatchObject({ tagged: true, language: `${language}-CA`, title: document.title });
    expect(bare(pdf.text.replaceAll('•', ''))).toBe(bare(textOf(document).join('')));
    const [statement] = document.blocks.flatMap((block) => (block.kind === 'statement' ? [block] : []));
    expect(String(await one('html'))).toContain(`<div class="statement ${statement?.strength}">`);
    expect(JSON.parse(String(await one('json'))).document.blocks).toContainEqual(statement);
    expect(String(await one('csv'))).toContain(`"statement","${statement?.strength}"`);
    expect((await one('docx')).length).toBeGreaterThan(5000);
  }
});

test('what rests on the guidance of 2011 and on that of 2023 never stands in one table, and no series can hold both', async () => {
  await enter('weekly-risk', 'weekly-risk-2018', {}, 'cgah-2023');
  const blocks = await partOf('guideline');
  const headings = blocks.flatMap((one, index) => (one.kind === 'heading' ? [{ text: one.text, index }] : []));
  expect(headings.map(({ text }) => text)).toEqual(['Low-Risk Alcohol Drinking Guidelines (2011)', 'Canada’s Guidance on Alcohol and Health (2023)']);
  const tables = blocks.flatMap((one) => (one.kind === 'table' ? [one.rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join('')))] : []));
  expect(tables.length).toBe(2);
  expect(tables.map((rows) => rows.some((row) => row[0]?.startsWith('Name of weekly-risk')))).toEqual([false, true]);
  expect(tables.map((rows) => rows.some((row) => row[0]?.startsWith('Adults who exceed')))).toEqual([true, false]);
  const { admin } = world.database;
  await expect(admin`insert into insight.figure_definition (slug, series_slug, version, position, name, text, unit, geography_kind, disclosure_rule, valid_from, known_from, change_reason, guidance, origin)
    select 'above-drinking-guidelines/2', series_slug, 2, 0, name, text, unit, geography_kind, disclosure_rule, '2023-01-17', '2023-01-17', text, 'cgah-2023', 'staff' from insight.figure_definition where slug = 'above-drinking-guidelines/1'`).rejects.toMatchObject({ code: '23514' });
  expect(figuresSchema.safeParse({ places: [], series: [{ id: 'x', guidance: ['lradg-2011', 'cgah-2023'] }] }).error?.issues.some((issue) => issue.path.join('.') === 'series.0.guidance')).toBe(true);
});

test('a provisional, a revised, a stale and a withheld figure each say how they stand, and the withheld one has no value anywhere', async () => {
  await enter('alcohol-deaths', 'alcohol-deaths-provisional', { provisional: true });
  await enter('alcohol-deaths', 'alcohol-deaths-old', { place_slug: 'ontario', value: '77%', number: 77, position: 2 });
  await enter('alcohol-deaths', 'alcohol-deaths-new', { place_slug: 'ontario', supersedes: 'alcohol-deaths-old', value: '33%', number: 33, position: 3 });
  await enter('alcohol-deaths', 'alcohol-deaths-stale', { place_slug: 'canada', fresh_until: '2019-02-01', position: 4 });
  await enter('alcohol-deaths', 'alcohol-deaths-withheld', { place_slug: 'milton', value: null, number: null, releasable: false, withheld_reason: world.database.admin.json({ en: 'Too few to show', fr: 'Trop peu pour être montré' }), position: 5 });
  for (const [language, said] of [['en', ['Provisional', 'Revision', 'Out of date', 'Too few to show']], ['fr', ['Provisoire', 'Révision', 'Périmé', 'Trop peu pour être montré']]] as const) {
    const table = (await partOf('deaths', language)).find((one) => one.kind === 'table');
    const rows = table?.kind === 'table' ? table.rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join(''))) : [];
    expect(rows.length).toBe(4);
    expect(rows.map((row) => row[3])).toEqual(said);
    expect(rows.flat().join(' ')).not.toContain('77');
    expect(rows[3]?.[1]).not.toMatch(/\d/);
  }
});

test('themes that the priority answers come with their approved quotes, each in the language in which it was said', async () => {
  expect((await partOf('voices')).map((one) => (one.kind === 'paragraph' ? one.content[0]?.text : one.kind))).toEqual(['No published report on a consultation has a theme that this priority answers yet.']);
  const { admin } = world.database;
  const [theme, other, piece, quote, unapproved, account] = Array.from({ length: 6 }, newId) as [string, string, string, string, string, string];
  const [consultation] = await admin<{ slug: string }[]>`select slug from engagement.consultation where demonstration limit 1`;
  const slug = consultation?.slug ?? '';
  for (const [id, position] of [[theme, 90], [other, 91]] as const) await admin`insert into engagement.theme (id, consultation_slug, position) values (${id}, ${slug}, ${position})`;
  await admin`insert into engagement.theme_answer (id, theme_id, kind, target, at) values (${newId()}, ${theme}, 'priority', 'alcohol', '2019-05-01')`;
  await admin`insert into engagement.contribution (id, consultation_slug, source_kind, source_id, channel, language, body, received_on, may_quote) values (${piece}, ${slug}, 'letter', ${newId()}, 'letter', 'fr', 'x', '2019-05-01', true)`;
  await admin`insert into engagement.quote (id, contribution_id, theme_id, language, body, proposed_by, proposed_at, approved_by, approved_at, demonstration) values (${quote}, ${piece}, ${theme}, 'fr', 'On boit trop aux fêtes.', ${account}, '2019-05-02', ${newId()}, '2019-05-03', true)`;
  await admin`update engagement.voice_report set withdrawn_at = now() where consultation_slug = ${slug} and withdrawn_at is null`;
  const named = (id: string, en: string) => ({ id, parent: null, name: { en, fr: `${en} (fr)` }, voices: 'fewer than 6' });
  await admin`insert into engagement.voice_report (consultation_slug, version, content, quotes, published_on) values (${slug}, 9, ${admin.json({ themes: [named(theme, 'Drinking at events'), named(other, 'Something else')] })}, ${[quote, unapproved]}::uuid[], '2019-05-20')`;
  const shown = (await compiled()).documents;
  const english = textOf(shown.en).join('\n');
  expect(english).toContain('Drinking at events\n“On boit trop aux fêtes.” (said in French) (made up for the demonstration)');
  expect(textOf(shown.fr).join('\n')).toContain('Drinking at events (fr)\n«\u00a0On boit trop aux fêtes.\u00a0» (inventé pour la démonstration)');
  expect(english).not.toContain('Something else');
});
