import type { Figure } from '#app/modules/insight/index.ts';
import type { Language } from '#app/platform/language/language.ts';
import { localized } from '#app/ui/page-frame.ts';
import { pickSources, type Source } from '../outline/queries.ts';
import { planPaths } from '../paths.ts';
import { figureValue } from './figure-value.ts';
import { FigureMarks } from './marks.tsx';
import { figureWords } from './words.ts';

type Props = { language: Language; caption: string; figures: readonly Figure[]; sources: readonly Source[]; today: string; current?: string };

/** The figures of a series by period, place and part; each value leads to how it is known. */
export function SeriesTable({ language, caption, figures, sources, today, current }: Props) {
  const words = figureWords[language];
  return (
    <table class="stack series">
      <caption class="hidden-text">{caption}</caption>
      <thead>
        <tr><th scope="col">{words.period}</th><th scope="col">{words.place}</th><th scope="col">{words.value}</th><th scope="col">{words.source}</th></tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr class={figure.supersededBy === undefined ? undefined : 'past'}>
            <th scope="row">{figure.period[language]}</th>
            <td>{placeOf(language, figure)}</td>
            <td>
              {figure.slug === current
                ? <b class="n" aria-current="true">{figureValue(language, figure)}</b>
                : <a class={figure.releasable ? 'n' : 'n state withheld'} href={localized(language, planPaths.figure(figure.slug))}>{figureValue(language, figure)}</a>}{' '}
              <FigureMarks language={language} figure={figure} today={today} beside />
            </td>
            <td class="small">
              <SourceLinks sources={pickSources(sources, figure.sources)} none={words.noSource} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A place and, where the figure tells of a part of the whole, that part. */
export function placeOf(language: Language, figure: Figure): string {
  return figure.breakdown ? `${figure.geography[language]}, ${figure.breakdown.name[language]}` : figure.geography[language];
}

function SourceLinks({ sources, none }: { sources: readonly Source[]; none: string }) {
  if (sources.length === 0) return <>{none}</>;
  return <>{sources.map((source, index) => <>{index > 0 ? '; ' : ''}<a href={source.url} rel="noopener">{source.publisher}<span class="hidden-text">: <span lang="en">{source.title}</span></span></a></>)}</>;
}
