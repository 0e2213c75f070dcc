import { type Figure, type FigureDefinition, isStale, madePaths, openDataPaths } from '#app/modules/insight/index.ts';
import { ChartFigure } from '#app/ui/charts/figure.tsx';
import { Breadcrumbs, Sources } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { colon, formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { pickSources, type Source } from '../outline/queries.ts';
import { outlineWords } from '../outline/words.ts';
import { planPaths } from '../paths.ts';
import { FigureFacts } from './facts.tsx';
import { figureValue } from './figure-value.ts';
import { FigureMarks } from './marks.tsx';
import { RevisionsTable, VersionsTable } from './history-tables.tsx';
import { placeOf, SeriesTable } from './series-table.tsx';
import { trendOf } from './trend.ts';
import { figureWords } from './words.ts';

export type FigurePageProps = {
  frame: PageFrame;
  figure: Figure;
  /** The versions of its definition, the figure's revisions, and all figures of its series. */
  definitions: readonly FigureDefinition[];
  revisions: readonly Figure[];
  series: readonly Figure[];
  inputs: readonly Figure[];
  sources: readonly Source[];
  today: string;
};

/** How one figure is known: what it counts, for when and where, from which source, and how it was revised. */
export function FigurePage({ frame, figure, definitions, revisions, series, inputs, sources, today }: FigurePageProps) {
  const { language } = frame;
  const words = figureWords[language];
  const chart = trendOf(language, figure, series, today);
  const newer = revisions.find((one) => one.slug === figure.supersededBy);
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: planPaths.overview, label: outlineWords[language].plan }, { path: planPaths.figures, label: words.title }]} />
      <h1><span class="n">{figureValue(language, figure)}</span>{figure.releasable ? ' ' : colon(language)}{figure.label[language]}</h1>
      <p class="lead">{figure.period[language]} · {placeOf(language, figure)}</p>
      <p><FigureMarks language={language} figure={figure} today={today} /></p>
      {figure.withheldReason ? <p class="inset">{words.withheldHint} {figure.withheldReason[language]}</p> : null}
      {newer ? <p class="inset">{words.revisedHint} <a href={localized(language, planPaths.figure(newer.slug))}>{figureValue(language, newer)}</a></p> : null}
      {figure.provisional && !newer ? <p class="inset">{words.provisionalHint}</p> : null}
      {figure.freshUntil && isStale(figure, today) ? <p class="inset">{words.staleHint(formatDate(language, figure.freshUntil))}</p> : null}
      <FigureFacts language={language} figure={figure} inputs={inputs} />
      <Sources language={language} sources={pickSources(sources, figure.sources)} />
      <p><a href={localized(language, madePaths.made(figure.slug))}>{words.made}</a> · <a href={`${localized(language, openDataPaths.page)}#${figure.definition.series}`}>{words.openData}</a></p>
      {revisions.length > 1 ? (
        <section class="band">
          <h2>{words.revisions}</h2>
          <RevisionsTable language={language} revisions={revisions} sources={sources} />
        </section>
      ) : null}
      <section class="band">
        <h2>{words.versions}</h2>
        <VersionsTable language={language} definitions={definitions} current={figure.definition.version} />
      </section>
      {series.length > revisions.length ? (
        <section class="band">
          <h2>{words.series}</h2>
          {chart ? <ChartFigure language={language} chart={chart} table="none" /> : null}
          <SeriesTable language={language} caption={words.seriesCaption(figure.definition.name[language])} figures={series} sources={sources} today={today} current={figure.slug} />
        </section>
      ) : null}
    </PublicLayout>
  );
}
