import { type Block, type Inline, text } from './model.ts';

/** A figure that an author names in a text: `{figure:slug}`, or `{figure:slug superseded}` to cite a value that was revised since, and say so. */
export type FigureMention = { readonly slug: string; readonly superseded: boolean };

const mention = /\{figure:([a-z0-9-]+)( superseded)?\}/g;

const indicator = /^\{indicator:([a-z0-9-]+)\}$/;

/** The indicators that a text sets, each in a paragraph of its own: `{indicator:slug}`. */
export function indicatorsIn(prose: string): string[] {
  return prose.split(/\n\s*\n/).flatMap((part) => indicator.exec(part.trim())?.[1] ?? []);
}

/** The figures that a text names, in order. */
export function mentionsIn(prose: string): FigureMention[] {
  return [...prose.matchAll(mention)].map(([, slug = '', superseded]) => ({ slug, superseded: superseded !== undefined }));
}

/**
 * What an author typed as blocks: paragraphs are divided by empty lines, lines that begin with "- " are a list, a single line end is a space.
 * `figure` gives what stands for a mention, `shown` what stands for an indicator; undefined leaves the mention as it was typed.
 */
export function blocksOf(prose: string, figure: (mention: FigureMention) => readonly Inline[] | undefined, shown: (slug: string) => readonly Block[] | undefined = () => undefined): Block[] {
  return prose.split(/\n\s*\n/).flatMap((part) => shown(indicator.exec(part.trim())?.[1] ?? '') ?? runsOf(part.split('\n').map((line) => line.trim()).filter((line) => line !== ''), figure));
}

function runsOf(lines: readonly string[], figure: (mention: FigureMention) => readonly Inline[] | undefined): Block[] {
  const blocks: Block[] = [];
  let words: string[] = [];
  let items: string[] = [];
  const close = () => {
    if (words.length > 0) blocks.push({ kind: 'paragraph', content: inlines(words.join(' '), figure) });
    if (items.length > 0) blocks.push({ kind: 'list', items: items.map((item) => inlines(item, figure)) });
    words = [];
    items = [];
  };
  for (const line of lines) {
    const isItem = line.startsWith('- ');
    if (isItem !== items.length > 0) close();
    if (isItem) items.push(line.slice(2).trim());
    else words.push(line);
  }
  close();
  return blocks;
}

function inlines(line: string, figure: (mention: FigureMention) => readonly Inline[] | undefined): Inline[] {
  const found: Inline[] = [];
  let from = 0;
  for (const match of line.matchAll(mention)) {
    const made = figure({ slug: match[1] ?? '', superseded: match[2] !== undefined });
    if (match.index > from) found.push(text(line.slice(from, match.index)));
    found.push(...(made ?? [text(match[0])]));
    from = match.index + match[0].length;
  }
  if (from < line.length) found.push(text(line.slice(from)));
  return found;
}
