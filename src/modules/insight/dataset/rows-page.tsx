import type { Language } from '#app/platform/language/language.ts';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate, formatMonth, formatNumber } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Value } from './judge.ts';
import { datasetPaths } from './paths.ts';
import type { SchemaVersion, Version } from './queries.ts';
import type { DataRow } from './row-queries.ts';
import type { Column } from './schema.ts';
import { datasetWords } from './words.ts';

/** How many rows one page shows. */
export const rowsShown = 100;

/** Rows of one version as they are; for whoever works with data alone. */
export function RowsPage({ frame, version, schema, rows }: { frame: PageFrame; version: Version; schema: SchemaVersion; rows: readonly DataRow[] }) {
  const { language } = frame;
  const words = datasetWords[language];
  const last = rows.at(-1);
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(language, datasetPaths.version(version.id))}>{words.version(version.number ?? 0)}</a></p>
      <h1>{words.rowsTitle}</h1>
      <p>{words.rowsNote}</p>
      {rows.length === 0 ? <p>{words.noMoreRows}</p> : <RowsTable language={language} schema={schema} rows={rows} caption={words.version(version.number ?? 0)} />}
      {last && rows.length === rowsShown ? <p><a href={`${localized(language, datasetPaths.versionStep(version.id, 'rows'))}?after=${last.line}`}>{words.next}</a></p> : null}
    </StaffLayout>
  );
}

export function RowsTable({ language, schema, rows, caption }: { language: Language; schema: Pick<SchemaVersion, 'columns'>; rows: readonly DataRow[]; caption: string }) {
  const words = datasetWords[language];
  return (
    <table class="stack">
      <caption>{caption}</caption>
      <thead><tr><th scope="col">{words.line}</th>{schema.columns.map((column) => <th scope="col">{column.label[language]}</th>)}</tr></thead>
      <tbody>
        {rows.map(({ line, values }) => (
          <tr><td class="n" data-label={words.line}>{line}</td>{schema.columns.map((column) => <td data-label={column.label[language]}>{valueText(language, column, values[column.name])}</td>)}</tr>
        ))}
      </tbody>
    </table>
  );
}

/** A value as people of the language write it. */
export function valueText(language: Language, column: Column, value: Value | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return formatNumber(language, value);
  if (column.type === 'date') return formatDate(language, value);
  if (column.type === 'month') return formatMonth(language, value);
  return column.codes.find(({ code }) => code === value)?.[language] ?? value;
}
