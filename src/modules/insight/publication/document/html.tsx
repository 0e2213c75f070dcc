import { ChartFigure } from '#app/ui/charts/figure.tsx';
import type { Block, Document, Inline } from './model.ts';

type LinkOf = (path: string) => string;

/** A document as the article of a page, or of a file of its own. `linkOf` makes an address of a path. */
export function DocumentArticle({ document, linkOf }: { document: Document; linkOf: LinkOf }) {
  return (
    <article class="report">
      <header>
        {document.notice ? <p class="inset">{document.notice}</p> : null}
        <p class="small">{document.kicker}</p>
        <h1>{document.title}</h1>
        <dl class="summary">{document.details.map((one) => <div><dt>{one.term}</dt><dd>{one.text}</dd></div>)}</dl>
      </header>
      <Blocks blocks={document.blocks} linkOf={linkOf} />
    </article>
  );
}

/** Blocks as markup; tables with more rows than `fold` are folded away under their caption. */
export function Blocks({ blocks, linkOf, fold = Number.POSITIVE_INFINITY }: { blocks: readonly Block[]; linkOf: LinkOf; fold?: number }) {
  return <>{blocks.map((block) => (block.kind === 'table' && block.rows.length > fold
    ? <details><summary>{block.caption} ({block.rows.length})</summary><BlockMarkup block={block} linkOf={linkOf} /></details>
    : <BlockMarkup block={block} linkOf={linkOf} />))}</>;
}

function BlockMarkup({ block, linkOf }: { block: Block; linkOf: LinkOf }) {
  if (block.kind === 'heading') return block.level === 2 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>;
  if (block.kind === 'paragraph') return <p><Line content={block.content} linkOf={linkOf} /></p>;
  if (block.kind === 'list') return <ul>{block.items.map((item) => <li><Line content={item} linkOf={linkOf} /></li>)}</ul>;
  if (block.kind === 'statement') return <div class={`statement ${block.strength}`}><p><Line content={block.content} linkOf={linkOf} /></p><p class="small"><Line content={block.foot} linkOf={linkOf} /></p></div>;
  if (block.kind === 'chart') return <ChartFigure language={block.language} chart={block.chart} table="none" />;
  return (
    <table class="stack">
      <caption>{block.caption}</caption>
      <thead><tr>{block.header.map((cell) => <th scope="col">{cell}</th>)}</tr></thead>
      <tbody>
        {block.rows.map((row) => (
          <tr>
            {row.map((cell, column) => (column === 0
              ? <th scope="row"><Line content={cell} linkOf={linkOf} /></th>
              : <td data-label={block.header[column]}><Line content={cell} linkOf={linkOf} /></td>))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Line({ content, linkOf }: { content: readonly Inline[]; linkOf: LinkOf }) {
  return <>{content.map((one) => <Piece one={one} linkOf={linkOf} />)}</>;
}

function Piece({ one, linkOf }: { one: Inline; linkOf: LinkOf }) {
  if (one.kind === 'text') return <>{one.text}</>;
  if (one.kind === 'strong') return <strong>{one.text}</strong>;
  if (one.kind === 'state') return <a class={`state ${one.state}`} href={linkOf(one.path)}>{one.text}</a>;
  return <a href={linkOf(one.path)}>{one.text}</a>;
}
