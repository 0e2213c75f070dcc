import { strFromU8, unzipSync } from 'fflate';
import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { readPdf } from '#test/pdf.ts';
import { barExample } from '#app/ui/charts/chart.examples.ts';
import { alternativeText } from '#app/ui/charts/drawing.tsx';
import { chartSummary } from '#app/ui/charts/summary.ts';
import { type Document, textOf } from './model.ts';
import { sample } from './sample.examples.ts';
import { typeset } from './typeset.ts';
import { typesettingOf } from './typst.ts';
import { writeFiles } from './write.ts';

const base = 'https://plan.example.org';
const bare = (text: string) => text.replaceAll(/\s+/g, '');
const bytesOf = (file: string | Uint8Array | undefined) => Buffer.from(file ?? '');
const htmlText = (html: string) => html.replace(/^[\s\S]*<body>/, '').replaceAll(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
const one = async (format: Parameters<typeof writeFiles>[1], document = sample) => (await writeFiles([document], format, base))[0];

test('the PDF is tagged, in its language, with its title, headings, caption and table headers', async () => {
  const pdf = await readPdf(bytesOf(await one('pdf')));
  expect(pdf).toMatchObject({ tagged: true, language: 'fr-CA', title: sample.title });
  expect(pdf.roles.filter((role) => ['H1', 'H2', 'H3', 'L', 'LI', 'Table', 'Caption', 'TH', 'TD', 'Link'].includes(role)))
    .toEqual(['H1', 'H2', 'L', 'LI', 'LI', 'Link', 'H3', 'Table', 'Caption', 'TH', 'TH', 'TH', 'TD', 'TD', 'Link', 'TD', 'Link', 'TD', 'TD', 'Link', 'TD']);
  expect(bytesOf(await one('pdf')).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
});

test('the text of the PDF and of the HTML is that of the document, in its order, and nothing typed becomes code', async () => {
  const expected = bare(textOf(sample).join(''));
  expect(bare(htmlText(String(await one('html'))))).toBe(expected);
  const pdf = await readPdf(bytesOf(await one('pdf')));
  for (const text of [pdf.text, pdf.drawn]) expect(bare(text.replaceAll('•', ''))).toBe(expected);
});

test('links of files are absolute and in the language of the document', async () => {
  const links = ['two', 'one', 'belonging', 'one'].map((name) => `${base}/fr/plan/${name === 'belonging' ? 'figures' : 'priorities'}/${name}`);
  expect((await readPdf(bytesOf(await one('pdf')))).links.toSorted()).toEqual(links.toSorted());
  for (const link of links) expect(String(await one('html'))).toContain(`href="${link}"`);
});

test('the same document gives the same bytes, and another day changes nothing but the date', async () => {
  const fresh = async (moment: number) => {
    // Something new in the batch, so that the answer does not come from memory.
    const [, file] = await typeset([typesettingOf({ ...sample, title: `Autre ${moment}` }, (path) => path), { ...typesettingOf(sample, (path) => path), moment }]);
    return bytesOf(file);
  };
  const [first, second] = [await fresh(1_559_563_200), await fresh(1_559_563_201)];
  expect(first.equals(second)).toBe(true);
  const later = { ...sample, date: '2019-07-04' };
  const plain = (file: Buffer) => file.toString('latin1').replaceAll(/D:\d{8}\d*Z?|20\d\d-\d\d-\d\dT[\d:]+Z?/g, 'date').replaceAll(/<xmpMM:\w+ID>[^<]*|\/ID \[[^\]]*\]/g, 'id').replaceAll(/\d{10} 00000 n/g, 'at').replaceAll(/startxref\s+\d+/g, 'end');
  expect(plain(bytesOf(await one('pdf', later)))).toBe(plain(bytesOf(await one('pdf'))));
  expect(bytesOf(await one('docx')).equals(bytesOf(await one('docx')))).toBe(true);
});

test('the Word file has real headings, a repeated table head, its language and the same text', async () => {
  const parts = unzipSync(bytesOf(await one('docx')));
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  expect([...xml.matchAll(/<w:pStyle w:val="(Heading\d)"/g)].map(([, style]) => style)).toEqual(['Heading1', 'Heading2', 'Heading3']);
  expect(xml).toContain('<w:tblHeader');
  expect(strFromU8(parts['word/styles.xml'] ?? new Uint8Array())).toContain('w:val="fr-CA"');
  expect(strFromU8(parts['docProps/core.xml'] ?? new Uint8Array())).toContain('>2019-06-03T12:00:00Z</dcterms:created>');
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item);
    else if (typeof value === 'object' && value !== null) for (const [name, inner] of Object.entries(value)) name === '#text' ? found.push(String(inner)) : walk(inner);
  };
  walk(new XMLParser({ preserveOrder: true, trimValues: false, parseTagValue: false }).parse(xml));
  expect(bare(found.join(''))).toBe(bare(textOf(sample).join('')));
});

test('the data name each figure and state once with its address, and no cell is a formula', async () => {
  const csv = String(await one('csv', { ...sample, blocks: [...sample.blocks, { kind: 'paragraph', content: [{ kind: 'figure', slug: 'x', text: '-5', path: '/plan/figures/x' }] }] }));
  expect(csv.split('\r\n')).toEqual([
    'kind,record,value,address',
    `"state","late","En retard de 3 jours","${base}/fr/plan/priorities/one"`, `"figure","belonging","32 %","${base}/fr/plan/figures/belonging"`,
    `"state","done","Réalisé","${base}/fr/plan/priorities/one"`, `"figure","x","'-5","${base}/fr/plan/figures/x"`, '',
  ]);
  expect(JSON.parse(String(await one('json')))).toMatchObject({ document: { title: sample.title }, records: [{ text: 'late' }, { text: 'belonging' }, { text: 'done' }] });
});

test('a document that would not be accessible is refused, and the next one is typeset', async () => {
  const skipping = { ...sample, blocks: sample.blocks.filter((block) => block.kind !== 'heading' || block.level !== 2) };
  await expect(one('pdf', skipping)).rejects.toThrow(/heading level/);
  expect((await readPdf(bytesOf(await one('pdf', { ...sample, title: 'Après' })))).title).toBe('Après');
});

test('a Word file shows each chart as a picture with its alternative text, then what it shows in sentences', async () => {
  const withChart: Document = { ...sample, blocks: [...sample.blocks, { kind: 'chart', language: 'fr', chart: barExample }] };
  const file = bytesOf(await one('docx', withChart));
  const parts = unzipSync(file);
  const pictures = Object.keys(parts).filter((name) => name.startsWith('word/media/') && name.endsWith('.svg'));
  expect(pictures.length).toBe(1);
  const svg = strFromU8(parts[pictures[0] ?? ''] ?? new Uint8Array());
  for (const said of ['Northtown', '57']) expect(svg).toContain(said);
  expect(svg).not.toMatch(/<style|class=/);
  const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  expect(text).toContain(`descr="${alternativeText('fr', barExample).replaceAll('"', '&quot;')}"`);
  const [first = ''] = chartSummary('fr', barExample).split('.');
  expect(text.lastIndexOf(first)).toBeGreaterThan(text.indexOf('</w:drawing>'));
  expect(bytesOf(await one('docx', withChart)).equals(file)).toBe(true);
});
