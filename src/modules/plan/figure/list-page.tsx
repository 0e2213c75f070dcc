import { type FigureSeries, openDataPaths } from '#app/modules/insight/index.ts';
import { Sparkline } from '#app/ui/charts/spark.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Named, Source } from '../outline/queries.ts';
import { outlineWords } from '../outline/words.ts';
import { planPaths } from '../paths.ts';
import { FigureList, LargeFigure } from './figure-list.tsx';
import { SeriesTable } from './series-table.tsx';
import { trendOf } from './trend.ts';
import { figureWords } from './words.ts';

type Props = { frame: PageFrame; series: readonly FigureSeries[]; domains: readonly Named[]; sources: readonly Source[]; today: string };

/** All figures by domain and series: a table where a series has several, else the number alone. */
export function FiguresPage({ frame, series, domains, sources, today }: Props) {
  const { language } = frame;
  const words = figureWords[language];
  const groups = [...domains.map(({ slug, name }) => ({ slug, title: name[language], members: series.filter((one) => one.definition.domain === slug) })),
    { slug: 'other', title: words.otherDomain, members: series.filter((one) => !domains.some(({ slug }) => slug === one.definition.domain)) }].filter(({ members }) => members.length > 0);
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: planPaths.overview, label: outlineWords[language].plan }]} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {groups.length === 0 ? <p>{words.none}</p> : (
        <nav aria-label={words.domains}>
          <ul class="jump">
            {groups.map(({ slug, title }) => <li><a href={`#${slug}`}>{title}</a></li>)}
            <li><a href={planPaths.figureData} hreflang="en">{words.asData}</a></li>
            <li><a href={localized(language, openDataPaths.page)}>{words.openDataAll}</a></li>
          </ul>
        </nav>
      )}
      {groups.map(({ slug, title, members }) => {
        const single = members.filter(({ figures }) => figures.length === 1).map(({ newest }) => newest);
        return (
          <section class="band" id={slug} aria-labelledby={`${slug}-title`}>
            <h2 id={`${slug}-title`}>{title}</h2>
            {members.filter(({ figures }) => figures.length > 1).map((one) => (
              <article class="figure-series" id={one.slug}>
                <h3>{one.definition.name[language]}</h3>
                <p class="large"><LargeFigure language={language} figure={one.newest} today={today} /><Sparkline language={language} points={trendOf(language, one.newest, one.figures, today)?.points ?? []} /></p>
                <SeriesTable language={language} caption={words.seriesCaption(one.definition.name[language])} figures={one.figures} sources={sources} today={today} />
              </article>
            ))}
            {single.length > 0 ? <FigureList language={language} figures={single} today={today} anchors /> : null}
          </section>
        );
      })}
    </PublicLayout>
  );
}
