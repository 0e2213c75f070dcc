import { type FieldErrors, Checkboxes } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { CellsTable } from './cells-table.tsx';
import type { Cube } from './cube.ts';
import { releasePaths } from './paths.ts';
import type { Waiting } from './review-queries.ts';
import { periodText } from './sentences.ts';
import { releaseWords } from './words.ts';

type Props = {
  frame: PageFrame; cube: Cube;
  /** What waits and this account may approve, and how much of what waits it prepared itself. */
  waiting: readonly Waiting[]; own: number; chosen: readonly string[];
  /** How many were filed just now. */
  filed: number; errors?: FieldErrors | undefined;
};

/** All periods of a table that wait, each as it would be printed, to be filed by one press. */
export function SeriesPage({ frame, cube, waiting, own, chosen, filed, errors }: Props) {
  const { language } = frame;
  const words = releaseWords[language];
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: releasePaths.ledger, label: words.title }]} />
      <h1>{words.series}</h1>
      <p class="lead">{cube.title[language]}</p>
      {filed > 0 ? <p class="inset" role="status">{words.seriesDone(filed)}</p> : null}
      {own > 0 ? <p class="inset">{words.seriesOwn(own)}</p> : null}
      {waiting.length === 0 ? <p>{words.noSeries}</p> : (
        <>
          <p>{words.seriesLead(waiting.length)} {words.approveHint}</p>
          {waiting.map((one) => (
            <section aria-labelledby={`period-${one.id}`}>
              <h2 id={`period-${one.id}`}><a href={localized(language, releasePaths.one(one.id))}>{periodText(language, one.period)}</a></h2>
              <p class="small">{words.passed(one.compared ?? 0, one.withheld ?? 0)}</p>
              <CellsTable language={language} cube={cube} cells={one.cells} />
            </section>
          ))}
          <section class="band">
            <Form frame={frame} errors={errors} action={localized(language, releasePaths.series)} submit={words.approveAll(waiting.length)} hidden={[['cube', cube.slug]]}>
              <Checkboxes name="release" label={words.choose} values={chosen} options={waiting.map(({ id, period }) => ({ value: id, label: periodText(language, period) }))} error={errors?.release} />
            </Form>
          </section>
        </>
      )}
    </StaffLayout>
  );
}
