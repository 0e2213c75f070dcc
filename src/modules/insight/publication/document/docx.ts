import {
  BorderStyle, Document as DocxDocument, ExternalHyperlink, Footer, HeadingLevel, ImageRun, Packer, PageNumber, Paragraph, type ParagraphChild, ShadingType, Table, TableCell, TableRow, TextRun, WidthType,
} from 'docx';
import { alternativeText, isDrawable } from '#app/ui/charts/drawing.tsx';
import { chartFile } from '#app/ui/charts/file.tsx';
import { plainSvg } from '#app/ui/charts/plain-svg.ts';
import { chartSummary } from '#app/ui/charts/summary.ts';
import { settle } from './docx-settle.ts';
import type { Block, Document, Inline } from './model.ts';
import { documentWords } from './words.ts';

type LinkOf = (path: string) => string;

const font = 'Atkinson Hyperlegible Next';
const brand = '0D5C55';
const colours = { done: '1D6B3A', 'on-time': brand, late: '9A3B12', stalled: '755300', withdrawn: '5B5F66' } as const;
const thin = { style: BorderStyle.SINGLE, size: 4, color: 'C9C4B8' } as const;
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** A document as a Word file: real headings, lists, links, tables with a repeated header row, the language set. The same document gives the same bytes. */
export async function docxOf(document: Document, linkOf: LinkOf): Promise<Uint8Array<ArrayBuffer>> {
  const words = documentWords[document.language];
  const language = document.language === 'en' ? 'en-CA' : 'fr-CA';
  const foot = [document.details[0]?.text, document.title].filter((one) => one !== undefined).join(' · ');
  const file = new DocxDocument({
    title: document.title, creator: document.author, lastModifiedBy: document.author, description: document.kicker,
    styles: {
      default: {
        document: { run: { font, size: 21, language: { value: language } }, paragraph: { spacing: { after: 160, line: 288 } } },
        heading1: { run: { font, size: 40, bold: true, color: '17211F' }, paragraph: { spacing: { before: 120, after: 200 } } },
        heading2: { run: { font, size: 28, bold: true, color: brand }, paragraph: { spacing: { before: 360, after: 140 }, keepNext: true } },
        heading3: { run: { font, size: 23, bold: true, color: '17211F' }, paragraph: { spacing: { before: 280, after: 100 }, keepNext: true } },
      },
    },
    sections: [{
      properties: { page: { size: { width: 12_240, height: 15_840 }, margin: { top: 1300, bottom: 1300, left: 1360, right: 1360 } } },
      footers: { default: new Footer({ children: [new Paragraph({ children: [new TextRun({ size: 17, children: [`${foot} · ${words.page} `, PageNumber.CURRENT, ` ${words.of} `, PageNumber.TOTAL_PAGES] })] })] }) },
      children: [
        ...(document.notice ? [new Paragraph({ text: document.notice, shading: { type: ShadingType.CLEAR, fill: 'E3F0ED' } })] : []),
        new Paragraph({ children: [new TextRun({ text: document.kicker, bold: true, color: brand })] }),
        new Paragraph({ heading: HeadingLevel.HEADING_1, text: document.title }),
        ...document.details.map((one) => new Paragraph({ children: [new TextRun({ text: one.term, bold: true }), new TextRun({ text: `\t${one.text}` })], tabStops: [{ type: 'left', position: 2400 }], indent: { left: 2400, hanging: 2400 } })),
        ...document.blocks.flatMap((block) => partsOf(block, linkOf)),
      ],
    }],
  });
  return settle(await Packer.toBuffer(file), document.date);
}

function partsOf(block: Block, linkOf: LinkOf): (Paragraph | Table)[] {
  if (block.kind === 'heading') return [new Paragraph({ heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3, text: block.text })];
  if (block.kind === 'paragraph') return [new Paragraph({ children: runs(block.content, linkOf) })];
  if (block.kind === 'list') return block.items.map((item) => new Paragraph({ bullet: { level: 0 }, spacing: { after: 80 }, children: runs(item, linkOf) }));
  if (block.kind === 'statement') {
    const frame = { border: { left: { style: BorderStyle.SINGLE, size: 18, color: brand, space: 10 } }, indent: { left: 240 } };
    return [
      new Paragraph({ keepNext: true, spacing: { after: 0 }, ...frame, children: runs(block.content, linkOf) }),
      new Paragraph({ spacing: { after: 200 }, ...frame, children: runs(block.foot, linkOf, 18) }),
    ];
  }
  if (block.kind === 'chart') return chartParts(block);
  const cell = (children: ParagraphChild[], head = false) => new TableCell({
    children: [new Paragraph({ children, spacing: { after: 0 } })], margins: { top: 80, bottom: 80, left: 90, right: 90 },
    borders: { top: none, left: none, right: none, bottom: head ? { ...thin, color: brand, size: 8 } : thin }, ...(head ? { shading: { type: ShadingType.CLEAR, fill: 'E3F0ED' } } : {}),
  });
  return [
    new Paragraph({ keepNext: true, spacing: { before: 200, after: 80 }, children: [new TextRun({ text: block.caption, bold: true, size: 19 })] }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      borders: { top: none, left: none, right: none, bottom: thin, insideHorizontal: thin, insideVertical: none },
      rows: [
        new TableRow({ tableHeader: true, children: block.header.map((head) => cell([new TextRun({ text: head, bold: true, size: 19 })], true)) }),
        ...block.rows.map((row) => new TableRow({ cantSplit: true, children: row.map((content) => cell(runs(content, linkOf, 19))) })),
      ],
    }),
    new Paragraph({ text: '', spacing: { after: 80 } }),
  ];
}

// One clear pixel, for programs that show no SVG: the sentence and the table of the values follow.
const clearPixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
const chartWidth = 620;

/** Title, picture with its alternative text, and what it shows in sentences. */
function chartParts({ language, chart }: Extract<Block, { kind: 'chart' }>): Paragraph[] {
  const title = new Paragraph({ keepNext: true, spacing: { before: 200, after: 80 }, children: [new TextRun({ text: chart.title, bold: true, size: 19 })] });
  const said = new Paragraph({ children: [new TextRun({ text: chartSummary(language, chart) })] });
  if (!isDrawable(chart)) return [title, said];
  const svg = plainSvg(chartFile(language, chart));
  const [, width = '1', height = '1'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const transformation = { width: chartWidth, height: Math.round((chartWidth * Number(height)) / Number(width)) };
  const picture = new ImageRun({ type: 'svg', data: Buffer.from(svg), transformation, fallback: { type: 'png', data: clearPixel }, altText: { name: chart.title, title: chart.title, description: alternativeText(language, chart) } });
  return [title, new Paragraph({ keepNext: true, children: [picture] }), said];
}

function runs(content: readonly Inline[], linkOf: LinkOf, size?: number): ParagraphChild[] {
  const sized = size === undefined ? {} : { size };
  return content.map((one) => {
    if (one.kind === 'text') return new TextRun({ text: one.text, ...sized });
    if (one.kind === 'strong') return new TextRun({ text: one.text, bold: true, ...sized });
    const look = one.kind === 'state' ? { color: colours[one.state], bold: true } : { color: brand };
    return new ExternalHyperlink({ link: linkOf(one.path), children: [new TextRun({ text: one.text, underline: {}, ...look, ...sized })] });
  });
}
