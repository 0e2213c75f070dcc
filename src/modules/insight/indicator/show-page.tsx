import type { Language } from '#app/platform/language/language.ts';
import { ChartFigure } from '#app/ui/charts/figure.tsx';
import { Breadcrumbs, Sources, SummaryList } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Figure } from '../figure/figure.ts';
import { priorityPath } from '../publication/council/snapshot.ts';
import { figurePath } from '../publication/figure-inline.ts';
import { tilesChart, trendChart } from './chart.ts';
import { columnText } from './column-text.ts';
import { columns, type Indicator } from './indicator.ts';
import { Marks, marksOf, ReadingMarks, printedValue } from './marks.tsx';
import { indicatorPaths } from './paths.ts';
import type { Surroundings } from './queries.ts';
import { completeness, type Reading } from './rules.ts';
import { ValuesTable, VersionsTable } from './tables.tsx';
import { indicatorWords } from './words.ts';

type Props = { frame: PageFrame; reading: Reading; versions: readonly Indicator[]; series: readonly Figure[]; around: Surroundings; today: string };

/** One indicator: its newest value, its trend, the eight columns, every value with its revisions, and how it came to be what it is. */
export function IndicatorPage({ frame, reading, versions, series, around, today }: Props) {
  const { language } = frame;
  const words = indicatorWords[language];
  const { indicator, newest, figures, trend } = reading;
  const chart = trendChart(language, reading, today);
  const tiles = tilesChart(language, series, { title: words.places, category: words.municipality, municipalities: around.municipalities, today });
  const parted = chart.points.some((point) => point.redefined);
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: indicatorPaths.list, label: words.title }]} />
      <h1>{indicator.name[language]}</h1>
      <p class="lead">{indicator.outcome[language]}</p>
      {indicator.retired ? <p class="inset">{words.retiredOn(formatDate(language, indicator.retired.on))} {indicator.retired.reason[language]}</p> : null}
      {newest ? (
        <p class="large">
          <b class={newest.releasable ? undefined : 'unsaid'}>{newest.releasable ? printedValue(language, newest) : <span class="state withheld">{printedValue(language, newest)}</span>}</b>
          <span class="small when">{newest.period[language]} · {newest.geography[language]}{newest.breakdown ? `, ${newest.breakdown.name[language]}` : ''}</span>
          <Marks language={language} marks={marksOf(newest, today).filter((mark) => mark !== 'withheld')} />
          {newest.withheldReason ? <span class="small when">{newest.withheldReason[language]}</span> : null}
          <a href={localized(language, figurePath(newest.slug))}>{words.how}</a>
        </p>
      ) : <p>{words.noValue}</p>}
      {trend.length > 0 ? (
        <section class="band">
          <h2>{words.trend}</h2>
          <ChartFigure language={language} chart={chart} untitled table="none" />
          {parted || trend.length < figures.filter((one) => one.supersededBy === undefined).length ? <p class="small">{parted ? words.redefined : ''} {trend.length < figures.filter((one) => one.supersededBy === undefined).length ? words.notComparable : ''}</p> : null}
          <ValuesTable language={language} caption={words.valuesCaption(indicator.name[language])} figures={figures} sources={around.sources} today={today} />
        </section>
      ) : null}
      {tiles ? <section class="band"><h2>{words.places}</h2><ChartFigure language={language} chart={tiles} untitled table="folded" /></section> : null}
      <section class="band">
        <h2>{words.freshness}</h2>
        <Freshness language={language} reading={reading} today={today} />
      </section>
      <section class="band">
        <h2>{words.eight}</h2>
        <EightColumns language={language} indicator={indicator} />
        <Sources language={language} sources={around.sources.filter((one) => indicator.sources.includes(one.slug))} />
      </section>
      <section class="band">
        <h2>{words.where}</h2>
        <SummaryList rows={[
          { label: words.levelOf, value: words.level[indicator.level] },
          { label: words.accountabilityOf, value: words.accountability[indicator.accountability] },
          { label: words.domainOf, value: around.domains.find((one) => one.slug === indicator.domain)?.name[language] ?? '–' },
          { label: words.areaOf, value: around.areas.filter((one) => indicator.areas.includes(one.slug)).map((one) => one.name[language]).join('; ') || '–' },
          ...(indicator.priorities.length > 0 ? [{ label: words.prioritiesOf, value: <Links links={around.priorities.filter((one) => indicator.priorities.includes(one.slug)).map((one) => ({ path: localized(language, priorityPath(one.slug)), label: one.name[language] }))} /> }] : []),
          { label: words.seriesOf, value: <a href={`${localized(language, '/plan/figures')}#${indicator.series}`}>{words.allFigures}</a> },
        ]} />
      </section>
      {versions.length > 1 ? <section class="band"><h2>{words.history}</h2><VersionsTable language={language} versions={versions} /></section> : null}
      <section class="band">
        <h2>{words.data}</h2>
        <ul>
          <li><a href={indicatorPaths.values(indicator.slug)} hreflang="en">{words.csv}</a></li>
          <li><a href={indicatorPaths.oneData(indicator.slug)} hreflang="en">{words.json}</a></li>
        </ul>
      </section>
    </PublicLayout>
  );
}

function Links({ links }: { links: readonly { path: string; label: string }[] }) {
  return <ul class="plain">{links.map((one) => <li><a href={one.path}>{one.label}</a></li>)}</ul>;
}

/** How old the newest value is, when the next one is expected, what is missing, and who looked last. */
export function Freshness({ language, reading, today }: { language: Language; reading: Reading; today: string }) {
  const words = indicatorWords[language];
  const { newest, ageMonths, nextBy, expected, indicator } = reading;
  const { met, all } = completeness(reading);
  const missing = expected.filter((one) => !one.met);
  return (
    <>
      <p><ReadingMarks language={language} reading={reading} /></p>
      {newest && ageMonths !== undefined ? (
        <p>
          {words.newestIs(newest.period[language], ageMonths)} {newest.freshUntil !== undefined && newest.freshUntil < today ? words.standsUntil(formatDate(language, newest.freshUntil)) : ''}{' '}
          {nextBy && !indicator.retired ? words.nextBy(formatDate(language, nextBy), nextBy < today) : ''}
        </p>
      ) : null}
      <p>{words.complete(met, all)}.</p>
      {missing.length > 0 ? <details><summary>{words.missing}</summary><ul>{missing.map((one) => <li>{words.to(formatDate(language, one.from), formatDate(language, one.to))}</li>)}</ul></details> : null}
      <p>{indicator.checked ? words.checkedBy(words.roles[indicator.checked.role], formatDate(language, indicator.checked.on)) : words.neverChecked}</p>
    </>
  );
}

/** The columns of the provincial template as terms and what stands for each; what was made up is marked. */
export function EightColumns({ language, indicator }: { language: Language; indicator: Indicator }) {
  const words = indicatorWords[language];
  return (
    <table class="stack eight">
      <caption class="hidden-text">{words.eight}</caption>
      <tbody>
        {columns.map((column) => (
          <tr>
            <th scope="row">{words.columns[column]}</th>
            <td>{columnText(language, indicator, column)}{indicator.madeUp.includes(column) ? <> <span class="tag">{words.madeUp}</span></> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
