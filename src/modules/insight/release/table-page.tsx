import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { colon, formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { CellsTable } from './cells-table.tsx';
import type { Cube } from './cube.ts';
import { ruleText } from './ledger-page.tsx';
import { releasePaths } from './paths.ts';
import type { Released } from './queries.ts';
import { periodText } from './sentences.ts';
import { releaseWords } from './words.ts';

/** One filed table for everybody, with its files. */
export function TablePage({ frame, cube, released, others }: { frame: PageFrame; cube: Cube; released: Released; others: readonly Pick<Released, 'id' | 'period'>[] }) {
  const { language } = frame;
  const words = releaseWords[language];
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: '/plan', label: words.plan }, { path: releasePaths.protection, label: words.publicTitle }]} />
      <h1>{cube.title[language]}</h1>
      <p class="lead">{periodText(language, released.period)}. {words.countsOf(formatDate(language, released.asOf))}</p>
      <p>{ruleText(language, { ...released, form: cube.form })}. <a href={localized(language, releasePaths.protection)}>{words.publicTitle}</a></p>
      <CellsTable language={language} cube={cube} cells={released.cells} />
      <h2>{words.files}</h2>
      <ul><li><a href={releasePaths.file(released.id, 'csv')}>CSV</a></li><li><a href={releasePaths.file(released.id, 'json')}>JSON</a></li></ul>
      {others.length === 0 ? null : <><h2>{words.otherPeriods}</h2><ul>{others.map(({ id, period }) => <li><a href={localized(language, releasePaths.table(id))}>{periodText(language, period)}</a></li>)}</ul></>}
      <p class="sources">{words.hash}{colon(language)}<code class="long">{released.tableHash}</code></p>
    </PublicLayout>
  );
}
