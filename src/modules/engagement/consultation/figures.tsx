import type { Child } from 'hono/jsx';
import type { Language } from '#app/platform/language/language.ts';
import { formatNumber } from '#app/ui/format.ts';
import type { Cell } from '../report/protect.ts';
import { consultationWords } from './words.ts';

/** A protected number as a person reads it. */
export function cellText(language: Language, cell: Cell): string {
  return typeof cell === 'number' ? formatNumber(language, cell) : consultationWords[language][cell];
}

/** A part of 1 in whole percents: 42 %, in French with a hard space. */
export function percentText(language: Language, part: number): string {
  return `${formatNumber(language, Math.round(part * 100))}${language === 'fr' ? '\u00a0' : ''}%`;
}

/** A bar beside its number; drawn, not said: the number stands in the table. */
export function Bar({ part, quiet }: { part: number; quiet?: boolean }) {
  return (
    <svg class={quiet ? 'bar quiet' : 'bar'} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="rail" width="100" height="10" />
      <rect width={Math.round(Math.min(1, part) * 100)} height="10" />
    </svg>
  );
}

export type Column<Row> = { readonly label: string; readonly cell: (row: Row) => Child; readonly numeric?: boolean };

/** A table whose rows have a heading each; on a phone each cell says its column. */
export function FigureTable<Row>({ caption, quietCaption, head, rows, columns }: { caption: string; quietCaption?: boolean; head: { label: string; cell: (row: Row) => Child }; rows: readonly Row[]; columns: readonly Column<Row>[] }) {
  return (
    <table class="stack figures">
      <caption class={quietCaption ? 'hidden-text' : undefined}>{caption}</caption>
      <thead><tr><th scope="col">{head.label}</th>{columns.map((column) => <th scope="col">{column.label}</th>)}</tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">{head.cell(row)}</th>
            {columns.map((column) => <td data-label={column.label} class={column.numeric ? 'n' : undefined}>{column.cell(row)}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
