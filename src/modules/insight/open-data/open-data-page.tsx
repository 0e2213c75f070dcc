import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { FigureSeries } from '../figure/series.ts';
import { indicatorPaths } from '../indicator/paths.ts';
import { openColumns } from './columns.ts';
import { lastChange } from './files.ts';
import type { OpenIndicator } from './indicators.ts';
import { csvOf, jsonOf, metadataOf, openDataPaths } from './paths.ts';
import type { Terms } from './queries.ts';
import { openDataWords } from './words.ts';

/** The catalogue for people: indicators and series with their files, the licence, and what the columns mean. */
export function OpenDataPage({ frame, series, indicators, terms }: { frame: PageFrame; series: readonly FigureSeries[]; indicators: readonly OpenIndicator[]; terms: Terms }) {
  const { language } = frame;
  const words = openDataWords[language];
  const link = (path: string, label: string, of: string) => <a href={path}>{label}<span class="hidden-text">{words.of(of)}</span></a>;
  const file = (name: string, label: string, of: string) => link(openDataPaths.file(name), label, of);
  return (
    <PublicLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <div class="panel">
        <h2>{words.licence}</h2>
        <p><a href={terms.url} rel="license noopener">{terms.name[language]}</a>. {words.licenceText}</p>
      </div>
      <p>{words.how}</p>
      <p><a href={openDataPaths.catalogue}>{words.catalogue}</a> · <a href={localized(language, '/plan/figures')}>{words.allFigures}</a></p>
      <p>{words.gated} <a href={`${localized(language, '/insight/releases/protection')}#tables`}>{words.toTables}</a></p>
      {indicators.length > 0 ? (
        <section>
          <h2>{words.indicators}</h2>
          <p>{words.indicatorsText}</p>
          <table class="stack">
            <thead><tr><th scope="col">{words.indicator}</th><th scope="col">{words.changed}</th><th scope="col">{words.files}</th></tr></thead>
            <tbody>
              {indicators.map(({ indicator: { slug, name }, changed }) => (
                <tr>
                  <th scope="row"><a href={localized(language, indicatorPaths.one(slug))}>{name[language]}</a></th>
                  <td data-label={words.changed}>{formatDate(language, changed)}</td>
                  <td data-label={words.files}><span class="marks">{link(indicatorPaths.values(slug), words.csv, name[language])} {link(indicatorPaths.oneData(slug), words.json, name[language])}</span></td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      <h2>{words.allSeries}</h2>
      {series.length === 0 ? <p>{words.none}</p> : (
        <table class="stack">
          <thead><tr><th scope="col">{words.series}</th><th scope="col">{words.changed}</th><th scope="col">{words.files}</th></tr></thead>
          <tbody>
            {series.map((one) => (
              <tr id={one.slug}>
                <th scope="row">{one.definition.name[language]}<span class="small when">{words.figures(one.figures.length)}</span></th>
                <td data-label={words.changed}>{formatDate(language, lastChange(one))}</td>
                <td data-label={words.files}><span class="marks">{file(csvOf(one.slug), words.csv, one.definition.name[language])} {file(metadataOf(one.slug), words.columns, one.definition.name[language])} {file(jsonOf(one.slug), words.json, one.definition.name[language])}</span></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <section class="band">
        <h2>{words.columnsTitle}</h2>
        <table class="stack">
          <thead><tr><th scope="col">{words.column}</th><th scope="col">{words.meaning}</th></tr></thead>
          <tbody>{openColumns.map(({ name, text }) => <tr><th scope="row"><code>{name}</code></th><td>{text[language]}</td></tr>)}</tbody>
        </table>
      </section>
    </PublicLayout>
  );
}
