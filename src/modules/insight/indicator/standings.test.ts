import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCommunity } from '#app/community/load.ts';
import { readPack } from '#app/community-pack/read.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import type { Language } from '#app/platform/language/language.ts';
import { readPdf } from '#test/pdf.ts';
import { openWorld, type World } from '#test/world.ts';
import type { Document } from '../publication/document/model.ts';
import { writeFiles } from '../publication/document/write.ts';
import { findReading } from './readings.ts';
import { indicatorBlocks } from './report.ts';
import { indicatorRoutes } from './routes.tsx';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  world.database.clock.set('2022-09-12T14:00:00Z');
  await world.as.worker(async (scope) => await loadCommunity(scope, await readPack(join(projectRoot(), 'communities', 'maple-ford'))));
});
afterAll(async () => await world.close());

const get = async (path: string) => {
  const answer = await (await world.http(indicatorRoutes(() => world.site)).as()).get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return await answer.text();
};
const plain = (html: string) => html.replaceAll(/<head>[\s\S]*?<\/head>|<style>[\s\S]*?<\/style>|<svg[\s\S]*?<\/svg>/g, ' ').replaceAll(/<[^>]+>/g, ' ').replaceAll('&#39;', '’').replaceAll(/\s+/g, ' ');
/** The text of the row of the values table that begins with a period, and of the pictures. */
const page = async (language: Language, slug: string) => {
  const html = await get(`/${language}/insight/indicators/${slug}`);
  return { text: plain(html), pictures: [...html.matchAll(/<svg class="drawing[\s\S]*?<\/svg>/g)].map(([svg]) => svg) };
};
const reportOf = async (language: Language, slug: string): Promise<Document> => {
  const blocks = await world.as.public(async (scope) => {
    const reading = await findReading(scope, slug);
    return reading ? indicatorBlocks(language, reading, scope.today) : [];
  });
  return { language, title: 'T', date: '2022-09-12', author: 'A', notice: undefined, kicker: 'K', details: [], blocks: [{ kind: 'heading', level: 2, text: 'H' }, ...blocks] };
};
const file = async (format: 'html' | 'pdf' | 'csv' | 'json' | 'docx', language: Language, slug: string) => (await writeFiles([await reportOf(language, slug)], format, 'https://plan.example.org'))[0] ?? '';
const bare = (text: string) => text.replaceAll(/\s+/g, '');

type Values = { values: { figure: string; value: string | null; number: number | null; interval: unknown; standing: string[]; supersedes: string | null; supersededBy: string | null; withheldReason: unknown }[] };
const valueIn = async (slug: string, figure: string) => {
  const data: Values = JSON.parse(await get(`/api/indicators/${slug}`));
  return data.values.find((one) => one.figure === figure);
};
const lineIn = async (slug: string, figure: string) => (await get(`/api/indicators/${slug}/values.csv`)).split('\r\n').find((line) => line.split(',')[1] === figure) ?? '';

describe('a figure that was revised', () => {
  test('stands on the page with its earlier value below it, and is drawn with a mark and a word', async () => {
    const { text, pictures } = await page('en', 'rescues');
    expect(text).toMatch(/2020 14 Revision 1 June 2021 2020 12 Revised since Provisional 1 February 2021/);
    expect((await page('fr', 'rescues')).text).toMatch(/2020 14 Révision 1er juin 2021 2020 12 Révisé depuis Provisoire 1er février 2021/);
    expect(pictures).toHaveLength(2);
    for (const svg of pictures) expect(svg).toMatch(/class="earlier"[\s\S]*>14<[\s\S]*>revised</);
  });
  test('stands in the report with both values and their words', async () => {
    const text = bare(plain(String(await file('html', 'en', 'rescues'))));
    expect(text).toContain('202014Revision202012Revisedsince,Provisional');
    expect(bare((await readPdf(Buffer.from(await file('pdf', 'en', 'rescues')))).text)).toContain('202014Revision202012Revisedsince,Provisional');
    expect(String(await file('csv', 'en', 'rescues'))).toMatch(/"rescues-2020-revised","14"[\s\S]*"rescues-2020","12"/);
  });
  test('stands in the data with what replaced it', async () => {
    expect(await valueIn('rescues', 'rescues-2020')).toMatchObject({ value: '12', standing: ['revised', 'provisional'], supersededBy: 'rescues-2020-revised' });
    expect(await valueIn('rescues', 'rescues-2020-revised')).toMatchObject({ value: '14', standing: ['revision'], supersedes: 'rescues-2020' });
    expect(await lineIn('rescues', 'rescues-2020')).toContain(',12,12,,,revised provisional,,rescues-2020-revised,2021-02-01,');
  });
});

describe('a provisional figure', () => {
  test('says so on the page, and is drawn broken where it stands in the line', async () => {
    expect((await page('en', 'rescues')).text).toMatch(/January to June 2022 9 Provisional 1 August 2022/);
    const { text, pictures } = await page('en', 'feels-safe');
    expect(text).toMatch(/Last: 64\.5% \(2021, revised, provisional\)/);
    for (const svg of pictures) expect(svg).toMatch(/class="hollow broken"[\s\S]*>64\.5%<[\s\S]*>revised, provisional</);
  });
  test('says so in the report', async () => {
    expect(bare(plain(String(await file('html', 'fr', 'rescues'))))).toContain('dejanvieràjuin20229Provisoire');
    expect(bare((await readPdf(Buffer.from(await file('pdf', 'fr', 'rescues')))).text)).toContain('dejanvieràjuin20229Provisoire');
  });
  test('says so in the data', async () => {
    expect(await valueIn('rescues', 'rescues-2022')).toMatchObject({ value: '9', standing: ['provisional'] });
    expect(await lineIn('rescues', 'rescues-2022')).toContain(',9,9,,,provisional,,,2022-08-01,');
  });
});

describe('a stale figure', () => {
  test('says on the page that it is out of date', async () => {
    const { text, pictures } = await page('en', 'rescues');
    expect(text).toMatch(/2021 1,020 Out of date 1 February 2022/);
    for (const svg of pictures) expect(svg).toMatch(/<rect class="hollow"[\s\S]*>1,020<[\s\S]*>out of date</);
    expect((await page('fr', 'rescues')).text.replaceAll(/\s/g, ' ')).toMatch(/2021 1 020 Périmé/);
  });
  test('says so in the report', async () => {
    expect(bare(plain(String(await file('html', 'en', 'rescues'))))).toContain('20211,020Outofdate');
    expect(bare((await readPdf(Buffer.from(await file('pdf', 'en', 'rescues')))).text)).toContain('20211,020Outofdate');
  });
  test('says so in the data', async () => {
    expect(await valueIn('rescues', 'rescues-2021')).toMatchObject({ value: '1,020', number: 1020, standing: ['stale'] });
    expect(await lineIn('rescues', 'rescues-2021')).toContain(',"1,020",1020,,,stale,,,2022-02-01,2022-06-30,');
  });
});

describe('a withheld figure', () => {
  test('has its reason on the page and no value, and leaves a gap in the line', async () => {
    expect((await page('en', 'drownings')).text).toMatch(/Withheld .*Fewer than five people: they could be recognised\..*The newest one, of 2021, is withheld\./);
    const { text, pictures } = await page('fr', 'feels-safe');
    expect(text).toMatch(/2020 Non diffusé – Trop peu de personnes ont répondu\. 1er février 2021/);
    for (const svg of pictures) expect(svg).toMatch(/class="gap"[\s\S]*class="cross"[\s\S]*>non diffusé</);
  });
  test('has its reason in the report and no value', async () => {
    expect(bare(plain(String(await file('html', 'en', 'drownings'))))).toContain('2021WithheldFewerthanfivepeople:theycouldberecognised.');
    expect(bare((await readPdf(Buffer.from(await file('pdf', 'en', 'drownings')))).text)).toContain('2021WithheldFewerthanfivepeople:theycouldberecognised.');
    expect(String(await file('csv', 'en', 'drownings'))).not.toContain('drownings-2021');
  });
  test('has its reason in the data and no value, number or interval', async () => {
    expect(await valueIn('drownings', 'drownings-2021')).toMatchObject({ value: null, number: null, interval: null, standing: ['withheld'], withheldReason: { en: 'Fewer than five people: they could be recognised.' } });
    expect(await lineIn('drownings', 'drownings-2021')).toContain(',,,,,withheld,,,2022-02-01,');
  });
});

test('the picture of a report carries its words for those who do not see it, and the file stays accessible', async () => {
  const pdf = await readPdf(Buffer.from(await file('pdf', 'en', 'feels-safe')));
  expect(pdf.tagged).toBe(true);
  expect(pdf.roles).toContain('Figure');
  expect(bare(pdf.text)).toContain(bare('Target: at least 70% by 31 December 2024.').slice(0, 18));
  expect(String(await file('docx', 'en', 'feels-safe')).length).toBeGreaterThan(1000);
});

test('page, picture, data and report of one value say the same', async () => {
  const value = await valueIn('feels-safe', 'feels-safe-2021');
  expect(value).toMatchObject({ value: '64.5%', interval: { low: 60, high: 69, level: 95 } });
  const { text, pictures } = await page('en', 'feels-safe');
  for (const said of [text, ...pictures, await lineIn('feels-safe', 'feels-safe-2021'), String(await file('html', 'en', 'feels-safe')), String(await file('json', 'en', 'feels-safe'))]) expect(said).toContain('64.5%');
});
