import type { Figure } from '#app/modules/insight/index.ts';
import { Breadcrumbs, Sources, SummaryList } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { pickSources, type Source } from '../outline/queries.ts';
import { outlineWords } from '../outline/words.ts';
import { planPaths } from '../paths.ts';
import { FigureList } from './figure-list.tsx';
import { figureValue } from './figure-value.ts';
import { figureWords } from './words.ts';

/** All figures that stand today. */
export function FiguresPage({ frame, figures }: { frame: PageFrame; figures: readonly Figure[] }) {
  const words = figureWords[frame.language];
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={frame.language} steps={[{ path: planPaths.overview, label: outlineWords[frame.language].plan }]} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {figures.length > 0 ? <FigureList language={frame.language} figures={figures} /> : <p>{words.none}</p>}
    </PublicLayout>
  );
}

/** How one figure is known: what it counts, for when and where, from which source, and how it was revised. */
export function FigurePage({ frame, figure, revisions, sources }: { frame: PageFrame; figure: Figure; revisions: readonly Figure[]; sources: readonly Source[] }) {
  const { language } = frame;
  const words = figureWords[language];
  const newer = revisions.find((one) => one.slug === figure.supersededBy);
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: planPaths.overview, label: outlineWords[language].plan }, { path: planPaths.figures, label: words.title }]} />
      <h1>{figureValue(language, figure)} {figure.label[language]}</h1>
      {figure.provisional ? <p class="inset">{words.provisional}</p> : null}
      {newer ? <p class="inset">{words.superseded} <a href={localized(language, planPaths.figure(newer.slug))}>{figureValue(language, newer)}</a></p> : null}
      <SummaryList rows={[
        { label: words.definition, value: figure.definition[language] },
        { label: words.period, value: figure.period[language] },
        { label: words.place, value: figure.geography[language] },
        { label: words.known, value: formatDate(language, figure.knownFrom) },
      ]} />
      <Sources language={language} sources={pickSources(sources, figure.sources)} />
      {revisions.length > 1 ? (
        <section class="band">
          <h2>{words.revisions}</h2>
          <table class="stack">
            <caption>{words.revisionsCaption}</caption>
            <thead><tr><th scope="col">{words.value}</th><th scope="col">{words.since}</th><th scope="col">{words.what}</th></tr></thead>
            <tbody>
              {revisions.map((one) => (
                <tr>
                  <th scope="row" class="n">{figureValue(language, one)}</th>
                  <td data-label={words.since}>{formatDate(language, one.knownFrom)}</td>
                  <td data-label={words.what}>{one.definition[language]}<Sources language={language} sources={pickSources(sources, one.sources)} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </PublicLayout>
  );
}
