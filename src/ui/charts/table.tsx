import type { Language } from '#app/platform/language/language.ts';
import { formatNumber } from '../format.ts';
import { type Chart, isShown, type Point, type Shown } from './chart.ts';
import { chartWords } from './words.ts';

/** The data of a chart as a table of texts: the first cell of a row heads it. Columns that would be empty are left out. */
export type ChartTableData = { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };

export function chartTable(language: Language, chart: Chart): ChartTableData {
  const words = chartWords[language];
  const lines = linesOf(language, chart);
  const hasInterval = lines.some(({ shown }) => shown.low !== undefined && shown.high !== undefined);
  const hasStanding = lines.some(({ shown }) => !isShown(shown) || (shown.standings ?? []).length > 0 || shown.earlier !== undefined || isRedefined(shown));
  const heads = chart.kind === 'line' ? [words.period] : chart.kind === 'multiples' ? [chart.category, words.period] : [chart.category];
  return {
    header: [...heads, chart.measure, ...(hasInterval ? [words.interval] : []), ...(hasStanding ? [words.standing] : [])],
    rows: lines.map(({ names, shown }) => [
      ...names, shown.printed ?? words.marks.withheld,
      ...(hasInterval ? [shown.low !== undefined && shown.high !== undefined ? words.from(formatNumber(language, shown.low), formatNumber(language, shown.high)) : '–'] : []),
      ...(hasStanding ? [standingText(language, shown)] : []),
    ]),
  };
}

function linesOf(language: Language, chart: Chart): { names: string[]; shown: Shown }[] {
  if (chart.kind === 'line') return chart.points.map((point) => ({ names: [point.period], shown: point }));
  if (chart.kind === 'multiples') return chart.parts.flatMap(({ label, points }) => points.map((point) => ({ names: [label, point.period], shown: point })));
  return [...(chart.kind === 'bars' ? chart.bars : chart.tiles.toSorted((a, b) => a.label.localeCompare(b.label, language)))].map((one) => ({ names: [one.label], shown: one }));
}

function isRedefined(shown: Shown | Point): boolean {
  return 'redefined' in shown && shown.redefined === true;
}

function standingText(language: Language, shown: Shown): string {
  const words = chartWords[language];
  const marks = (shown.standings ?? []).map((mark) => (mark === 'revision' && shown.earlier ? words.earlier(shown.earlier.printed) : words.marks[mark]));
  return [...marks, ...(isRedefined(shown) ? [words.redefined] : [])].join(', ') || words.plain;
}

/** The table behind a chart. */
export function ChartTable({ language, chart }: { language: Language; chart: Chart }) {
  const { header, rows } = chartTable(language, chart);
  return (
    <table class="stack">
      <caption class="hidden-text">{chart.title}</caption>
      <thead><tr>{header.map((head) => <th scope="col">{head}</th>)}</tr></thead>
      <tbody>
        {rows.map((row) => <tr>{row.map((cell, column) => (column === 0 ? <th scope="row">{cell}</th> : <td data-label={header[column]}>{cell}</td>))}</tr>)}
      </tbody>
    </table>
  );
}
