import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatNumber } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { SchemaVersion } from '../dataset/queries.ts';
import type { DataRow } from '../dataset/row-queries.ts';
import { RowsTable } from '../dataset/rows-page.tsx';
import type { Figure } from '../figure/figure.ts';
import { madePaths } from './paths.ts';
import type { FigureMade } from './queries.ts';
import { madeWords } from './words.ts';

const shown = 500;

/** The rows behind one figure, for whoever works with data. */
export function FigureRowsPage({ frame, figure, made, schema, rows }: { frame: PageFrame; figure: Figure; made: FigureMade; schema: SchemaVersion; rows: readonly DataRow[] }) {
  const { language } = frame;
  const words = madeWords[language];
  const count = (n: number) => formatNumber(language, n);
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(language, madePaths.made(figure.slug))}>{words.title}</a></p>
      <h1>{words.rowsTitle}</h1>
      <p class="lead">{figure.label[language]}, {figure.period[language]}, {figure.geography[language]}{figure.breakdown ? `, ${figure.breakdown.name[language]}` : ''}</p>
      <p>{words.rowsLead(count(Math.min(shown, rows.length)), count(rows.length))}</p>
      {rows.length === 0 ? <p>{words.noRows}</p> : <RowsTable language={language} schema={schema} rows={rows.slice(0, shown)} caption={words.datasetOf(made.datasetName[language], made.version, made.schemaVersion)} />}
    </StaffLayout>
  );
}
