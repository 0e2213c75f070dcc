import type { Language } from '#app/platform/language/language.ts';
import type { Chart } from '#app/ui/charts/chart.ts';
import { chartSummary } from '#app/ui/charts/summary.ts';
import type { WorkState } from '#app/ui/components/state.tsx';

/** A piece of running text. Paths are those of this program, without the language. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly path: string }
  /** A stored figure: value and label as one link to how it is known. */
  | { readonly kind: 'figure'; readonly slug: string; readonly text: string; readonly path: string }
  /** A derived state: its words as a link to the record, with the mark of its kind. */
  | { readonly kind: 'state'; readonly state: WorkState['kind']; readonly text: string; readonly path: string };

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  /** The first cell of each row heads its row. Each row is as long as `header`. */
  | { readonly kind: 'table'; readonly caption: string; readonly header: readonly string[]; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  /** A sentence of evidence; `foot` says how strong it is and where it is known from, `strength` and `source` say the same to programs. */
  | { readonly kind: 'statement'; readonly strength: string; readonly source: string; readonly madeUp: boolean; readonly content: readonly Inline[]; readonly foot: readonly Inline[] }
  /** A picture with its title and what it shows in sentences; the table of its values is a block of its own. */
  | { readonly kind: 'chart'; readonly language: Language; readonly chart: Chart };

/** A document in one language: what every writer (HTML, PDF, DOCX, data) is made of, so that all say the same in the same order. */
export type Document = {
  readonly language: Language;
  readonly title: string;
  /** The day as of which it was compiled, YYYY-MM-DD. */
  readonly date: string;
  /** Who made it, for the metadata of files. */
  readonly author: string;
  /** Said before everything else, e.g. that this is a demonstration. */
  readonly notice: string | undefined;
  /** What stands over the title: the kind of document. */
  readonly kicker: string;
  /** To, from, number, date: term and text. */
  readonly details: readonly { readonly term: string; readonly text: string }[];
  readonly blocks: readonly Block[];
};

export const text = (value: string): Inline => ({ kind: 'text', text: value });
export const heading = (level: 2 | 3, value: string): Block => ({ kind: 'heading', level, text: value });
export const paragraph = (...content: readonly Inline[]): Block => ({ kind: 'paragraph', content });

/** Every piece of text in reading order, as each writer must give it. */
export function textOf(document: Document): string[] {
  const line = (content: readonly Inline[]) => content.map((one) => one.text).join('');
  return [
    ...(document.notice ? [document.notice] : []), document.kicker, document.title,
    ...document.details.flatMap((one) => [one.term, one.text]),
    ...document.blocks.flatMap((block) => {
      if (block.kind === 'heading') return [block.text];
      if (block.kind === 'paragraph') return [line(block.content)];
      if (block.kind === 'list') return block.items.map(line);
      if (block.kind === 'statement') return [line(block.content), line(block.foot)];
      if (block.kind === 'chart') return [block.chart.title, chartSummary(block.language, block.chart)];
      return [block.caption, ...block.header, ...block.rows.flatMap((row) => row.map(line))];
    }),
  ];
}

/** Every inline of a document, in reading order. */
export function inlinesOf(document: Document): Inline[] {
  return document.blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [...block.content];
    if (block.kind === 'list') return block.items.flat();
    if (block.kind === 'statement') return [...block.content, ...block.foot];
    return block.kind === 'table' ? block.rows.flat(2) : [];
  });
}
