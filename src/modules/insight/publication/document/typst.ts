import { chartFile } from '#app/ui/charts/file.tsx';
import { alternativeText, isDrawable } from '#app/ui/charts/drawing.tsx';
import { chartSummary } from '#app/ui/charts/summary.ts';
import type { Block, Document, Inline } from './model.ts';
import { documentWords } from './words.ts';

/** What the typesetter gets: the document as data, and the moment that the file says it was made, in seconds. */
export type Typesetting = { readonly document: string; readonly moment: number };

/** A document as data for the Typst template; `linkOf` makes absolute addresses. */
export function typesettingOf(document: Document, linkOf: (path: string) => string): Typesetting {
  const words = documentWords[document.language];
  const [year = 0, month = 1, day = 1] = document.date.split('-').map(Number);
  const piece = (one: Inline) => {
    if (one.kind === 'text') return { k: 'text', t: one.text };
    if (one.kind === 'strong') return { k: 'strong', t: one.text };
    return one.kind === 'state' ? { k: 'state', s: one.state, t: one.text, u: linkOf(one.path) } : { k: 'link', t: one.text, u: linkOf(one.path) };
  };
  const blockOf = (block: Block) => {
    if (block.kind === 'heading') return { k: 'heading', level: block.level, t: block.text };
    if (block.kind === 'paragraph') return { k: 'paragraph', c: block.content.map(piece) };
    if (block.kind === 'list') return { k: 'list', items: block.items.map((item) => item.map(piece)) };
    if (block.kind === 'statement') return { k: 'statement', c: block.content.map(piece), f: block.foot.map(piece) };
    if (block.kind === 'chart') {
      const { language, chart } = block;
      return { k: 'chart', t: chart.title, s: chartSummary(language, chart), alt: alternativeText(language, chart), svg: isDrawable(chart) ? chartFile(language, chart) : null };
    }
    return { k: 'table', caption: block.caption, header: block.header, columns: columnsOf(block), rows: block.rows.map((row) => row.map((cell) => cell.map(piece))) };
  };
  const foot = [document.details[0]?.text, document.title].filter((one) => one !== undefined).join(' · ');
  const data = {
    title: document.title, author: document.author, lang: document.language, year, month, day, notice: document.notice ?? null, kicker: document.kicker, details: document.details,
    foot, page: words.page, of: words.of, blocks: document.blocks.map(blockOf),
  };
  return { document: JSON.stringify(data), moment: Date.parse(`${document.date}T12:00:00Z`) / 1000 };
}

/** The share of each column by its longest text; 0 lets a narrow one take what it needs. */
function columnsOf(table: Extract<Block, { kind: 'table' }>): number[] {
  return table.header.map((head, column) => {
    const longest = Math.max(head.length, ...table.rows.map((row) => (row[column] ?? []).reduce((sum, one) => sum + one.text.length, 0)));
    return longest <= 21 ? 0 : Number(Math.min(3, Math.sqrt(longest / 8)).toFixed(2));
  });
}
